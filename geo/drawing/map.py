"""A story as a folium map."""

from __future__ import annotations

from typing import Literal

import folium
from branca.element import Figure
from folium.template import Template

from geo.drawing import scene, view
from geo.drawing.basemap import Basemap
from geo.drawing.offline import INLINE, SCRIPTS, STYLES, Assets
from geo.drawing.points import Points
from geo.drawing.safe import Once, Raw, to_script
from geo.drawing.scene import Scene
from geo.drawing.shapes import Shapes
from geo.drawing.tiles import Tiles
from geo.types import VIEW_NAMES, Story

Theme = Literal["light", "dark", "auto"]
"""`auto` follows the reader's system."""

Spot = tuple[float, float, float]
"""Latitude and longitude in degrees, and a zoom level."""

MISSING = "missing"
"""What the map reports in place of a picked place's number where it was not brought a scene that it does not have."""

ZOOM_RANGE = (2, 14)
"""Zoom levels a reader can reach: the world, and a town; the built-in basemap shows nothing nearer, a street map does.
A map on which the world does not fit at the first of them goes farther out: `reachOut` in static/dateline/map.js."""


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
    """Opens the map where the story plays, with the borders of its view; a button shows all of the places."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.borders({{ this.view }}, {{ this.says }});
        {{ this.controller }}.show({{ this.bounds }}, {{ this.whole }}, {{ this.closest }});
        {% endmacro %}"""
    )

    def __init__(self, shown: Scene):
        super().__init__()
        self._name = "View"
        self.bounds, self.whole = to_script(shown.bounds), to_script(shown.whole)
        self.closest = view.CLOSEST
        self.view, self.says = to_script(shown.view), to_script(f"Borders: {VIEW_NAMES[shown.view]}")


class _Report(Once):
    """Tells the page around streamlit-folium's frame which place was clicked; says nothing anywhere else."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.onPick(function (id) {
            if (window.Streamlit) window.Streamlit.setComponentValue([id, Date.now()]);
            if (id === {{ this.missing }}) return;
            try { window.parent.datelineArticle.showPlace(id); } catch (error) { /* the page follows after its rerun */ }
        });
        {% endmacro %}"""
    )

    def __init__(self) -> None:
        super().__init__()
        self._name = "Report"
        self.missing = to_script(MISSING)


class _Turn(Once):
    """Clears a drawn map for another scene; where the map has that scene, what follows draws nothing again.

    A scene that does not follow is one that the map should have; if it has not, it asks for it (`MISSING`).
    """

    _template = Template(
        "{% macro script(this, kwargs) %}{{ this.controller }}.turn({{ this.version }}, {{ this.follows }});{% endmacro %}"
    )

    def __init__(self, version: str, *, follows: bool):
        super().__init__()
        self._name = "Turn"
        self.version, self.follows = to_script(version), to_script(follows)


class _Ground(Once):
    """What lies below the marks of a drawn map: a street map, or the built-in basemap alone."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.controller }}.tiles({{ this.tiles }});{% endmacro %}")

    def __init__(self, tiles: Tiles | None):
        super().__init__()
        self._name = "Ground"
        self.tiles = to_script(tiles and tiles.told())


class _Order(Once):
    """What the page asks of a drawn map: show this place as picked, and go there if told so."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.follow({{ this.place }}, {{ this.move }}, {{ this.theme }});
        {% endmacro %}"""
    )

    def __init__(self, place: int | None, move: int, theme: Theme):
        super().__init__()
        self._name = "Order"
        self.place, self.move, self.theme = to_script(place), int(move), to_script(theme)


class _Begin(Once):
    """Where a map looks first; later ones change nothing."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.begin({{ this.lat }}, {{ this.lon }}, {{ this.zoom }});
        {% endmacro %}"""
    )

    def __init__(self, spot: Spot):
        super().__init__()
        self._name = "Begin"
        self.lat, self.lon, self.zoom = map(to_script, spot)


class _Group(folium.FeatureGroup, Once):
    """A layer without marks of its own that brings a story and an order to a drawn map."""


def draw(story: Story, *, theme: Theme = "auto", assets: Assets = INLINE, boilerplate: bool = False) -> folium.Map:
    """The story's places, areas and borders on a map; by default complete in itself, for a file or a notebook.

    Places that only boilerplate names are left out unless `boilerplate` asks for them.
    """
    shown = scene.of_story(story if boilerplate else story.body)
    drawn = Map(assets)
    for layer in (Basemap(assets, theme, shown.bounds), *_layers(shown)):
        drawn.add_child(layer)
    return drawn


def blank(*, assets: Assets) -> folium.Map:
    """A map without a scene, for a page that brings scenes and themes one after the other with `bring`."""
    drawn = Map(assets)
    for layer in (Basemap(assets, "light"), _Report()):
        drawn.add_child(layer)
    return drawn


def bring(
    shown: Scene | None,
    place: int | None,
    *,
    version: str,
    move: int,
    theme: Theme,
    tiles: Tiles | None = None,
    spot: Spot | None = None,
) -> folium.FeatureGroup:
    """The layer that puts a scene on a blank map and says which of its places is picked.

    `version` changes with the scene, so that the map draws it once, and behind a colon with what is shown of it (its
    view, its roles, a filter), so that the map stays where it is. Where it changes behind a second colon too, something
    else was asked for: if most of that is out of view, or all of it in a corner, the map goes there. `shown` None: the map
    has that version; if it has not, the page is told `MISSING` and brings it. `move` counts how often the map was asked to
    go to the picked place, so that it goes there once. `tiles`: the street map to show, None: the built-in basemap.
    `spot`: where the map looks first, None: where most of the scene plays.
    """
    group = _Group()
    layers = (*(_layers(shown) if shown else ()), *([_Begin(spot)] if spot else ()))
    for layer in (_Turn(version, follows=shown is not None), _Ground(tiles), *layers, _Order(place, move, theme)):
        group.add_child(layer)
    return group


def _layers(shown: Scene) -> tuple[Once, ...]:
    return _View(shown), Shapes(shown.shapes), Points(shown.points)
