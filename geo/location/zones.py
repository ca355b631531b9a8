"""A zone with its own rules around a point: drawn as a circle on the globe, and marked as approximate."""

from __future__ import annotations

import shapely
from geopy.distance import geodesic

from geo.location import lonlat
from geo.location.lonlat import LatLon
from geo.location.shapes import Shapes
from geo.types import Location, Place

BEARINGS = 72
"""Corners of a drawn circle: every 5 degrees; the sides lie at most 0.1 % of the radius inside it."""
POLE = 90.0
HALF_TURN = 180.0


def is_zone(place: Place) -> bool:
    """Zones have a GeoNames feature code that starts with ZN ("L.ZNX")."""
    return (place.feature or "").startswith("L.ZN")


def locate_zone(place: Place, shapes: Shapes) -> Location | None:
    """The circle of `radius_km` around the place. None: the place is no zone, or nobody says how far it reaches."""
    if not is_zone(place) or not place.radius_km:
        return None
    return shapes.remember(("zone", place.id, place.lat, place.lon, place.radius_km), lambda: _drawn(place))


def _drawn(place: Place) -> Location:
    drawn = circle(lat=place.lat, lon=place.lon, radius_km=place.radius_km or 0.0)
    return Location(lat=place.lat, lon=place.lon, geometry=lonlat.geojson(drawn), radius_km=place.radius_km)


def circle(*, lat: float, lon: float, radius_km: float) -> shapely.Geometry:
    """All within `radius_km` of the point on the WGS 84 ellipsoid, cut at the antimeridian, closed over a pole within."""
    reach = geodesic(kilometers=radius_km)
    ring = [reach.destination((lat, lon), bearing=360 * step / BEARINGS) for step in range(BEARINGS)]
    corners = [LatLon(at.latitude, at.longitude) for at in ring]
    for pole in (POLE, -POLE):
        if geodesic((lat, lon), (pole, lon)).km < radius_km:
            return _cap(corners, pole)
    return _cut(lonlat.polygon([LatLon(at.lat, _near(at.lon, lon)) for at in corners]))


def _cap(corners: list[LatLon], pole: float) -> shapely.Polygon:
    """Every meridian leaves a circle around the pole once, so its edge is a line from west to east."""
    edge = sorted(corners, key=lambda at: at.lon)
    middle = (edge[0].lat + edge[-1].lat) / 2
    west, east = LatLon(middle, -HALF_TURN), LatLon(middle, HALF_TURN)
    return lonlat.polygon([LatLon(pole, -HALF_TURN), west, *edge, east, LatLon(pole, HALF_TURN)])


def _near(lon: float, centre: float) -> float:
    """The same meridian, counted so that it lies within half a turn of the centre."""
    return centre + (lon - centre + HALF_TURN) % 360 - HALF_TURN


def _cut(area: shapely.Geometry) -> shapely.Geometry:
    """What lies beyond 180 degrees comes back on the other side."""
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        window = lonlat.box(south=-POLE, north=POLE, west=turn - HALF_TURN, east=turn + HALF_TURN)
        part = shapely.intersection(area, window)
        if part.area > 0:
            parts.append(lonlat.shifted(part, east=-turn))
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
