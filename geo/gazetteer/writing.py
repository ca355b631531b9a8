"""Writes a gazetteer file: rows are collected in a draft beside it, then sorted, ranked and filed by SQLite on disk.

Memory stays small whatever the number of rows, and the same rows in the same order give the same bytes, on any day and any
machine with the same SQLite. A draft survives the end of its program: `Draft.progress` is committed with the rows.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from geo.gazetteer import prefixes, schema
from geo.gazetteer.normalise import key
from geo.types import Box, Name, NameKind

PAGE_BYTES = 8192
"""Measured with the shipped names: 55.8 MB at 4,096, 54.9 at 8,192, and look-ups as fast."""
CACHE_KIB = 64 * 1024
"""Memory that SQLite may use for pages while it sorts."""

PLACES_PER_CELL = 20
"""A patch of the globe should hold about so many places where there are any; whole patches are read at a time."""

CELLS_PER_DEGREE = (1, 2, 4, 8)
LAND_CELLS = 15_000
"""Patches of one degree that hold land, about: 29 % of 64,800, less those of Antarctica."""

_DRAFT = """
CREATE TABLE IF NOT EXISTS numbers (id TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS places (
    id INTEGER, slug TEXT, name TEXT, lat INTEGER, lon INTEGER, country TEXT, feature TEXT,
    population INTEGER, adm1 TEXT, adm2 TEXT, radius_km REAL, source TEXT, weight INTEGER,
    west INTEGER, south INTEGER, east INTEGER, north INTEGER, geometry TEXT
);
CREATE TABLE IF NOT EXISTS names (place INTEGER, key TEXT, name TEXT, kind INTEGER, quality INTEGER, penalty INTEGER);
CREATE TABLE IF NOT EXISTS outlines (place INTEGER PRIMARY KEY, geojson BLOB);
CREATE TABLE IF NOT EXISTS members (region INTEGER, place INTEGER);
CREATE TABLE IF NOT EXISTS views (view TEXT, code TEXT, country TEXT);
CREATE TABLE IF NOT EXISTS progress (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""

_FILL = """
CREATE TEMP TABLE placed (
    id INTEGER PRIMARY KEY, slug TEXT, name TEXT, lat INTEGER, lon INTEGER, country TEXT, feature TEXT,
    population INTEGER, adm1 TEXT, adm2 TEXT, radius_km REAL, source TEXT, weight INTEGER,
    west INTEGER, south INTEGER, east INTEGER, north INTEGER, geometry TEXT
);
INSERT OR REPLACE INTO placed SELECT * FROM draft.places ORDER BY id, rowid;
INSERT INTO features SELECT row_number() OVER (ORDER BY feature), feature
    FROM (SELECT DISTINCT feature FROM placed WHERE feature IS NOT NULL) ORDER BY feature;
INSERT INTO sources SELECT row_number() OVER (ORDER BY source), source
    FROM (SELECT DISTINCT source FROM placed) ORDER BY source;
CREATE TEMP TABLE codes AS SELECT DISTINCT coalesce(adm2, adm1) AS code FROM placed
    WHERE coalesce(adm2, adm1) IS NOT NULL;
INSERT INTO codes SELECT DISTINCT first_level(code) FROM codes WHERE first_level(code) NOT IN (SELECT code FROM codes);
INSERT INTO divisions (id, code) SELECT row_number() OVER (ORDER BY code), code FROM codes ORDER BY code;
CREATE TEMP TABLE holders AS SELECT iif(feature = 'A.ADM1', adm1, adm2) AS code, min(id) AS place FROM placed
    WHERE feature IN ('A.ADM1', 'A.ADM2') AND iif(feature = 'A.ADM1', adm1, adm2) IS NOT NULL GROUP BY 1;
CREATE UNIQUE INDEX temp.holders_code ON holders (code);
UPDATE divisions SET
    above = (SELECT upper.id FROM divisions AS upper
        WHERE upper.code = first_level(divisions.code) AND upper.code <> divisions.code),
    place = (SELECT place FROM holders WHERE holders.code = divisions.code);
UPDATE divisions SET name = (SELECT name FROM placed AS place WHERE place.id = divisions.place) WHERE place IS NOT NULL;
INSERT INTO extents SELECT row_number() OVER (ORDER BY id), west, south, east, north, geometry
    FROM placed WHERE west IS NOT NULL OR geometry IS NOT NULL ORDER BY id;
CREATE TEMP TABLE covering AS SELECT id AS place, row_number() OVER (ORDER BY id) AS extent
    FROM placed WHERE west IS NOT NULL OR geometry IS NOT NULL;
CREATE UNIQUE INDEX temp.covering_place ON covering (place);
INSERT INTO places SELECT p.id, p.slug, p.name, p.lat, p.lon, p.country, features.id, p.population, divisions.id, p.radius_km,
    sources.id, p.weight, covering.extent
    FROM placed AS p
    LEFT JOIN features ON features.code = p.feature
    LEFT JOIN divisions ON divisions.code = coalesce(p.adm2, p.adm1)
    LEFT JOIN covering ON covering.place = p.id
    JOIN sources ON sources.name = p.source
    ORDER BY p.id;
INSERT INTO countries SELECT country, id FROM
    (SELECT country, id, row_number() OVER (PARTITION BY country ORDER BY weight DESC, id) AS rank FROM placed
    WHERE feature IN ('A.PCLI', 'A.PCLD', 'A.PCLS', 'A.PCLF', 'A.PCLIX', 'A.PCL', 'A.TERR') AND country IS NOT NULL)
    WHERE rank = 1 ORDER BY country;
INSERT INTO outlines SELECT place, geojson FROM draft.outlines ORDER BY place;
INSERT INTO members SELECT DISTINCT region, place FROM draft.members ORDER BY region, place;
INSERT INTO views SELECT view, code, country FROM draft.views ORDER BY view, code;
CREATE TEMP TABLE kept AS SELECT place, key, kind, name, penalty, min(quality) AS quality
    FROM draft.names GROUP BY place, key ORDER BY place;
INSERT INTO names
    SELECT kept.key, row_number() OVER (PARTITION BY kept.key ORDER BY place.weight - kept.penalty DESC, kept.place) - 1,
    kept.place, kept.kind, shorten(kept.name, kept.key, place.name)
    FROM kept JOIN places AS place ON place.id = kept.place;
"""

_NAMES_OF_PLACES = "SELECT place, name, kind FROM kept ORDER BY place, quality, rowid"
_CELLS = "SELECT cell(lat, lon) AS number, id FROM places ORDER BY number, id"


class PlaceRow(NamedTuple):
    """A place to write. `None` as in `geo.types.Place`; `weight` as `geo.sources.rank.importance` gives it."""

    id: str
    name: str
    lat: float
    lon: float
    country_code: str | None
    feature: str | None
    population: int | None
    adm1_code: str | None
    adm2_code: str | None
    radius_km: float | None
    source: str
    weight: float
    bbox: Box | None = None
    geometry: str | None = None


class NameRow(NamedTuple):
    """A name to write. `place` is the number of its place; `penalty` is taken from the place's weight under this name."""

    place: int
    name: str
    kind: NameKind
    penalty: float


class Draft:
    """A gazetteer in the making. Rows of places and names come in any order; `finish` writes the file."""

    def __init__(self, path: Path):
        """Begin, or go on with a draft that lies beside the file."""
        self._path = path
        self._file = path.with_name(f"{path.name}.draft")
        self._connection = sqlite3.connect(self._file, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _DRAFT)
        self._numbers = dict(self._connection.execute("SELECT id, number FROM numbers"))
        self._connection.execute("BEGIN")

    def number(self, place_id: str) -> int:
        """Primary key of a place: GeoNames' number, or a negative one in the order of asking."""
        if place_id.startswith("geonames:"):
            return int(place_id.removeprefix("geonames:"))
        if place_id not in self._numbers:
            self._numbers[place_id] = -len(self._numbers) - 1
            self._connection.execute("INSERT INTO numbers VALUES (?, ?)", (place_id, self._numbers[place_id]))
        return self._numbers[place_id]

    def add_places(self, rows: Iterable[PlaceRow]) -> None:
        """Add places; one that is there already is replaced."""
        self._insert("places", 18, (self._place(row) for row in rows))

    def add_names(self, rows: Iterable[NameRow]) -> None:
        """Add names; of two that are filed alike for one place, the better kind is kept in the end."""
        self._insert("names", 6, (_name(row) for row in rows))

    def add_outlines(self, rows: Iterable[tuple[int, str]]) -> None:
        """Add geometries: number of the place and GeoJSON text."""
        self._insert("outlines", 2, ((place, zlib.compress(text.encode("utf-8"), 9)) for place, text in rows))

    def add_members(self, rows: Iterable[tuple[int, int]]) -> None:
        """Add members of regions: number of the region, number of the member."""
        self._insert("members", 2, rows)

    def add_views(self, rows: Iterable[tuple[str, str, str | None]]) -> None:
        """Add other views: view, code of a country or division or id of a place, and the country it shows there."""
        self._insert("views", 3, rows)

    def known(self) -> Iterator[tuple[int, str | None]]:
        """Number and feature of every place so far; what goes on with a draft asks for them."""
        return self._connection.execute("SELECT id, feature FROM places")

    @property
    def progress(self) -> dict[str, str]:
        """What `commit` was last given."""
        return dict(self._connection.execute("SELECT key, value FROM progress"))

    def commit(self, progress: Mapping[str, str] | None = None) -> None:
        """Make the rows so far durable, together with a note of how far they reach."""
        self._insert("progress", 2, (progress or {}).items())
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")

    def finish(self, about: Mapping[str, Any], told: Callable[[str], object] = lambda step: None) -> dict[str, int]:
        """Write the file, remove the draft, and return how many places and names the file holds.

        `told` is called with a word or two before each long step.
        """
        self.commit()
        self._connection.execute("COMMIT")
        self._connection.close()
        half = self._path.with_name(f"{self._path.name}.half")
        half.unlink(missing_ok=True)
        counts = _finish(half, self._file, about, told)
        half.replace(self._path)
        self.discard()
        return counts

    def close(self) -> None:
        """Leave the draft as it was last committed, to go on with it another time."""
        self._connection.close()

    def discard(self) -> None:
        """Remove the draft."""
        self.close()
        for suffix in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)

    def _place(self, row: PlaceRow) -> tuple:
        number = self.number(row.id)
        steps = schema.STEPS_PER_DEGREE
        box = [None] * 4 if row.bbox is None else [round(side * steps) for side in row.bbox]
        slug = None if row.id.startswith("geonames:") else row.id
        point = round(row.lat * steps), round(row.lon * steps)
        weight = round(row.weight * schema.STEPS_OF_WEIGHT)
        return (number, slug, row.name, *point, *row[4:11], weight, *box, row.geometry)

    def _insert(self, table: str, columns: int, rows: Iterable[tuple]) -> None:
        self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * columns)})", rows)


