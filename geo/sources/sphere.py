"""Distances and centres on the globe, as exactly as a gazetteer needs them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

EARTH_RADIUS_KM = 6371.0088
"""Mean radius, IUGG; distances on a sphere of it are off by up to 0.5 %."""


class Placed(Protocol):
    """Anything with a point."""

    @property
    def lat(self) -> float | None: ...
    @property
    def lon(self) -> float | None: ...


def distance_km(one: Placed, other: Placed) -> float:
    """Great-circle distance between two placed things."""
    return points_km((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0))


def points_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (lat, lon) points, by the haversine formula."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def centre(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of some (lat, lon) points: the direction of their mean vector, so the date line does no harm."""
    x = y = z = 0.0
    for lat, lon in points:
        lat, lon = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
