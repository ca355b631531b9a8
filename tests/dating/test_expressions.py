import pytest

from geo.dating.expressions import find


def told(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It fell in 2014.", ["in 2014"]),
        ("It fell between 2014 and 2016.", ["between 2014 and 2016"]),
        ("It ran from Friday to Sunday.", ["from Friday to Sunday"]),
        ("It ran April–June 2020.", ["April–June 2020"]),
        ("They fled after Sunday’s raid.", ["Sunday"]),
        ("In Friday's crash two died.", ["Friday"]),
        ("The 2014 World Cup", ["2014"]),
        ("the fire of 1666 burnt it", ["1666"]),
        ("on Monday and on Tuesday", ["on Monday", "on Tuesday"]),
        ("by the end of March", ["by the end of March"]),
        ("on March 4,\n2022", ["on March 4,\n2022"]),
    ],
)
def test_words_that_say_when_are_found_with_the_small_words_before(text, wanted):
    assert told(text) == wanted


def test_a_stretch_has_two_points_and_a_lead_says_how_they_count():
    (both,) = find("from May to June 2020", 0, 21)
    assert [point.sort for point in both.points] == ["month", "month"] and both.how == "in"
    assert [find(text, 0, len(text))[0].how for text in ("since 2014", "until 2014", "by 2014")] == [
        "since",
        "until",
        "until",
    ]


def test_the_year_of_an_event_is_weak():
    assert [one.weak for one in find("the 2014 war, in 2016", 0, 21)] == [True, False]


def test_only_the_sentence_is_read():
    text = "in 2014 in 2015 in 2016"
    assert [text[one.start : one.end] for one in find(text, 8, 15)] == ["in 2015"]


HOSTILE = (
    "Kyiv on Sunday ", "2014 ", "2014-", "since since ", "the last the past ", "March ", "1 ", "1 and ", "3-5 May ",
    "a a ", "0",
    "twenty-", "more than ", " ", "early mid late ", "'s ", "Sept.", "the the ", "first of ", "in in in ",
)  # fmt: skip


LONG = 100_000
"""Code points, eighty times what a sentence is cut at."""


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_sentence_of_anything_is_read_once(piece):
    """A grammar whose time grows with the square of the text would not come back from this."""
    text = piece * (LONG // len(piece))
    assert all(0 <= one.start < one.end <= len(text) for one in find(text, 0, len(text)))
