import re

import pytest

from geo.location.describing import DESCRIBED


def end(words: str) -> int:
    return re.match(DESCRIBED, words).end()


@pytest.mark.parametrize(
    "words", ["arid ", "oil-rich ", "mountainous ", "sparsely populated ", "remote forested ", "war-torn "]
)
def test_words_that_describe_land_are_read_over(words):
    assert end(f"{words}north") == len(words)


@pytest.mark.parametrize("words", ["north-east ", "win in the ", "army went ", "Great ", "aridity "])
def test_sides_verbs_nouns_and_names_are_not(words):
    assert end(f"{words}north") == 0
