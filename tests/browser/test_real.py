"""The app as it ships: its own engine, its own article."""

import pytest

pytestmark = pytest.mark.browser


def test_the_built_in_article_leads_to_its_places_and_back(open_page, shipped):
    reader = open_page(shipped)
    reader.sign()
    reader.mark("Chernobyl exclusion zone").click()
    reader.wait_card("Exclusion zone")
    lat, lon, _ = reader.view()
    assert abs(lat - 51.4) < 0.6 and abs(lon - 30.1) < 0.9
    reader.look_at(53.0, 29.0, 6)
    reader.click_marker("Gomel Region")
    reader.wait_picked("Gomel Region")
    reader.wait_card("Why this place")
    assert reader.signed()


def test_the_line_of_a_border_in_the_built_in_article_can_be_clicked(open_page, shipped):
    reader = open_page(shipped)
    reader.mark("its border with").click()
    reader.wait_card("Belarus–Ukraine border")
    reader.mark("Minsk").click()
    reader.wait_card("Minsk")
    reader.look_at(51.9, 24.5, 7)
    reader.click_map(51.92, 24.3)
    reader.wait_card("Belarus–Ukraine border")


def test_a_pasted_text_is_read_and_mapped(open_page, shipped):
    reader = open_page(shipped)
    reader.paste("The ferry from Dover to Calais was late. In London, the minister said nothing.")
    reader.marker("Calais").locator(".dl-dot").wait_for()
    reader.click_marker("Calais")
    reader.wait_picked("Calais")
    reader.wait_card("FR")
