"""The self-contained page of several articles, opened from disk."""

import pytest

from geo.drawing import standalone_html
from tests.stories import story

pytestmark = pytest.mark.browser

STORIES = [
    story("Talks in [Gomel|gomel] went on. In [Kyiv|kyiv] it rained.", id="a", title="Talks", date="2022-02-27"),
    story(
        "Sirens in [Kiev|kyiv], and in [Kyiv|kyiv] again; [Paris|paris] was calm.",
        id="b",
        title="Sirens",
        date="2024-03-01",
    ),
]


@pytest.fixture
def reader(open_page, tmp_path):
    file = tmp_path / "several.html"
    file.write_text(standalone_html(*STORIES, made_by=("Dateline",)), "utf-8")
    return open_page(file.as_uri())


def test_a_mark_tells_over_all_articles_and_an_excerpt_opens_its_article_at_the_sentence(reader):
    page = reader.page
    assert [line.inner_text().split("\n")[0] for line in page.locator(".shelf li").all()] == ["Sirens", "Talks"]
    reader.click_marker("Kyiv")
    reader.wait_card("Named 3 times")
    assert page.locator(".card .source").all_inner_texts() == ["Sirens · 1 March 2024", "Talks · 27 February 2022"]
    page.locator(".excerpts button", has_text="it rained").click()
    reader.wait_card("this is number 3")
    assert page.locator(".article .phrase.on").inner_text() == "Kyiv"
    assert "Talks in Gomel" in page.locator(".article").inner_text()
    page.get_by_role("button", name="Previous mention").click()
    reader.wait_card("this is number 2")
    assert "Sirens in Kiev" in page.locator(".article").inner_text()


def test_an_article_is_opened_from_the_list_and_left_again(reader):
    page = reader.page
    page.get_by_label("Find in titles").fill("talk")
    assert [line.is_visible() for line in page.locator(".shelf li").all()] == [False, True]
    page.locator(".shelf button", has_text="Talks").click()
    page.locator(".article mark", has_text="Gomel").click()
    reader.wait_card("Homyel, BY")
    page.get_by_role("button", name="All articles").click()
    reader.wait_card("Pick a place in the text or on the map.")
    assert page.locator(".shelf").is_visible() and not page.locator(".article").is_visible()


def test_it_fits_a_phone(open_page, tmp_path):
    file = tmp_path / "several.html"
    file.write_text(standalone_html(*STORIES), "utf-8")
    page = open_page(file.as_uri(), width=390, height=844).page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.locator(".shelf button", has_text="Talks").click()
    assert page.locator(".article").bounding_box()["height"] > 200
