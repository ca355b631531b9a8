"""A text with every mention folded into one sign, so that a grammar speaks of "a mention", never of names.

Gaps between words become one sign too, and so do distances for the grammars that read them: patterns that spelt these out
wherever they may stand would take four times as long to compile.

The grammars of borders and of other expressions are patterns over `Folded.words`; `Folded.back` leads from there to the
offsets of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from geo.types import Mention

FOLD = "\x01"
"""Stands for a mention. The signs are among the first 256 characters, because sets of these compile the fastest."""
LENGTH, TIME = "\x02", "\x03"
"""Stand for a distance ("30 km") and for a time on the way ("two hours")."""
GAP = "[ \n]"
"""Pattern of what stands between two words of an expression: no full stop, no empty line. A line break stays one."""
EMPTY_LINE = "\f"
"""Stands for a line break that no expression reaches over."""

_SIGNS = re.compile("[\x01-\x04]")
"""In a text they are read as spaces."""
_GAPS = re.compile(r"(?P<break>[ \t\u00a0]*\n[ \t]*(?=\S))|[ \t\u00a0]{2,}|[\t\u00a0]|(?P<empty>\n)")
_JOINS = "-‐‑–—/"
"""What the recogniser sometimes takes for the end of a name: "Washington-Oregon"."""


class Said(NamedTuple):
    """A distance or a time on the way, in words."""

    start: int
    """First code point in `Folded.words` before it is folded."""
    end: int
    sign: str
    """`LENGTH` or `TIME`."""
    number: str
    unit: str


class _Layer:
    """A text with stretches of another put as one sign each."""

    def __init__(self, text: str, stretches: Iterable[tuple[int, int, str]]) -> None:
        pieces, self.starts, self._ends, cursor, length = [], [], [], 0, 0
        for start, end, sign in stretches:
            length += start - cursor
            self.starts.append(length)
            self._ends.append(end)
            pieces += [text[cursor:start], sign]
            cursor, length = end, length + 1
        self.words = "".join([*pieces, text[cursor:]])

    def back(self, at: int) -> int:
        before = bisect_right(self.starts, at - 1)
        return self._ends[before - 1] + at - self.starts[before - 1] - 1 if before else at

    def number(self, at: int) -> int:
        """Which of the stretches a sign stands for."""
        return bisect_right(self.starts, at) - 1


class Folded:
    """A text with its mentions folded, and the way back to the offsets of the text.

    `said` finds what else is folded, distances: in text order, none in another.
    """

    def __init__(
        self, text: str, mentions: Sequence[Mention], said: Callable[[str], Iterable[Said]] | None = None
    ) -> None:
        self._mentions = list(_outermost(mentions))
        spans = [(mention.start, _end(text, mention), FOLD) for mention in self._mentions]
        self._names = _Layer(_SIGNS.sub(" ", text), spans)
        self._gaps = _Layer(self._names.words, _gaps(self._names.words))
        self._said = list(said(self._gaps.words)) if said else []
        self._lengths = _Layer(self._gaps.words, (one[:3] for one in self._said))
        self.words = self._lengths.words
        """The text with one sign for each of its outermost mentions, for each gap and for each distance."""

    def mention(self, at: int) -> Mention:
        """The mention that a sign in `words` stands for."""
        return self._mentions[self._names.number(self._gaps.back(self._lengths.back(at)))]

    def said(self, at: int) -> Said:
        """The distance that a sign in `words` stands for."""
        return self._said[self._lengths.number(at)]

    def back(self, at: int) -> int:
        """The offset in the text of an offset in `words`."""
        return self._names.back(self._gaps.back(self._lengths.back(at)))


def _gaps(words: str) -> Iterator[tuple[int, int, str]]:
    for gap in _GAPS.finditer(words):
        yield *gap.span(), "\n" if gap["break"] else EMPTY_LINE if gap["empty"] else " "


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
