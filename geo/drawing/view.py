"""Which part of the world a map opens on: where most of the story plays, never the whole of a country it only names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geopy.distance import great_circle

from geo.drawing.marks import Mark, Marks
from geo.drawing.style import ASSOCIATIVE, COUNTRY, POINT, UNSURE

Bounds = list[list[float]]
"""`[[south, west], [north, east]]` in degrees, as Leaflet wants them."""

WORLD: Bounds = [[-45.0, -130.0], [70.0, 160.0]]
"""Where people live, shown when a story has no place."""

WIDEST_AREA = 12.0
"""Degrees. A larger area (Siberia, a sea) counts with its point only."""

AROUND_COUNTRY = 6.0
"""Degrees around a country's point when a story names nothing but countries."""

CLOSEST = 8
"""Zoom level that the map does not open beyond: the basemap has no streets."""

FOCUS = 0.75
"""Share of the mentions that the map opens on at least."""

BEYOND = 1.2
"""How many times as far from the middle as the focus reaches a place may lie and still be shown at first."""

NEAR_KM = 500.0
"""Kilometres from the middle within which a place is shown in any case: a story of one country keeps its corners."""


FEW = 4
"""Places, countries apart, that a map opens on all together: among so few a missing one looks like a mistake."""


def bounds(marks: Marks) -> Bounds:
    """A box around the places where most of the story plays; of many, without far-away ones that it names in passing."""
    places, others = _focus(_telling(marks)), _without_countries(marks)
    if len(others) <= FEW:
        places += others
    return _around(places) if places else WORLD


def whole(marks: Marks) -> Bounds:
    """A box around every place, countries by their points."""
    return _around(marks) if marks else WORLD


def _telling(marks: Marks) -> Sequence[Mark]:
    """The places that tell most: literal ones that are sure, then countries, then all others."""
    literal = [mark for mark in marks if not mark.bits & ASSOCIATIVE]
    sure = [mark for mark in literal if not mark.bits & UNSURE]
    groups = (_without_countries(sure), sure, _without_countries(literal), marks)
    return next((group for group in groups if group), ())


def _without_countries(marks: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in marks if not mark.feature.startswith(("A.PCL", "L.CONT"))]


def _focus(marks: Sequence[Mark]) -> list[Mark]:
    """The places around the middle of all mentions, up to the distance where `FOCUS` of them lie, and a little beyond."""
    if len(marks) <= FEW:
        return list(marks)
    middle = _middle((mark.lat, mark.tally) for mark in marks), _middle((mark.lon, mark.tally) for mark in marks)
    away_km = [great_circle(middle, (mark.lat, mark.lon)).km for mark in marks]
    reach_km = _quantile(((away, mark.tally) for away, mark in zip(away_km, marks, strict=True)), FOCUS)
    most_km = max(BEYOND * reach_km, NEAR_KM)
    return [mark for away, mark in zip(away_km, marks, strict=True) if away <= most_km]


def _middle(weighted: Iterable[tuple[float, int]]) -> float:
    return _quantile(weighted, 0.5)


def _quantile(weighted: Iterable[tuple[float, int]], share: float) -> float:
    """The value up to which at least `share` of the weight lies."""
    values = sorted(weighted)
    wanted = share * sum(weight for _, weight in values)
    for value, weight in values:
        wanted -= weight
        if wanted <= 0:
            return value
    return values[-1][0]


def _box(mark: Mark) -> tuple[float, float, float, float]:
    """West, south, east, north of what a place covers, or of its surroundings where it covers too much."""
    lat, lon = mark.lat, mark.lon
    if mark.feature.startswith("A.PCL"):
        return lon - AROUND_COUNTRY, lat - AROUND_COUNTRY / 2, lon + AROUND_COUNTRY, lat + AROUND_COUNTRY / 2
    if mark.kind not in (POINT, COUNTRY) and mark.outline.extent <= WIDEST_AREA:
        return mark.outline.bounds
    return lon, lat, lon, lat


def _around(marks: Iterable[Mark]) -> Bounds:
    west, south, east, north = zip(*(_box(mark) for mark in marks), strict=True)
    return [[round(min(south), 4), round(min(west), 4)], [round(max(north), 4), round(max(east), 4)]]
