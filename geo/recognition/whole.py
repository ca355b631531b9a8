"""Whole names: "Gomel" + "Region", "Chernobyl" + "exclusion zone", "Sea of" + "Azov".

The tagger sometimes stops before the words that say what sort of place it is, or takes one name for two, and that changes
which place it is. Mentions grow and join only where the gazetteer knows the longer name, so nothing is made up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from geo.gazetteer import Gazetteer, key
from geo.types import Mention

_NEXT_WORDS = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?(?:[ \u00a0]([^\W\d_]+))?")
"""One to three words on the same line."""

_BETWEEN_PARTS = frozenset((" ", "\u00a0", " of ", " of the "))
"""What may stand between two parts of one name."""

GENERIC = frozenset(
    "region oblast voblast province county district state territory governorate prefecture canton department parish "
    "republic peninsula island islands archipelago valley desert mountains range plateau delta basin strait sea gulf bay "
    "river lake canal ocean zone strip heights airport crossing".split()
)
"""Last words a mention may grow to: the generic nouns of geography."""


def whole_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, joined and with the generic words after them where the gazetteer has the whole as a name."""
    mentions = _joined(text, mentions, gazetteer)
    starts = [m.start for m in mentions[1:]]
    return tuple(_grown(text, m, limit, gazetteer) for m, limit in zip_longest(mentions, starts, fillvalue=len(text)))


def _joined(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and text[before.end : mention.start] in _BETWEEN_PARTS:
            whole = text[before.start : mention.end]
            if _is_name(whole, gazetteer):
                joined[-1] = replace(before, end=mention.end, surface=whole, score=max(before.score, mention.score))
                continue
        joined.append(mention)
    return joined


def _grown(text: str, mention: Mention, limit: int, gazetteer: Gazetteer) -> Mention:
    for end in _ends(text, mention.end, limit):
        whole = text[mention.start : end]
        if _is_name(whole, gazetteer):
            return replace(mention, end=end, surface=whole)
    return mention


def _is_name(whole: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has the words as a name, not only a part of them."""
    return any(key(match.name) == key(whole) for match in gazetteer.look_up(whole))


def _ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Where the mention might end instead, farthest first."""
    words = _NEXT_WORDS.match(text, start)
    for number in (3, 2, 1):
        if words and words[number] and words.end(number) <= limit and words[number].lower() in GENERIC:
            yield words.end(number)
