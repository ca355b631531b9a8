"""The project's map: what a pick on it, in an article and in its card does."""

import pytest

from geo.project import Decision, Filter, Verify
from geo.ui import desk, explorer, gathered, session
from tests.stories import story

GOMEL, MINSK = "geonames:627907", "geonames:625144"
ONE = story("Talks in [Gomel|gomel], not in [Minsk|minsk].", id="one", title="Talks", date="2022-02-27")
TWO = story(
    "[Kyiv|kyiv] fell silent. [Gomel|gomel] and [Homel|gomel] slept.", id="two", title="Silence", date="2022-03-01"
)


@pytest.fixture
def kept(reader, hand_made):
    gathered.forget()
    desk.project().add([ONE, TWO])
    session.choose_project_map()
    yield
    gathered.forget()


@pytest.fixture
def cards(monkeypatch):
    """What the card was given last, and how a click in it is told."""
    given = {}
    monkeypatch.setattr(explorer.card, "shown_view", lambda data, *, pick: given.update(data=data, pick=pick))
    return given


@pytest.fixture
def text(monkeypatch):
    """What the article was given last, and how a click in it is told."""
    given = {}
    monkeypatch.setattr(explorer.article, "shown_view", lambda shown, **more: given.update(more, shown=shown))
    monkeypatch.setattr(explorer.st, "button", lambda *_, **__: False)
    return given


def test_a_click_on_the_map_picks_its_place_and_the_map_stays(kept):
    moves = session.moves()
    explorer.pick(gathered.gathered(), 0)
    assert session.place() == GOMEL and session.moves() == moves
    explorer.pick(gathered.gathered(), None)
    assert session.place() is None


@pytest.mark.parametrize("number", [-1, 3, 10**9])
def test_a_place_that_is_not_on_the_map_changes_nothing(kept, number):
    explorer.pick(gathered.gathered(), 0)
    explorer.pick(gathered.gathered(), number)
    assert session.place() == GOMEL


def test_the_open_article_goes_to_its_first_mention_of_a_place_that_was_clicked(kept):
    session.open_article("two", None)
    scrolls = session.scrolls()
    explorer.pick(gathered.gathered(), 0)
    assert session.mention(explorer.opened()) == 1 and session.scrolls() == scrolls + 1


def test_a_mention_in_the_open_article_picks_its_place_and_the_map_goes_there(kept, text):
    session.open_article("one", None)
    found, moves = gathered.gathered(), session.moves()
    explorer.open_view(found)
    assert [row[-1] for row in text["shown"]["mentions"]] == [found.numbers[GOMEL], found.numbers[MINSK]]
    text["pick"](1)
    assert (session.place(), session.mention(explorer.opened()), session.moves()) == (MINSK, 1, moves + 1)
    text["pick"](None)
    assert session.place() is None


def test_a_mention_that_the_filter_leaves_out_leads_to_no_place_on_the_map(kept, text):
    session.choose_filter(Filter(text="fell"))
    session.open_article("one", None)
    explorer.open_view(gathered.gathered())
    assert [row[-1] for row in text["shown"]["mentions"]] == [gathered.gathered().numbers[GOMEL], -1]


def test_with_nothing_picked_the_card_leads_to_the_places_named_most(kept, cards):
    explorer.place_view(gathered.gathered())
    assert cards["data"]["most_named"][0] == [0, "Homyel", 3]
    cards["pick"](0)
    assert session.place() == GOMEL


def test_the_card_of_a_place_has_its_sentences_of_every_article_under_their_headlines(kept, cards):
    session.pick_place(GOMEL, None)
    explorer.place_view(gathered.gathered())
    data = cards["data"]
    assert (data["count"], data["position"], data["current"], data["next"]) == (3, None, None, 0)
    assert [(row[2], row[5]) for row in data["excerpts"]] == [
        ("Gomel", "Silence · 1 March 2022"), ("Homel", ""), ("Gomel", "Talks · 27 February 2022"),
    ]  # fmt: skip


