"""From a probability for each word to the spans of mentions."""

import numpy as np

from geo.recognition.tagger import BEGIN, INSIDE, Tagged
from geo.recognition.words import Word
from geo.types import Mention

_FLOOR = 1e-6
"""Probabilities below this are taken as this: the logarithm stays finite."""

ASSOCIATIVE_AT = 0.5
"""From this probability on, a mention is associative: the point where the role head says the one as often as the other."""

LONGEST_ABBREVIATED = 5
"""Letters before the dot of the longest customary abbreviation of a state: "Calif.", "Penna."."""

_ARTICLES = frozenset({"the", "a", "an"})


def mentions(text: str, tagged: Tagged) -> tuple[Mention, ...]:
    """The mentions of a text, in order and apart from each other."""
    path = best_path(tagged.tags, tagged.openings)
    found = (_mention(text, tagged, *_trimmed(text, tagged.words, a, b), path) for a, b in runs(path))
    return tuple(m for m in found if m is not None)


def best_path(tags: np.ndarray, openings: np.ndarray) -> np.ndarray:
    """The likeliest tag sequence in which INSIDE follows only BEGIN or INSIDE (Viterbi)."""
    if not len(tags):
        return np.zeros(0, dtype=np.int64)
    logs = np.log(np.maximum(tags, _FLOOR))
    back = np.zeros((len(tags), 3), dtype=np.int64)
    best = logs[0].copy()
    best[INSIDE] = -np.inf
    for i in range(1, len(tags)):
        any_before = int(best.argmax())
        named_before = BEGIN if best[BEGIN] >= best[INSIDE] else INSIDE
        back[i] = any_before, any_before, named_before
        inside = -np.inf if openings[i] else best[named_before]
        best = logs[i] + np.array([best[any_before], best[any_before], inside])
    path = np.empty(len(tags), dtype=np.int64)
    path[-1] = int(best.argmax())
    for i in range(len(tags) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def runs(path: np.ndarray) -> list[tuple[int, int]]:
    """(first, last) word of each mention in a tag sequence."""
    found: list[tuple[int, int]] = []
    for i, tag in enumerate(path):
        if tag == BEGIN:
            found.append((i, i))
        elif tag == INSIDE:
            found[-1] = (found[-1][0], i)
    return found


def _trimmed(text: str, words: list[Word], first: int, last: int) -> tuple[int, int]:
    """Without a possessive, or an article in lower case before it ("the Bronx" is Bronx; "The Hague" stays whole)."""
    while first < last and text[words[first].start : words[first].end] in _ARTICLES:
        first += 1
    if last - first >= 2 and text[words[last].start : words[last].end] == "s" and _is_apostrophe(text, words[last - 1]):
        last -= 2
    elif last > first and (_is_apostrophe(text, words[last]) or _is_full_stop(text, words[last - 1], words[last])):
        last -= 1
    return first, last


def _is_full_stop(text: str, before: Word, word: Word) -> bool:
    """Whether a word is the dot of a sentence and not that of an abbreviation, as in "Calif."."""
    return text[word.start : word.end] == "." and before.end - before.start > LONGEST_ABBREVIATED


def _is_apostrophe(text: str, word: Word) -> bool:
    return text[word.start : word.end] in {"'", "’"}


def _mention(text: str, tagged: Tagged, first: int, last: int, path: np.ndarray) -> Mention | None:
    start, end = tagged.words[first].start, tagged.words[last].end
    if not any(map(str.isalnum, text[start:end])):
        return None
    chosen = tagged.tags[np.arange(first, last + 1), np.maximum(path[first : last + 1], BEGIN)]
    return Mention(
        start,
        end,
        text[start:end],
        role="associative" if tagged.associative[first] >= ASSOCIATIVE_AT else "literal",
        score=round(float(np.exp(np.log(np.maximum(chosen, _FLOOR)).mean())), 4),
    )