def _name(row: NameRow) -> tuple:
    kind = schema.KINDS.index(row.kind)
    quality, penalty = schema.KIND_ORDER.index(row.kind), round(row.penalty * schema.STEPS_OF_WEIGHT)
    return (row.place, key(row.name), row.name, kind, quality, penalty)


def _finish(path: Path, draft: Path, about: Mapping[str, Any], told: Callable[[str], object]) -> dict[str, int]:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _set_up(connection, draft)
        for statement in filter(None, map(str.strip, _FILL.split(";"))):
            told(" ".join(statement.split()[:4]))
            connection.execute(statement)
        told("names of places")
        connection.executemany("INSERT INTO spellings VALUES (?, ?)", _spellings(connection))
        told("places by cell")
        finer = _cells_per_degree(connection)
        connection.executemany("INSERT INTO cells VALUES (?, ?)", _cells(connection, finer))
        told("places by prefix")
        connection.executemany("INSERT INTO prefixes VALUES (?, ?)", prefixes.prepare(connection))
        counts = {table: _count(connection, table) for table in ("places", "names", "divisions", "countries")}
        facts = {**about, **counts, "cells_per_degree": finer}
        connection.executemany("INSERT INTO about VALUES (?, ?)", [(k, json.dumps(facts[k])) for k in sorted(facts)])
        connection.execute("COMMIT")
        connection.executescript(schema.INDEXES + "DETACH draft; VACUUM;")
    finally:
        connection.close()
    return counts


