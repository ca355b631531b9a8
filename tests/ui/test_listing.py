"""The list of articles beside the project's map."""

from dataclasses import replace

import pytest

from geo.project import Filter
from geo.ui import desk, figures, listing, session, visit
from tests.stories import PAYLOADS, story

ONE = story("Talks in [Gomel|gomel].", id="one", title="Talks", date="2022-02-27")
TWO = story("[Kyiv|kyiv] and [Minsk|minsk].", id="two", title="Silence", date="2022-03-01")


@pytest.fixture
def given(reader, hand_made, monkeypatch):
    """What the component is given."""
    figures.forget()
    outlet = replace(TWO, article=replace(TWO.article, outlet="The Post"))
    desk.project().add([ONE, outlet])
    session.choose_project_map()
    found = {}
    monkeypatch.setattr(listing, "_component", lambda **values: found.update(values))
    monkeypatch.setattr(listing.st, "caption", lambda said: found.update(said=said))
    yield found
    figures.forget()


def test_each_article_has_its_headline_and_what_else_is_known_the_latest_first(given):
    listing.list_view()
    assert given["data"]["rows"] == [
        ["Silence", "The Post · 1 March 2022 · 2 mentions"],
        ["Talks", "27 February 2022 · 1 mention"],
    ]
    assert given["said"] == "2 articles. Choose one to read it."


def test_a_chosen_article_is_opened_beside_the_map(given, monkeypatch):
    listing.list_view()
    monkeypatch.setattr(visit, "trigger", lambda key, name: [1, 1700000000])
    given["on_open_change"]()
    assert (session.article(), session.is_reading(), session.scope()) == ("one", True, "project")


@pytest.mark.parametrize("reported", [None, [2, 1], [-1, 1]])
def test_a_row_that_there_is_not_opens_nothing(given, monkeypatch, reported):
    listing.list_view()
    monkeypatch.setattr(visit, "trigger", lambda key, name: reported)
    given["on_open_change"]()
    assert not session.is_reading()


def test_another_filter_fills_the_list_anew(given):
    listing.list_view()
    before = given["data"]["version"]
    session.choose_filter(Filter(text="talks"))
    listing.list_view()
    assert given["data"]["version"] != before and [row[0] for row in given["data"]["rows"]] == ["Talks"]


def test_under_a_filter_the_rows_tell_how_many_of_their_mentions_fit(given):
    session.choose_filter(Filter(countries=("BY",)))
    listing.list_view()
    assert given["data"]["rows"] == [
        ["Silence", "The Post · 1 March 2022 · 1 of 2 mentions fits"],
        ["Talks", "27 February 2022 · 1 mention"],
    ]


def test_the_heading_agrees_with_the_line_above_the_map_on_how_many_articles_have_a_place(given):
    desk.project().add([story("Nothing here to talk of.", id="three", title="Talk")])
    session.choose_filter(Filter(text="talk"))
    listing.list_view()
    assert figures.totals(desk.asked()).articles == 0
    assert given["said"] == "One article, without a place that fits. Choose it to read it."
    session.choose_filter(Filter())
    listing.list_view()
    assert given["said"] == "3 articles. Choose one to read it."


@pytest.mark.parametrize("payload", [*PAYLOADS, "\udcff"])
def test_hostile_headlines_and_outlets_are_text_as_they_are(reader, hand_made, payload):
    hostile = story("[Kyiv|kyiv]", id="a", title=payload)
    figures.forget()
    desk.project().add([replace(hostile, article=replace(hostile.article, outlet=payload))])
    ((headline, facts),) = listing.rows(figures.articles(desk.asked()))
    expected = payload.replace("\udcff", "\ufffd")
    assert headline == expected and facts.startswith(expected)


@pytest.mark.parametrize(
    ("listed", "number", "said"), [(1, 1, "One article"), (2, 2, "2 articles"), (200, 1200, "latest 200 of 1,200")]
)
def test_the_list_says_how_many_articles_there_are(listed, number, said):
    assert said in listing.heading(listed, number)


@pytest.mark.parametrize(
    ("number", "placed", "said"),
    [(3, 3, "3 articles."), (3, 1, "3 articles, 1 of them with a place that fits."), (3, 0, ", none of them with")],
)
def test_the_list_says_how_many_of_its_articles_have_a_place_that_fits(number, placed, said):
    assert said in listing.heading(number, number, placed)


@pytest.mark.parametrize(
    ("asked", "articles", "may_add", "said"),
    [
        (Filter(text="x"), 3, True, "Nothing fits the filter."),
        (Filter(), 0, True, "Add articles …"),
        (Filter(text="x"), 0, False, "has no articles yet."),
    ],
)
def test_an_empty_list_says_what_to_do(asked, articles, may_add, said):
    assert said in listing.nothing_listed(asked, articles, may_add=may_add)


def test_who_may_only_look_is_not_sent_to_a_button_that_they_do_not_have():
    assert "Add" not in listing.nothing_listed(Filter(), 0, may_add=False)
