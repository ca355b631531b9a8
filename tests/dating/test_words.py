import re
from datetime import date

import pytest

from geo.dating import words


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (words.MONTH, "March"),
        (words.MONTH, "MARCH"),
        (words.MONTH, "Sept."),
        (words.NUMBER, "twenty-five"),
        (words.NUMBER, "a hundred"),
        (words.HOLIDAY, "new year’s eve"),
        (words.HOLIDAY, "st. patrick's day"),
        (words.DAY, "31st"),
        (words.YEAR, "2014"),
    ],
)
def test_a_piece_matches_its_words(pattern, text):
    assert re.fullmatch(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (words.MONTH, "march"),
        (words.MONTH, "Marchioness"),
        (words.DAY, "32"),
        (words.DAY, "0"),
        (words.YEAR, "0999"),
        (words.YEAR, "٢٠١٤"),
        (words.YEAR, "2o14"),
    ],
)
def test_a_piece_leaves_other_words_alone(pattern, text):
    assert not re.fullmatch(pattern, text)


def test_every_feast_is_a_day_of_every_year():
    assert {date(2021, *day).year for day in words.HOLIDAYS.values()} == {2021}
    assert not words.HOLIDAYS.keys() & words.EASTER.keys()
