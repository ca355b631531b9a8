"""From sentences to the days that each of their mentions has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from geo.dating.calendar import Days
from geo.dating.clauses import Span, around, clauses, nearest
from geo.dating.dateline import is_of_publication, is_printed
from geo.dating.days import days
from geo.dating.expressions import Expression, find
from geo.dating.tense import ahead, cues
from geo.excerpts import sentences
from geo.types import Article, Mention, When


class _Sentence(NamedTuple):
    """A sentence with what it says of time."""

    pieces: Sequence[Span]
    """Its clauses; empty where it says nothing of time."""
    spans: Sequence[Span]
    """Where each of its expressions stands, in text order."""
    whens: Sequence[When | None]
    """The days of each. None: no such day, or it cannot be told which."""

    def when(self, mention: Mention) -> When | None:
        return self.whens[nearest(mention.start, mention.end, self.spans, self.pieces)] if self.whens else None


def read(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with their days; each sentence is read once, and only where it holds a mention."""
    text, base = article.text, _day(article.date)
    named = [Span(mention.start, mention.end) for mention in mentions]
    bounds = list(sentences(text)) if mentions else []
    known: dict[int, _Sentence] = {}
    told = []
    for mention in mentions:
        number = max(0, bisect_right(bounds, (mention.start, len(text))) - 1)
        if number not in known:
            known[number] = _read_sentence(text, *bounds[number], named, base)
        when = known[number].when(mention)
        told.append(mention if when == mention.when else replace(mention, when=when))
    return tuple(told)


def _read_sentence(text: str, first: int, last: int, named: Sequence[Span], base: date | None) -> _Sentence:
    """A sentence's expressions with their days. Those of an event's year count only where there is nothing better."""
    found = [one for one in find(text, first, last) if _counts(text, one, named)]
    pieces = clauses(text, first, last, [Span(one.start, one.end) for one in found]) if found else ()
    verbs = cues(text, first, last) if found else ()
    told = []
    for one in found:
        forward = ahead(text, one.start, one.end, verbs, around(one.start, pieces))
        meant = days(one, base, forward)
        told.append((one, meant and _when(meant, text[one.start : one.end])))
    told = [pair for pair in told if not pair[0].weak] or told
    return _Sentence(pieces, [Span(one.start, one.end) for one, _ in told], [when for _, when in told])


def _when(meant: Days, words: str) -> When:
    return When(meant.first.isoformat(), meant.last.isoformat(), words, meant.precision)


def _counts(text: str, one: Expression, named: Sequence[Span]) -> bool:
    """Whether it is the sentence's, and neither part of a place's name (“6 October City”) nor of a dateline."""
    number = bisect_left(named, (one.end, 0))
    in_name = number > 0 and named[number - 1].end > one.start
    point = one.points[0]
    if in_name or point.sort not in ("day", "iso", "numeric"):
        return not in_name
    return not (
        is_of_publication(text, *one[:2]) if one.start == point.start else is_printed(text, point.start, one.end)
    )


def _day(iso: str | None) -> date | None:
    """The day of publication. None where it is not known, or no day."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
