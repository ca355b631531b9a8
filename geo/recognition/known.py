"""What the gazetteer says about the words of a text, before anything is decided: an input of the tagger.

A word that begins or goes on a name on file is marked with the sort of place that bears it. It is a hint, not a verdict:
"Nice", "Reading" and "Mobile" are marked like Paris, and the tagger learns from the sentence what to make of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from geo.recognition.words import LOWER, NO_CASE, Word
from geo.types import Bearer

LONGEST = 5
"""Words of the longest name that is sought; longer ones begin with a shorter one nearly always."""

COUNTRY, DIVISION, CITY, TOWN, FEATURE, PEOPLE = range(6)
STATES = 13
"""No name; else one more than twice the sort where the name begins, two more where it goes on."""

CITY_FROM = 100_000
"""People. From this size a town is a city: better known than its namesakes."""

Ask = Callable[[str], Bearer | None]
"""The best-known place of a name: `Gazetteer.bearer`."""


def known(text: str, words: Sequence[Word], ask: Ask) -> np.ndarray:
    """A state for each word: of the longest names from left to right that begin with a capital."""
    states = np.zeros(len(words), dtype=np.int64)
    first = 0
    while first < len(words):
        first += _mark(text, words, first, ask, states) if words[first].case not in (LOWER, NO_CASE) else 1
    return states


def _mark(text: str, words: Sequence[Word], first: int, ask: Ask, states: np.ndarray) -> int:
    """Mark the longest name that begins at a word; how many words that settles."""
    for stop in range(min(first + LONGEST, len(words)), first, -1):
        name = text[words[first].start : words[stop - 1].end]
        dotted = name.endswith(".")
        if "\n" in name or (words[stop - 1].case == NO_CASE and not dotted):
            continue
        bearer = ask(name)
        if bearer and (bearer.kind == "abbreviation" or not dotted):
            sort = sort_of(bearer)
            states[first], states[first + 1 : stop] = 1 + 2 * sort, 2 + 2 * sort
            return stop - first
    return 1


def sort_of(bearer: Bearer) -> int:
    """Which of the six sorts of bearers."""
    if bearer.kind == "demonym":
        return PEOPLE
    if bearer.feature.startswith("A.PCL"):
        return COUNTRY
    if bearer.feature.startswith("A"):
        return DIVISION
    if bearer.feature.startswith("P"):
        return CITY if bearer.population >= CITY_FROM else TOWN
    return FEATURE
