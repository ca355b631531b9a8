"""All mentions that a filter keeps, as rows."""

from dataclasses import replace

import pytest

from geo.project import Filter, Verify
from geo.types import When
from geo.ui import desk, figures, mentions_view, session, visit
from geo.ui.mentions_view import ORDERS, ROWS, frame, open_mention, rows_of
from tests.project.made import KYIV, on, told

FIRST = told("“[Kyiv|kyiv*:0.5]” told\n[Belarus|belarus:0.8].", "a", outlet="*Post*", title="# Rain <b>")


@pytest.fixture(autouse=True)
def _kept(reader, hand_made):
    figures.forget()
    dated = replace(FIRST.mentions[1], when=When("2024-02-01", "2024-02-29", "in February", "month"))
    story = replace(FIRST, mentions=(FIRST.mentions[0], dated))
    desk.project().add([story, told("[Boma|?] fell.", "b", date=None)])
    desk.project().decide(on(story, "Kyiv", Verify()))
    yield
    figures.forget()


def found(**fields):
    return figures.sentences(Filter(**fields), "text", ROWS, 0)


def test_a_row_says_what_is_known_of_a_mention_in_plain_words():
    first, second, third = frame(found()).to_dict("records")
    assert first == {
        "In the text": "Kyiv", "Sentence": "“Kyiv” told Belarus.", "Place": "Kyiv", "Country": "Ukraine", "Sure": 50,
        "Speaks of": "", "Headline": "# Rain <b>", "Outlet": "*Post*", "Date": "2024-03-01", "Kind": "Place names",
        "Role": "Governments, peoples and teams", "Checked": "Verified",
    }  # fmt: skip
    assert (second["Speaks of"], second["Country"], second["Checked"]) == ("February 2024", "Belarus", "Not yet")
    assert (third["Place"], third["Country"], third["Date"]) == ("not located", "", "")


def test_every_order_has_rows_and_a_name():
    for order in ORDERS:
        assert len(figures.sentences(Filter(), order, ROWS, 0)) == 3


def test_pages_are_named_by_their_rows():
    assert rows_of(0, 12) == "1 to 12 of 12"
    assert rows_of(2, 2345) == "2,001 to 2,345 of 2,345"


def test_a_chosen_row_is_opened_in_its_article_and_on_the_map():
    moves, scrolls = session.moves(), session.scrolls()
    open_mention(found(countries=("BY",))[0].mention)
    assert session.is_reading() and session.article() == "a" and session.mention(desk.story("a", session.view())) == 1
    assert session.place() == FIRST.mentions[1].place.id
    assert session.moves() > moves and session.scrolls() > scrolls


def test_a_mention_s_number_is_that_among_what_is_shown():
    session.choose_roles("literal", None)
    open_mention(found(countries=("BY",))[0].mention)
    assert session.mention(desk.story("a", session.view())) == 0
    open_mention(found(place=KYIV.id)[0].mention)
    assert session.mention(desk.story("a", session.view())) is None and session.place() == KYIV.id


def test_a_row_that_is_gone_by_now_opens_nothing(monkeypatch):
    monkeypatch.setattr(visit, "value", lambda key: {"selection": {"rows": [7]}})
    mentions_view._picked("key", found())()
    assert not session.is_reading()
    monkeypatch.setattr(visit, "value", lambda key: {"selection": {"rows": []}})
    mentions_view._picked("key", found())()
    assert not session.is_reading()
