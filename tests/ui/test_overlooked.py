"""Adding a place by typing its words. The dialog itself is tested in the browser."""

import pytest

from geo.ui import overlooked
from tests.stories import story

TOLD = story("[Minsk|minsk] is far from Oz. Ozark is not oz, and New\nOz (Oz?) is.")


def found(typed):
    return [TOLD.article.text[start:end] for start, end in overlooked.spans(TOLD, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Oz", ["Oz", "oz", "Oz", "Oz"]),
        ("  new   oz ", ["New\nOz"]),
        ("Minsk", []),
        ("Minsk is", []),
        ("zark", []),
        (" ", []),
        ("(Oz?)", ["(Oz?)"]),
        (".*", []),
    ],
)
def test_words_are_found_outside_mentions_whatever_their_case_and_spaces(typed, expected):
    assert found(typed) == expected


def test_of_very_many_the_first_are_offered():
    assert len(overlooked.spans(story("Oz. " * 50), "oz")) == overlooked.MOST
