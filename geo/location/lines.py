"""Parts of lines and strips beside them, measured on the globe.

Lines and areas are shapely geometries in longitude-latitude degrees, distances kilometres.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

import numpy as np
import shapely
from geopy.distance import geodesic
from shapely.ops import substring

from geo.location import lonlat
from geo.location.geodesy import cut, disc

Side = Literal["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"]
SIDES: tuple[Side, ...] = get_args(Side)

BEARINGS = dict(zip(("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"),
                     range(0, 360, 45), strict=True))  # fmt: skip
BAND = 1.0
"""Degrees of latitude in which a degree of longitude is taken for equally long: at 60° the sides of a strip are off by
1.5 %, at 75° by 3 %."""
WIDE, WIDE_BAND = 0.5, 2.0
"""The same for a strip that is wider than so many degrees: twice as far off, in two thirds of the time."""
FINE = 1 / 10
"""Lines are simplified to this share of the width before a strip is drawn around them: its area is off by 2 % at most where
the line has fjords (Norway, Chile), by less elsewhere."""
MOST = 1500
"""Vertices that a strip is drawn around; a line that has more is cut coarser by `COARSER`: the waters off Canada, with the
longest coast of all, are off by 3 %."""
COARSER = 1.3
GROWN = (0.05, 0.15, 0.8)
"""Shares of the width that are drawn one after the other: the first joins the islands of a coast of fjords, around which the
rest is drawn in a quarter of the time."""
FINER = 0.5
"""Share of such a step that its outline is simplified to."""
FEW = 2
"""Corners of a quarter circle in all steps but the last."""
CORNERS = 8
"""Corners of a quarter circle at the ends of a strip."""
KM_PER_DEGREE = 111.2
"""Of latitude: the mean of the WGS 84 ellipsoid, off by up to 0.6 %."""
ISLET = 1 / 50
"""Parts of an area smaller than this share of its largest hide no coast and have no side of their own."""
CLOSE = 1 / 500
"""Of an area's extent: how near to its own coast a view begins."""
GLANCE = 15.0
"""Degrees to both sides that must be free too, so that a line along the view is not seen."""
BORDER_SECTOR = 65.0
"""Degrees to both sides of a direction, seen from the middle of an area's box, that its boundary may lie in. Judged on
those of Ukraine, Mexico, Egypt and Poland."""
FLAT = 0.4
"""A coast whose view from a side is this much narrower than it is deep (Libya's from the east) is told by position: its
outermost third. Judged on twenty coasts, from Libya to Norway."""
HALF_GRID = 0.000005
"""Degrees: coordinates are whole multiples of twice this."""
HALF_TURN = 180.0
AREA = 2
"""Dimensions of an area."""
COARSEST = 1.0
"""Degrees; nothing is cut coarser for the sake of `MOST`."""
POLAR = 88.0
"""Nearer to a pole a degree of longitude is counted as long as here."""


STEP_KM = 5
"""Reasons tell a reach in round numbers, so it is one."""


class Reach(NamedTuple):
    """How much of a line counts as near a place."""

    least_km: float
    most_km: float
    times: float
    """Of the distance between line and place, where that lies between the two."""


NEAR = Reach(least_km=30, most_km=100, times=1.5)
"""Judged: a town on a border is near the next 30 km to both sides, one 40 km off (Sumy) near what lies within 60 km; what is
farther off than 100 km is not near at all."""


def distance_km(line: shapely.Geometry, *, lat: float, lon: float) -> float:
    """From a point to the vertex or segment of a line that is nearest by eye; the other side of the antimeridian too."""
    squeeze = _squeeze(lat)
    found = []
    for turn in (-360.0, 0.0, 360.0):
        flat = shapely.transform(line, lambda xy, turn=turn: (xy + (turn, 0.0)) * (squeeze, 1.0))
        here = lonlat.point(lat=lat, lon=lon * squeeze)
        nearest = shapely.get_coordinates(shapely.shortest_line(flat, here))[0]
        found.append(geodesic((nearest[1], nearest[0] / squeeze - turn), (lat, lon)).km)
    return min(found)


def near(
    line: shapely.Geometry, *, lat: float, lon: float, reach: Reach = NEAR
) -> tuple[shapely.Geometry, float] | None:
    """The part of a line near a point, and within how many kilometres of it. None: none of it is near."""
    distance = distance_km(line, lat=lat, lon=lon)
    if distance > reach.most_km:
        return None
    reached = min(max(reach.least_km, distance * reach.times), reach.most_km)
    reached = float(np.ceil(reached / STEP_KM) * STEP_KM)
    return lines_of(shapely.intersection(line, disc(lat=lat, lon=lon, radius_km=reached))), reached


