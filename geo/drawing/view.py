"""Which part of the world a map opens on: the story's own places, never the whole of a country it only names."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import shape

from geo.drawing.style import ASSOCIATIVE, COUNTRY, POINT, UNSURE, bits, kind
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


def bounds(story: Story) -> Bounds:
    """The smallest box around the places that matter most: literal places that are sure, then countries, then all others."""
    literal = [p for p in story.places if not bits(story, p) & ASSOCIATIVE]
    sure = [p for p in literal if not bits(story, p) & UNSURE]
    for group in (_without_countries(sure), sure, _without_countries(literal), story.places):
        if group:
            return _around([_box(place) for place in group])
    return WORLD


def _without_countries(places: Sequence[StoryPlace]) -> list[StoryPlace]:
    features = ("A.PCL", "L.CONT")
    return [place for place in places if not (place.place.feature or "").startswith(features)]


def _box(place: StoryPlace) -> tuple[float, float, float, float]:
    """West, south, east, north of what a place covers, or of its point where it covers too much."""
    lat, lon = place.location.lat, place.location.lon
    if (place.place.feature or "").startswith("A.PCL"):
        return lon - AROUND_COUNTRY, lat - AROUND_COUNTRY / 2, lon + AROUND_COUNTRY, lat + AROUND_COUNTRY / 2
    if kind(place) not in (POINT, COUNTRY):
        west, south, east, north = shape(place.location.geometry).bounds
        if max(east - west, north - south) <= WIDEST_AREA:
            return west, south, east, north
    return lon, lat, lon, lat


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> Bounds:
    west, south, east, north = zip(*boxes, strict=True)
    return [[round(min(south), 4), round(min(west), 4)], [round(max(north), 4), round(max(east), 4)]]
