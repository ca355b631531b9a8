"""Builds `static/basemap/`: what the map shows where no tile server may be asked.

`countries.json` comes from Visionscarto's 50 m countries (the view of the United Nations) and serves the whole world;
`borders.json` and `divisions.json` are lines from our own 10 m outlines, for the nearer zooms; `disputed.json` holds the
borders that are drawn dashed, and says of each which view has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely

from geo.location import topology
from geo.sources import pins, topojson
from geo.sources.fetch import fetch, member
from geo.types import VIEWS, View

WORLD_ATLAS = pins.pin("natural-earth-countries")
MEMBER = "package/world/50m.json"
DECIMALS = 2
"""Digits of a degree: 0.01 is 1.1 km, under a pixel up to zoom 7; the borders keep one more."""
SIMPLER = 0.05
"""Degrees: the root of the smallest triangle kept of a country, half of what 50 m data resolve."""
TOLERANCE = {"borders": 0.005, "disputed": 0.005, "divisions": 0.04}
"""Degrees that a simplified line may stray."""
HALF_TURN = 180.0


def build_basemap(downloads: Path, shapes: Path, out: Path) -> dict[str, int]:
    """Writes the files and returns their sizes in bytes. `shapes` is the file that `build_shapes` wrote."""
    atlas = read(downloads)
    outlines = topology.read(shapes)
    out.mkdir(parents=True, exist_ok=True)
    settled, disputed = _settled(outlines), _disputed(outlines)
    divisions = ~settled & ~disputed["both"] & ~disputed["un"] & _between_divisions(outlines)
    files = {
        "countries.json": _collection(countries(atlas)),
        "borders.json": _collection(_lines(outlines, settled, TOLERANCE["borders"], DECIMALS + 1)),
        "disputed.json": _collection(
            feature
            for shown, chosen in disputed.items()
            for feature in _lines(outlines, chosen, TOLERANCE["disputed"], DECIMALS + 1, {"view": shown})
        ),
        "divisions.json": _collection(_lines(outlines, divisions, TOLERANCE["divisions"], DECIMALS)),
    }
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8")
    return {name: len(text.encode()) for name, text in files.items()}


def read(downloads: Path) -> dict[str, Any]:
    """Visionscarto's TopoJSON."""
    fetch(downloads, (WORLD_ATLAS,))
    return json.loads(member(downloads / WORLD_ATLAS.file, MEMBER))


DE_FACTO = frozenset({"SOL", "CYN"})
"""Natural Earth's codes of Somaliland and Northern Cyprus: the United Nations' view has no such countries, so their names are
lettered in the other view alone, as `natural_earth_claims` has their land."""


