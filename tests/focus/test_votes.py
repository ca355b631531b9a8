"""What each mention says of where a story plays."""

from dataclasses import replace
from timeit import timeit

import pytest

from geo.focus.votes import HEADER, LEAD, cast_votes, dateline_end, headline_end
from geo.types import Article
from tests.focus.told import told


def parts(sentence, *keys, title=None):
    return [vote.part for vote in cast_votes(*told(sentence, *keys, title=title), ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "[GOMEL] — Talks began.",
        "[Gomel], March 4 (Reuters) - Talks began.",
        "[GOMEL], Belarus (AP) — Talks began.",
        "[GOMEL]: Talks began.",
        "date 2022-02-27 [Gomel]: Talks began.",
        "2022-02-27, [Gomel]: Talks began.",
        "[GOMEL] -- Talks began.",
        "[GOMEL]—Talks began.",
        "  [Gomel] – Talks began.",
    ],
)
def test_a_place_before_a_dash_or_an_agency_at_the_beginning_is_a_dateline(sentence):
    assert parts(sentence, "gomel") == ["dateline"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Gomel] lies on a river.",
        "[Gomel]: a town on a river.",
        "[Gomel]—a town on a river—is old.",
        "In [GOMEL] — a town — it rained.",
        "[Gomel] — a town on a river — is old.",
        "[Gomel] rained out! The match — the last — was off.",
        "[Gomel]-based firms and others - Few of them - grew.",
        "[Gomel] (pop. 500,000) is large.",
    ],
)
def test_a_place_in_a_sentence_is_none(sentence):
    assert parts(sentence, "gomel") == ["text"]


def test_all_names_before_the_dash_are_the_dateline_and_those_behind_it_the_text():
    sentence = "[GOMEL], [Belarus] — The fair in [Dallas] is open."
    assert parts(sentence, "gomel", "belarus", "dallas") == ["dateline", "dateline", "text"]


def test_the_dateline_of_a_small_town_is_where_the_writer_lives():
    sentence = "[PARIS], [Texas] — The fair in [Dallas] is open."
    votes = cast_votes(*told(sentence, "paris-tx", "texas", "dallas"), ())
    assert [vote.part for vote in votes] == ["hometown", "hometown", "text"] and all(vote.lead for vote in votes)
    assert parts("[KYIV] — Rain.", "kyiv") == parts("[TEXAS] — Rain.", "texas") == ["dateline"]


def test_the_dateline_ends_where_the_story_begins():
    article, mentions = told("[PARIS], [Texas] — The fair is open.", "paris-tx", "texas")
    assert article.text[dateline_end(article.text, mentions, 0) :] == " The fair is open."


def test_a_headline_at_the_top_of_the_text_is_headline_and_the_dateline_comes_behind_it():
    sentence = "Fair opens in [Dallas]\n\n[GOMEL] — The fair in [Texas] is open."
    assert parts(sentence, "dallas", "gomel", "texas", title="Fair opens in Dallas") == [
        "headline",
        "dateline",
        "text",
    ]


def test_a_line_on_the_day_before_the_dateline_is_part_of_it():
    sentence = "Talks begin\n\ndate 2022-02-27 [Minsk]:\n\n[MINSK], Feb 27 — Rain in [Gomel]."
    assert parts(sentence, "minsk", "minsk", "gomel", title="Talks begin") == ["dateline", "dateline", "text"]


def test_a_dateline_begins_its_line_and_stands_at_the_top():
    assert parts("It rained. [GOMEL] — The fair is open.", "gomel") == ["text"]
    assert parts("x\n" * HEADER + "[GOMEL] — The fair is open.", "gomel") == ["text"]


def test_a_title_that_the_text_does_not_begin_with_is_no_part_of_it():
    assert headline_end(Article("Rain.\nMore rain.", title="Rain.")) == 5
    assert headline_end(Article("Rain.", title="Sun")) == headline_end(Article("Rain.")) == 0
    assert headline_end(Article("Rain\n\nMore rain.", title="Sun")) == 0


def test_a_first_line_on_its_own_is_the_headline_where_no_title_is_given():
    assert headline_end(Article("Fair opens in Dallas \n\nIt is open.")) in (20, 21)
    assert parts("Fair opens in [Dallas]\n\n[GOMEL] — It is open.", "dallas", "gomel") == ["headline", "dateline"]


