"""Which part of the world a map opens on: where most of the story plays, never the whole of a country it only names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geopy.distance import great_circle
from shapely.geometry import shape

from geo.drawing.memo import per_story
from geo.drawing.style import ASSOCIATIVE, COUNTRY, POINT, UNSURE, bits, extent, kind
from geo.types import Story, StoryPlace

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


@per_story
def bounds(story: Story) -> Bounds:
    """A box around the places where most of the story plays; of many, without far-away ones that it names in passing."""
    places, others = _focus(_telling(story)), _without_countries(story.places)
    if len(others) <= FEW:
        places += others
    return _around(places) if places else WORLD


@per_story
def whole(story: Story) -> Bounds:
    """A box around every place of the story, countries by their points."""
    return _around(story.places) if story.places else WORLD


def _telling(story: Story) -> Sequence[StoryPlace]:
    """The places that tell most: literal ones that are sure, then countries, then all others."""
    literal = [place for place in story.places if not bits(story, place) & ASSOCIATIVE]
    sure = [place for place in literal if not bits(story, place) & UNSURE]
    groups = (_without_countries(sure), sure, _without_countries(literal), story.places)
    return next((group for group in groups if group), ())


def _without_countries(places: Iterable[StoryPlace]) -> list[StoryPlace]:
    return [place for place in places if not (place.place.feature or "").startswith(("A.PCL", "L.CONT"))]


def _focus(places: Sequence[StoryPlace]) -> list[StoryPlace]:
    """The places around the middle of all mentions, up to the distance where `FOCUS` of them lie, and a little beyond."""
    if len(places) <= FEW:
        return list(places)
    lat = _middle((place.location.lat, len(place.mentions)) for place in places)
    lon = _middle((place.location.lon, len(place.mentions)) for place in places)
    away_km = {
        place.place.id: great_circle((lat, lon), (place.location.lat, place.location.lon)).km for place in places
    }
    reach_km = _quantile(((away_km[place.place.id], len(place.mentions)) for place in places), FOCUS)
    return [place for place in places if away_km[place.place.id] <= max(BEYOND * reach_km, NEAR_KM)]


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


def _box(place: StoryPlace) -> tuple[float, float, float, float]:
    """West, south, east, north of what a place covers, or of its surroundings where it covers too much."""
    lat, lon = place.location.lat, place.location.lon
    if (place.place.feature or "").startswith("A.PCL"):
        return lon - AROUND_COUNTRY, lat - AROUND_COUNTRY / 2, lon + AROUND_COUNTRY, lat + AROUND_COUNTRY / 2
    if kind(place) not in (POINT, COUNTRY) and extent(place.location.geometry) <= WIDEST_AREA:
        return shape(place.location.geometry).bounds
    return lon, lat, lon, lat


def _around(places: Iterable[StoryPlace]) -> Bounds:
    west, south, east, north = zip(*(_box(place) for place in places), strict=True)
    return [[round(min(south), 4), round(min(west), 4)], [round(max(north), 4), round(max(east), 4)]]
