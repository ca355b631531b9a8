"""The switch that leaves out governments, peoples and teams."""

import pytest

pytestmark = pytest.mark.browser

SWITCH = "Governments, peoples and teams"


def switch(reader):
    """Turn the switch and wait for the map to follow."""
    before = reader.frame.evaluate("() => dateline.version")
    reader.page.get_by_text(SWITCH).first.click()
    reader.wait_until_drawn(before)


def test_the_switch_takes_governments_off_map_text_card_and_table_and_nothing_moves(open_page, address):
    reader = open_page(address)
    reader.look_at(51.0, 34.0, 5)
    reader.article.evaluate("element => element.scrollTo(0, 40)")
    reader.page.get_by_text("22 mentions as a table").click()
    reader.page.get_by_test_id("stDataFrame").first.wait_for()
    reader.sign()
    looking_at = reader.view()
    switch(reader)
    reader.page.get_by_text("14 of 22 mentions as a table").wait_for()
    reader.page.get_by_test_id("stDataFrame").first.wait_for()
    assert reader.article.locator(".phrase.assoc").count() == 0
    assert reader.frame.locator(".dl-assoc").count() == 0 and reader.frame.locator(".dl-marker").count() == 8
    assert reader.marker("Kyiv").locator(".dl-dot").inner_text() == "2"
    reader.wait_card("14 mentions of 8 places are shown")
    assert (reader.view(), reader.signed()) == (looking_at, True)
    assert reader.article.evaluate("element => element.scrollTop") == 40
    reader.page.set_viewport_size({"width": 1380, "height": 900})
    switch(reader)
    assert reader.frame.locator(".dl-marker").count() == 12 and reader.article.locator(".phrase.assoc").count() == 8
    assert (reader.view()[2], reader.signed()) == (looking_at[2], True)


def test_a_picked_location_stays_picked_and_a_picked_government_does_not(open_page, address):
    reader = open_page(address)
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    switch(reader)
    reader.wait_picked("Kharkiv")
    reader.wait_card("Kharkiv, UA")
    assert reader.marker("Kharkiv").get_attribute("aria-pressed") == "true"
    switch(reader)
    reader.wait_picked("Kharkiv")
    reader.mark("Moscow").click()
    reader.wait_card("Moscow, RU")
    switch(reader)
    reader.wait_card("Pick a place in the text or on the map.")
    reader.page.wait_for_url(lambda url: "mention=" not in url and "roles=literal" in url)
    assert reader.article.locator(".phrase.on").count() == 0


def test_an_address_with_the_choice_opens_without_governments(open_page, address):
    reader = open_page(f"{address}/?roles=literal")
    assert reader.frame.locator(".dl-assoc").count() == 0
    assert not reader.page.get_by_role("switch", name=SWITCH).is_checked()
    off = reader.page.locator(".dl-legend .off").all_inner_texts()
    assert off == ["Only its government, people or team", "Such a name in the text"]


def test_an_area_meant_as_a_government_is_hollow_and_dotted_also_when_it_is_picked(open_page, address):
    reader = open_page(address)
    reader.paste(
        "The [Gomel Region|gomel-region*] and [Ukraine|ukraine*] met in the [zone|zone], not in [Belarus|belarus]."
    )
    style = """name => {
        const place = Object.values(dateline.places).find(place => place.label === name), area = place.layers[0];
        return [area.options.fillOpacity > 0, area.options.dashArray, dateline.map.hasLayer(area)];
    }"""
    assert reader.frame.evaluate(style, "Homyel Voblasc'") == [False, "1 5", True]
    assert reader.frame.evaluate(style, "Ukraine")[2] is False
    assert reader.frame.evaluate(style, "Belarus")[0] is True
    reader.mark("Ukraine").click()
    reader.wait_card("Ukraine")
    assert reader.frame.evaluate(style, "Ukraine") == [False, "1 5", True]
    dot = reader.marker("Ukraine").locator(".dl-dot")
    background = "element => getComputedStyle(element).backgroundColor"
    assert dot.evaluate(background) == "rgb(255, 255, 255)"
    assert reader.marker("Belarus").locator(".dl-dot").evaluate(background) != "rgb(255, 255, 255)"


def test_on_a_phone_the_switch_stands_between_map_and_card(open_page, address):
    reader = open_page(address, width=390, height=844)
    toggle = reader.page.get_by_text(SWITCH).first.bounding_box()
    frame = reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()
    assert frame["y"] + frame["height"] <= toggle["y"] < reader.card.bounding_box()["y"]
    switch(reader)
    assert reader.frame.locator(".dl-assoc").count() == 0
    assert reader.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
