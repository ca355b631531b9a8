"""Lists, lines and what is glued to paragraphs together; `tests/gold/boilerplate.jsonl` has whole pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.boilerplate import boilerplate, marked
from geo.types import Boilerplate, Mention

PAGE = """Home | News | Sport

Storm closes the port of Riga
Photo: Jane Doe

The port was closed on Monday. Also Read - Flights from Oslo delayed

Most read
Fire in Tallinn
Read more: Ice in Turku
"""


def found(text):
    return [text[span.start : span.end] for span in boilerplate(text)]


def test_a_page_is_told_from_its_article():
    assert found(PAGE) == [
        "Home | News | Sport",
        "Photo: Jane Doe",
        "Also Read - Flights from Oslo delayed",
        "Most read\nFire in Tallinn\nRead more: Ice in Turku",
    ]


def test_each_stretch_says_why():
    assert [span.reason for span in boilerplate(PAGE)] == [
        "navigation of the page",
        "a caption or a photo credit",
        "a link to another story",
        "a list of other headlines",
    ]


def test_a_text_that_is_nothing_else_is_the_article():
    assert found("Photo: the port of Riga") == found("Tags: Riga, Oslo\nRead more") == found("") == []


def test_a_line_that_goes_on_from_the_one_above_is_no_beginning():
    """Mails and old archives break lines in the middle of sentences."""
    assert found("In the village they could\nread more: the books had come from\nRiga.") == []
    assert found("It is cold.\nread more: the books of Riga") == ["read more: the books of Riga"]


def test_mentions_inside_are_marked_and_others_are_not():
    spans = (Boilerplate(10, 20, "x"), Boilerplate(30, 40, "x"))
    at = [(0, 4), (8, 12), (10, 20), (12, 14), (20, 24), (38, 42), (36, 40)]
    mentions = [Mention(start, end, "x" * (end - start)) for start, end in at]
    assert [mention.boilerplate for mention in marked(mentions, spans)] == [
        False,
        False,
        True,
        True,
        False,
        False,
        True,
    ]


def test_marks_of_other_spans_are_taken_away_and_nothing_else_is_made_anew():
    mentions = marked([Mention(0, 4, "Riga", boilerplate=True), Mention(5, 9, "Oslo")], ())
    assert not mentions[0].boilerplate and mentions == marked(mentions, ()) and marked((), ()) == ()
    assert marked(mentions, ())[1] is mentions[1]


@given(
    st.lists(st.sampled_from([*PAGE.splitlines(), "It is cold.", "", "© 2021", "(Photo: A)", "Tags: x. "])).map(
        "\n".join
    )
)
def test_stretches_are_in_order_apart_and_inside_the_text(text):
    spans = boilerplate(text)
    assert all(span.start < span.end <= len(text) and span.reason for span in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))


HOSTILE = (
    "(Photo: A) ",
    "Also Read - A. ",
    "Read More: ",
    "Home | ",
    "Aa/",
    "(",
    "Aa Bb/Reuters ",
    "click here ",
    "Most read\nx\n",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_text_of_nothing_else_takes_no_time_worth_telling(unit):
    """A rule whose time grows with the square of the text would take hours here."""
    text = unit * 20_000
    assert all(span.end <= len(text) for span in boilerplate(f"{text}\nIt is cold."))
