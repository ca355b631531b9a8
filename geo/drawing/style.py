"""What a mark on the map says about a place, as numbers the browser understands, and what the legend calls it.

The colours are those of static/dateline/map.css: blue and vermilion of Okabe and Ito's palette, darkened for contrast.
No meaning hangs on a colour alone: a hollow mark is associative, a dashed one unsure or approximate, a square one an area.
"""

from __future__ import annotations

from geo.types import Story, StoryPlace

LITERAL, ASSOCIATIVE, UNSURE, APPROXIMATE = 0, 1, 2, 4
"""Bits of a mark. ASSOCIATIVE: every mention of the place is; UNSURE: no mention reaches `SURE`."""

POINT, AREA, COUNTRY, ZONE, LINE = range(5)
"""Kinds of a mark: a dot, a division or region, a whole country (drawn faintly), an approximate area, a border."""

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
        return LINE
    if (place.place.feature or "").startswith("A.PCL"):
        return COUNTRY
    return ZONE if place.location.radius_km else AREA
