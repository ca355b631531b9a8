"""Areas and lines: what a place covers, drawn softly under the marks and clickable like them."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import shapely
from folium.template import Template
from shapely.geometry import shape

from geo.drawing.memo import per_story
from geo.drawing.safe import Once, to_script
from geo.drawing.style import POINT, bits, extent, kind
from geo.types import Story, StoryPlace

DETAIL = 4000
"""Steps across a part's width that are kept: about a pixel each when it fills three maps side by side."""

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
    thinned = _thinned(shape(place.location.geometry))
    rounded = shapely.transform(thinned, lambda corners: np.round(corners, DIGITS))
    return [json.loads(part)["coordinates"] for part in shapely.to_geojson(rounded)]


def _thinned(geometry: shapely.Geometry) -> np.ndarray:
    """Each part by its own width, so that an island beside a continent stays an island."""
    parts = shapely.get_parts(geometry)
    west, south, east, north = shapely.bounds(parts).T
    return shapely.simplify(parts, np.maximum(east - west, north - south) / DETAIL)
