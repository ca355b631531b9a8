"""From polygons that meet exactly to arcs that are stored once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from geo.errors import DataError
from geo.location.topology import GRID, NO_UNIT, Topology

Point = tuple[int, int]
Ring = list[Point]
TOLERANCE = 0.01
"""Degrees: the root of the smallest triangle that simplification keeps, about 1 km². Keeps the file under 6 MB, and a line
within 2 pixels of Natural Earth's at zoom 8."""


def simplify(areas: Sequence[shapely.Geometry]) -> list[shapely.Geometry]:
    """Fewer corners, the same ones on both sides of every line, so no gap opens and nothing crosses."""
    return list(shapely.coverage_simplify(np.array(areas), TOLERANCE))


def build(
    areas: Sequence[shapely.Geometry], shapes: Sequence[tuple[Mapping, Sequence[int]]], about: Mapping
) -> Topology:
    """`areas` are the units; a shape is its record for the header and the numbers of its units."""
    arcs = _Arcs(areas)
    outlines = [arcs.walk(shapely.coverage_union_all([areas[unit] for unit in members])) for _, members in shapes]
    rings = [ring for outline in outlines for polygon in outline for ring in polygon]
    polygons = [polygon for outline in outlines for polygon in outline]
    header: dict[str, Any] = {"about": dict(about), "shapes": [dict(record) for record, _ in shapes]}
    return Topology(
        header=header,
        points=np.array([point for arc in arcs.lines for point in arc], dtype=np.int32),
        arc_starts=_starts(arcs.lines),
        sides=np.array(arcs.sides, dtype=np.int16),
        unsettled=np.zeros(len(arcs.sides), dtype=np.int8),
        steps=np.array([step for ring in rings for step in ring], dtype=np.int32),
        ring_starts=_starts(rings),
        polygon_starts=_starts(polygons),
        shape_starts=_starts(outlines),
        units=np.array([unit for _, members in shapes for unit in members], dtype=np.int16),
        unit_starts=_starts([members for _, members in shapes]),
    )


def _starts(lists: Sequence[Sequence]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum([len(items) for items in lists])]).astype(np.int32)


class _Arcs:
    """The arcs of a set of areas, and the way to retell any union of the areas in arcs."""

    def __init__(self, areas: Sequence[shapely.Geometry]) -> None:
        self.lines: list[Ring] = []
        self.sides: list[tuple[int, int]] = []
        self._known: dict[tuple[Point, Point], int] = {}
        rings = [(unit, ring) for unit, area in enumerate(areas) for polygon in _polygons(area) for ring in polygon]
        self._owners = _owners(rings)
        self._nodes = _nodes(self._owners)
        for _, ring in rings:
            for line in _split(ring, self._nodes):
                self._add(line)

    def walk(self, area: shapely.Geometry) -> list[list[list[int]]]:
        """Polygons of rings of steps."""
        return [
            [[self._known[line[0], line[1]] for line in _split(ring, self._nodes)] for ring in polygon]
            for polygon in _polygons(area)
        ]

    def _add(self, line: Ring) -> None:
        if (line[0], line[1]) in self._known:
            return
        number = len(self.lines)
        self._known[line[0], line[1]] = number
        self._known[line[-1], line[-2]] = ~number
        owners = self._owners[_edge(line[0], line[1])]
        self.lines.append(line)
        self.sides.append((owners[0], owners[1] if len(owners) > 1 else NO_UNIT))


def _polygons(area: shapely.Geometry) -> Iterator[list[Ring]]:
    for polygon in shapely.get_parts(area):
        yield [_whole(ring) for ring in shapely.get_rings(polygon)]


def _whole(ring: shapely.LinearRing) -> Ring:
    """On the grid, as whole numbers, without a point twice in a row; first and last point are the same."""
    points = [tuple(point) for point in np.rint(shapely.get_coordinates(ring) * GRID).astype(int).tolist()]
    return [point for number, point in enumerate(points) if number == 0 or point != points[number - 1]]


def _edge(a: Point, b: Point) -> tuple[Point, Point]:
    return (a, b) if a < b else (b, a)


def _owners(rings: Sequence[tuple[int, Ring]]) -> dict[tuple[Point, Point], tuple[int, ...]]:
    owners: dict[tuple[Point, Point], tuple[int, ...]] = {}
    for unit, ring in rings:
        for a, b in zip(ring, ring[1:], strict=False):
            edge = _edge(a, b)
            owners[edge] = (*owners.get(edge, ()), unit)
    crowded = [(edge, units) for edge, units in owners.items() if len(units) > 2 or len(set(units)) != len(units)]
    if crowded:
        raise DataError(f"{len(crowded)} edges lie between more than two units, the first {crowded[0]}")
    return owners


def _nodes(owners: Mapping[tuple[Point, Point], tuple[int, ...]]) -> set[Point]:
    """Points where lines end or the units beside them change."""
    around: dict[Point, list[tuple[int, ...]]] = defaultdict(list)
    for (a, b), units in owners.items():
        around[a].append(tuple(sorted(units)))
        around[b].append(tuple(sorted(units)))
    return {point for point, beside in around.items() if len(beside) != 2 or beside[0] != beside[1]}


def _split(ring: Ring, nodes: set[Point]) -> list[Ring]:
    """A ring cut at its nodes; one without nodes starts at its smallest point, so that both its sides start alike."""
    open_ring = ring[:-1]
    cuts = [number for number, point in enumerate(open_ring) if point in nodes] or [open_ring.index(min(open_ring))]
    turned = open_ring[cuts[0] :] + open_ring[: cuts[0]]
    ends = [cut - cuts[0] for cut in cuts] + [len(turned)]
    closed = [*turned, turned[0]]
    return [closed[a : b + 1] for a, b in zip(ends, ends[1:], strict=False)]
