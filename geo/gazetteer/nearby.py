"""The places nearest to a point: patches of the globe around it are read until nothing nearer can lie outside."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from geopy.distance import great_circle

from geo.gazetteer import schema

FIRST_REACH_DEGREES = 0.25
"""Degrees of latitude around the point that are looked at first: 28 km."""

KM_PER_DEGREE = 110.5
"""Kilometres in a degree of latitude at least, WGS 84."""

SAFETY = 0.9
"""A box of some degrees holds a circle of nearly so many degrees, but its corners narrow towards a pole."""

MARGIN = 1.001
"""A distance made a little longer, so that rounding leaves no place out."""

Span = tuple[int, int]


class Spot(NamedTuple):
    """What is needed of a place to tell whether it is near. Coordinates in degrees."""

    lat: float
    lon: float
    number: int
    """Primary key."""


def nearest(
    read: Callable[[int, int], Iterable[Spot]], *, lat: float, lon: float, limit: int, finer: int
) -> list[tuple[float, int]]:
    """The `limit` places nearest to a point: distance in km and number of each.

    `read` gives the places in the patches from one number to another, both included.
    """
    reach = FIRST_REACH_DEGREES
    while True:
        spots = [spot for span in spans(lat, lon, reach, finer) for spot in read(*span)]
        found = _sorted(spots, lat, lon, limit)
        sure = [one for one in found if one[0] <= reach * KM_PER_DEGREE * SAFETY]
        if len(sure) >= limit or reach >= 180:
            return (sure if reach < 180 else found)[:limit]
        reach = _further(reach, found, limit)


def _further(reach: float, found: Sequence[tuple[float, int]], limit: int) -> float:
    """Twice as far, or just as far as the last of the places found, behind which none can be nearer."""
    if len(found) >= limit:
        return min(180.0, found[limit - 1][0] * MARGIN / (KM_PER_DEGREE * SAFETY))
    return min(180.0, reach * 2)


def _sorted(spots: Iterable[Spot], lat: float, lon: float, limit: int) -> list[tuple[float, int]]:
    """The nearest of some places: by their chord through the globe, then those few by their distance along it."""
    here = _vector(lat, lon)
    few = heapq.nsmallest(limit, spots, key=lambda spot: (math.dist(here, _vector(spot.lat, spot.lon)), spot.number))
    return [(great_circle((lat, lon), (spot.lat, spot.lon)).km, spot.number) for spot in few]


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    """The point as a direction from the centre of the globe, of length 1."""
    north, east = math.radians(lat), math.radians(lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


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
