"""One mark for each place, with its tally: a single element that carries numbers and lets the browser draw."""

from __future__ import annotations

from folium.template import Template

from geo.drawing.memo import per_story
from geo.drawing.safe import Once, to_script
from geo.drawing.style import bits, kind
from geo.types import Story

DIGITS = 5
"""Decimal places of a coordinate: about a metre, finer than any gazetteer."""

LABEL_LENGTH = 60
"""Characters of a place's name on the map; the card shows the whole."""


class Points(Once):
    """The marks of a story; a place's number is its position in `Story.places`."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.points({{ this.rows }}, {{ this.labels }});
        {% endmacro %}"""
    )

    def __init__(self, story: Story):
        super().__init__()
        self._name = "Points"
        self.rows, self.labels = scripts(story)


@per_story
def scripts(story: Story) -> tuple[str, str]:
    """The rows and the names of the places as the browser's script."""
    return to_script(rows(story)), to_script([place.place.name[:LABEL_LENGTH] for place in story.places])


def rows(story: Story) -> list[list[float]]:
    """`[number, lat, lon, tally, bits, kind]` for each place of the story."""
    return [
        [
            number,
            round(place.location.lat, DIGITS),
            round(place.location.lon, DIGITS),
            len(place.mentions),
            bits(story, place),
            kind(place),
        ]
        for number, place in enumerate(story.places)
    ]
