"""Areas told by distances and bearings on the WGS 84 ellipsoid: discs, rings, sectors, corridors, strips along a line.

Distances are kilometres, bearings degrees clockwise from north. What comes out is valid, cut at the antimeridian and closed
over a pole that lies within.
"""

from __future__ import annotations

import numpy as np
import shapely
from geopy.distance import great_circle

from geo.location import lonlat
from geo.location.lonlat import LatLon

EQUATOR_KM = 6378.137
FLATTENING = 1 / 298.257223563
"""WGS 84's ellipsoid."""
SETTLED = 8
"""Rounds of Vincenty's direct formula; five bring it to a millimetre."""
ARC_STEP = 5.0
"""Degrees between the corners of an arc; its sides lie at most 0.1 % of the radius inside it."""
SIDE_STEPS = 8
"""Corners along a straight side, so that it stays on its great circle."""
CORRIDOR_STEPS = 24
FINE = 1 / 20
"""Shapes are simplified to this share of a distance before all within it is drawn: the sea around the Philippines is off by
2 %."""
GROWN = (0.15, 0.85)
"""Shares of a distance that are drawn one after the other: the first joins the islands of a coast of fjords, around which the
rest is drawn in a fraction of the time."""
FINER = 0.4
"""Share of the first step that its outline is simplified to."""
CORNERS = (1, 8)
"""Corners of a quarter circle in the two steps."""
TURN, HALF_TURN, POLE = 360.0, 180.0, 90.0


def destination(*, lat: float, lon: float, bearing: float, km: float) -> LatLon:
    """Where one comes by going so far; longitude within half a turn of the start."""
    lats, lons = _destinations(lat, lon, np.array([bearing]), np.array([km]))
    return LatLon(float(lats[0]), float(lons[0]))


def bearing(start: LatLon, end: LatLon) -> float:
    """The first bearing of the way, 0 to 360, on a sphere: off by 0.2 degrees at most."""
    return float(_bearings(start.lat, start.lon, end.lat, end.lon))


def disc(*, lat: float, lon: float, radius_km: float) -> shapely.Geometry:
    """All within the radius."""
    bearings = np.arange(0, TURN, ARC_STEP)
    return _closed(*_destinations(lat, lon, bearings, np.full(len(bearings), radius_km)), pole=lat)


def ring(*, lat: float, lon: float, inner_km: float, outer_km: float) -> shapely.Geometry:
    """All between the two distances."""
    outer = disc(lat=lat, lon=lon, radius_km=outer_km)
    return shapely.difference(outer, disc(lat=lat, lon=lon, radius_km=inner_km)) if inner_km > 0 else outer


def sector(
    *, lat: float, lon: float, bearing: float, half_angle: float, inner_km: float, outer_km: float
) -> shapely.Geometry:
    """All between the two distances whose bearing lies within the half-angle of the given one."""
    arc = np.linspace(-half_angle, half_angle, max(3, int(2 * half_angle / ARC_STEP) + 1)) + bearing
    side = np.linspace(inner_km, outer_km, SIDE_STEPS + 1)[1:-1]
    back = (arc[::-1], np.full(len(arc), inner_km)) if inner_km > 0 else (arc[:1], np.zeros(1))
    bearings = np.concatenate([arc, np.full(len(side), arc[-1]), back[0], np.full(len(side), arc[0])])
    km = np.concatenate([np.full(len(arc), outer_km), side[::-1], back[1], side])
    return _closed(*_destinations(lat, lon, bearings, km), pole=lat)


def corridor(start: LatLon, end: LatLon, *, half_width_km: float, pointed: bool = False) -> shapely.Geometry:
    """A band along the shortest way; `pointed`: a lens that runs out at both ends."""
    along = great_circle(start, end).km * np.linspace(0, 1, CORRIDOR_STEPS + 1)
    lats, lons = _destinations(start.lat, start.lon, np.full(len(along), bearing(start, end)), along)
    share = np.linspace(-1, 1, len(along))
    width = half_width_km * (np.sqrt(1 - share**2) if pointed else np.ones(len(along)))
    ahead = _bearings(lats[:-1], lons[:-1], lats[1:], lons[1:])
    ahead = np.append(ahead, ahead[-1])
    left, right = (_destinations(lats, lons, ahead + side, width) for side in (-90, 90))
    edge = np.concatenate([left, np.flip(right, axis=1)], axis=1)
    return _closed(edge[0], edge[1], pole=start.lat)


def around(shape: shapely.Geometry, *, km: float) -> shapely.Geometry:
    """All within the distance of a shape, drawn on a plane that touches the globe at its middle.

    Right within 1 % for shapes of up to 1,000 km, within 5 % up to 3,000.
    """
    centre = lonlat.latlon(shapely.centroid(shape))
    plane = shapely.transform(shape, lambda xy: _onto_plane(xy, centre))
    parts = []
    for part in shapely.get_parts(grown(shapely.simplify(plane, km * FINE), km)):
        rings = [part.exterior, *part.interiors]
        outline, *holes = [_off_plane(shapely.get_coordinates(one), centre) for one in rings]
        area = _closed(*outline, pole=centre.lat)
        for hole in holes:
            area = shapely.difference(area, _closed(*hole, pole=centre.lat))
        parts.append(area)
    return shapely.union_all(parts)


def grown(shape: shapely.Geometry, width: float) -> shapely.Geometry:
    """All within a distance of a shape on a plane, in two steps."""
    first, last = (width * share for share in GROWN)
    step = shapely.simplify(shapely.buffer(shape, first, quad_segs=CORNERS[0]), first * FINER, preserve_topology=False)
    return shapely.buffer(step, last, quad_segs=CORNERS[1])


