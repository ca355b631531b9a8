"""The whole map."""

import json
from dataclasses import replace

import folium
import pytest

import geo
from geo.drawing import blank, bring, scene, served
from geo.drawing.map import draw
from geo.drawing.tiles import from_environment
from tests.stories import story


def test_a_story_becomes_a_folium_map_that_can_be_saved(tmp_path):
    drawn = geo.draw(story())
    assert isinstance(drawn, folium.Map)
    drawn.save(tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text("utf-8")
    assert "datelineMap(map_" in page and "L.map(" in page


def test_the_same_story_is_drawn_the_same_apart_from_folium_s_random_name():
    one, two = draw(story()), draw(story())
    assert one.get_root().render().replace(one.get_name(), "map") == two.get_root().render().replace(
        two.get_name(), "map"
    )


def test_a_map_without_places_is_still_a_map():
    assert ".points([], [])" in draw(story("nothing"), assets=served()).get_root().render()


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_theme_reaches_the_map(theme):
    assert f'.setTheme("{theme}")' in draw(story("x"), theme=theme, assets=served()).get_root().render()


def test_a_map_keeps_its_limits_of_zoom_without_tiles():
    drawn = draw(story("x"))
    assert drawn.options["minZoom"] < drawn.options["maxZoom"]


def test_rendering_twice_gives_the_same_page():
    drawn = draw(story())
    assert drawn.get_root().render() == drawn.get_root().render()


def test_a_story_brought_to_a_blank_map_is_drawn_like_any_other():
    page, name = brought(story("[Gomel|gomel]"))
    assert f"datelineMap({name}).points([[0," in page
    assert f'datelineMap({name}).follow(0, 7, "dark");' in page


def test_a_blank_map_is_the_same_for_every_story_so_that_a_frame_can_stay():
    one, two = (blank(assets=served()) for _ in range(2))
    assert one.get_root().render().replace(one.get_name(), "map") == two.get_root().render().replace(
        two.get_name(), "map"
    )


def test_the_version_stands_before_the_story_that_it_guards():
    page, _ = brought(story("[Gomel|gomel]"))
    assert page.index('.turn("v1", true)') < page.index(".show(") < page.index(".points(") < page.index(".follow(")


def test_a_scene_that_the_map_has_is_not_sent_again():
    page, name = brought(None)
    assert f'datelineMap({name}).turn("v1", false);' in page and ".follow(0, 7" in page
    assert ".points(" not in page and ".shapes(" not in page and ".show(" not in page


def test_the_ground_is_told_with_every_order_and_before_the_map_is_moved():
    page, name = brought(story("[Gomel|gomel]"))
    assert f"datelineMap({name}).tiles(null);" in page
    page, name = brought(story("[Gomel|gomel]"), from_environment({}))
    assert page.index(".turn(") < page.index(f'datelineMap({name}).tiles({{"address":"') < page.index(".show(")
    page, name = brought(None, from_environment({}))
    assert f'datelineMap({name}).tiles({{"address":"' in page


def test_an_address_of_tiles_and_its_credit_reach_the_map_as_they_are_and_nothing_of_them_is_run():
    tiles = from_environment({"DATELINE_TILES_CREDIT": "{{7*7}} {# </script><script>alert(1)</script> ${1}`"})
    page, _ = brought(None, tiles)
    written = page[page.index(".tiles(") + len(".tiles(") :].partition(");")[0]
    assert json.loads(written) == tiles.told()
    assert not any(sign in written for sign in ("{{", "{#", "<", "${", "`"))


def test_a_map_that_is_complete_in_itself_has_no_street_map():
    assert ".tiles({" not in draw(story()).get_root().render()


def brought(told, tiles=None):
    drawn = blank(assets=served())
    shown = scene.of_story(told) if told else None
    bring(shown, 0, version="v1", move=7, theme="dark", tiles=tiles).add_to(drawn)
    return drawn.get_root().render(), drawn.get_name()


def test_a_map_says_whose_borders_it_shows():
    page = draw(replace(story("[Kyiv|kyiv]"), view="de-facto"), assets=served()).get_root().render()
    assert '.borders("de-facto", "Borders: de facto view")' in page.replace("\\u002d", "-")


def test_places_that_only_boilerplate_names_are_drawn_when_asked_for():
    told = story("Also read: [Minsk|minsk]")
    aside = replace(told, mentions=(replace(told.mentions[0], boilerplate=True),))
    assert ".points([], [])" in draw(aside, assets=served()).get_root().render()
    assert ".points([], [])" not in draw(aside, assets=served(), boilerplate=True).get_root().render()


def test_where_a_map_looks_first_stands_before_what_is_picked():
    drawn = blank(assets=served())
    bring(None, 0, version="v1", move=1, theme="dark", spot=(52.43, 30.97, 6.0)).add_to(drawn)
    page = drawn.get_root().render()
    assert ".begin(52.43, 30.97, 6.0);" in page and page.index(".begin(") < page.index(".follow(")