def test_an_excerpt_opens_its_article_at_it(kept, cards):
    session.pick_place(GOMEL, None)
    explorer.place_view(gathered.gathered())
    cards["pick"](1)
    assert (session.article(), session.is_reading(), session.mention(explorer.opened())) == ("two", True, 2)
    explorer.place_view(gathered.gathered())
    data = cards["data"]
    assert (data["position"], data["previous"], data["next"]) == (1, 0, 2)
    cards["pick"](None)
    assert session.place() is None


def test_a_place_that_the_filter_leaves_out_is_no_longer_told(kept, cards):
    session.pick_place(MINSK, None)
    session.choose_filter(Filter(text="fell"))
    explorer.place_view(gathered.gathered())
    assert "empty" in cards["data"]


def test_a_name_without_a_place_has_the_card_of_the_open_article(kept, cards, text):
    desk.project().add([story("[Zabor|?] and [Gomel|gomel]; [Zabor|?] again.", id="three", title="Fence")])
    session.open_article("three", None)
    explorer.open_view(gathered.gathered())
    text["pick"](0)
    explorer.place_view(gathered.gathered())
    data = cards["data"]
    assert (data["name"], data["sure"], data["question"], data["count"]) == ("Zabor", "Not located", "Why not", 2)
    cards["pick"](2)
    assert session.mention(explorer.opened()) == 2 and session.place() is None
    cards["pick"](None)
    explorer.place_view(gathered.gathered())
    assert "empty" in cards["data"]


def test_a_mention_that_the_filter_leaves_out_has_the_card_of_its_article(kept, cards, text):
    session.choose_filter(Filter(text="fell"))
    session.open_article("one", None)
    explorer.open_view(gathered.gathered())
    text["pick"](1)
    explorer.place_view(gathered.gathered())
    assert (cards["data"]["name"], cards["data"]["count"]) == ("Minsk, BY", 1)


def test_a_mention_that_the_filter_no_longer_keeps_has_its_own_card_though_others_name_its_place(kept, cards):
    session.choose_filter(Filter(states=("unverified",)))
    session.open_article("two", 0)
    number = next(n for n, each in enumerate(explorer.opened().mentions) if each.surface == "Homel")
    session.pick_place(GOMEL, number)
    explorer.place_view(gathered.gathered())
    assert (cards["data"]["position"], cards["data"]["count"]) == (1, 3)
    mention = explorer.opened().mentions[number]
    desk.project().decide(Decision("two", mention.start, mention.end, Verify()))
    explorer.place_view(gathered.gathered())
    assert "verified by a person" in cards["data"]["about"] and cards["data"]["count"] == 2


def said(test, words):
    return any(caption.value == words for caption in test.caption)


def test_the_page_shows_the_project_s_map_at_its_address(page, projects):
    with projects.create() as made:
        made.add([ONE, TWO])
    test = page(project=made.token, show="all")
    assert not test.exception and not test.error
    assert test.selectbox[0].value == (True, "") and said(test, "2 articles. Choose one to read it.")
    test.selectbox[0].set_value((True, "one")).run()
    assert not test.exception and "show" not in test.query_params


def test_where_a_filter_leaves_nothing_one_line_says_why_and_every_view_agrees(page, projects):
    with projects.create() as made:
        made.add([ONE, TWO])
    test = page(project=made.token, show="all", q="talks", country="UA")
    test.session_state["summary"] = test.session_state["mentions"] = True
    test.run()
    assert not test.exception and not test.info
    assert any("No mention fits in 2 articles." in html.value for html in test.main if html.type == "html")
    said = [caption.value for caption in test.caption if "fit" in caption.value or "date" in caption.value]
    assert [each.split(". ")[0].strip(".") for each in said] == 4 * ["Nothing fits the filter"]
    ways = [button.label for button in test.button if button.label.startswith("Without")]
    assert ways == ["Without “Words\\: talks”: 1 mention", "Without “Country\\: Ukraine”: 2 mentions"]


def test_an_article_that_somebody_removed_meanwhile_gives_way_to_the_list(page, projects):
    with projects.create() as made:
        made.add([ONE, TWO])
    test = page(project=made.token, show="all", article="two")
    with projects.open(made.token) as other:
        other.delete(["two"])
    test.run()
    assert not test.exception and said(test, "One article. Choose it to read it.")
