"""Writes `places.sqlite`: the same entries give the same bytes, on any day and any machine with the same SQLite."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.gazetteer import schema
from geo.sources.merge import Entry, divisions
from geo.sources.rank import weight

PAGE_BYTES = 4096


def write(path: Path, entries: Sequence[Entry], about: Mapping[str, Any]) -> dict[str, int]:
    """Write the file anew and return how many places, names and divisions it holds."""
    path.unlink(missing_ok=True)
    ordered = sorted(entries, key=lambda entry: entry.id)
    numbers = number(ordered)
    places = sorted(ordered, key=lambda entry: numbers[entry.id])
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute(f"PRAGMA user_version = {schema.LAYOUT}")
        connection.executescript(schema.TABLES)
        connection.execute("BEGIN")
        counts = _fill(connection, places, numbers)
        facts = {**about, **counts}
        connection.executemany("INSERT INTO about VALUES (?, ?)", [(k, json.dumps(facts[k])) for k in sorted(facts)])
        connection.execute("COMMIT")
        connection.executescript(schema.INDEXES + "VACUUM;")
    finally:
        connection.close()
    return counts


def number(ordered: Iterable[Entry]) -> dict[str, int]:
    """Primary keys: GeoNames' number, or a negative one by the order of ids."""
    own = itertools.count(1)
    return {
        entry.id: int(entry.id.removeprefix("geonames:")) if entry.id.startswith("geonames:") else -next(own)
        for entry in ordered
    }


def name_rows(entries: Iterable[Entry], numbers: Mapping[str, int]) -> list[tuple[str, int, int, int, str | None]]:
    """Rows of the table of names, sorted, each name's places ranked."""
    found: dict[str, list[tuple[float, int, int, str | None]]] = defaultdict(list)
    for entry in entries:
        for filed, (name, kind) in entry.names.items():
            written = schema.shorten(name, filed, entry.name)
            found[filed].append((-weight(entry, kind), numbers[entry.id], schema.KINDS.index(kind), written))
    return [
        (filed, rank, place, kind, written)
        for filed in sorted(found)
        for rank, (_, place, kind, written) in enumerate(sorted(found[filed], key=lambda row: row[:2]))
    ]


def _fill(connection: sqlite3.Connection, places: Sequence[Entry], numbers: Mapping[str, int]) -> dict[str, int]:
    features = _vocabulary(connection, "features", {entry.feature for entry in places if entry.feature})
    sources = _vocabulary(connection, "sources", {entry.source for entry in places})
    codes = _write_divisions(connection, places)
    rows = [_place_row(entry, numbers, features, sources, codes) for entry in places]
    connection.executemany(f"INSERT INTO places VALUES ({_marks(11)})", rows)
    countries = {e.country_code: numbers[e.id] for e in places if (e.feature or "").startswith("A.PCL")}
    connection.executemany("INSERT INTO countries VALUES (?, ?)", sorted(countries.items()))
    names = name_rows(places, numbers)
    connection.executemany(f"INSERT INTO names VALUES ({_marks(5)})", names)
    return {"places": len(rows), "names": len(names), "divisions": len(codes), "countries": len(countries)}


def _place_row(entry: Entry, numbers, features, sources, codes) -> tuple:
    return (
        numbers[entry.id],
        None if entry.id.startswith("geonames:") else entry.id,
        entry.name,
        round((entry.lat or 0.0) * schema.STEPS_PER_DEGREE),
        round((entry.lon or 0.0) * schema.STEPS_PER_DEGREE),
        entry.country_code,
        features.get(entry.feature),
        entry.population,
        codes.get(entry.adm2_code or "", codes.get(entry.adm1_code or "")),
        entry.radius_km,
        sources[entry.source],
    )


def _write_divisions(connection: sqlite3.Connection, places: Sequence[Entry]) -> dict[str, int]:
    """The divisions that places refer to, by code: a second-level one brings its first level with it."""
    known = divisions(places)
    lowest = {code for entry in places for code in (entry.adm1_code, entry.adm2_code) if code}
    used = sorted(lowest | {_first_level(code) for code in lowest})
    numbers = {code: index for index, code in enumerate(used, start=1)}
    rows = [(numbers[code], *_division_row(code, known, numbers)) for code in used]
    connection.executemany(f"INSERT INTO divisions VALUES ({_marks(4)})", rows)
    return numbers


def _division_row(
    code: str, known: Mapping[str, Entry], numbers: Mapping[str, int]
) -> tuple[int | None, str | None, str | None]:
    name = known[code].name if code in known else None
    first = _first_level(code)
    return (None, code, name) if code == first else (numbers[first], None, name)


def _first_level(code: str) -> str:
    return ".".join(code.split(".")[:2])


def _vocabulary(connection: sqlite3.Connection, table: str, words: set[str]) -> dict[str, int]:
    numbers = {word: index for index, word in enumerate(sorted(words), start=1)}
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(index, word) for word, index in numbers.items()])
    return numbers


def _marks(count: int) -> str:
    return ", ".join("?" * count)
