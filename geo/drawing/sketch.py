"""A small map to put one point, line or area on, with the names of other places to find one's way by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import folium
from folium.plugins import Draw
from folium.template import Template

from geo.drawing.basemap import Basemap
from geo.drawing.map import Map, Theme
from geo.drawing.offline import Assets
from geo.drawing.safe import Once, to_script
from geo.drawing.view import CLOSEST, Bounds

SCRIPTS = ("leaflet/draw/leaflet.draw.js", "dateline/sketch.js")
STYLES = ("leaflet/draw/leaflet.draw.css", "dateline/sketch.css")

CLOSE = 6
"""Zoom level that the map opens with around a place: a country of middling size."""

COLOURS = {"light": "#c4420a", "dark": "#ff9a62"}
"""Of what is drawn: those of a picked place."""


MOST_LANDMARKS = 40
"""Places that are shown to find one's way by: more would hide what is below on so small a map."""


@dataclass(frozen=True)
class Landmark:
    """A place to find one's way by."""

    name: str
    lat: float
    """WGS 84 degrees, as `lon`."""
    lon: float


class _Tools(Draw, Once):
    """folium's drawing tools with files of ours; lines, areas and boxes only, for a click sets the point."""

    def __init__(self, assets: Assets, colour: str):
        shape = {"shapeOptions": {"color": colour, "weight": 3}}
        area = shape | {"showArea": False}
        options = {"polyline": shape | {"showLength": False}, "polygon": area, "rectangle": area}
        left_out = {"circle": False, "circlemarker": False, "marker": False}
        super().__init__(show_geometry_on_click=False, draw_options=options | left_out)
        self.default_js = assets.links(SCRIPTS)
        self.default_css = assets.links(STYLES)


class _Report(Once):
    """Tells the page around streamlit-folium's frame what is drawn, and opens the map at a point or on a box."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.setView({{ this.at }}, {{ this.zoom }});
        datelineSketch(
            {{ this._parent.get_name() }}, drawnItems_{{ this.tools.get_name() }}, {{ this.colour }}, {{ this.place }},
            {{ this.around }}, {{ this.closest }}, {{ this.landmarks }},
            function (geometry) { if (window.Streamlit) window.Streamlit.setComponentValue([geometry, Date.now()]); }
        );
        {% endmacro %}"""
    )

    def __init__(
        self,
        tools: _Tools,
        at: tuple[float, float] | None,
        around: Bounds | None,
        landmarks: Sequence[Landmark],
        colour: str,
    ):
        super().__init__()
        self._name = "SketchReport"
        self.tools = tools
        self.at, self.zoom = to_script(at or (30.0, 15.0)), CLOSE if at else 2
        self.colour, self.place = to_script(colour), to_script(at)
        self.around, self.closest = to_script(None if at else around), CLOSEST
        self.landmarks = to_script([[mark.lat, mark.lon, mark.name] for mark in landmarks[:MOST_LANDMARKS]])


def sketch(
    *,
    assets: Assets,
    theme: Theme,
    at: tuple[float, float] | None = None,
    around: Bounds | None = None,
    landmarks: Sequence[Landmark] = (),
) -> folium.Map:
    """The map, opened around `at` (latitude, longitude), else on the box `around`, else on the world.

    The first `MOST_LANDMARKS` of `landmarks` are shown with their names, as far as there is room for these.
    streamlit-folium then gives `[geometry, time]`: the GeoJSON geometry, longitude first, of what is drawn; None: nothing.
    """
    drawn, colour = Map(assets), COLOURS.get(theme, COLOURS["light"])
    tools = _Tools(assets, colour)
    for layer in (Basemap(assets, theme), tools, _Report(tools, at, around, landmarks, colour)):
        drawn.add_child(layer)
    return drawn