def _set_up(connection: sqlite3.Connection, draft: Path) -> None:
    connection.executescript(
        f"PRAGMA page_size = {PAGE_BYTES}; PRAGMA user_version = {schema.LAYOUT}; PRAGMA journal_mode = OFF;"
        f"PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE_KIB}; PRAGMA temp_store = FILE;"
        f"PRAGMA temp.cache_size = -{CACHE_KIB};" + schema.TABLES
    )
    connection.execute("ATTACH ? AS draft", (str(draft),))
    connection.create_function("shorten", 3, schema.shorten, deterministic=True)
    connection.create_function("first_level", 1, _first_level, deterministic=True)
    connection.execute("BEGIN")


def _first_level(code: str) -> str:
    """`US.TX.277` → `US.TX`."""
    return ".".join(code.split(".")[:2])


def _spellings(connection: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    named = itertools.groupby(connection.execute(_NAMES_OF_PLACES), key=itemgetter(0))
    places = ((place, [Name(name, schema.KINDS[kind]) for _, name, kind in rows]) for place, rows in named)
    while block := list(itertools.islice(places, schema.PLACES_PER_BLOCK)):
        yield block[0][0], schema.pack_names(block)


def _cells_per_degree(connection: sqlite3.Connection) -> int:
    """How fine the patches are: about `PLACES_PER_CELL` places in each on land."""
    wanted = (_count(connection, "places") / LAND_CELLS / PLACES_PER_CELL) ** 0.5
    return next((finer for finer in CELLS_PER_DEGREE if finer >= wanted), CELLS_PER_DEGREE[-1])


def _cells(connection: sqlite3.Connection, finer: int) -> Iterator[tuple[int, bytes]]:
    connection.create_function("cell", 2, lambda lat, lon: schema.cell(lat, lon, finer), deterministic=True)
    for number, rows in itertools.groupby(connection.execute(_CELLS), key=itemgetter(0)):
        yield number, schema.pack_numbers(place for _, place in rows)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
