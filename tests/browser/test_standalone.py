"""The self-contained page, opened from disk."""

import pytest

from geo.drawing import draw, standalone_html
from tests.stories import story

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(open_page, tmp_path):
    file = tmp_path / "story.html"
    file.write_text(standalone_html(story()), "utf-8")
    return open_page(file.as_uri())


def test_text_map_and_card_are_linked_without_a_server(reader):
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    assert abs(reader.view()[0] - 49.98) < 0.2
    reader.look_at(51.5, 29.5, 6)
    reader.click_map(51.7, 26.15)
    reader.wait_picked("border with Belarus")
    reader.click_marker("Kyiv")
    reader.wait_card("this is number 1")
    reader.card.get_by_role("button", name="Next mention").click()
    reader.wait_picked("Kiev")


@pytest.mark.parametrize("where", ["article", "card", "map"])
def test_escape_leads_back_to_the_overview_without_a_server(reader, where):
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    focus = {
        "article": reader.mark("Kharkiv"),
        "card": reader.card.get_by_role("button", name="Back to the overview"),
        "map": reader.frame.locator(".dl-map"),
    }[where]
    focus.press("Escape")
    reader.wait_card("Pick a place in the text or on the map.")
    assert reader.article.locator(".phrase.on").count() == 0


def test_it_fits_a_phone(open_page, tmp_path):
    file = tmp_path / "story.html"
    file.write_text(standalone_html(story()), "utf-8")
    reader = open_page(file.as_uri(), width=390, height=844)
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert reader.page.locator(".folium-map").bounding_box()["height"] > 200


def test_a_map_saved_by_folium_s_own_save_opens_without_a_network(open_page, tmp_path):
    file = tmp_path / "map.html"
    draw(story()).save(file)
    reader = open_page(file.as_uri())
    assert reader.frame.locator(".dl-marker").count() == 12
    reader.click_marker("Kyiv")
    reader.frame.locator(".dl-on .dl-dot").wait_for()


def test_two_thousand_places_are_drawn_and_can_be_picked(open_page, tmp_path):
    from dataclasses import replace

    one = story("[x|kyiv]").mentions[0]
    mentions = []
    for number in range(2000):
        lat, lon = 30 + number % 40, -60 + number // 40 * 2.5
        place = replace(one.place, id=f"geonames:{number}", name=f"Place {number}", lat=float(lat), lon=float(lon))
        resolution = replace(one.resolution, place=place)
        location = replace(one.location, lat=float(lat), lon=float(lon))
        mentions.append(replace(one, start=2 * number, end=2 * number + 1, resolution=resolution, location=location))
    told = story("x")
    told = replace(told, article=replace(told.article, text="x " * 2000), mentions=tuple(mentions))
    file = tmp_path / "many.html"
    file.write_text(standalone_html(told), "utf-8")
    reader = open_page(file.as_uri())
    reader.look_at(50, 0, 6)
    reader.click_map(50, 0)
    reader.wait_card("50.0000° N, 0.0000° E")


@pytest.mark.parametrize("articles", [1, 2])
def test_a_name_without_a_place_is_counted_in_its_article(open_page, tmp_path, articles):
    told = [story("[Oz|?] and [Kyiv|kyiv] and [Oz|?].", id=str(number), title="Oz") for number in range(articles)]
    file = tmp_path / "story.html"
    file.write_text(standalone_html(*told), "utf-8")
    reader = open_page(file.as_uri())
    if articles > 1:
        reader.page.locator(".shelf button").first.click()
    reader.mark("Oz").click()
    reader.wait_card("In this article 2 times; this is number 1")
    reader.card.get_by_role("button", name="Next mention").click()
    reader.wait_card("In this article 2 times; this is number 2")
