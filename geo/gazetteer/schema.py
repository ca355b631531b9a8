"""The tables of `places.sqlite`, shared by the program that writes the file and the class that reads it.

Rows are compact because look-ups read them by the dozen: the primary key of a place is its GeoNames number, coordinates
are whole numbers, and what repeats (features, sources, divisions) is a number into a small table.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from sys import byteorder
from typing import get_args

from geo.types import Name, NameKind

LAYOUT = 2
"""`PRAGMA user_version` of the file. Raised whenever a table changes, so that an old file is refused by name."""

KINDS: tuple[NameKind, ...] = get_args(NameKind)
"""`names.kind` is an index into this."""

KIND_ORDER: tuple[NameKind, ...] = ("official", "demonym", "abbreviation", "former", "english", "alternate")
"""If one key reaches a place as several kinds of name, the first of these is kept: our tables say what a name is,
GeoNames' alias lists call everything an alternate."""

KIND_PENALTY: dict[NameKind, float] = {
    "official": 0.0, "english": 0.3, "abbreviation": 0.0, "demonym": 0.0, "former": 1.7, "alternate": 3.0,
}  # fmt: skip
"""Taken from a place's weight under a name of that kind, so that a town's own name comes before the alias of one some
hundred times as large: Bethlehem is not Belém, Salisbury not Harare."""

STEPS_PER_DEGREE = 100_000
"""Coordinates are stored as whole 1/100,000 degrees, GeoNames' own precision: 1.1 m of latitude."""

STEPS_OF_WEIGHT = 100
"""Weights are stored as whole hundredths: a weight is about the decimal logarithm of a population."""

LONGEST_NUMBER = 12
"""Digits of a GeoNames number, generously: SQLite's integers end at 19."""

PLACES_PER_BLOCK = 64
"""Places whose names are deflated together: a block is a few kilobytes and takes some 30 µs to read."""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- values are JSON
CREATE TABLE features (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE divisions (
    id INTEGER PRIMARY KEY,
    above INTEGER REFERENCES divisions,  -- null: a first-level division
    code TEXT NOT NULL UNIQUE,   -- as GeoNames writes it: `BY.02`, `US.TX.277`
    name TEXT,
    place INTEGER REFERENCES places      -- null: no place has this code
);
CREATE TABLE places (
    id INTEGER PRIMARY KEY,      -- GeoNames number; negative: GeoNames does not have it, or not that we know
    slug TEXT,                   -- the id of such a place; null: `geonames:<id>`
    name TEXT NOT NULL,
    lat INTEGER NOT NULL,        -- 1/100,000 degree
    lon INTEGER NOT NULL,
    country TEXT,                -- ISO 3166-1 alpha-2
    feature INTEGER REFERENCES features,
    population INTEGER,
    division INTEGER REFERENCES divisions,  -- the lowest one known
    radius_km REAL,
    source INTEGER NOT NULL REFERENCES sources,
    weight INTEGER NOT NULL,     -- how well known: 1/100 of about the decimal logarithm of a population
    extent INTEGER REFERENCES extents    -- null: no box and no geometry
);
CREATE TABLE extents (
    id INTEGER PRIMARY KEY,
    west INTEGER, south INTEGER, east INTEGER, north INTEGER,  -- 1/100,000 degree; null: no box
    geometry TEXT                -- `shapes:<key>`, `places:<id>`; null: none
);
CREATE TABLE outlines (place INTEGER PRIMARY KEY REFERENCES places, geojson BLOB NOT NULL);  -- deflated
CREATE TABLE countries (code TEXT PRIMARY KEY, place INTEGER NOT NULL REFERENCES places) WITHOUT ROWID;
CREATE TABLE members (
    region INTEGER NOT NULL REFERENCES places,
    place INTEGER NOT NULL REFERENCES places,
    PRIMARY KEY (region, place)
) WITHOUT ROWID;
CREATE TABLE views (
    view TEXT NOT NULL,
    code TEXT NOT NULL,          -- ISO country code, division code or place id
    country TEXT,
    PRIMARY KEY (view, code)
) WITHOUT ROWID;
CREATE TABLE names (
    key TEXT NOT NULL,           -- geo.gazetteer.normalise.key of the name
    rank INTEGER NOT NULL,       -- 0 is the most important place of that name
    place INTEGER NOT NULL REFERENCES places,
    kind INTEGER NOT NULL,       -- index into KINDS
    name TEXT,                   -- as written; null: the place's main name; empty: the key in title case
    PRIMARY KEY (key, rank)
) WITHOUT ROWID;
CREATE TABLE spellings (first INTEGER PRIMARY KEY, names BLOB NOT NULL);  -- `pack_names` of the places from `first` on
CREATE TABLE cells (cell INTEGER PRIMARY KEY, places BLOB NOT NULL);      -- places on that patch of the globe, `pack_numbers`
CREATE TABLE prefixes (prefix TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;  -- the best places, `pack_numbers`
"""
INDEXES = "CREATE UNIQUE INDEX places_slug ON places (slug) WHERE slug IS NOT NULL;"


def shorten(name: str, filed: str, main: str) -> str | None:
    """What `names.name` holds: nothing where the name can be told from what the row has anyway, as half of them can."""
    if name == main:
        return None
    return "" if name == filed.title() else name


def spell(stored: str | None, filed: str, main: str) -> str:
    """The name that `shorten` stored."""
    return main if stored is None else stored or filed.title()


def storable(text: str) -> str:
    """The text without lone surrogates, which no file holds and SQLite refuses to compare."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def pack_names(places: Iterable[tuple[int, Sequence[Name]]]) -> bytes:
    """A block of places with their names: a line a place, its number and each name after a digit for its kind."""
    lines = (
        "\t".join([str(place), *(f"{KINDS.index(kind)}{' '.join(name.split())}" for name, kind in names)])
        for place, names in places
    )
    return zlib.compress("\n".join(lines).encode("utf-8"), 9)


def unpack_names(block: bytes, place: int) -> tuple[Name, ...]:
    """The names of one place of a block, as they were packed; empty when it is not among them."""
    start = f"{place}\t"
    line = next((line for line in zlib.decompress(block).decode("utf-8").split("\n") if line.startswith(start)), "")
    return tuple(Name(cell[1:], KINDS[int(cell[0])]) for cell in line.split("\t")[1:])


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Primary keys as little-endian 32-bit numbers: GeoNames' reach 13 million."""
    return _swapped(array("i", numbers)).tobytes()


def unpack_numbers(packed: bytes) -> Sequence[int]:
    """The numbers that `pack_numbers` stored."""
    return _swapped(array("i", packed))


def _swapped(numbers: array) -> array:
    if byteorder == "big":
        numbers.byteswap()
    return numbers


def cell(lat: int, lon: int, cells_per_degree: int) -> int:
    """Number of the patch of the globe that holds a point given in 1/100,000 degrees: rows from the south, west to east."""
    row, column = position(lat, lon, cells_per_degree)
    return row * 360 * cells_per_degree + column


def position(lat: int, lon: int, cells_per_degree: int) -> tuple[int, int]:
    """Row and column of that patch; the north pole and the 180th meridian belong to the last ones."""
    step = STEPS_PER_DEGREE // cells_per_degree
    row = min((lat + 90 * STEPS_PER_DEGREE) // step, 180 * cells_per_degree - 1)
    return row, min((lon + 180 * STEPS_PER_DEGREE) // step, 360 * cells_per_degree - 1)