@pytest.mark.parametrize(
    "text",
    [
        "It rained.\n\nIt snowed.",
        "Rain\nand snow",
        "Rain\n\n",
        "Rain\n\n \n",
        "",
        "R" * 300 + "\n\nIt snowed.",
        "Dear all,\n\nit rains.",
    ],
)
def test_a_sentence_a_lone_line_and_a_long_one_are_no_headline(text):
    assert headline_end(Article(text)) == 0


def test_mentions_of_a_headline_apart_have_numbers_below_0_and_are_headline():
    article, mentions = told("It rained in [Minsk].", "minsk")
    _, headline = told("[Gomel] is wet", "gomel")
    votes = cast_votes(article, mentions, headline)
    assert [(vote.mention, vote.place.name, vote.part) for vote in votes] == [
        (-1, "Gomel", "headline"),
        (0, "Minsk", "text"),
    ]


def test_what_a_mention_may_mean_as_well_is_a_vote_too_unless_it_is_hardly_likely():
    votes = cast_votes(*told("It rained in [Minsk].", "minsk:0.6|gomel:0.3|kyiv:0.01"), ())
    assert [(vote.place.name, vote.belief, vote.chosen) for vote in votes] == [
        ("Minsk", 0.6, True),
        ("Gomel", 0.3, False),
    ]


def test_an_unresolved_mention_votes_with_its_alternatives_alone():
    assert [vote.chosen for vote in cast_votes(*told("[Nowhere] and [Else]", "?|gomel:0.3", "?"), ())] == [False]


def test_a_mention_that_was_not_looked_up_says_nothing():
    from tests.marked import marked

    text, mentions = marked("It rained in [Minsk].")
    assert cast_votes(Article(text), mentions, ()) == []


def test_a_place_told_through_another_leaves_the_vote_to_the_other():
    article, (near, gomel) = told("A lorry burnt [near Gomel] [Gomel].", "minsk", "gomel")
    votes = cast_votes(article, (replace(near, kind="relation"), gomel), ())
    assert [(vote.mention, vote.place.name) for vote in votes] == [(0, "Gomel")]


def test_the_first_lines_are_counted_from_the_end_of_the_dateline_and_hold_locations_only():
    filler = "x" * (LEAD - 40)
    sentence = f"[GOMEL] — In [Minsk] [~Moscow] spoke. {filler} near [Kyiv]. {filler} near [Dallas]."
    votes = cast_votes(*told(sentence, "gomel", "minsk", "moscow", "kyiv", "dallas"), ())
    assert [vote.place.name for vote in votes if vote.lead] == ["Minsk", "Kyiv"]


@pytest.mark.parametrize(
    "words", ["from", "to", "towards", "as far as", "from the", "from northern", "like", "grew up in", "for"]
)
def test_what_something_comes_from_or_goes_to_is_away(words):
    (vote,) = cast_votes(*told(f"A lorry {words} [Gomel] came.", "gomel"), ())
    assert vote.away and not vote.lead


@pytest.mark.parametrize("words", ["in", "near", "outside", "", "tomato", "at the"])
def test_where_something_happens_is_not_away(words):
    (vote,) = cast_votes(*told(f"A lorry burnt {words} [Gomel].", "gomel"), ())
    assert not vote.away


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("[Peru] and [Chile] agreed.", 1),
        ("[Peru]’s team drew with [Chile].", 1),
        ("[Peru] met the other side. And [Chile] smiled.", None),
        ("[Peru], [Chile] said.", None),
        ("[Peru] has a long coast, many mountains and a desert and so has [Chile].", None),
    ],
)
def test_two_names_in_one_breath_stand_beside_each_other(sentence, beside):
    assert cast_votes(*told(sentence, "peru", "chile"), ())[0].beside == beside


@pytest.mark.parametrize(
    "tail", [".A" * 500, " A." * 500, " " * 5000, ", A" * 500 + " ", "(" * 500, "—" * 500, " - " * 500]
)
def test_no_beginning_of_a_text_takes_long(tail):
    article, mentions = told(f"[GOMEL]{tail}x", "gomel")
    assert timeit(lambda: cast_votes(article, mentions, ()), number=1) < 0.5


@pytest.mark.parametrize("text", [" " * 10**6, "x" + "\n" * 10**6, "x " * 10**5, "\r" * 10**6 + "x", "x\n \n" * 10**5])
def test_no_first_line_takes_long(text):
    assert timeit(lambda: headline_end(Article(text)), number=1) < 0.5
