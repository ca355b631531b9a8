"""A story as a folium map."""

from __future__ import annotations

from typing import Literal

import folium
from branca.element import Figure
from folium.template import Template

from geo.drawing import view
from geo.drawing.basemap import Basemap
from geo.drawing.offline import INLINE, SCRIPTS, STYLES, Assets
from geo.drawing.points import Points
from geo.drawing.safe import Once, Raw, to_script
from geo.drawing.shapes import Shapes
from geo.types import Story

Theme = Literal["light", "dark", "auto"]
"""`auto` follows the reader's system."""

ZOOM_RANGE = (2, 14)
"""Zoom levels a reader can reach: the world, and a town; the built-in basemap shows nothing nearer."""


class Map(folium.Map, Once):
    """folium's map with our own scripts instead of public servers' ones."""

    def __init__(self, assets: Assets):
        super().__init__(
            location=(30, 15), zoom_start=2, tiles=None, control_scale=True, world_copy_jump=True, font_size="13px"
        )
        self.options["minZoom"], self.options["maxZoom"] = ZOOM_RANGE
        self.options["zoomSnap"], self.options["worldCopyJump"] = 0.5, True
        self.assets = assets
        self.default_js = assets.links(SCRIPTS)
        self.default_css = assets.links(STYLES)

    def render(self, **kwargs) -> None:
        figure = self.get_root()
        if isinstance(figure, Figure) and self.assets.address is None:
            figure.header.add_child(Raw(self.assets.styles()), name="own_styles")
            figure.header.add_child(Raw(self.assets.scripts()), name="own_scripts")
        super().render(**kwargs)


class _View(Once):
    """Opens the map where the story plays; a button on the map shows all of its places."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        datelineMap({{ this._parent.get_name() }}).show({{ this.bounds }}, {{ this.whole }}, {{ this.closest }});
        {% endmacro %}"""
    )

    def __init__(self, story: Story, bounds: view.Bounds):
        super().__init__()
        self._name = "View"
        self.bounds, self.whole = to_script(bounds), to_script(view.whole(story))
        self.closest = view.CLOSEST


class _Report(Once):
    """Tells the page around streamlit-folium's frame which place was clicked; says nothing anywhere else."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        datelineMap({{ this._parent.get_name() }}).onPick(function (id) {
            if (window.Streamlit) window.Streamlit.setComponentValue([id, Date.now()]);
            try { window.parent.datelineArticle.showPlace(id); } catch (error) { /* the page follows after its rerun */ }
        });
        {% endmacro %}"""
    )


class _Order(Once):
    """What the page asks of a map that is already drawn: show this place as picked, and go there if told so."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        window.dateline.follow({{ this.place }}, {{ this.move }}, {{ this.theme }});
        {% endmacro %}"""
    )

    def __init__(self, place: int | None, move: int, theme: Theme):
        super().__init__()
        self._name = "Order"
        self.place, self.move, self.theme = to_script(place), int(move), to_script(theme)


class _Group(folium.FeatureGroup, Once):
    """An empty layer that brings an order to the map."""


def draw(story: Story, *, theme: Theme = "auto", assets: Assets = INLINE) -> folium.Map:
    """The story's places, areas and borders on a map; by default complete in itself, for a file or a notebook."""
    drawn, bounds = Map(assets), view.bounds(story)
    for layer in (Basemap(assets, theme, bounds), _View(story, bounds), Shapes(story), Points(story)):
        drawn.add_child(layer)
    report = _Report()
    report._name = "Report"
    drawn.add_child(report)
    return drawn


def order(place: int | None, *, move: int, theme: Theme) -> folium.FeatureGroup:
    """The layer that tells a drawn map which place is picked; `move` counts the times it was asked to go there."""
    group = _Group()
    group.add_child(_Order(place, move, theme))
    return group
