"""The five files of GeoNames' dump, as they lie in a folder: plain, or in the zip archive they are downloaded in."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from geo.errors import DataError

PLACES = "allCountries.txt"
NAMES = "alternateNamesV2.txt"
FIRST_LEVEL = "admin1CodesASCII.txt"
SECOND_LEVEL = "admin2Codes.txt"
HIERARCHY = "hierarchy.txt"
FILES = (PLACES, NAMES, FIRST_LEVEL, SECOND_LEVEL, HIERARCHY)

ZIPPED = (PLACES, NAMES, HIERARCHY)
"""What GeoNames offers as a zip archive of the same name."""

ADDRESS = "https://download.geonames.org/export/dump/"


@dataclass(frozen=True, slots=True)
class Input:
    """One of the files."""

    name: str
    """As in `FILES`."""
    path: Path
    """The file itself or its archive."""

    @property
    def zipped(self) -> bool:
        return self.path.suffix == ".zip"

    @property
    def size(self) -> int:
        """Bytes, unpacked."""
        if not self.zipped:
            return self.path.stat().st_size
        with _archive(self.path) as archive:
            return _member(archive, self).file_size

    @property
    def date(self) -> str:
        """Day of the data, ISO 8601: GeoNames' own in an archive, else the day on which the file was last changed."""
        if not self.zipped:
            return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).date().isoformat()
        with _archive(self.path) as archive:
            year, month, day, *_ = _member(archive, self).date_time
            return f"{year}-{month:02}-{day:02}"

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The unpacked bytes. They can be skipped: an archive is unpacked up to there."""
        if not self.zipped:
            with self.path.open("rb") as file:
                yield file
        else:
            with _archive(self.path) as archive, archive.open(_member(archive, self)) as file:
                yield file

    def facts(self) -> dict[str, str | int]:
        """What `Gazetteer.about` says of it."""
        with self.path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        return {"name": self.path.name, "date": self.date, "bytes": self.path.stat().st_size, "sha256": digest}


def find(folder: Path) -> dict[str, Input]:
    """The files by name; `DataError` names those that are missing."""
    if not folder.is_dir():
        raise DataError(f"{folder} is no folder; download GeoNames' files with `python -m geo gazetteer download`")
    found = {name: Input(name, path) for name in FILES if (path := _path(folder, name))}
    missing = [name for name in FILES if name not in found]
    if missing:
        raise DataError(
            f"{folder} lacks {', '.join(missing)}; `python -m geo gazetteer download --to {folder}` fetches them from {ADDRESS}"
        )
    return found


def _path(folder: Path, name: str) -> Path | None:
    plain, archive = folder / name, (folder / name).with_suffix(".zip")
    if plain.is_file():
        return plain
    return archive if name in ZIPPED and archive.is_file() else None


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise DataError(f"{path} is no whole zip archive ({error}): delete it and download it again") from error


def _member(archive: zipfile.ZipFile, wanted: Input) -> zipfile.ZipInfo:
    try:
        return archive.getinfo(wanted.name)
    except KeyError as error:
        raise DataError(f"{wanted.path} holds no {wanted.name}: delete it and download it again") from error
