"""Samples, pasted texts and shared addresses."""

import pytest

pytestmark = pytest.mark.browser


def test_a_pasted_text_gets_its_own_map(open_page, address):
    reader = open_page(address)
    reader.sign()
    reader.mark("Moscow").click()
    reader.wait_card("Moscow, RU")
    reader.paste("It rained in [Minsk|minsk] and in [Kharkiv|kharkiv].", "Weather for tomorrow")
    reader.article.get_by_text("It rained in").wait_for()
    reader.wait_until_drawn()
    reader.marker("Minsk").locator(".dl-dot").wait_for()
    assert reader.frame.locator(".dl-marker").count() == 2
    assert "Weather for tomorrow" in reader.article.inner_text()
    assert reader.frame.locator(".dl-on, .leaflet-interactive.dl-shape").count() == 0
    assert reader.frame.locator(".dl-all").count() == 1
    assert 49 < reader.view()[0] < 55 and 27 < reader.view()[1] < 37
    reader.click_marker("Kharkiv")
    reader.wait_card("Kharkiv, UA")
    assert "project=" in reader.page.url and "mention=1" in reader.page.url
    assert reader.signed(), "the frame stays, only the story changes"


def test_a_text_without_places_says_so(open_page, address):
    reader = open_page(address)
    reader.paste("Nothing happened anywhere.")
    reader.wait_card("No place was found in this text.")
    reader.wait_until_drawn()


def test_an_empty_box_asks_for_a_text_and_stays_open(open_page, address):
    reader = open_page(address)
    dialog = reader.add()
    dialog.get_by_role("button", name="Map it").click()
    dialog.get_by_text("There is no text to read yet").wait_for()


def test_a_shared_address_opens_at_its_mention(open_page, address):
    first = open_page(address)
    first.mark("Kharkiv").click()
    first.wait_card("Kharkiv, UA")
    first.page.wait_for_url("**mention=*")
    second = open_page(first.page.url)
    second.wait_card("Kharkiv, UA")
    second.wait_picked("Kharkiv")


def test_an_address_with_nonsense_opens_the_page_as_usual(open_page, address):
    reader = open_page(f"{address}/?article=%3Cimg%20src=x%3E&mention={{{{7*7}}}}")
    reader.wait_card("Pick a place")


def test_another_sample_is_chosen_from_the_list(open_page, address):
    reader = open_page(address)
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv, UA")
    reader.page.get_by_role("combobox").click()
    reader.page.get_by_role("option").nth(1).click()
    reader.wait_card("Pick a place")
    reader.page.wait_for_url("**article=*")


def test_the_app_works_below_a_base_path(open_page, hand_made_script):
    from tests.browser.conftest import serve

    with serve(hand_made_script, "--server.baseUrlPath=maps/news") as below:
        reader = open_page(below)
        reader.mark("Kharkiv").click()
        reader.wait_card("Kharkiv, UA")
        reader.page.close()  # before its server goes, or it would complain
