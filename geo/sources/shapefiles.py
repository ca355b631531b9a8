"""Reads the lines and the table of an ESRI shapefile: two formats of fixed layout, unchanged since 1998."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from geo.errors import DataError

LINE = 3
"""Shape type of a polyline."""
SHP_HEAD, DBF_HEAD, DBF_FIELD = 100, 32, 32
"""Bytes of the head of the geometry file, of the table's, and of each field's description in it."""
RECORD_HEAD = 8
"""Bytes before each geometry: its number and its length."""
LINE_HEAD = 44
"""Bytes before a polyline's list of parts: type, four doubles of its box, number of parts, number of points."""


@dataclass(frozen=True)
class Line:
    """One row: its geometry in longitude-latitude and its columns, blanks trimmed."""

    shape: shapely.Geometry
    facts: Mapping[str, str]


def read(shp: bytes, shx: bytes, dbf: bytes) -> Iterator[Line]:
    """The rows of a shapefile of polylines. Raises `DataError` when its files do not belong together."""
    starts, rows = _starts(shx), list(table(dbf))
    if len(starts) != len(rows):
        raise DataError(f"the shapefile has {len(starts)} lines but {len(rows)} rows")
    for start, facts in zip(starts, rows, strict=True):
        yield Line(_line(shp, start), facts)


def table(dbf: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBASE table as text; bytes are read as Latin-1, for the format does not say what they are."""
    count, start, width = struct.unpack_from("<IHH", dbf, 4)
    ends = dbf.index(b"\r", DBF_HEAD)
    heads = [dbf[place : place + DBF_FIELD] for place in range(DBF_HEAD, ends, DBF_FIELD)]
    fields = [(head[:11].partition(b"\0")[0].decode("ascii"), head[16]) for head in heads]
    for row in range(count):
        place, facts = start + row * width + 1, {}
        for name, size in fields:
            facts[name] = dbf[place : place + size].decode("latin-1").strip(" \0")
            place += size
        yield facts


def _starts(shx: bytes) -> list[int]:
    """Where each geometry begins, after its own head; the index counts in words of two bytes."""
    return [2 * int(start) + RECORD_HEAD for start in np.frombuffer(shx, ">i4", offset=SHP_HEAD)[::2]]


def _line(shp: bytes, place: int) -> shapely.Geometry:
    kind, parts, points = struct.unpack_from("<i32xii", shp, place)
    if kind != LINE:
        raise DataError(f"shape type {kind} is no polyline")
    starts = np.frombuffer(shp, "<i4", parts, place + LINE_HEAD)
    coordinates = np.frombuffer(shp, "<f8", 2 * points, place + LINE_HEAD + 4 * parts).reshape(-1, 2)
    lines = [shapely.linestrings(part) for part in np.split(coordinates, starts[1:])]
    return lines[0] if len(lines) == 1 else shapely.multilinestrings(lines)
