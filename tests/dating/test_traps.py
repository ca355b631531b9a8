import pytest

from geo.dating.expressions import find
from geo.dating.leads import Point, lead
from geo.dating.patterns import RULES
from geo.dating.traps import is_bound, is_led, is_trap


def told(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "2014 people", "about 2014 homes", "in 1950 homes", "from 2014 troops", "in 2014 prices", "by 2000 GMT",
        "A 2014 report",
        "in the 2014 report", "of 2014 BC", "said May", "by May Smith", "They march. They may.", "in June-lit woods",
        "Sundays", "every Monday", "the following Monday", "the Sunday before", "Friday prayers", "Black Friday",
        "the Sunday Times",
        "the May 5 Group", "March 10 miles", "the September 11 attacks", "Sept. 11 attacks", "halloween",
        "Orthodox Easter Sunday", "the fall of Kabul", "in the spring water", "in Summer Palace", "the 1960s tower",
        "a 12th-century church",
        "the 12th century church", "today's Poland", "Russia Today", "the man of tomorrow", "some 20 years ago",
        "half a year ago",
        "several days ago", "the next day", "the next week", "the last week of the trial", "the past years",
        "two weeks later",
        "after 2014", "before May", "the first since 1999", "the worst flood since March", "the weekend", "the Act of 1956",
        "on the 15th", "in '68", "1/2", "10:2014", "www.2014.com", "#2014", "٣ May ٢٠١٤",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_left_alone(text):
    assert told(text) == []


def asked(text: str, words: str, sort: str) -> tuple:
    """What the questions are asked of: those words of a text, as the rule of a sort reads them."""
    start = text.index(words)
    match = next(found for name, _, rule in RULES if name == sort and (found := rule.match(text, start)))
    point = Point(start, match.end(), sort, {name: value for name, value in match.groupdict().items() if value})
    return text, 0, point, lead(text, 0, point)


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [("after 2014", "2014", "year"), ("before May", "May", "month"), ("the worst flood since 1931", "1931", "year")],
)
def test_a_bound_is_no_time(text, words, sort):
    assert is_bound(*asked(text, words, sort))


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [("after Sunday's vote", "Sunday", "weekday"), ("shut since 1931", "1931", "year"), ("in 2014", "2014", "year")],
)
def test_what_tells_more_than_a_bound_is_one(text, words, sort):
    assert not is_bound(*asked(text, words, sort))


def test_a_name_alone_needs_a_word_before_it_and_a_day_does_not():
    for text, words, sort, led in (
        ("May said", "May", "month", False),
        ("in May", "May", "month", True),
        ("May 2014", "May", "month", True),
        ("Sunday", "Sunday", "weekday", True),
    ):
        text, _, point, before = asked(text, words, sort)
        assert is_led(text, point, before) is led


def test_a_day_of_prayer_is_a_trap_and_a_day_is_none():
    assert is_trap(*asked("Friday prayers", "Friday", "weekday"))
    assert not is_trap(*asked("on Friday", "Friday", "weekday"))