def within(line: shapely.Geometry, area: shapely.Geometry, km: float) -> shapely.Geometry:
    """The part of a line that lies within so many kilometres of an area; empty where none does."""
    degrees = km / KM_PER_DEGREE
    south, north = shapely.bounds(line)[[1, 3]]
    found = []
    for low in _bands(south, north, WIDE_BAND):
        squeeze = _squeeze(low + WIDE_BAND / 2)
        part = shapely.clip_by_rect(line, -HALF_TURN, low, HALF_TURN, low + WIDE_BAND)
        if part.is_empty:
            continue
        west, _, east, _ = shapely.bounds(part)
        margin = degrees / squeeze
        beside = shapely.clip_by_rect(area, west - margin, low - degrees, east + margin, low + WIDE_BAND + degrees)
        if beside.is_empty:
            continue
        flat = shapely.buffer(_squeezed(beside, squeeze), degrees, quad_segs=CORNERS)
        found.append(shapely.intersection(part, _squeezed(flat, 1 / squeeze)))
    return lines_of(shapely.geometrycollections(found))


def facing(coast: shapely.Geometry, area: shapely.Geometry, side: Side) -> shapely.Geometry | None:
    """The part of an area's coast that one sees coming from one side. None: there is none.

    A coast faces west where nothing of the area lies to the west of it, islets aside. Of a coast that runs from west to east
    the outermost third is meant, and of one that runs so more or less where none of it faces that side.
    """
    view = _view(coast, area, side)
    along, across = view.middles @ view.way, view.middles @ (view.way[::-1] * (1, -1))
    seen = view.seen
    deep, wide = np.ptp(along[view.own]), np.ptp(across[view.own])
    if wide < deep * FLAT or (not seen.any() and wide < deep):
        seen = view.own & (along >= along[view.own].max() - np.ptp(along[view.own]) / 3)
    return _segments(coast, seen)


def boundary_facing(boundary: shapely.Geometry, area: shapely.Geometry, side: Side) -> shapely.Geometry | None:
    """The part of an area's land boundary that one sees coming from one side, and that lies on that side of its box. None:
    there is none.
    """
    view = _view(boundary, area, side)
    return _segments(boundary, view.seen & _in_sector(view.middles, view.box, side))


def share_on(boundary: shapely.Geometry, area: shapely.Geometry, side: Side) -> float:
    """Which share of the segments of a line around an area lies on one side of the area's box."""
    lands, middles = _looked_at(boundary, area)
    return float(_in_sector(middles, shapely.bounds(lands), side).mean())


def _in_sector(middles: np.ndarray, box: Sequence[float], side: Side) -> np.ndarray:
    west, south, east, north = box
    spread = (middles - ((west + east) / 2, (south + north) / 2)) / (east - west, north - south)
    off = np.degrees(np.arctan2(*spread.T)) - BEARINGS[side]
    return np.abs((off + 180) % 360 - 180) <= BORDER_SECTOR


class _View(NamedTuple):
    """The segments of a line as one sees them from a side, on a plane whose degrees are equally long."""

    middles: np.ndarray
    own: np.ndarray
    """For each segment: does it belong to the area's larger parts?"""
    seen: np.ndarray
    way: np.ndarray
    """Towards that side."""
    box: tuple[float, float, float, float]


def _view(line: shapely.Geometry, area: shapely.Geometry, side: Side) -> _View:
    lands, middles = _looked_at(line, area)
    west, south, east, north = shapely.bounds(lands)
    far = np.hypot(east - west, north - south)
    near = far * CLOSE
    block = shapely.simplify(shapely.boundary(lands), near / 2, preserve_topology=False)
    shapely.prepare(block)
    own = shapely.dwithin(block, shapely.points(middles), near)
    seen = own.copy()
    for glance in (0.0, -GLANCE, GLANCE):
        way, left = _way(BEARINGS[side] + glance), middles[seen]
        views = shapely.linestrings(np.stack([left + way * near, left + way * far], axis=1))
        seen[seen] = ~shapely.intersects(block, views)
    return _View(middles, own, seen, _way(BEARINGS[side]), (west, south, east, north))


def _looked_at(line: shapely.Geometry, area: shapely.Geometry) -> tuple[shapely.Geometry, np.ndarray]:
    """The larger parts of an area and the middles of a line's segments, on a plane whose degrees are equally long."""
    turn = 360.0 if _box(area)[2] > HALF_TURN else 0.0
    squeeze = _squeeze(shapely.centroid(area).y)
    parts = shapely.get_parts(_flat(area, turn, squeeze))
    lands = shapely.multipolygons(parts[shapely.area(parts) >= shapely.area(parts).max() * ISLET])
    return lands, _pairs(_flat(line, turn, squeeze)).mean(axis=1)


def _way(bearing: float) -> np.ndarray:
    return np.array([np.sin(np.radians(bearing)), np.cos(np.radians(bearing))])


def _segments(line: shapely.Geometry, kept: np.ndarray) -> shapely.Geometry | None:
    pairs = _pairs(line)[kept]
    return lines_of(shapely.multilinestrings(list(pairs))) if len(pairs) else None


def _pairs(line: shapely.Geometry) -> np.ndarray:
    """Both ends of every segment of a line: (segments, 2, 2)."""
    return np.concatenate(
        [np.stack([xy[:-1], xy[1:]], axis=1) for xy in map(shapely.get_coordinates, shapely.get_parts(line))]
    )


