"""The line above the article that says what it is about."""

from dataclasses import replace

import pytest

from geo.drawing import standalone_html
from tests.stories import FOCUS, story

pytestmark = pytest.mark.browser


def line(reader):
    return reader.article.locator(".about")


def test_the_line_names_the_focus_and_leads_to_it_on_the_map(open_page, address):
    reader = open_page(address)
    assert line(reader).inner_text().startswith("About: Gomel, Homyel Voblasc', Belarus · very likely")
    reader.sign()
    reader.look_at(0.0, 0.0, 3)
    line(reader).get_by_role("button", name="Gomel").click()
    reader.wait_picked("GOMEL")
    reader.wait_card("Homyel, BY")
    lat, lon, _ = reader.view()
    assert abs(lat - 52.4) < 1 and abs(lon - 31.0) < 1 and reader.signed()


def test_why_opens_the_reasons_and_closes_them(open_page, address):
    reader = open_page(address)
    why = line(reader).get_by_role("button", name="why?")
    assert line(reader).get_by_text("the headline names Gomel").count() == 0
    why.press("Enter")
    line(reader).get_by_text("the headline names Gomel").wait_for()
    assert why.get_attribute("aria-expanded") == "true"
    why.click()
    assert not line(reader).get_by_text("the headline names Gomel").is_visible()


def test_without_governments_the_line_stays_and_leads_to_what_is_shown(open_page, address):
    reader = open_page(f"{address}/?roles=literal")
    line(reader).get_by_role("button", name="Belarus").click()
    reader.wait_card("Belarus")


def test_the_line_fits_a_phone_in_the_dark(open_page, address):
    reader = open_page(address, width=390, height=844, dark=True)
    box = line(reader).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    colours = line(reader).evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
    )
    assert colours[0] != colours[1]


def test_a_hostile_name_and_reason_are_shown_as_text(open_page, tmp_path):
    evil = "<img src=x onerror=alert(1)>${alert(2)}{{7*7}}"
    place = replace(FOCUS.place, place=replace(FOCUS.place.place, name=evil))
    told = replace(story("In [Gomel|gomel]."), focus=replace(FOCUS, place=place, reasons=(evil,)))
    file = tmp_path / "story.html"
    file.write_text(standalone_html(told), "utf-8")
    reader = open_page(file.as_uri())
    assert evil in line(reader).inner_text()
    line(reader).get_by_role("button", name="why?").click()
    assert line(reader).locator("li").inner_text() == evil and reader.page.locator("img[src='x']").count() == 0


def test_each_story_of_a_page_has_its_line_above_its_headline(open_page, tmp_path):
    stories = [
        replace(story("In [Gomel|gomel] and in [Kyiv|kyiv].", title=title), focus=FOCUS) for title in ("One", "Two")
    ]
    file = tmp_path / "stories.html"
    file.write_text(standalone_html(*stories), "utf-8")
    reader = open_page(file.as_uri())
    for title in ("One", "Two"):
        reader.page.locator(".shelf button", has_text=title).click()
        shown = reader.article.inner_text()
        assert line(reader).count() == 1 and shown.index("About:") < shown.index(title)
        line(reader).get_by_role("button", name="Gomel").click()
        reader.wait_card("Homyel, BY")
        assert reader.article.locator("mark").all_inner_texts() == ["Gomel", "Kyiv"]
        reader.page.get_by_role("button", name="All articles").click()
