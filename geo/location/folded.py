"""A text with every mention folded into one sign, so that a grammar speaks of "a mention", never of names.

The grammars of borders and of other expressions are patterns over `Folded.words`; `Folded.back` leads from there to the
offsets of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from geo.types import Mention

FOLD = "\ue000"
"""Stands for a mention; the same sign in a text is read as a space."""
GAP = r"(?:[ \t\u00a0]+|[ \t\u00a0]*\n[ \t]*(?=\S))"
"""Pattern of what stands between two words of an expression: no full stop, no empty line."""

_JOINS = "-‐‑–—/"
"""What the recogniser sometimes takes for the end of a name: "Washington-Oregon"."""


class Folded:
    """A text with its mentions folded, and the way back to the offsets of the text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._mentions = list(_outermost(mentions))
        self._ends: list[int] = []
        pieces, starts, cursor, length = [], [], 0, 0
        for mention in self._mentions:
            before = text[cursor : mention.start].replace(FOLD, " ")
            end = _end(text, mention)
            length += len(before)
            starts.append(length)
            pieces += [before, FOLD]
            self._ends.append(end)
            cursor, length = end, length + 1
        self._starts = starts
        self.words = "".join([*pieces, text[cursor:].replace(FOLD, " ")])
        """The text with one sign for each of its outermost mentions."""

    def mention(self, at: int) -> Mention:
        """The mention that a sign in `words` stands for."""
        return self._mentions[bisect_right(self._starts, at) - 1]

    def back(self, at: int) -> int:
        """The offset in the text of an offset in `words`."""
        before = bisect_right(self._starts, at - 1)
        if before == 0:
            return at
        return self._ends[before - 1] + at - self._starts[before - 1] - 1


class Stretch(Protocol):
    """Anything from one offset of the text to another."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Stretch)


def apart(found: Iterable[S], length: int) -> list[S]:
    """In text order those that overlap none that comes before them in `found`; `length` is that of the text."""
    kept: list[S] = []
    taken = bytearray(length)
    for stretch in found:
        if not any(taken[stretch.start : stretch.end]):
            kept.append(stretch)
            taken[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return sorted(kept, key=lambda stretch: stretch.start)


def _end(text: str, mention: Mention) -> int:
    """Where a mention ends for the grammar: before a hyphen taken into it, before the "state" of "state line"."""
    name = mention.surface.rstrip(_JOINS)
    if name.endswith(" state") and text.startswith(" line", mention.end):
        name = name.removesuffix(" state")
    return mention.start + len(name)


def _outermost(mentions: Sequence[Mention]) -> Iterator[Mention]:
    end = 0
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end and mention.end > mention.start:
            yield mention
            end = mention.end
