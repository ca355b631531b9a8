"""All articles of a project on one map, in the browser."""

import pytest

from geo.project import Projects
from tests.stories import story

ONE = story(
    "Talks in [Gomel|gomel], in the [Gomel Region|gomel-region]. [Kyiv|kyiv] waited.",
    id="one",
    title="Talks",
    date="2022-02-27",
)
TWO = story("[Gomel|gomel] slept. [Minsk|minsk] did not. [Zabor|?] did.", id="two", title="Silence", date="2022-03-01")


@pytest.fixture(scope="module")
def project(hand_made_script, tmp_path_factory):
    """A server whose projects hold two articles; gives the address of their map."""
    from tests.browser.conftest import serve

    folder = tmp_path_factory.mktemp("projects")
    with Projects(folder).create() as made:
        made.add([ONE, TWO])
    with serve(hand_made_script, projects=folder) as address:
        yield f"{address}/?project={made.token}&show=all"


def test_a_place_has_one_mark_with_its_tally_over_all_articles(open_page, project):
    reader = open_page(project)
    assert reader.marker("Homyel").locator(".dl-dot").inner_text() == "2"
    assert reader.marker("Minsk").locator(".dl-dot").inner_text() == ""


def test_a_click_on_a_mark_tells_its_sentences_under_their_headlines_and_the_map_stays(open_page, project):
    reader = open_page(project)
    reader.sign()
    before = reader.view()
    reader.click_marker("Homyel")
    reader.wait_card("Named 2 times")
    assert reader.card.locator(".source").all_inner_texts() == ["Silence · 1 March 2022", "Talks · 27 February 2022"]
    assert reader.view() == before and reader.signed()
    reader.click_marker("Homyel")  # the second click on the same mark
    reader.wait_card("Named 2 times")


def test_an_excerpt_opens_its_article_at_its_sentence_and_the_list_comes_back(open_page, project):
    reader = open_page(project)
    reader.sign()
    reader.click_marker("Homyel")
    reader.card.get_by_role("button", name="Talks in Gomel").click()
    reader.wait_picked("Gomel")
    assert "Talks" in reader.article.inner_text() and reader.signed()
    assert "article=one" in reader.page.url and "place=geonames" in reader.page.url
    reader.page.get_by_role("button", name="All articles").click()
    reader.page.get_by_text("2 articles. Choose one").wait_for()
    assert reader.signed()


def test_back_and_forward_lead_through_what_was_shown(open_page, project):
    from geo.ui.session import SETTLED_S

    reader = open_page(project)
    page, kept = reader.page, reader.page.locator(".dl-kept")
    reader.sign()
    search = page.get_by_placeholder("Words in the articles")
    search.fill("slept")
    search.press("Enter")
    kept.get_by_text("3 mentions of 2 places in 1 of 2 articles").wait_for()
    reader.click_marker("Minsk")
    reader.wait_card("Minsk, BY")
    reader.wait_until_idle()
    page.wait_for_timeout(1000 * SETTLED_S)
    page.go_back()
    reader.wait_card("Pick a place")
    page.go_back()
    kept.get_by_text("6 mentions of 4 places in 2 articles").wait_for()
    assert search.input_value() == "" and "q=" not in page.url
    page.go_forward()
    kept.get_by_text("3 mentions of 2 places in 1 of 2 articles").wait_for()
    page.go_forward()
    reader.wait_card("Minsk, BY")
    assert search.input_value() == "slept" and reader.signed()


def test_a_name_without_a_place_tells_why_it_has_none(open_page, project):
    reader = open_page(f"{project}&article=two")
    before = reader.view()
    reader.mark("Zabor").click()
    reader.wait_card("Why not")
    reader.wait_card("Not located")
    assert reader.view() == before
    reader.mark("Minsk").click()
    reader.wait_card("Why this place")


def test_a_click_in_the_open_article_moves_the_map_to_the_place(open_page, project):
    reader = open_page(project + "&article=two")
    reader.look_at(0, 0, 3)
    reader.mark("Minsk").click()
    reader.wait_card("Minsk, BY")
    reader.frame.wait_for_function("() => dateline.map.getCenter().lat > 50")


def test_the_address_opens_the_same_place_and_article_again(open_page, project):
    reader = open_page(project + "&place=geonames%3A627907&article=two&mention=0")
    reader.wait_picked("Gomel")
    reader.wait_card("this is number 1")


def test_on_a_phone_nothing_overflows(open_page, project):
    reader = open_page(project, width=390, height=844)
    assert reader.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_shared_link_opens_where_the_map_looks_and_lets_people_look_only(open_page, project):
    reader = open_page(project + "&place=geonames%3A627907")
    reader.look_at(50, 20, 5)
    reader.page.get_by_role("button", name="Share").click()
    link = reader.page.get_by_label("To look at", exact=True).input_value()
    assert "read=" in link and "project=" not in link and "place=geonames" in link
    other = open_page(link)
    other.wait_card("Named 2 times")
    assert other.view() == pytest.approx([50, 20, 5], abs=0.1)
    assert other.page.get_by_role("button", name="Add articles").count() == 0


def test_on_a_laptop_the_map_begins_on_the_upper_third(open_page, project):
    reader = open_page(project)
    assert reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()["y"] < 300


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1280, 720), (390, 844)])
def test_a_click_on_a_mark_shows_its_card_and_the_map_stays_in_sight(open_page, project, width, height):
    reader = open_page(project, width=width, height=height)
    reader.click_marker("Homyel")
    reader.wait_card("Named 2 times")
    line = reader.card.get_by_text("Named 2 times").bounding_box()
    assert line["y"] + line["height"] <= height
    assert reader.page.locator("iframe[title*='streamlit_folium']").bounding_box()["y"] >= 0


def test_on_a_phone_the_way_to_the_text_leaves_the_card_s_sentence_in_sight(open_page, project):
    reader = open_page(f"{project}&article=two", width=390, height=844)
    reader.click_marker("Minsk")
    reader.wait_card("Why this place")
    way = reader.page.get_by_role("button", name="Show in the text")
    way.wait_for()
    sentence = reader.card.locator(".excerpts button").first.bounding_box()
    assert sentence["y"] + 20 <= way.bounding_box()["y"]  # a line of it at least
