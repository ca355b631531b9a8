"""Names of the user's own places, found in a text as they are spelt in the user's files: "Camp 16", "Checkpoint Zulu".

The tagger has never met them. A name that is one plain word may be any word, so it counts only within a sentence and away
from other capitalised words; the tagger finds it elsewhere. Every place found here is one that the user listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.types import Mention

SCORE = 0.95
"""Given to such a mention in place of the tagger's own probability; a judgement."""

LONGEST = 8
"""Words of the longest name that is looked for; longer ones are left to the tagger."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"\n])\s{0,3}$")
_CAPITALISED_BEFORE = re.compile(r"[^\W\d_a-z][\w’'-]*\.?[ \u00a0-]$")
_CAPITALISED_AFTER = re.compile(r"[ \u00a0-][^\W\d_a-z]")
_REACH = 40
"""Characters before a name in which the word before it begins."""


def with_own_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer | Layered) -> tuple[Mention, ...]:
    """The mentions, and the user's own names; a mention that lies inside a longer one of these gives way to it."""
    if not isinstance(gazetteer, Layered):
        return tuple(mentions)
    found = [own for own in _found(text, gazetteer.layer.spellings) if not _cut(own, mentions)]
    kept = [m for m in mentions if not any(own.start <= m.start and m.end <= own.end for own in found)]
    return tuple(sorted((*kept, *found), key=lambda mention: mention.start))


def _found(text: str, spellings: frozenset[str]) -> Iterator[Mention]:
    """Names from left to right, the longest that begins at each word."""
    words = [word.span() for word in _WORD.finditer(text)]
    free = 0
    for first, (start, _) in enumerate(words):
        ends = (end for _, end in reversed(words[first : first + LONGEST])) if start >= free else ()
        for end in ends:
            if text[start:end] in spellings and _is_name(text, start, end):
                yield Mention(start, end, text[start:end], score=SCORE)
                free = end
                break


def _is_name(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    if name.islower() and name.isalpha():
        return False
    if not name.isalpha():
        return True
    before = text[max(0, start - _REACH) : start]
    alone = not _CAPITALISED_BEFORE.search(before) and not _CAPITALISED_AFTER.match(text, end)
    return alone and not _SENTENCE_START.search(before)


def _cut(own: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a mention has the very same stretch, or reaches beyond it."""
    touching = (m for m in mentions if m.start < own.end and own.start < m.end)
    return any(m.start <= own.start and own.end <= m.end or m.start < own.start or own.end < m.end for m in touching)
