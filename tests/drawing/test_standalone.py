"""The self-contained page; tests/browser opens it."""

import re
from dataclasses import replace

import pytest

from geo.drawing import standalone_html
from geo.drawing.standalone import combined
from tests.stories import PAYLOADS, story


def without_scripts(page: str) -> str:
    return re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)


def test_the_page_holds_its_scripts_and_forbids_itself_the_network():
    page = standalone_html(story())
    assert "default-src 'none'" in page
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=", without_scripts(page))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_or_title_is_nowhere_in_the_page_as_it_is(payload):
    harmless = standalone_html(story("[Gomel|gomel]", title="x"))
    page = standalone_html(story(f"[Gomel|gomel] {payload}", title=payload))
    assert page.count(payload) == harmless.count(payload)
    assert page.count("<script") == harmless.count("<script")


def test_a_lone_surrogate_can_be_written_as_a_file():
    told = story("[Gomel|gomel]")
    assert standalone_html(replace(told, article=replace(told.article, text="Gomel \udc00"))).encode()


def test_several_stories_share_a_map_and_keep_their_offsets():
    whole = combined([story("In [Kyiv|kyiv]", title="One"), story("[Kiev|kyiv] again", title="Two")])
    assert all(whole.article.text[m.start : m.end] == m.surface for m in whole.mentions)
    assert len(whole.places) == 1 and whole.places[0].mentions == (0, 1)
    assert whole.article.text.startswith("One\n\nIn Kyiv") and "Two\n\nKiev again" in whole.article.text


def test_equal_stories_give_equal_bytes():
    assert standalone_html(story()) == standalone_html(story())


def test_no_story_at_all_is_a_page_that_says_so():
    assert "No place was found" in standalone_html()