def countries(atlas: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A feature a country, neighbours without gaps, cut at the antimeridian."""
    arcs = list(topojson.arcs(atlas))
    shapes = atlas["objects"]["countries"]["geometries"]
    areas = [_country(shape, arcs) for shape in shapes]
    for shape, area in zip(shapes, shapely.coverage_simplify(np.array(areas), SIMPLER), strict=True):
        if not area.is_empty:
            told = shape.get("properties", {})
            lettered = {"view": "de-facto"} if told.get("a3") in DE_FACTO else {}
            yield {"type": "Feature", "properties": {**told, **lettered}, "geometry": _area(area)}


def _country(shape: Mapping[str, Any], arcs: Sequence[np.ndarray]) -> shapely.Geometry:
    walked = ([topojson.ring(ring, arcs) for ring in polygon] for polygon in topojson.polygons(shape))
    solid = ([ring for ring in polygon if len(ring) > 3] for polygon in walked if len(polygon[0]) > 3)
    whole = shapely.union_all([part for polygon in solid for part in _flat(polygon)])
    return shapely.MultiPolygon([part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"])


def steps(shape: Mapping[str, Any]) -> set[int]:
    """The arcs around a shape: i forwards, ~i backwards."""
    return {step for polygon in topojson.polygons(shape) for ring in polygon for step in ring}


def _flat(rings: Sequence[np.ndarray]) -> Iterator[shapely.Geometry]:
    """A polygon of the globe as polygons of the flat map: unrolled, closed over a pole within, cut at the antimeridian."""
    shell, *holes = (_unrolled(ring) for ring in rings)
    area = shapely.make_valid(shapely.Polygon(shell))
    for hole in holes:
        area = shapely.difference(area, shapely.make_valid(shapely.Polygon(hole)))
    for turn in (-360.0, 0.0, 360.0):
        part = shapely.intersection(area, shapely.box(turn - HALF_TURN, -90, turn + HALF_TURN, 90))
        if part.area > 0:
            yield shapely.transform(part, lambda xy, turn=turn: xy - (turn, 0.0))


def _unrolled(ring: np.ndarray) -> np.ndarray:
    """Longitudes counted on past 180 degrees; a ring around a pole is closed along it."""
    longitudes = np.unwrap(ring[:, 0], period=360)
    ring = np.column_stack([longitudes, ring[:, 1]])
    if abs(longitudes[-1] - longitudes[0]) < HALF_TURN:
        return ring
    pole = np.sign(ring[:, 1].mean()) * 90
    return np.vstack([ring, [[longitudes[-1], pole], [longitudes[0], pole], ring[0]]])


def _settled(outlines: topology.Topology) -> np.ndarray:
    """Arcs that are a border in both views, and drawn whole on the United Nations' maps."""
    un, de_facto = (_between_countries(outlines, view) for view in VIEWS)
    return un & de_facto & (outlines.unsettled == 0)


def _disputed(outlines: topology.Topology) -> dict[str, np.ndarray]:
    """Arcs drawn dashed: in both views, or in the only one that has them."""
    un, de_facto = (_between_countries(outlines, view) for view in VIEWS)
    return {"both": un & de_facto & (outlines.unsettled == 1), "un": un & ~de_facto, "de-facto": de_facto & ~un}


def _between_countries(outlines: topology.Topology, view: View) -> np.ndarray:
    """Arcs with a different country on either side."""
    return _differ(outlines, _countries_of(outlines, view))


def _countries_of(outlines: topology.Topology, view: View) -> np.ndarray:
    return _owners(outlines, lambda record: record["level"] == topology.COUNTRY and record.get("view", view) == view)


def _between_divisions(outlines: topology.Topology) -> np.ndarray:
    """Arcs with a different first-level division on either side."""
    return _differ(outlines, _owners(outlines, lambda record: record["level"] == topology.FIRST_LEVEL))


def _owners(outlines: topology.Topology, wanted: Callable[[Mapping], bool]) -> np.ndarray:
    """For every unit, and last for the sea: the smallest of the wanted shapes it belongs to, or -1."""
    owner = np.full(int(outlines.sides.max()) + 2, -1)
    numbers = [number for number, record in enumerate(outlines.header["shapes"]) if wanted(record)]
    for number in sorted(numbers, key=lambda number: -len(outlines.members(number))):
        owner[outlines.members(number)] = number
    return owner


def _differ(outlines: topology.Topology, owner: np.ndarray) -> np.ndarray:
    sides = owner[outlines.sides]
    return (sides[:, 0] != sides[:, 1]) & (outlines.sides != topology.NO_UNIT).all(axis=1)


def _lines(
    outlines: topology.Topology,
    chosen: np.ndarray,
    tolerance: float,
    decimals: int,
    properties: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[dict[str, Any]]:
    """A feature a country, so that the browser draws only what is in view."""
    country = _countries_of(outlines, "un")[outlines.sides].max(axis=1)
    for number in np.unique(country[chosen]):
        lines = outlines.lines(np.flatnonzero(chosen & (country == number)).tolist()).geoms
        points = [
            _points(shapely.simplify(line, tolerance), decimals) for line in sorted(lines, key=lambda line: line.bounds)
        ]
        drawn = [line for line in points if len(line) > 1]
        if drawn:
            geometry = {"type": "MultiLineString", "coordinates": drawn}
            yield {"type": "Feature", "properties": dict(properties), "geometry": geometry}


def _area(area: shapely.Geometry) -> dict[str, Any]:
    """Parts and holes that vanish at this precision are left out, but never the largest part."""
    parts = sorted(shapely.get_parts(area).tolist(), key=lambda part: -part.area)
    polygons = [[_points(ring, DECIMALS) for ring in shapely.get_rings(part)] for part in parts]
    whole = [[ring for ring in polygon if len(ring) > 3] for polygon in polygons if len(polygon[0]) > 3]
    finest = [[_points(ring, DECIMALS + 2) for ring in shapely.get_rings(part)] for part in parts[:1]]
    return {"type": "MultiPolygon", "coordinates": whole or finest}


def _points(line: shapely.Geometry, decimals: int) -> list[list[float]]:
    rounded = np.round(shapely.get_coordinates(line), decimals)
    moved = np.append(True, (np.diff(rounded, axis=0) != 0).any(axis=1))
    return rounded[moved].tolist()


def _collection(features: Iterable[Mapping[str, Any]]) -> str:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return json.dumps(collection, separators=(",", ":"), ensure_ascii=False)
