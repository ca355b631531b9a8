"""Near-duplicates among articles: one agency's story with another headline, cut, or with a correction.

Words are taken in runs of `RUN`. Two texts are near where most of the runs of the shorter one stand in the longer. MinHash and
its locality-sensitive hashing (datasketch) find the pairs worth comparing; each of them is then compared exactly, so that
chance only costs a few pairs, and the same texts in the same order give the same groups.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from zlib import crc32

RUN = 4
"""Words in a run. Of 3, two stories on one event share "said on Monday that"; of 5, an edit of every tenth word leaves half."""

NEAR = 0.6
"""Least part of the shorter text's runs that stand in the longer. Of the pairs made for it (`tests/test_duplicates.py`), the
same story has 0.85 or more, another story on the event 0.27 or less."""

LEAST_SIZE = 0.3
"""Least size of the shorter text as part of the longer: a paragraph of a long report is no copy of it. Of texts cut to half,
nearly all are found, of those cut to 40 %, about 70 %."""

SHORT = 30
"""Words below which a text is the same or is not: a few runs say nothing."""

LONGEST = 200_000
"""Code points of a text that are compared, about 30,000 words."""

MOST_RUNS = 5_000
"""Runs of a text that are compared."""

PERMUTATIONS, BANDS, ROWS = 192, 48, 4
"""Of the signature. Texts with half of all their runs in common meet in a band with 95 %, with a fifth in common with 7 %."""

SEED = 1
"""Of the permutations, so that groups are the same on every run."""

MOST_CANDIDATES = 100
"""Texts that one is compared with; more meet only where thousands share a page's furniture."""

_WORD = re.compile(r"\w+")


class _Text(NamedTuple):
    """A text as it is compared."""

    runs: array[int]
    """Its runs of words as 32-bit sums, each once: 2 KB for 470 words. Empty: it is short."""
    whole: str = ""
    """Its words, where it is short."""


def near_duplicates(texts: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The ids of texts that are near, from pairs of id and text: groups of two or more, all in the order seen.

    A text joins the group of the first one that it is near, and each group is told by its first text: two that are near the
    same third are not compared, so that a day's round-up does not chain all stories of the day into one.
    """
    groups: dict[str, list[str]] = {}
    seen = Seen()
    for id, text in texts:
        groups.setdefault(seen.first_like(id, text), []).append(id)
    return [tuple(group) for group in groups.values() if len(group) > 1]


class Seen:
    """Texts told one after the other, for whoever does not have them all at once. It keeps 4 KB of each."""

    def __init__(self) -> None:
        self._firsts = _Firsts()
        self._ids: dict[int, str] = {}

    def first_like(self, id: str, text: str) -> str:
        """The id of the first text that this one is near; its own where there is none. Ids are told apart by the caller."""
        return self._ids.setdefault(self._firsts.group_of(_told(text)), id)


def likeness(one: str, other: str) -> float:
    """Part of the shorter text's runs of words that stand in the longer, 0 to 1; short texts are alike or not."""
    return _likeness(_told(one), _told(other))


class _Firsts:
    """The first texts of all groups, found by what they share. A group's number is that of its first text."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._texts: list[_Text] = []
        self._short: dict[str, int] = {}
        self._long = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
        self._empty = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=int)

    def group_of(self, told: _Text) -> int:
        """The first group, in the order seen, that the text is near; a new one where there is none."""
        new = len(self._texts)
        number = self._near(told, new) if told.runs else self._short.setdefault(told.whole, new)
        if number == new:
            self._texts.append(told)
        return number

    def _near(self, told: _Text, new: int) -> int:
        signature = self._empty.copy()
        signature.update_batch(told.runs)
        for number in sorted(self._long.query(signature))[:MOST_CANDIDATES]:
            if _are_near(told, self._texts[number]):
                return number
        self._long.insert(new, signature, check_duplication=False)
        return new


def _told(text: str) -> _Text:
    words = _WORD.findall(text[:LONGEST].casefold())
    if len(words) < SHORT:
        return _Text(array("I"), " ".join(words))
    return _Text(array("I", dict.fromkeys(islice(_runs(words), MOST_RUNS))))


def _runs(words: Sequence[str]) -> Iterator[int]:
    for at in range(len(words) - RUN + 1):
        yield crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))


def _are_near(one: _Text, other: _Text) -> bool:
    small, large = sorted((len(one.runs), len(other.runs)))
    return small >= LEAST_SIZE * large and _likeness(one, other) >= NEAR


def _likeness(one: _Text, other: _Text) -> float:
    if not (one.runs and other.runs):
        return float(one == other)
    return len(set(one.runs).intersection(other.runs)) / min(len(one.runs), len(other.runs))
