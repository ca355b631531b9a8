"""Dating: the days that the sentence around a mention speaks of. sentence → expressions → direction → days → the nearest.

    words, patterns     how times are written
    leads, traps        the small words around them, and what only looks like a time
    expressions         what of a sentence says when
    tense               whether it looks ahead
    calendar, days      which days that is
    clauses             which of a sentence's times belongs to a place
    dateline            days of the publication, which are not told

Grammar and calendar are our own. The library dateparser 1.5 was measured for both, on `tests/gold/dates.jsonl`, and left. Its
`search_dates` finds something in 68 of 86 sentences without a time and the right day in 60 of 98 with one, at 60 ms for an
article of 470 words. Of the single days that this grammar finds it reads 73 of 102 right (a Sunday told on a Sunday is that of
the week before; feasts are unknown), at 1.8 ms each and 280 ms for the first. This package takes 2 ms an article.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.types import Article, Mention

__all__ = ["dated"]


def dated(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, each with the days that its sentence speaks of, seen from `Article.date`; None where it says none.

    Mentions are in text order, as everywhere. Nothing is read but the article: neither the clock nor the time zone. The rules:
    `docs/dates.md`.
    """
    from geo.dating.reading import (
        read,
    )  # its patterns take some 50 ms to compile, which who only imports geo need not wait for

    return read(article, mentions)