def reach_km(area: shapely.Geometry, at: LatLon) -> float:
    """How far the farthest corner of an area lies from a point."""
    lats, lons = np.radians(lonlat.latlons(area)).T
    lat, lon = np.radians(at)
    half = np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
    return float(2 * EQUATOR_KM * np.arcsin(np.sqrt(half.max().clip(0, 1))))


def cut(area: shapely.Geometry) -> shapely.Geometry:
    """What lies beyond 180 degrees of longitude comes back on the other side."""
    west, _, east, _ = area.bounds
    if west >= -HALF_TURN and east <= HALF_TURN:
        return area
    parts: list[shapely.Geometry] = []
    for turn in (-TURN, 0.0, TURN):
        window = lonlat.box(south=-POLE, north=POLE, west=turn - HALF_TURN, east=turn + HALF_TURN)
        part = lonlat.shifted(shapely.intersection(area, window), east=-turn)
        parts += [piece for piece in shapely.get_parts(part) if piece.area > 0]
    return shapely.disjoint_subset_union_all(parts)


def _bearings(lat, lon, other_lat, other_lon):
    lat, other, east = np.radians(lat), np.radians(other_lat), np.radians(np.subtract(other_lon, lon))
    y = np.sin(east) * np.cos(other)
    x = np.cos(lat) * np.sin(other) - np.sin(lat) * np.cos(other) * np.cos(east)
    return np.degrees(np.arctan2(y, x)) % TURN


def _destinations(
    lat: float | np.ndarray,
    lon: float | np.ndarray,
    bearings: np.ndarray,
    km: np.ndarray,
    flattening: float = FLATTENING,
) -> tuple[np.ndarray, np.ndarray]:
    """Vincenty's direct formula (Survey Review 23, 1975) for many ways."""
    polar = EQUATOR_KM * (1 - flattening)
    turn = np.radians(bearings)
    reduced = np.arctan((1 - flattening) * np.tan(np.radians(lat)))
    start = np.arctan2(np.tan(reduced), np.cos(turn))
    sin_alpha = np.cos(reduced) * np.sin(turn)
    cos2_alpha = 1 - sin_alpha**2
    u2 = cos2_alpha * (EQUATOR_KM**2 - polar**2) / polar**2
    a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    sigma = km / (polar * a)
    for _ in range(SETTLED):
        cos_m = np.cos(2 * start + sigma)
        inner = np.cos(sigma) * (2 * cos_m**2 - 1) - b / 6 * cos_m * (4 * np.sin(sigma) ** 2 - 3) * (4 * cos_m**2 - 3)
        sigma = km / (polar * a) + b * np.sin(sigma) * (cos_m + b / 4 * inner)
    cos_m = np.cos(2 * start + sigma)
    x = np.sin(reduced) * np.sin(sigma) - np.cos(reduced) * np.cos(sigma) * np.cos(turn)
    y = np.sin(reduced) * np.cos(sigma) + np.cos(reduced) * np.sin(sigma) * np.cos(turn)
    lats = np.arctan2(y, (1 - flattening) * np.hypot(sin_alpha, x))
    east = np.arctan2(
        np.sin(sigma) * np.sin(turn), np.cos(reduced) * np.cos(sigma) - np.sin(reduced) * np.sin(sigma) * np.cos(turn)
    )
    c = flattening / 16 * cos2_alpha * (4 + flattening * (4 - 3 * cos2_alpha))
    twist = c * np.sin(sigma) * (cos_m + c * np.cos(sigma) * (2 * cos_m**2 - 1))
    return np.degrees(lats), lon + np.degrees(east - (1 - c) * flattening * sin_alpha * (sigma + twist))


def _closed(lats: np.ndarray, lons: np.ndarray, *, pole: float) -> shapely.Geometry:
    """The area within a closed line of corners. One that goes round the globe holds the pole on the side of `pole`."""
    lons = np.unwrap(lons, period=TURN)
    around_globe = round(float(lons[-1] + _within_half_turn(lons[0] - lons[-1]) - lons[0]) / TURN)
    corners = list(zip(lats, lons, strict=True))
    if around_globe:
        top = POLE if pole >= 0 else -POLE
        corners += [(lats[0], lons[0] + around_globe * TURN), (top, lons[0] + around_globe * TURN), (top, lons[0])]
    drawn = lonlat.polygon([LatLon(float(lat), float(lon)) for lat, lon in corners])
    return cut(drawn if drawn.is_valid else shapely.make_valid(drawn))


def _within_half_turn(degrees: float) -> float:
    return (degrees + HALF_TURN) % TURN - HALF_TURN


def _onto_plane(xy: np.ndarray, centre: LatLon) -> np.ndarray:
    """Azimuthal equidistant projection, kilometres."""
    lon, lat = np.radians(xy).T
    lat0, lon0 = np.radians(centre)
    cos_c = np.sin(lat0) * np.sin(lat) + np.cos(lat0) * np.cos(lat) * np.cos(lon - lon0)
    c = np.arccos(cos_c.clip(-1, 1))
    k = EQUATOR_KM / np.sinc(c / np.pi)
    x = k * np.cos(lat) * np.sin(lon - lon0)
    y = k * (np.cos(lat0) * np.sin(lat) - np.sin(lat0) * np.cos(lat) * np.cos(lon - lon0))
    return np.column_stack([x, y])


def _off_plane(xy: np.ndarray, centre: LatLon) -> tuple[np.ndarray, np.ndarray]:
    x, y = xy[:-1].T
    bearings = np.degrees(np.arctan2(x, y))
    return _destinations(centre.lat, centre.lon, bearings, np.hypot(x, y), flattening=0.0)
