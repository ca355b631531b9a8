"""What a mark on the map says about a place, as numbers the browser understands, and what the legend calls it.

The colours are those of static/dateline/map.css: blue and vermilion of Okabe and Ito's palette, darkened for contrast.
No meaning hangs on a colour alone: a hollow mark is associative, a dashed one unsure, a square one an area; an
approximate area has a broad faint rim instead of an outline.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shapely.geometry import shape

from geo.types import Story, StoryPlace

LITERAL, ASSOCIATIVE, UNSURE, APPROXIMATE = 0, 1, 2, 4
"""Bits of a mark. ASSOCIATIVE: every mention of the place is; UNSURE: no mention reaches `SURE`."""

POINT, AREA, COUNTRY, ZONE, LINE, REGION, COURSE = range(7)
"""Kinds of a mark: a dot, a division or small region, a whole country (drawn faintly), an approximate area, a border, a part
of the world (drawn faintly too), a river or road."""

WIDE = 12.0
"""Degrees from which an area is a part of the world: filled like others it would lie over everything else in the story."""

SURE = 0.7
"""Probability under which a mention is shown dashed: less than seven in ten are right there."""

LEGEND = (
    ("place", "Place"),
    ("area", "Area"),
    ("border", "Border"),
    ("disputed", "Disputed border"),
    ("approximate", "Approximate"),
    ("associative", "Only its government, people or team"),
    ("unsure", f"Unsure, below {SURE:.0%}"),
    ("picked", "Picked"),
)


def bits(story: Story, place: StoryPlace) -> int:
    """The bits of a place, from all of its mentions."""
    mentions = [story.mentions[index] for index in place.mentions]
    associative = ASSOCIATIVE if all(mention.role == "associative" for mention in mentions) else LITERAL
    unsure = UNSURE if max(mention.confidence for mention in mentions) < SURE else LITERAL
    approximate = APPROXIMATE if place.location.radius_km else LITERAL
    return associative | unsure | approximate


def kind(place: StoryPlace) -> int:
    """How a place is drawn: by its geometry where it has one, otherwise as a point."""
    geometry = place.location.geometry
    if geometry is None or geometry["type"] in ("Point", "MultiPoint"):
        return POINT
    if geometry["type"] in ("LineString", "MultiLineString"):
        return LINE if (place.place.feature or "L.BDRY").startswith("L.BDRY") else COURSE
    if (place.place.feature or "").startswith("A.PCL"):
        return COUNTRY
    if place.location.radius_km:
        return ZONE
    return REGION if extent(geometry) > WIDE and not _is_division(place) else AREA


def extent(geometry: Mapping[str, Any]) -> float:
    """The longer side of a geometry's box, in degrees."""
    west, south, east, north = shape(geometry).bounds
    return max(east - west, north - south)


def _is_division(place: StoryPlace) -> bool:
    return (place.place.feature or "").startswith("A.")
