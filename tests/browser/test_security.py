"""Hostile texts, titles and names show literally and run nowhere: not on the server, not in page, map or file."""

import pytest

from geo.drawing import standalone_html
from tests.stories import PAYLOADS, story

pytestmark = pytest.mark.browser

ALL = " ~ ".join(PAYLOADS).replace("[", "(").replace("|", "/")
TEXT = f"Before {ALL} [Minsk|minsk] {ALL} after [Kharkiv|kharkiv]."


def visible(text: str) -> str:
    """As a browser shows it: the line ends of JavaScript are white space."""
    return " ".join(text.split())


def test_a_hostile_text_and_title_show_literally_in_the_app(open_page, address):
    reader = open_page(address)
    reader.paste(TEXT, f"{ALL} ![a picture](https://example.org/x.png)")
    reader.article.get_by_text("Before").first.wait_for()
    reader.wait_until_drawn()
    assert visible(reader.article.inner_text()).count(visible(ALL)) == 3
    reader.click_marker("Minsk")
    reader.wait_card("Minsk, BY")
    assert "<img src=x onerror=alert(1)>" in reader.card.inner_text()
    assert reader.page.locator(".article img, .card img").count() == 0


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_story_shows_literally_in_a_file(open_page, tmp_path, payload):
    told = story(f"{payload} [Minsk|minsk] {payload}", title=payload, renamed={"minsk": payload})
    file = tmp_path / "story.html"
    file.write_text(standalone_html(told), "utf-8")
    reader = open_page(file.as_uri())
    assert visible(payload) in visible(reader.article.inner_text())
    assert visible(reader.page.title()) == visible(payload)
    assert visible(reader.frame.locator(".dl-label").inner_text()) == visible(payload)
    reader.click_marker(visible(payload)[:3])
    reader.wait_card("Named once")
    assert visible(payload) in visible(reader.card.locator("h2").inner_text())


def test_hostile_articles_show_literally_in_a_file_of_several(open_page, tmp_path):
    told = [story(f"{ALL} [Minsk|minsk] {ALL}", title=f"{number} {ALL}", date=ALL, id=str(number)) for number in (1, 2)]
    file = tmp_path / "several.html"
    file.write_text(standalone_html(*told, made_by=(ALL,)), "utf-8")
    reader = open_page(file.as_uri())
    page = reader.page
    assert visible(page.locator(".shelf").inner_text()).count(visible(ALL)) == 4  # titles and days
    assert visible(ALL) in visible(page.locator(".made").inner_text())
    reader.click_marker("Minsk")
    reader.wait_card("Named 2 times")
    page.locator(".excerpts button").first.click()
    assert visible(page.locator(".article").inner_text()).count(visible(ALL)) == 3
    assert page.locator(".shelf img, .article img, .card img, .made img").count() == 0
