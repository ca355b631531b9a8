"""Areas and lines: what a place covers, drawn softly under the marks and clickable like them."""

from __future__ import annotations

from typing import Any

import shapely
from folium.template import Template
from shapely.geometry import mapping, shape

from geo.drawing.memo import per_story
from geo.drawing.safe import Once, to_script
from geo.drawing.style import POINT, bits, extent, kind
from geo.types import Story, StoryPlace

DETAIL = 1500
"""Steps across a shape's width that are kept: about a pixel each when it fills a map."""

DIGITS = 4
"""Decimal places of a shape's coordinates: about ten metres."""


class Shapes(Once):
    """Every geometry of a story, the large ones first, so that a small area lies on top and can be clicked."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.shapes({{ this.rows }});
        {% endmacro %}"""
    )

    def __init__(self, story: Story):
        super().__init__()
        self._name = "Shapes"
        self.rows = script(story)


@per_story
def script(story: Story) -> str:
    """The rows as the browser's script."""
    return to_script(rows(story))


def rows(story: Story) -> list[list[Any]]:
    """`[number, kind, bits, coordinates]` for each place with more than a point, in the order of drawing."""
    shaped = [(number, place) for number, place in enumerate(story.places) if kind(place) != POINT]
    shaped.sort(key=lambda item: -extent(item[1].location.geometry))
    return [[number, kind(place), bits(story, place), coordinates(place)] for number, place in shaped]


def coordinates(place: StoryPlace) -> list[Any]:
    """Lon-lat coordinates, always nested as in a multi-geometry, thinned to what a screen can show."""
    geometry = shape(place.location.geometry)
    thinned = shapely.set_precision(
        geometry.simplify(extent(place.location.geometry) / DETAIL), 10**-DIGITS, mode="pointwise"
    )
    found = mapping(geometry if thinned.is_empty else thinned)
    nested = found["coordinates"] if found["type"].startswith("Multi") else [found["coordinates"]]
    return _rounded(nested)


def _rounded(value: Any) -> Any:
    if isinstance(value, (int, float)):
        return round(float(value), DIGITS)
    return [_rounded(part) for part in value]
