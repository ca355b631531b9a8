"""The gazetteer: a read-only SQLite file that answers names with places.

The file is made by `python -m geo.sources`, which documents how ids, features and ranks are chosen; `schema.py` holds
the tables. Nothing here is global: a `Gazetteer` owns its connections and its cache, and any number of threads may ask
the same one.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo import files
from geo.errors import DataError
from geo.gazetteer import schema
from geo.gazetteer.forms import fallbacks
from geo.gazetteer.normalise import key
from geo.types import Match, Place

LONGEST_NAME = 200
"""Code points. The longest name on file has about half; anything longer is text, not a name."""

NAMES_CACHED = 1024
"""Names whose answers are kept: an article asks the same few dozen again and again. About 3 MB when full."""

_PLACE = """
    SELECT place.id, place.slug, place.name, place.lat, place.lon, place.country, place.feature, place.population,
           coalesce(above.code, division.code), coalesce(above.name, division.name),
           iif(above.id IS NULL, NULL, division.name), place.radius_km, place.source
"""
_DIVISIONS = """
    LEFT JOIN divisions AS division ON division.id = place.division
    LEFT JOIN divisions AS above ON above.id = division.above
"""
_BY_KEY = f"""{_PLACE}, names.kind, names.name
    FROM names CROSS JOIN places AS place ON place.id = names.place
    {_DIVISIONS}
    WHERE names.key = ? ORDER BY names.rank
"""
_FROM_PLACES = f"{_PLACE} FROM places AS place {_DIVISIONS}"
_BY_NUMBER = f"{_FROM_PLACES} WHERE place.id = ?"
_BY_SLUG = f"{_FROM_PLACES} WHERE place.slug = ?"
_BY_COUNTRY = f"{_FROM_PLACES} WHERE place.id = (SELECT place FROM countries WHERE code = ?)"


class Gazetteer:
    """Places by name, by id and by country code. Read-only; safe for many threads at once."""

    def __init__(self, path: Path = files.PLACES):
        """Open the file; `DataError` when it is missing, damaged or of another layout."""
        self._path = Path(path)
        if not self._path.exists():
            raise DataError(f"{self._path} is missing; {self._remedy()}")
        self._local = threading.local()
        self._features, self._sources = self._vocabularies()
        self._cached = lru_cache(maxsize=NAMES_CACHED)(self._answer)

    def look_up(self, name: str) -> tuple[Match, ...]:
        """Every place of that name, most important first. Empty: the gazetteer has none.

        A name that is not on file is tried again in its nearest other forms ("City of York", "northern Syria").
        """
        if len(name) > LONGEST_NAME:
            return ()
        wanted = key(name)
        return self._cached(wanted) if wanted else ()

    def get(self, place_id: str) -> Place | None:
        """The place with that id. None: there is none."""
        scheme, _, number = place_id.partition(":")
        if scheme == "geonames":
            known = number.isascii() and number.isdigit() and len(number) <= schema.LONGEST_NUMBER
            return self._first(_BY_NUMBER, int(number)) if known else None
        return self._first(_BY_SLUG, schema.storable(place_id))

    def country(self, code: str) -> Place | None:
        """The country or dependency with that ISO 3166-1 alpha-2 code, in either case. None: there is none."""
        return self._first(_BY_COUNTRY, schema.storable(code.upper()))

    def about(self) -> dict[str, Any]:
        """What the file holds: its SHA-256, counts, and for every source its version, date, licence and attribution."""
        with self._errors():
            rows = self._connection().execute("SELECT key, value FROM about").fetchall()
            return {
                "sha256": hashlib.sha256(self._path.read_bytes()).hexdigest(),
                **{k: json.loads(v) for k, v in rows},
            }

    def _answer(self, wanted: str) -> tuple[Match, ...]:
        found = self._matches(wanted)
        forms = iter(() if found else fallbacks(wanted))
        while not found and (form := next(forms, None)):
            found = self._matches(form)
        return found

    def _matches(self, wanted: str) -> tuple[Match, ...]:
        with self._errors():
            rows = self._connection().execute(_BY_KEY, (wanted,)).fetchall()
            return tuple(self._match(row, wanted) for row in rows)

    def _first(self, statement: str, value: int | str) -> Place | None:
        with self._errors():
            row = self._connection().execute(statement, (value,)).fetchone()
            return self._place(row) if row else None

    def _match(self, row: tuple, wanted: str) -> Match:
        kind, stored = row[13:]
        return Match(self._place(row), schema.spell(stored, wanted, row[2]), schema.KINDS[kind])

    def _place(self, row: tuple) -> Place:
        number, slug, name, lat, lon, country, feature, population, adm1_code, adm1_name, adm2_name, radius = row[:12]
        return Place(
            slug or f"geonames:{number}",
            name,
            lat / schema.STEPS_PER_DEGREE,
            lon / schema.STEPS_PER_DEGREE,
            country,
            self._features[feature],
            population,
            adm1_code,
            adm1_name,
            adm2_name,
            radius,
            self._sources[row[12]],
        )

    def _vocabularies(self) -> tuple[dict[int | None, str | None], dict[int | None, str]]:
        with self._errors():
            connection = self._connection()
            layout = connection.execute("PRAGMA user_version").fetchone()[0]
            if layout != schema.LAYOUT:
                raise DataError(f"{self._path} has layout {layout}, not {schema.LAYOUT} as wanted; {self._remedy()}")
            features = dict(connection.execute("SELECT id, code FROM features"))
            return {None: None, **features}, dict(connection.execute("SELECT id, name FROM sources"))

    def _connection(self) -> sqlite3.Connection:
        """This thread's own connection: opening takes about 0.2 ms, and none ever waits for another's lock."""
        if not hasattr(self._local, "connection"):
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        return self._local.connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, KeyError, IndexError, TypeError, ValueError) as error:
            raise DataError(f"{self._path} is damaged or no gazetteer ({error}); {self._remedy()}") from error

    def _remedy(self) -> str:
        """Git has the shipped file only; about a file of the user's own it knows nothing."""
        if self._path.resolve() == files.PLACES:
            return f"restore it with `git checkout -- {files.PLACES.relative_to(files.ROOT)}`"
        return "name a gazetteer that `python -m geo.sources` built, or none for the shipped one"
