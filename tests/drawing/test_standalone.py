"""The self-contained page; tests/browser opens it."""

import re
from dataclasses import replace

import pytest

from geo.drawing import standalone_html
from geo.drawing.standalone import page_data
from tests.stories import FOCUS, PAYLOADS, story


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


def test_equal_stories_give_equal_bytes():
    assert standalone_html(story()) == standalone_html(story())


def test_no_story_at_all_is_a_page_that_says_so():
    assert "No place was found" in standalone_html()


def test_the_page_of_a_story_says_what_it_is_about():
    told = replace(story("In [Gomel|gomel]"), focus=FOCUS)
    assert page_data(told)["article"]["about"][0][1][0][0] == "Gomel"
    assert "the headline names Gomel" in standalone_html(told)


def test_of_several_stories_there_is_a_list_and_one_map():
    page = standalone_html(story("In [Kyiv|kyiv]", title="One"), story("[Kiev|kyiv] again", title="Two"))
    assert page.count("<!DOCTYPE html>") == 1 and 'class="shelf"' in page and "datelineSeveral(" in page
    assert 'class="shelf"' not in standalone_html(story()) and "datelineSeveral" not in standalone_html(story())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_title_or_outlet_is_nowhere_in_the_page_of_several_as_it_is(payload):
    def page(words):
        told = story(f"[Gomel|gomel] {words}", title=words, renamed={"gomel": words}, date=words)
        said = replace(told.article, outlet=words)
        return standalone_html(replace(told, article=said), story(f"[Gomel|gomel] {words}", id=words))

    harmless = page("x")
    assert page(payload).count(payload) == harmless.count(payload)
    assert page(payload).count("<script") == harmless.count("<script")


def test_what_made_it_stands_in_the_page_as_text():
    assert '<footer class="made" title="A &lt;b&gt;\n&quot;c&quot;">A &lt;b&gt;</footer>' in standalone_html(
        story(), made_by=("A <b>", '"c"')
    )
    assert 'class="made"' not in standalone_html(story())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_name_of_a_focus_is_nowhere_in_the_page_as_it_is(payload):
    def page(name):
        place = replace(FOCUS.place, place=replace(FOCUS.place.place, name=name))
        return standalone_html(
            replace(story("[Gomel|gomel]", title="x"), focus=replace(FOCUS, place=place, reasons=(name,)))
        )

    assert page(payload).count(payload) == page("harmless").count(payload)
