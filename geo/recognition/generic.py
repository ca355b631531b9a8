"""Names with their generic part: "Gomel" + "Region", "Chernobyl" + "exclusion zone".

The tagger sometimes stops before the words that say what sort of place it is, and those words change which place it is.
A mention grows over the words after it only when the gazetteer knows the longer name, so nothing is made up here.
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

GENERIC = frozenset(
    "region oblast voblast province county district state territory governorate prefecture canton department parish "
    "republic peninsula island islands archipelago valley desert mountains range plateau delta basin strait sea gulf bay "
    "river lake canal ocean zone strip heights airport crossing".split()
)
"""Last words a mention may grow to: the generic nouns of geography."""


def with_generic_part(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, each with the generic words after it where the gazetteer has the whole as a name."""
    starts = [m.start for m in mentions[1:]]
    return tuple(_grown(text, m, limit, gazetteer) for m, limit in zip_longest(mentions, starts, fillvalue=len(text)))


def _grown(text: str, mention: Mention, limit: int, gazetteer: Gazetteer) -> Mention:
    for end in _ends(text, mention.end, limit):
        whole = text[mention.start : end]
        if any(key(match.name) == key(whole) for match in gazetteer.look_up(whole)):
            return replace(mention, end=end, surface=whole)
    return mention


def _ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Where the mention might end instead, farthest first."""
    words = _NEXT_WORDS.match(text, start)
    for number in (3, 2, 1):
        if words and words[number] and words.end(number) <= limit and words[number].lower() in GENERIC:
            yield words.end(number)
