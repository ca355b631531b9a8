"""The places nearest to a point: patches of the globe around it are read until nothing nearer can lie outside."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

from geopy.distance import great_circle

from geo.gazetteer import schema
from geo.types import Place

FIRST_REACH_DEGREES = 0.25
"""Degrees of latitude around the point that are looked at first: 28 km."""

KM_PER_DEGREE = 110.5
"""Kilometres in a degree of latitude at least, WGS 84."""

SAFETY = 0.9
"""A box of some degrees holds a circle of nearly so many degrees, but its corners narrow towards a pole."""

Span = tuple[int, int]
Reader = Callable[[int, int], Iterable[Place]]
"""Places in the patches from one number to another, both included."""


def nearest(
    read: Reader, *, lat: float, lon: float, limit: int, wanted: str | None, finer: int
) -> list[tuple[float, Place]]:
    """The `limit` places nearest to the point, with their distance in km; of one feature class where one is `wanted`."""
    reach = FIRST_REACH_DEGREES
    while True:
        places = [place for span in spans(lat, lon, reach, finer) for place in read(*span)]
        fitting = [place for place in places if wanted is None or place.feature_class == wanted]
        found = sorted(((_distance_km(lat, lon, place), place) for place in fitting), key=lambda one: (one[0], one[1].id))
        sure = [one for one in found if one[0] <= reach * KM_PER_DEGREE * SAFETY]
        if len(sure) >= limit or reach >= 180:
            return (sure if reach < 180 else found)[:limit]
        reach *= 2


def spans(lat: float, lon: float, reach: float, finer: int) -> Iterator[Span]:
    """Runs of patches, row by row, that cover a box of `reach` degrees of latitude around a point in all directions."""
    south, north = max(-90.0, lat - reach), min(90.0, lat + reach)
    wide = _longitudes(max(abs(south), abs(north)), reach)
    first, _ = schema.position(_steps(south), 0, finer)
    last, _ = schema.position(_steps(north), 0, finer)
    columns = 360 * finer
    for row in range(first, last + 1):
        for west, east in _columns(lon, wide, finer):
            yield row * columns + west, row * columns + east


def _longitudes(lat: float, reach: float) -> float:
    """Degrees of longitude that are as wide as `reach` degrees of latitude at that latitude; 180: all around."""
    narrow = math.cos(math.radians(lat))
    return min(180.0, reach / narrow) if narrow > 0.001 else 180.0


def _columns(lon: float, wide: float, finer: int) -> list[Span]:
    """Columns from west to east; two runs where the box crosses the antimeridian."""
    last = 360 * finer - 1
    if wide >= 180:
        return [(0, last)]
    west, east = (_column(_wrapped(side), finer) for side in (lon - wide, lon + wide))
    return [(west, east)] if west <= east else [(west, last), (0, east)]


def _column(lon: float, finer: int) -> int:
    return schema.position(0, _steps(lon), finer)[1]


def _wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _steps(degrees: float) -> int:
    return round(degrees * schema.STEPS_PER_DEGREE)


def _distance_km(lat: float, lon: float, place: Place) -> float:
    return great_circle((lat, lon), (place.lat, place.lon)).km
