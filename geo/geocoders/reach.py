"""How far a place without a country of its own reaches: a strait, a river, a mountain on a border."""

from __future__ import annotations

import math

import shapely
from geopy.distance import great_circle

from geo.location import lonlat
from geo.types import Place

UNTOLD_KM = 30.0
"""How far a place reaches around its point where its radius is not known."""

TOUCH_DEGREES = 0.05
"""Degrees (about 5 km) by which an outline drawn for 1:10,000,000 may miss a bank or coast."""

SHARED = frozenset("HLTUV")
"""Feature classes of what several countries may share: waters, regions, relief, the sea floor, woods."""

_TURNS = (0.0, 360.0, -360.0)
"""Outlines end at the antimeridian; what lies beyond it is found a turn farther east or west."""


def is_shared(place: Place) -> bool:
    """Whether the place may lie in other countries than the one it is filed under, if any."""
    return place.country_code is None or place.feature_class in SHARED


def reaches(place: Place, outline: shapely.Geometry | None, area: shapely.Geometry) -> bool:
    """Whether the place, by its outline or else by its radius, comes to lie in the area or on its coast."""
    if outline is not None:
        return bool(shapely.dwithin(area, outline, TOUCH_DEGREES))
    reach_km = UNTOLD_KM if place.radius_km is None else place.radius_km
    return away_km(place, area) <= reach_km


def away_km(place: Place, area: shapely.Geometry) -> float:
    """The way from a place's point to an area in kilometres; 0 within it."""
    narrow = max(math.cos(math.radians(place.lat)), 0.01)
    flat = shapely.transform(area, lambda xy: xy * (narrow, 1.0))
    return min(_way_km(place, place.lon + turn, flat, narrow) for turn in _TURNS)


def _way_km(place: Place, lon: float, flat: shapely.Geometry, narrow: float) -> float:
    """By the nearest point on a map that is true around the place, then along the globe."""
    line = shapely.shortest_line(shapely.Point(lon * narrow, place.lat), flat)
    far = shapely.Point(shapely.get_coordinates(line)[-1])
    there = lonlat.latlon(shapely.Point(far.x / narrow, far.y))
    if abs(there.lon - lon) > 180:
        return math.inf
    return great_circle((place.lat, lon), (there.lat, there.lon)).km
