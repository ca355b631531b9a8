"""What a mark on the map says about a place, as numbers the browser understands, and what the legend calls it.

The colours are those of static/dateline/map.css: blue and vermilion of Okabe and Ito's palette, darkened for contrast.
No meaning hangs on a colour alone: a hollow mark is associative, a dashed one unsure, a square one an area; an
approximate area has a broad faint rim instead of an outline.
"""

from __future__ import annotations

from geo.drawing.outline import Outline

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
    ("associative-word", "Such a name in the text"),
    ("unsure", f"Unsure, below {SURE:.0%}"),
    ("picked", "Picked"),
)
"""The marks of the map, and of those of the text the ones that look otherwise, with what they mean."""


def kind(outline: Outline | None, feature: str, radius_km: float | None) -> int:
    """How a place is drawn: by its geometry where it has one, otherwise as a point."""
    if outline is None or outline.type in ("Point", "MultiPoint"):
        return POINT
    if outline.type in ("LineString", "MultiLineString"):
        return LINE if (feature or "L.BDRY").startswith("L.BDRY") else COURSE
    if feature.startswith("A.PCL"):
        return COUNTRY
    if radius_km:
        return ZONE
    return REGION if outline.extent > WIDE and not feature.startswith("A.") else AREA
