"""One mark for each place, with its tally: a single element that carries numbers and lets the browser draw."""

from __future__ import annotations

from folium.template import Template

from geo.drawing.marks import Marks
from geo.drawing.safe import Once, to_script

DIGITS = 5
"""Decimal places of a coordinate: about a metre, finer than any gazetteer."""

LABEL_LENGTH = 60
"""Characters of a place's name on the map; the card shows the whole."""


class Points(Once):
    """The marks in the browser's script."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.points({{ this.rows }});
        {% endmacro %}"""
    )

    def __init__(self, script: str):
        """`script`: what `script` gives."""
        super().__init__()
        self._name = "Points"
        self.rows = script


def script(marks: Marks) -> str:
    """The rows, and behind a comma the names, as the browser's script."""
    return f"{to_script(rows(marks))}, {to_script([mark.name[:LABEL_LENGTH] for mark in marks])}"


def rows(marks: Marks) -> list[list[float]]:
    """`[number, lat, lon, tally, bits, kind]` for each mark."""
    return [
        [number, round(mark.lat, DIGITS), round(mark.lon, DIGITS), mark.tally, mark.bits, mark.kind]
        for number, mark in enumerate(marks)
    ]
