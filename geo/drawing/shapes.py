"""Areas and lines: what a place covers, drawn softly under the marks and clickable like them."""

from __future__ import annotations

from folium.template import Template

from geo.drawing.marks import Marks
from geo.drawing.outline import DETAIL
from geo.drawing.safe import Once
from geo.drawing.style import POINT

FEW = 60
"""Shapes that are drawn in full detail; a story has some dozens."""

COARSE = 500
"""Steps across a part of more shapes: about a pixel each where the part fills a map."""

MOST = 400
"""Shapes on a map at a time, those of the places named most; the others keep their marks."""


class Shapes(Once):
    """Every geometry, the large ones first, so that a small area lies on top and can be clicked."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.shapes({{ this.rows }});
        {% endmacro %}"""
    )

    def __init__(self, script: str):
        """`script`: what `script` gives."""
        super().__init__()
        self._name = "Shapes"
        self.rows = script


def script(marks: Marks) -> str:
    """`[number, kind, bits, coordinates]` for each mark with more than a point, in the order of drawing, as JSON."""
    shaped = [(number, mark) for number, mark in enumerate(marks) if mark.kind != POINT]
    shaped = sorted(shaped, key=lambda item: -item[1].tally)[:MOST]
    detail = DETAIL if len(shaped) <= FEW else COARSE
    shaped.sort(key=lambda item: (-item[1].outline.extent, item[0]))
    rows = (f"[{number},{mark.kind},{mark.bits},{mark.outline.script(detail)}]" for number, mark in shaped)
    return f"[{','.join(rows)}]"
