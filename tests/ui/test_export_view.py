"""What the export dialog writes."""

import json
from html import escape

import pytest

from geo.exporting import NOTHING_KNOWN
from geo.project import Filter
from geo.ui import desk, export_view, session
from tests.stories import story

ONE = story("[Kyiv|kyiv*] met in [Minsk|minsk].", id="one", title="{{7*7}} / ../x")
TWO = story("[Gomel|gomel].", id="two")


@pytest.fixture
def kept(reader, hand_made):
    desk.project().add([ONE, TWO])


def test_of_a_story_what_is_shown_is_written_or_all_that_was_found(kept):
    session.choose_roles("literal", None)
    assert [len(told.mentions) for told in export_view.stories(ONE, whole=False)()] == [1]
    assert [len(told.mentions) for told in export_view.stories(ONE, whole=True)()] == [2]


def test_of_a_project_what_the_filter_keeps_is_written_or_all_of_it_however_often_it_is_asked_for(kept):
    session.choose_filter(Filter(text="gomel"))
    kept_only, everything = (export_view.stories(None, whole=whole) for whole in (False, True))
    for _ in range(2):
        assert [told.article.id for told in kept_only()] == ["two"]
        assert [told.article.id for told in everything()] == ["one", "two"]


def test_the_first_on_offer_is_what_most_people_can_open():
    assert export_view.OFFERED[:2] == ("xlsx", "csv") and len(set(export_view.OFFERED)) == len(export_view.OFFERED)


def test_a_picture_of_a_project_is_called_by_its_name_or_by_its_articles_and_their_days(kept):
    desk.project().add([story("[Paris|paris].", id="three", date="2022-03-02")])
    assert export_view.project_title(whole=True) == "3 articles, 27 February 2022 – 2 March 2022"
    session.choose_filter(Filter(text="paris"))
    assert export_view.project_title(whole=False) == "1 article, 2 March 2022"
    desk.project().rename("The war")
    assert export_view.project_title(whole=True) == "The war"


@pytest.mark.parametrize("title", ["The war <script>alert(1)</script>", ""])
def test_a_page_has_its_title_as_text(title):
    page = export_view.written("html", [ONE, TWO], NOTHING_KNOWN, title).decode()
    assert f"<title>{escape(title) or escape(ONE.article.title) + ' and 1 more'}</title>" in page


@pytest.mark.parametrize("format", export_view.OFFERED)
def test_every_format_on_offer_can_be_written(kept, format):
    assert export_view.written(format, [ONE, TWO], NOTHING_KNOWN, ONE.article.title)


def test_a_file_holds_the_words_of_the_article_as_they_are_and_its_name_none(kept):
    lines = export_view.written("jsonl", [ONE], NOTHING_KNOWN, "").decode().splitlines()
    assert any(json.loads(line).get("title") == ONE.article.title for line in lines)
    assert export_view.NAME.isalpha()


def test_the_dialog_offers_every_format_with_a_sentence(page):
    test = page()
    test.button(key="open_export").click().run()
    assert not test.exception
    assert test.radio(key="export_part").options == ["What is shown", "All that was found"]
    assert len(test.selectbox(key="export_format").options) == len(export_view.OFFERED)
