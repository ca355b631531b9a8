"""A user's own places: files to one `Layer`, which lies over the gazetteer and wins over it.

One file per format. A reader takes the name to report, the text and a function that is told of bad rows, and yields rows;
what a row means is decided once, in `entry`. To add a format: write `geo/gazetteer/own/<format>.py` with such a function,
name its suffixes in `READERS` and in docs/own-places.md, and mirror it in `tests/gazetteer/own/`.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.errors import BadRecord, InputError, NotFound
from geo.gazetteer.layered import Layered
from geo.gazetteer.normalise import key
from geo.gazetteer.own import csv, geojson, linked_places
from geo.gazetteer.own.entry import CountryCode, Entry, clean, entry
from geo.gazetteer.own.layer import Layer, with_ids
from geo.gazetteer.own.rows import OnError, Reader, Row
from geo.gazetteer.store import Gazetteer
from geo.reading.decoding import decode
from geo.reading.paths import shown, unreadable
from geo.types import Place

log = logging.getLogger(__name__)

READERS: dict[str, Reader] = {
    ".csv": csv.read,
    ".tsv": linked_places.read,
    ".geojson": geojson.read,
    ".json": geojson.read,
}
"""Which reader reads a file, by suffix. Another suffix is refused: a guess would turn into places."""

MAX_BYTES = 64 * 2**20
"""Largest file that is read: about a million plain rows."""

MOST_PLACES = 200_000
"""Places of all files together, a bound on memory (see docs/own-places.md). For more, build a gazetteer of your own."""

MOST_TOLD = 100
"""Bad rows of a file that are told one by one; of the others the number is."""


COUNTRIES_CACHED = 1024
"""Country cells remembered while files are read: there are some 250 countries, by code and by name."""

CODE_LETTERS = 2
"""Of an ISO 3166-1 alpha-2 code."""

NO_ID = "own:"
"""Begins the id of a place that has none in its file; its name in small letters follows."""


def warn(error: InputError) -> None:
    """The usual way to tell of a bad row: a warning, and on with the next."""
    log.warning("%s", error)


def read(paths: Iterable[str | Path], country_code: CountryCode, on_error: OnError = warn) -> Layer:
    """The places of the files. Bad rows are told; an `InputError`: a file cannot be read, or has no good row at all."""
    reading = _Reading(country_code, on_error)
    for path in paths:
        reading.add(Path(path))
    return Layer(with_ids(reading.places.items()), reading.files)


def over(base: Gazetteer, paths: Iterable[str | Path], on_error: OnError = warn) -> Layered:
    """The gazetteer with the places of the files over it; errors as in `read`."""
    country_code = lru_cache(maxsize=COUNTRIES_CACHED)(lambda country: _country_code(country, base))
    return Layered(base, read(paths, country_code, on_error))


def _country_code(country: str, base: Gazetteer) -> str | None:
    """A code as it is, or the code of the country with that name."""
    known = base.country(country) if len(country) == CODE_LETTERS else None
    named = (match.place for match in (() if known else base.look_up(country)))
    place = known or next((place for place in named if (place.feature or "").startswith("A.PCL")), None)
    return place.country_code if place else None


class _Reading:
    """Files read one after the other into places with unique ids."""

    def __init__(self, country_code: CountryCode, on_error: OnError) -> None:
        self.places: dict[str, Entry] = {}
        self.files: list[dict[str, Any]] = []
        self._country_code = country_code
        self._on_error = on_error
        self._bad = 0
        self._where: dict[str, str] = {}
        """Ids of the file being read, with the row that has each."""
        self._last: dict[str, int] = {}
        """Ids that were made up, with the last number given to each."""

    def add(self, path: Path) -> None:
        """The good rows of one more file."""
        self._bad, self._where, before = 0, {}, len(self.places)
        file, data = shown(path.name), _bytes(path)
        try:
            for row in _reader(file)(file, _told(decode(data, file)), self._tell):
                self._add(row, file)
        except BadRecord as error:
            raise InputError(f"{file}: {clean(str(error))}") from error
        if self._bad > MOST_TOLD:
            self._on_error(BadRecord(f"{file}: {self._bad - MOST_TOLD} more rows cannot be read"))
        count = len(self.places) - before
        if not count:
            raise InputError(f"{file}: holds no place that can be read; every row needs a name, lat and lon")
        self.files.append({"name": file, "sha256": hashlib.sha256(data).hexdigest(), "places": count})

    def _add(self, row: Row, file: str) -> None:
        if len(self.places) >= MOST_PLACES:
            raise BadRecord(f"there are more than {MOST_PLACES:,} places; build a gazetteer of your own for so many")
        try:
            found = entry(row, file, self._country_code)
            self.places[self._id(found.place, row, file)] = found
        except BadRecord as error:
            self._tell(BadRecord(f"{file}, {row.where}: {error}"))

    def _id(self, place: Place, row: Row, file: str) -> str:
        """The place's own id where it has one; the file's name before it only where an earlier file has the same."""
        if not place.id:
            return self._free(NO_ID + key(place.name).replace(" ", "-"))
        if place.id in self._where:
            raise BadRecord(f"its id “{place.id}” is that of {self._where[place.id]} already")
        self._where[place.id] = row.where
        return place.id if place.id not in self.places else self._free(f"{Path(file).stem}:{place.id}")

    def _free(self, wanted: str) -> str:
        """The id, or the first of `id-2`, `id-3` … that no place has."""
        number = self._last.get(wanted, 0) + 1
        while (numbered := wanted if number == 1 else f"{wanted}-{number}") in self.places:
            number += 1
        self._last[wanted] = number
        return numbered

    def _tell(self, error: InputError) -> None:
        """On one line, whatever cell or library the words come from."""
        self._bad += 1
        if self._bad <= MOST_TOLD:
            self._on_error(BadRecord(clean(str(error))))


def _reader(file: str) -> Reader:
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        raise BadRecord(f"own places are read from {', '.join(READERS)}; save it as one of these")
    return reader


def _told(text: str) -> str:
    """The text, if there is any."""
    if not text.strip():
        raise BadRecord("is empty")
    return text


def _bytes(path: Path) -> bytes:
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"{shown(path)}: there is no such file of places") from error
    except (OSError, ValueError) as error:
        raise unreadable(str(path), error) from error
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{shown(path)}: larger than {MAX_BYTES // 2**20} MB; build a gazetteer of your own for so many places"
        )
    return data
