"""A shapefile of two lines, written byte by byte as the format says."""

import struct

import pytest

from geo.errors import DataError
from geo.sources.shapefiles import read, table

LENA = [[(105.0, 53.9), (106.1, 54.0)]]
OB = [[(65.0, 66.5), (66.0, 66.0)], [(67.0, 65.0), (68.0, 64.0), (69.0, 63.5)]]


def polyline(parts, kind=3):
    points = [point for part in parts for point in part]
    starts = [sum(map(len, parts[:number])) for number in range(len(parts))]
    head = struct.pack("<i4d2i", kind, 0, 0, 0, 0, len(parts), len(points))
    return head + struct.pack(f"<{len(parts)}i", *starts) + b"".join(struct.pack("<2d", *point) for point in points)


def shapefile(*bodies):
    shp, shx = b" " * 100, b" " * 100
    for number, body in enumerate(bodies, start=1):
        shx += struct.pack(">2i", len(shp) // 2, len(body) // 2)
        shp += struct.pack(">2i", number, len(body) // 2) + body + b"padding!"
    return shp, shx


def dbf(rows, fields=(("name", 8), ("rivernum", 4))):
    width = 1 + sum(size for _, size in fields)
    head = struct.pack("<4xIHH20x", len(rows), 32 + 32 * len(fields) + 1, width)
    described = b"".join(struct.pack("<11sc4xB15x", name.encode(), b"C", size) for name, size in fields)
    sizes = [size for _, size in fields]
    cells = b"".join(
        b" " + b"".join(cell.ljust(size).encode("latin-1") for cell, size in zip(row, sizes, strict=True))
        for row in rows
    )
    return head + described + b"\r" + cells


def test_lines_come_with_their_row():
    lena, ob = read(*shapefile(polyline(LENA), polyline(OB)), dbf([("Lena", "3"), ("Ob?", "7")]))
    assert (lena.facts, lena.shape.wkt) == ({"name": "Lena", "rivernum": "3"}, "LINESTRING (105 53.9, 106.1 54)")
    assert ob.facts["name"] == "Ob?" and len(ob.shape.geoms) == 2 and len(ob.shape.geoms[1].coords) == 3


def test_a_row_too_many_is_told():
    with pytest.raises(DataError, match="1 lines but 2 rows"):
        list(read(*shapefile(polyline(LENA)), dbf([("a", "1"), ("b", "2")])))


def test_a_polygon_is_no_line():
    with pytest.raises(DataError, match="shape type 5"):
        list(read(*shapefile(polyline(LENA, kind=5)), dbf([("a", "1")])))


def test_letters_beyond_ascii_are_read_as_latin_1():
    assert list(table(dbf([("Ariège", "1")])))[0]["name"] == "Ariège"
