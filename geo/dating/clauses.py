"""Which of a sentence's expressions of time belongs to a place that it names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_BOUND = re.compile(
    r"[,;:](?=\s)|[—()]|\s[–-]{1,2}\s|(?<!\w)(?:and|but|or|while|after|before|when|as|where|who|whose|which|that|because|although|"
    r"though|until|then)(?!\w)"
)
"""Between two clauses. It cuts lists too, which does no harm: where a piece has no expression, the sentence's first counts."""


class Span(NamedTuple):
    start: int
    end: int


def clauses(text: str, first: int, last: int, expressions: Sequence[tuple[int, int]]) -> list[Span]:
    """The sentence cut at the words between clauses; what is but an expression goes with what follows it ("On Sunday, …")."""
    starts = [start for start, _ in expressions]
    cuts = [first]
    for match in _BOUND.finditer(text, first, last):
        number = bisect_right(starts, match.start()) - 1
        within = number >= 0 and match.start() < expressions[number][1]
        if not within and not _is_bare(text, cuts[-1], match.start(), expressions):
            cuts.append(match.start())
    return [Span(*pair) for pair in pairwise((*cuts, last))]


def _is_bare(text: str, start: int, end: int, expressions: Sequence[tuple[int, int]]) -> bool:
    """Whether a piece holds an expression and nothing else but a word that joins it to what is before."""
    number = bisect_left(expressions, (start, 0))
    if number == len(expressions) or expressions[number][1] > end:
        return False
    rest = text[start : expressions[number][0]] + text[expressions[number][1] : end]
    return len(rest) <= LONGEST_JOINER and not re.sub(r"\W+|(?:and|but|then|or|early|late|later|that)\b", "", rest)


LONGEST_JOINER = 12
"""Code points of what may stand beside it: ", and then "."""


def around(position: int, pieces: Sequence[Span]) -> Span:
    """The clause that holds a position."""
    return pieces[max(0, bisect_right(pieces, position, key=lambda piece: piece.start) - 1)]


def nearest(start: int, end: int, expressions: Sequence[tuple[int, int]], pieces: Sequence[Span]) -> int:
    """Which expression belongs to the words from `start` to `end`: the nearest in their clause, else the sentence's first."""
    piece = around(start, pieces)
    low = bisect_left(expressions, (piece.start, 0))
    high = bisect_left(expressions, (piece.end, 0))
    behind = bisect_left(expressions, (end, 0), low, high)
    beside = [number for number in (behind - 1, behind) if low <= number < high]
    return min(beside, key=lambda number: _gap(expressions[number], start, end), default=0)


def _gap(expression: tuple[int, int], start: int, end: int) -> int:
    return max(expression[0] - end, start - expression[1])
