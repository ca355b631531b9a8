"""The gazetteer: a read-only SQLite file that answers names with places.

The file is made by `python -m geo.sources`, or by `python -m geo gazetteer build` from GeoNames' full dump; `schema.py`
holds the tables and `writing.py` fills them. Nothing here is global: a `Gazetteer` owns its connections and its caches,
and any number of threads may ask the same one.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo import files
from geo.errors import DataError, InputError
from geo.gazetteer import schema
from geo.gazetteer.forms import fallbacks
from geo.gazetteer.nearby import Spot, nearest
from geo.gazetteer.normalise import key, start
from geo.gazetteer.other_scripts import in_latin
from geo.gazetteer.prefixes import BEST_UNDER_PREFIX, PENALTY, after, best
from geo.gazetteer.similar import ranked, similar
from geo.types import Bearer, Grade, Match, Name, Place, View

LONGEST_NAME = 200
"""Code points. The longest name on file has about half; anything longer is text, not a name."""

NAMES_CACHED = 1024
"""Names whose answers are kept: an article asks the same few dozen again and again. About 3 MB when full."""

BEARERS_CACHED = 16384
"""Spans whose best-known bearer is kept, most of them names of nothing: about 3 MB when full."""

OUTLINES_CACHED = 32
"""Geometries that are kept decoded: the largest river takes about 0.5 MB."""

_COLUMNS = """
    place.id, place.slug, place.name, place.lat, place.lon, place.country, place.feature, place.population,
    coalesce(above.code, division.code), coalesce(above.name, division.name), iif(above.id IS NULL, NULL, division.name),
    place.radius_km, place.source, iif(above.id IS NULL, NULL, division.code),
    extent.west, extent.south, extent.east, extent.north, extent.geometry, place.weight
"""
_PARENTS = """
    LEFT JOIN divisions AS division ON division.id = place.division
    LEFT JOIN divisions AS above ON above.id = division.above
    LEFT JOIN extents AS extent ON extent.id = place.extent
"""
_BY_KEY = f"""
    SELECT {_COLUMNS}, names.kind, names.name FROM names CROSS JOIN places AS place ON place.id = names.place {_PARENTS}
    WHERE names.key = ? ORDER BY names.rank
"""
_FROM_PLACES = f"SELECT {_COLUMNS} FROM places AS place {_PARENTS}"
_BY_NUMBER = f"{_FROM_PLACES} WHERE place.id = ?"
_BY_COUNTRY = f"{_FROM_PLACES} WHERE place.id = (SELECT place FROM countries WHERE code = ?)"
_BY_DIVISION = f"{_FROM_PLACES} WHERE place.id = (SELECT place FROM divisions WHERE code = ?)"
_BY_REGION = f"{_FROM_PLACES} WHERE place.id IN (SELECT place FROM members WHERE region = ?) ORDER BY place.id"
_PEOPLE = """
    SELECT place.lon, place.lat, place.population FROM divisions JOIN places AS place ON place.id = divisions.place
    WHERE divisions.code BETWEEN ? AND ? AND divisions.above IS (SELECT id FROM divisions WHERE code = ?)
    AND place.population > 0
"""
_BEARER = """
    SELECT place.feature, place.population, names.kind FROM names CROSS JOIN places AS place ON place.id = names.place
    WHERE names.key = ? AND names.rank = 0