def _flat(shape: shapely.Geometry, turn: float, squeeze: float) -> shapely.Geometry:
    """The shape with degrees of equal length, western longitudes counted on beyond 180 by `turn`."""
    return shapely.transform(shape, lambda xy: np.where(xy < (0.0, -np.inf), xy + (turn, 0.0), xy) * (squeeze, 1.0))


def between(
    line: shapely.Geometry, one: lonlat.LatLon, other: lonlat.LatLon, *, most_km: float
) -> shapely.Geometry | None:
    """The part of a line from near one point to near another, of a closed one the shorter. None: no piece comes near both."""
    for part in shapely.get_parts(shapely.line_merge(line)):
        if all(distance_km(part, lat=at.lat, lon=at.lon) <= most_km for at in (one, other)):
            ends = sorted(shapely.line_locate_point(part, lonlat.point(lat=at.lat, lon=at.lon)) for at in (one, other))
            found = substring(part, *ends)
            if part.is_ring and found.length > part.length / 2:
                found = lines_of(
                    shapely.multilinestrings([substring(part, ends[1], part.length), substring(part, 0, ends[0])])
                )
            return found if found.length > 0 else None
    return None


def _box(area: shapely.Geometry) -> tuple[float, float, float, float]:
    """West, south, east, north; east beyond 180 where the area crosses the antimeridian."""
    west, south, east, north = shapely.bounds(area)
    if east - west < 180:
        return west, south, east, north
    parts = shapely.bounds(shapely.get_parts(area))
    turned = np.where(parts[:, [0, 2]] < 0, parts[:, [0, 2]] + 360, parts[:, [0, 2]])
    if turned.max() - turned.min() > east - west:
        return west, south, east, north
    return float(turned.min()), south, float(turned.max()), north


def strip(shape: shapely.Geometry, km: float) -> shapely.Geometry:
    """All within so many kilometres of a line or area, cut at the antimeridian; `BAND` and `FINE` say how exactly."""
    degrees = km / KM_PER_DEGREE
    plain = _plain(shape, degrees * FINE)
    south, north = shapely.bounds(plain)[[1, 3]]
    high = BAND if degrees < WIDE else WIDE_BAND
    grown = [_grown(plain, low, high, degrees) for low in _bands(south, north, high)]
    return cut(shapely.union_all([area for area in grown if not area.is_empty]))


def _plain(shape: shapely.Geometry, tolerance: float) -> shapely.Geometry:
    """The shape simplified to `MOST` vertices."""
    areal = shapely.get_dimensions(shape) == AREA
    plain = shapely.simplify(shape, tolerance, preserve_topology=areal)
    while shapely.get_num_coordinates(plain) > MOST and tolerance < COARSEST:
        tolerance *= COARSER
        plain = shapely.simplify(plain, tolerance, preserve_topology=areal)
    return plain


def _grown(shape: shapely.Geometry, low: float, high: float, degrees: float) -> shapely.Geometry:
    """The strip around what of a shape lies in one band of latitude, `high` degrees from its southern edge."""
    squeeze = _squeeze(low + high / 2)
    area = _squeezed(shapely.clip_by_rect(shape, -HALF_TURN, low, HALF_TURN, low + high), squeeze)
    *first, last = (degrees * share for share in GROWN)
    for step in first:
        area = shapely.simplify(shapely.buffer(area, step, quad_segs=FEW), step * FINER, preserve_topology=False)
    return _squeezed(shapely.buffer(area, last, quad_segs=CORNERS), 1 / squeeze)


def _bands(south: float, north: float, high: float = BAND) -> np.ndarray:
    """Southern edges of the bands between two latitudes, beside the grid of coordinates: a line along an edge would be lost."""
    return np.arange(np.floor(south / high) * high - HALF_GRID, north, high)


def _squeeze(lat: float) -> float:
    """Length of a degree of longitude in degrees of latitude."""
    return float(np.cos(np.radians(min(abs(lat), POLAR))))


def _squeezed(shape: shapely.Geometry, times: float) -> shapely.Geometry:
    return shapely.transform(shape, lambda xy: xy * (times, 1.0))


def lines_of(shape: shapely.Geometry) -> shapely.Geometry:
    """The lines among the parts of a shape, joined into as few as they make; a cut also leaves single points."""
    parts = shapely.get_parts(shapely.get_parts(shapely.get_parts(shape)))
    lines = [part for part in parts if part.geom_type in ("LineString", "LinearRing") and part.length > 0]
    return shapely.line_merge(shapely.MultiLineString(lines))


def length_km(line: shapely.Geometry) -> float:
    """Along the ellipsoid, vertex by vertex."""
    total = 0.0
    for part in shapely.get_parts(line):
        corners = [(lat, lon) for lon, lat in shapely.get_coordinates(part)]
        total += sum(geodesic(one, other).km for one, other in zip(corners, corners[1:], strict=False))
    return total
