"""The tables of `places.sqlite`, shared by the program that writes the file and the class that reads it.

Rows are compact because look-ups read them by the dozen: the primary key of a place is its GeoNames number, coordinates
are whole numbers, and what repeats (features, sources, divisions) is a number into a small table.
"""

from __future__ import annotations

from typing import get_args

from geo.types import NameKind

LAYOUT = 1
"""`PRAGMA user_version` of the file. Raised whenever a table changes, so that an old file is refused by name."""

KINDS: tuple[NameKind, ...] = get_args(NameKind)
"""`names.kind` is an index into this."""

STEPS_PER_DEGREE = 100_000
"""Coordinates are stored as whole 1/100,000 degrees, GeoNames' own precision: 1.1 m of latitude."""

LONGEST_NUMBER = 12
"""Digits of a GeoNames number, generously: SQLite's integers end at 19."""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- values are JSON
CREATE TABLE features (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE divisions (
    id INTEGER PRIMARY KEY,
    above INTEGER REFERENCES divisions,  -- null: a first-level division
    code TEXT,                   -- of a first-level division, as GeoNames writes it: `BY.02`
    name TEXT
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
    source INTEGER NOT NULL REFERENCES sources
);
CREATE TABLE countries (code TEXT PRIMARY KEY, place INTEGER NOT NULL REFERENCES places) WITHOUT ROWID;
CREATE TABLE names (
    key TEXT NOT NULL,           -- geo.gazetteer.normalise.key of the name
    rank INTEGER NOT NULL,       -- 0 is the most important place of that name
    place INTEGER NOT NULL REFERENCES places,
    kind INTEGER NOT NULL,       -- index into KINDS
    name TEXT,                   -- as written; null: the place's main name; empty: the key in title case
    PRIMARY KEY (key, rank)
) WITHOUT ROWID;
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