"""
_SPOT = "SELECT lat, lon, feature FROM places WHERE id = ?"
_NUMBERS = "SELECT id FROM places WHERE slug = ?"
_BLOCK = "SELECT names FROM spellings WHERE first <= ? ORDER BY first DESC LIMIT 1"


class Gazetteer:
    """Places by name, by id, by code and by point. Read-only; safe for many threads at once."""

    def __init__(self, path: Path = files.PLACES, *, view: View = "un"):
        """Open the file; `DataError` when it is missing, damaged or of another layout.

        `view`: whose land disputed areas are. Only `country_code` differs.
        """
        self._path = Path(path)
        if not self._path.exists():
            raise DataError(f"{self._path} is missing; {self._remedy()}")
        self.view: View = view
        self._local = threading.local()
        self._features, self._sources, self._shown, self._finer = self._read_vocabularies()
        self._cached = lru_cache(maxsize=NAMES_CACHED)(self._answer)
        self._borne = lru_cache(maxsize=BEARERS_CACHED)(self._read_bearer)
        self._outline = lru_cache(maxsize=OUTLINES_CACHED)(self._read_outline)

    def seen(self, view: View) -> Gazetteer:
        """The same file in a view."""
        return self if view == self.view else Gazetteer(self._path, view=view)

    def look_up(self, name: str, *, fuzzy: bool = False) -> tuple[Match, ...]:
        """Every place of that name, most important first. Empty: the gazetteer has none.

        A name that is not on file is tried again in its nearest other forms ("City of York", "northern Syria"), then in
        Latin letters; if `fuzzy`, also as a misspelling of names that are. `Match.grade` says which it was.
        """
        try:
            if len(name) > LONGEST_NAME:
                return ()
            return self._cached(name) or (self._similar(name) if fuzzy else ())
        except (TypeError, AttributeError):
            _demand_text("a name", name)
            raise

    def bearer(self, name: str) -> Bearer | None:
        """The best-known place of that very name, as far as a tagger asks. None: no place bears it."""
        return self._borne(name) if len(name) <= LONGEST_NAME else None

    def _read_bearer(self, name: str) -> Bearer | None:
        wanted = key(name)
        for feature, population, kind in self._rows(_BEARER, wanted) if wanted else ():
            return Bearer(self._features[feature] or "", population or 0, schema.KINDS[kind])
        return None

    def search(self, prefix: str, limit: int = 10) -> tuple[Match, ...]:
        """Places with a name that begins so, best known first, each once; for a search box."""
        try:
            wanted = start(prefix) if len(prefix) <= LONGEST_NAME else ""
        except (TypeError, AttributeError):
            _demand_text("the beginning of a name", prefix)
            raise
        begun = self._begun(wanted, limit) if wanted else []
        found = [self._named(place, wanted) for number in begun if (place := self._first(_BY_NUMBER, number))]
        return best(wanted, [*self._whole(wanted), *found], limit) if wanted.endswith(" ") else tuple(found)

    def get(self, place_id: str) -> Place | None:
        """The place with that id. None: there is none."""
        try:
            number = self._number(place_id)
        except (TypeError, AttributeError):
            _demand_text("the id of a place", place_id)
            raise
        return None if number is None else self._first(_BY_NUMBER, number)

    def country(self, code: str) -> Place | None:
        """The country or dependency with that ISO 3166-1 alpha-2 code, in either case. None: there is none."""
        try:
            return self._first(_BY_COUNTRY, schema.storable(code.upper()))
        except (TypeError, AttributeError):
            _demand_text("the code of a country", code)
            raise

    def division(self, code: str) -> Place | None:
        """The first- or second-level division with that GeoNames code: `BY.02`, `US.TX.277`. None: there is none."""
        return self._first(_BY_DIVISION, schema.storable(code))

    def people(self, code: str) -> tuple[tuple[float, float, int], ...]:
        """Longitude, latitude and population of the divisions next below a country or division: `BY`, `US.TX`.

        Empty: none are known. Degrees; a division is its point.
        """
        asked = schema.storable(code)
        rows = self._rows(_PEOPLE, f"{asked}.", f"{asked}/", asked)
        return tuple(
            (lon / schema.STEPS_PER_DEGREE, lat / schema.STEPS_PER_DEGREE, people) for lon, lat, people in rows
        )

    def names(self, place_id: str) -> tuple[Name, ...]:
        """Every name of a place, the main one first, one spelling of each. Empty: there is no such place."""
        number = self._number(place_id)
        found = [] if number is None else self._rows(_BLOCK, number)
        return schema.unpack_names(found[0][0], number) if found and number is not None else ()

    def members(self, place_id: str) -> tuple[Place, ...]:
        """What a region consists of: countries, divisions, islands. Empty: it is no region, or no members are known."""
        number = self._number(place_id)
        return () if number is None else tuple(self._place(row) for row in self._rows(_BY_REGION, number))

    def near(
        self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None
    ) -> tuple[tuple[float, Place], ...]:
        """The places nearest to a point with their distance in km, nearest first. `feature_class`: only those, `P` towns.

        `InputError`: there is no such point.
        """
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise InputError(
                f"latitude {lat}, longitude {lon}: no point on Earth; latitudes end at 90, longitudes at 180"
            )
        features = self._features_of(feature_class)

        def spots(first: int, last: int) -> Iterator[Spot]:
            return self._in_cells(first, last, features)

        found = nearest(spots, lat=lat, lon=lon, limit=limit, finer=self._finer)
        return tuple((km, place) for km, number in found if (place := self._first(_BY_NUMBER, number)))

    def outline(self, place_id: str) -> Mapping[str, Any] | None:
        """The geometry that the gazetteer itself keeps of a place, as GeoJSON (rivers, zones). None: it keeps none."""
        return self._outline(place_id)

    def about(self) -> dict[str, Any]:
        """What the file holds: its SHA-256, counts, and for every source its version, date, licence and attribution."""
        rows = self._rows("SELECT key, value FROM about")
        with self._path.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        return {"sha256": sha256, "view": self.view, **{name: json.loads(value) for name, value in rows}}

    def _answer(self, name: str) -> tuple[Match, ...]:
        wanted = key(name)
        if not wanted:
            return ()
        if found := self._matches(wanted, "normalised", name):
            return found
        for form in fallbacks(wanted, name):
            if found := self._matches(form.key, "form"):
                return form.preferred(found)
        latin = in_latin(name)
        return self._matches(key(latin), "transliteration") if latin else ()

    def _matches(self, wanted: str, grade: Grade, written: str | None = None) -> tuple[Match, ...]:
        return tuple([self._match(row, wanted, grade, written) for row in self._rows(_BY_KEY, wanted)])

    def _match(self, row: tuple, wanted: str, grade: Grade, written: str | None) -> Match:
        kind, stored = row[-2:]
        place = self._place(row)
        name = place.name if stored is None else schema.spell(stored, wanted, place.name)
        return Match(place, name, schema.KINDS[kind], "exact" if name == written else grade)

    def _similar(self, name: str) -> tuple[Match, ...]:
        found = similar(key(name), self._keys_between)
        return ranked((edits, match) for wanted, edits in found for match in self._matches(wanted, "fuzzy"))

    def _keys_between(self, low: str, high: str, shortest: int, longest: int) -> list[str]:
        statement = "SELECT key FROM names WHERE key >= ? AND key < ? AND rank = 0 AND length(key) BETWEEN ? AND ?"
        return [filed for (filed,) in self._rows(statement, low, high, shortest, longest)]

    def _begun(self, wanted: str, limit: int) -> list[int]:
        """Numbers of the best places under a prefix."""
        prepared = self._rows("SELECT places FROM prefixes WHERE prefix = ?", wanted)
        if prepared:
            return list(schema.unpack_numbers(prepared[0][0]))[:limit]
        span = {"low": wanted, "high": after(wanted), "limit": limit}
        return [number for number, _ in self._ask(BEST_UNDER_PREFIX, span)]

    def _named(self, place: Place, wanted: str) -> Match:
        """The place under the best of its names that begins so."""
        names = [name for name in self.names(place.id) if key(name.name).startswith(wanted)]
        best = min(names, key=lambda name: (PENALTY[name.kind], len(name.name)))
        return Match(place, best.name, best.kind, "normalised")

    def _whole(self, wanted: str) -> tuple[Match, ...]:
        """Places that have what is typed so far as their name: who types "Paris " may want no more than Paris."""
        return self._matches(wanted.strip(), "normalised")

    def _in_cells(self, first: int, last: int, features: frozenset[int | None]) -> Iterator[Spot]:
        """Places of those features in a run of patches."""
        steps = schema.STEPS_PER_DEGREE
        for (packed,) in self._rows("SELECT places FROM cells WHERE cell BETWEEN ? AND ?", first, last):
            for number in schema.unpack_numbers(packed):
                lat, lon, feature = self._rows(_SPOT, number)[0]
                if feature in features:
                    yield Spot(lat / steps, lon / steps, number)

    def _features_of(self, feature_class: str | None) -> frozenset[int | None]:
        """Numbers of the features of that class; all where none is wanted."""
        wanted = feature_class or ""
        return frozenset(number for number, code in self._features.items() if (code or "").startswith(wanted))

    def _number(self, place_id: str) -> int | None:
        """Primary key of a place by its id. None: there is no such place, or GeoNames could not have it."""
        scheme, _, number = place_id.partition(":")
        if scheme == "geonames":
            known = number.isascii() and number.isdigit() and len(number) <= schema.LONGEST_NUMBER
            return int(number) if known else None
        rows = self._rows(_NUMBERS, schema.storable(place_id))
        return rows[0][0] if rows else None

    def _first(self, statement: str, value: int | str) -> Place | None:
        rows = self._rows(statement, value)
        return self._place(rows[0]) if rows else None

    def _place(self, row: tuple) -> Place:
        number, slug, name, lat, lon, country, feature, population, adm1, adm1_name, adm2_name, radius_km = row[:12]
        source, adm2, west, south, east, north, geometry, weight = row[12:20]
        steps = schema.STEPS_PER_DEGREE
        place_id = slug or f"geonames:{number}"
        code = self._features[feature]
        if self._shown:
            country = self._country_shown(place_id, adm1, country, code)
        return Place(
            place_id,
            name,
            lat / steps,
            lon / steps,
            country,
            code,
            population,
            adm1,
            adm1_name,
            adm2_name,
            radius_km,
            self._sources[source],
            adm2,
            None if west is None else (west / steps, south / steps, east / steps, north / steps),
            geometry,
            weight / schema.STEPS_OF_WEIGHT,
        )

    def _country_shown(self, place_id: str, adm1: str | None, country: str | None, feature: str | None) -> str | None:
        """The country by another view. A country keeps its own code, whoever administers it."""
        if feature and feature.startswith("A.PCL"):
            return country
        return next((self._shown[code] for code in (place_id, adm1, country) if code in self._shown), country)

    def _read_outline(self, place_id: str) -> Mapping[str, Any] | None:
        number = self._number(place_id)
        rows = [] if number is None else self._rows("SELECT geojson FROM outlines WHERE place = ?", number)
        return json.loads(zlib.decompress(rows[0][0])) if rows else None

    def _read_vocabularies(self) -> tuple[dict[int | None, str | None], dict[int, str], dict[str, str | None], int]:
        layout = self._rows("PRAGMA user_version")[0][0]
        if layout != schema.LAYOUT:
            raise DataError(f"{self._path} has layout {layout}, not {schema.LAYOUT} as wanted; {self._remedy()}")
        features = {None: None, **dict(self._rows("SELECT id, code FROM features"))}
        shown = dict(self._rows("SELECT code, country FROM views WHERE view = ?", self.view))
        finer = json.loads(self._rows("SELECT value FROM about WHERE key = 'cells_per_degree'")[0][0])
        return features, dict(self._rows("SELECT id, name FROM sources")), shown, finer

    def _rows(self, statement: str, *values: int | str) -> list[tuple]:
        return self._ask(statement, values)

    def _ask(self, statement: str, values: tuple | dict) -> list[tuple]:
        try:
            return self._connection().execute(statement, values).fetchall()
        except (sqlite3.Error, OverflowError) as error:
            raise DataError(f"{self._path} is damaged or no gazetteer ({error}); {self._remedy()}") from error

    def _connection(self) -> sqlite3.Connection:
        """This thread's own connection: opening takes about 0.2 ms, and none ever waits for another's lock."""
        try:
            return self._local.connection
        except AttributeError:
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            return self._local.connection

    def _remedy(self) -> str:
        """Git has the shipped file only; about a file of the user's own it knows nothing."""
        if self._path.resolve() == files.PLACES:
            return f"restore it with `git checkout -- {files.PLACES.relative_to(files.ROOT)}`"
        return "name a gazetteer that `python -m geo gazetteer build` built, or none for the shipped one"


def _demand_text(what: str, given: object) -> None:
    """Tell a caller's mistake as such, asked only once something went wrong: look-ups are too many to check each."""
    if not isinstance(given, str):
        raise InputError(f"{what} is wanted as text, not {type(given).__name__}")
