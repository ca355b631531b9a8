import pytest

from geo.dating.patterns import RULES, Sort

EXAMPLES = {
    "2022-03-04": "iso",
    "25/12/2021": "numeric",
    "Sunday, 4 March 2022": "day",
    "the 4th of March last year": "day",
    "March 4": "day",
    "3-5 May": "day",
    "Easter Monday": "holiday",
    "Christmas Day 2019": "holiday",
    "first half of last year": "quarter",
    "Q3 2021": "quarter",
    "spring of 2014": "season",
    "winter of 2013-14": "season",
    "mid-March": "month",
    "May 2014": "month",
    "Sunday night": "weekday",
    "Tuesday of last week": "weekday",
    "three days ago": "ago",
    "in two weeks’ time": "from_now",
    "the past three days": "stretch",
    "last weekend": "weekend",
    "the day before yesterday": "dayword",
    "earlier this year": "unit",
    "end of the month": "unit",
    "early 2000s": "decade",
    "the '70s": "decade",
    "19th century": "century",
    "2014-16": "year",
    "late 2014": "year",
}


def first(text: str) -> str | None:
    """The sort of the first rule that takes the whole text."""
    return next((sort for sort, _, pattern in RULES if pattern.fullmatch(text)), None)


@pytest.mark.parametrize(("text", "sort"), EXAMPLES.items())
def test_each_sort_is_read_by_its_rule(text, sort):
    assert first(text) == sort


@pytest.mark.parametrize(("text", "sort"), EXAMPLES.items())
def test_a_rule_has_a_sign_in_whatever_it_reads(text, sort):
    """Else the sentence would not be searched for it."""
    words = text + text.lower()
    assert any(sign in words for name, signs, rule in RULES if name == sort and rule.fullmatch(text) for sign in signs)


@pytest.mark.parametrize("text", ["4 march", "2014a", "20145", "sunday", "٢٠١٤", "3.14.159", "A320", "$2014"])
def test_what_is_no_time_is_read_by_no_rule(text):
    assert not any(match for _, _, pattern in RULES for match in pattern.finditer(text))


def test_there_is_an_example_of_every_sort():
    assert {sort for sort, _, _ in RULES} == set(EXAMPLES.values()) == set(Sort.__args__)
