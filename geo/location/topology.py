"""The file of outlines: every line between two areas stored once, so that neighbours share it to the last digit.

An *arc* is a stretch of line between two points where three or more areas (or an area, another and the sea) meet. A *shape*
is a list of polygons, a polygon a list of rings (shell first, then holes), a ring a list of arcs walked forwards or
backwards. `sides` says which *units* (the smallest areas, first-level divisions mostly) lie along an arc; a border is
the arcs that have one unit of each party.

The file is one JSON line that names the arrays, then the arrays themselves, little-endian, in the order named.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.errors import DataError

MAGIC = "dateline-shapes"
VERSION = 1
GRID = 100_000
"""Coordinates are whole multiples of 1/GRID degree: 0.00001 degree is 1.1 m, what Natural Earth's 10 m edition resolves."""
NO_UNIT = -1
"""The other side of a coast."""
COUNTRY, FIRST_LEVEL, OTHER = 0, 1, 2
"""`level` of a shape: a country or dependency, a first-level division of GeoNames, anything else."""

ARRAYS = (
    "points",
    "arc_starts",
    "sides",
    "steps",
    "ring_starts",
    "polygon_starts",
    "shape_starts",
    "units",
    "unit_starts",
)
"""Names, in file order, of the arrays below."""


@dataclass(frozen=True, eq=False)
class Topology:
    """Arcs, rings and shapes as flat arrays; immutable, so any number of threads may read it."""

    header: Mapping[str, Any]
    """`shapes`: one record a shape (keys, level, code, country, name); `about`: sources, view and hashes."""
    points: np.ndarray
    """int32 (n, 2): longitude and latitude in 1/GRID degree, arc after arc."""
    arc_starts: np.ndarray
    """Arc i is `points[arc_starts[i]:arc_starts[i + 1]]`."""
    sides: np.ndarray
    """int16 (arcs, 2): the units along each arc, `NO_UNIT` for the sea."""
    steps: np.ndarray
    """Arcs in ring order: i walked forwards, ~i backwards."""
    ring_starts: np.ndarray
    polygon_starts: np.ndarray
    shape_starts: np.ndarray
    units: np.ndarray
    """The units that make up each shape, shape after shape."""
    unit_starts: np.ndarray

    def outline(self, shape: int) -> shapely.Geometry:
        """The shape as a (Multi)Polygon in longitude-latitude degrees."""
        polygons = range(self.shape_starts[shape], self.shape_starts[shape + 1])
        parts = [self._polygon(number) for number in polygons]
        return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)

    def members(self, shape: int) -> np.ndarray:
        """The numbers of the units that make up a shape."""
        return self.units[self.unit_starts[shape] : self.unit_starts[shape + 1]]

    def lines(self, arcs: Sequence[int]) -> shapely.MultiLineString:
        """The arcs joined into as few lines as they make."""
        merged = shapely.line_merge(
            shapely.multilinestrings([shapely.linestrings(self._arc(arc) / GRID) for arc in arcs])
        )
        return merged if isinstance(merged, shapely.MultiLineString) else shapely.multilinestrings([merged])

    def _polygon(self, number: int) -> shapely.Polygon:
        first, last = self.polygon_starts[number], self.polygon_starts[number + 1]
        shell, *holes = (shapely.linearrings(self._ring(ring) / GRID) for ring in range(first, last))
        return shapely.polygons(shell, holes=holes or None)

    def _ring(self, ring: int) -> np.ndarray:
        walked = [self._step(step) for step in self.steps[self.ring_starts[ring] : self.ring_starts[ring + 1]]]
        return np.concatenate([walked[0][:1], *(points[1:] for points in walked)])

    def _step(self, step: int) -> np.ndarray:
        return self._arc(step) if step >= 0 else self._arc(~step)[::-1]

    def _arc(self, arc: int) -> np.ndarray:
        return self.points[self.arc_starts[arc] : self.arc_starts[arc + 1]]


def write(topology: Topology, path: Path) -> None:
    """The same topology gives the same bytes."""
    arrays = {name: np.ascontiguousarray(getattr(topology, name)) for name in ARRAYS}
    body = b"".join(array.astype(array.dtype.newbyteorder("<")).tobytes() for array in arrays.values())
    layout = [[name, array.dtype.newbyteorder("<").str, list(array.shape)] for name, array in arrays.items()]
    head = {"format": MAGIC, "version": VERSION, "crc32": zlib.crc32(body), "arrays": layout, **topology.header}
    path.write_bytes(json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + body)


def read(path: Path) -> Topology:
    """Raises `DataError` when the file is missing, damaged or of another version."""
    try:
        raw = path.read_bytes()
        head = json.loads(raw[: raw.index(b"\n")])
        if (head["format"], head["version"]) != (MAGIC, VERSION):
            raise ValueError(f"format {head['format']!r} version {head['version']!r}")
        body = memoryview(raw)[raw.index(b"\n") + 1 :]
        if zlib.crc32(body) != head["crc32"]:
            raise ValueError("its checksum is wrong")
        return Topology(header=head, **_arrays(head["arrays"], body))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"{path} cannot be read as outlines ({error}): restore it with git or `python -m geo.sources.shapes`"
        ) from error


def _arrays(layout: list[list], body: memoryview) -> dict[str, np.ndarray]:
    arrays, offset = {}, 0
    for name, dtype, shape in layout:
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, dtype=dtype, count=count, offset=offset).reshape(shape)
        offset += arrays[name].nbytes
    return arrays
