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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.errors import DataError

MAGIC = "dateline-shapes"
VERSION = 2
GRID = 100_000
"""Coordinates are whole multiples of 1/GRID degree: 0.00001 degree is 1.1 m, what Natural Earth's 10 m edition resolves."""
NO_UNIT = -1
"""The other side of a coast."""
RING = 3
"""Points of a line that goes there and back; a ring that encloses anything has more."""
COUNTRY, FIRST_LEVEL, OTHER = 0, 1, 2
"""`level` of a shape: a country or dependency, a first-level division of GeoNames, anything else."""

ARRAYS = (
    "points",
    "arc_starts",
    "sides",
    "unsettled",
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
    """`shapes`: one record a shape (keys, level, code, country, name; `view` where only one view has it); `about`: sources,
    views and hashes."""
    points: np.ndarray
    """int32 (n, 2): longitude and latitude in 1/GRID degree, arc after arc."""
    arc_starts: np.ndarray
    """Arc i is `points[arc_starts[i]:arc_starts[i + 1]]`."""
    sides: np.ndarray
    """int16 (arcs, 2): the units along each arc, `NO_UNIT` for the sea."""
    unsettled: np.ndarray
    """int8 (arcs): 1 where the United Nations' maps draw the line dashed or call it provisional."""
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
        polygons = self.polygon_starts[self.shape_starts[shape] : self.shape_starts[shape + 1] + 1]
        rings = self.ring_starts[polygons[0] : polygons[-1] + 1]
        corners, ring = self._walk(self.steps[rings[0] : rings[-1]], np.diff(rings))
        parts = shapely.polygons(
            shapely.linearrings(corners, indices=ring),
            indices=np.repeat(np.arange(len(polygons) - 1), np.diff(polygons)),
        )
        return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)

    def union(self, units: Iterable[int]) -> shapely.Geometry:
        """Any units as one area: the lines with one of them on one side only."""
        lines = shapely.get_parts(self.lines(self._around(units)))
        if not shapely.is_closed(lines).all():  # they touch at several points: slower, and fills what they enclose
            return shapely.build_area(shapely.multilinestrings(lines))
        corners, ring = shapely.get_coordinates(lines, return_index=True)
        return _areas(shapely.linearrings(corners, indices=ring))

    def coarse_union(self, units: Iterable[int], tolerance: float) -> shapely.Geometry:
        """Any units as one area, its lines off by up to `tolerance` degrees, islets smaller than that left out."""
        units = list(units)
        arcs = shapely.simplify(self._drawn(self._around(units)), tolerance, preserve_topology=False)
        closed = shapely.is_closed(arcs)
        islands, open_arcs = arcs[closed & (shapely.length(arcs) > tolerance)], arcs[~closed]
        merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(open_arcs)))
        lines = np.concatenate([islands, merged])
        if not shapely.is_closed(merged).all():
            return shapely.simplify(self.union(units), tolerance, preserve_topology=False)
        corners, ring = shapely.get_coordinates(lines[shapely.get_num_coordinates(lines) > RING], return_index=True)
        return _areas(shapely.linearrings(corners, indices=ring)) if len(corners) else shapely.Polygon()

    def _around(self, units: Iterable[int]) -> np.ndarray:
        """The arcs with one of the units on one side only."""
        inside = np.isin(self.sides, list(units))
        return np.flatnonzero(inside[:, 0] ^ inside[:, 1])

    def members(self, shape: int) -> np.ndarray:
        """The numbers of the units that make up a shape."""
        return self.units[self.unit_starts[shape] : self.unit_starts[shape + 1]]

    def lines(self, arcs: Sequence[int] | np.ndarray) -> shapely.MultiLineString:
        """The arcs joined into as few lines as they make."""
        merged = shapely.line_merge(shapely.multilinestrings(self._drawn(np.asarray(arcs))))
        return merged if isinstance(merged, shapely.MultiLineString) else shapely.multilinestrings([merged])

    @cached_property
    def boxes(self) -> np.ndarray:
        """float (arcs, 4): west, south, east and north of every arc in degrees."""
        starts = self.arc_starts[:-1]
        least, most = np.minimum.reduceat(self.points, starts), np.maximum.reduceat(self.points, starts)
        return np.hstack([least, most]) / GRID

    def _walk(self, steps: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The corners along the steps of several rings, and the number of the ring that each corner belongs to.

        `lengths`: how many of the steps each ring takes. An arc's last point is the next one's first, and left out.
        """
        forwards = steps >= 0
        arcs = np.where(forwards, steps, ~steps)
        starts, ends = self.arc_starts[arcs], self.arc_starts[arcs + 1]
        counts = ends - starts - 1
        before = np.repeat(np.cumsum(counts) - counts, counts)
        along = np.arange(counts.sum()) - before
        first = np.repeat(np.where(forwards, starts, ends - 1), counts)
        corners = self.points[first + along * np.repeat(np.where(forwards, 1, -1), counts)] / GRID
        return corners, np.repeat(np.repeat(np.arange(len(lengths)), lengths), counts)

    def _drawn(self, arcs: np.ndarray) -> np.ndarray:
        """Each arc as a line of its own."""
        starts, counts = self.arc_starts[arcs], self.arc_starts[arcs + 1] - self.arc_starts[arcs]
        before = np.repeat(np.cumsum(counts) - counts, counts)
        points = self.points[np.repeat(starts, counts) + np.arange(counts.sum()) - before]
        return shapely.linestrings(points / GRID, indices=np.repeat(np.arange(len(arcs)), counts))


def _areas(rings: np.ndarray) -> shapely.Geometry:
    """What rings enclose: one inside another is its hole, one inside a hole an area again."""
    areas = shapely.polygons(rings)
    outer, inner = shapely.STRtree(shapely.get_point(rings, 1)).query(areas, predicate="contains")
    depth = np.bincount(inner, minlength=len(rings))
    hole = (depth[inner] % 2 == 1) & (depth[outer] == depth[inner] - 1)
    for shell in np.unique(outer[hole]):
        areas[shell] = shapely.polygons(rings[shell], holes=rings[inner[hole & (outer == shell)]])
    parts = areas[depth % 2 == 0]
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


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
            f"{path} cannot be read as outlines ({error}): restore it with git or `python -m geo.sources --only shapes`"
        ) from error


def _arrays(layout: list[list], body: memoryview) -> dict[str, np.ndarray]:
    arrays, offset = {}, 0
    for name, dtype, shape in layout:
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, dtype=dtype, count=count, offset=offset).reshape(shape)
        offset += arrays[name].nbytes
    return arrays
