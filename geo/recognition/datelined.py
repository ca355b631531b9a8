"""The place that an article says it was written at, where the tagger passed over it: "HURRICANE, W.Va. - Officers say …".

A town in nothing but capitals before a dash is unlike anything else in a text, and its name may be an everyday word. That it is
a dateline was told by `geo.metadata`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer
from geo.types import Mention

SCORE = 0.95
"""Given to such a mention in place of the tagger's own probability; a judgement."""

_PART = re.compile(r"[^,/]+")


def with_dateline(
    text: str, mentions: Sequence[Mention], dateline: str | None, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The mentions, and those parts of the dateline that the gazetteer knows, in text order.

    `dateline`: as written in the text, "KYIV, Ukraine". None, or not in the text: the mentions as they are.
    """
    if not dateline:
        return tuple(mentions)
    found = re.search(rf"(?<!\S){re.escape(dateline)}", text)
    if not found:
        return tuple(mentions)
    new = _parts(text, found.end() - len(dateline), found.end(), mentions, gazetteer)
    return tuple(sorted((*mentions, *new), key=lambda mention: mention.start))


def _parts(text: str, start: int, end: int, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    for part in _PART.finditer(text, start, end):
        name = part[0].strip()
        first = part.start() + part[0].index(name) if name else part.start()
        last = first + len(name)
        if name and gazetteer.look_up(name) and not any(m.start < last and first < m.end for m in mentions):
            yield Mention(first, last, name, score=SCORE)
