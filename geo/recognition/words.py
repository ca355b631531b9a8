"""A text as words: the unit in which toponyms begin and end.

A word is a run of letters, digits and underscores, or one other visible character. Its case is kept apart as a class,
because the encoder's vocabulary is uncased and capital letters are half of what marks a name.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"\w+|[^\w\s]")

NO_CASE, LOWER, TITLE, UPPER, MIXED = range(5)
CASES = 5


class Word(NamedTuple):
    """One word of a text; `start` and `end` are code points."""

    start: int
    end: int
    case: int


def split(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(m.start(), m.end(), case_of(m.group())) for m in _WORD.finditer(text)]


def case_of(word: str) -> int:
    """The class of a word's capitals; a single capital letter counts as a title-case word."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.lower() == word.upper():
        return NO_CASE
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED
