"""The page in a frame of another page."""

import pytest

from geo.project import Projects, reading_token
from tests.browser.conftest import serve
from tests.stories import story

pytestmark = pytest.mark.browser

ONE = story("Talks in [Gomel|gomel]. [Kyiv|kyiv] waited.", id="one", title="Talks", date="2022-02-27")
TWO = story("[Gomel|gomel] slept. [Minsk|minsk] did not.", id="two", title="Silence", date="2022-03-01")


@pytest.fixture(scope="module")
def framed(hand_made_script, tmp_path_factory):
    """The address of a frame for a project of two articles."""
    folder = tmp_path_factory.mktemp("projects")
    with Projects(folder).create() as made:
        made.add([ONE, TWO])
    with serve(hand_made_script, projects=folder) as address:
        yield f"{address}/?read={reading_token(made.token)}&embed=true"


def test_a_frame_has_filters_and_a_link_to_what_is_picked_and_no_way_to_change_anything(open_page, framed):
    reader = open_page(f"{framed}&show=all", width=800, height=600)
    assert reader.overflow() <= 0
    reader.page.get_by_role("searchbox", name="Words in the articles").wait_for()
    assert reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()["y"] < 300
    for name in ("Add articles", "Share", "Export", "History", "Details"):
        assert reader.page.get_by_role("button", name=name).count() == 0
    assert reader.page.get_by_role("radio", name="Review").count() == 0
    reader.card.get_by_role("button", name="Homyel").click()
    reader.wait_card("Named 2 times")
    reader.page.wait_for_function("() => location.search.includes('place=')")
    link = reader.page.get_by_role("link", name="Open in Dateline")
    link.hover()
    asked = link.get_attribute("href")
    assert "place=geonames" in asked and "read=" in asked and "embed" not in asked
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")


def test_an_article_in_a_frame_stands_beside_its_map_with_the_picked_place_in_the_middle(open_page, framed):
    reader = open_page(f"{framed}&article=two&mention=1", width=800, height=600)
    reader.wait_card("Minsk, BY")
    reader.wait_until_drawn()
    assert reader.page.get_by_role("button", name="Right").count() == 0
    outer = reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()
    dot = reader.marker("Minsk").locator(".dl-dot").bounding_box()
    assert outer["y"] + outer["height"] < 600 and reader.article.is_visible()
    assert abs(dot["x"] + dot["width"] / 2 - outer["x"] - outer["width"] / 2) < 30
    assert abs(dot["y"] + dot["height"] / 2 - outer["y"] - outer["height"] / 2) < 30
