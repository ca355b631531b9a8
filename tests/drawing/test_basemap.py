"""The basemap's element: addresses where a server has the files, the lines themselves where none does."""

import json

import folium

from geo.drawing.basemap import ATTRIBUTION, Basemap
from geo.drawing.map import Map
from geo.drawing.offline import BASEMAP, INLINE, served


def script_of(assets):
    drawn = Map(assets)
    drawn.add_child(Basemap(assets, "dark"))
    return drawn.get_root().render()


def test_a_served_map_names_the_files_and_carries_none_of_them():
    page = script_of(served("news"))
    assert all(f"/news/app/static/{name}" in page.replace("\\u002f", "/") for name in BASEMAP)
    assert "coordinates" not in page


def test_a_map_in_itself_carries_land_and_names_no_address():
    sources = Basemap(INLINE, "light").sources
    land = json.loads(sources)[0]
    assert land["type"] == "FeatureCollection" and len(land["features"]) > 150
    assert "http" not in sources


def test_the_theme_and_the_attribution_are_told():
    assert json.loads(Basemap(INLINE, "dark").theme) == "dark"
    assert json.loads(Basemap(INLINE, "dark").credit) == ATTRIBUTION
    assert isinstance(Basemap(INLINE, "dark"), folium.MacroElement)
