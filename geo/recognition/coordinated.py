"""Names joined to a place by "and" or "or" that the tagger passed over: "Timbuktu and Gao", "in Oromia and Amhara".

What "and" joins is of one sort. In whole articles the tagger hardly ever misses one of two; in posts of one line it does. So a
name joined to a mention counts where the gazetteer has a well-known place of just that name in a country of the other's. On
held-aside news the rule adds nothing, right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer, key
from geo.types import Mention, Place

PEOPLE = 50_000
"""Of a town that counts; smaller ones share their names with families. Divisions of the first level count by themselves."""

SCORE = 0.9
"""Given to such a mention in place of the tagger's own probability; a judgement."""

REACH = 60
"""Code points before a mention in which the name joined to it stands."""

_WORD = r"[^\W\d_a-z][\w’'-]*"
_NAME = rf"(?:(?:al|el|ad|an|ar|as|ash|at|az)-)?{_WORD}(?:[ \u00a0]{_WORD}){{0,2}}"
_LINK = r",?[ \u00a0](?:and|or)[ \u00a0]"
_BEHIND = re.compile(rf"{_LINK}(?P<name>{_NAME})(?![\w-]|[ \u00a0][A-Z])")
_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{_NAME}){_LINK}$")
_LONGER = re.compile(r"[A-Z][\w’'.-]*”?[ \u00a0]$")
"""A capitalised word before the name, which is then only the end of another: "Hal Rogers and U.S. senators"."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"\n])\s{0,3}$")
"""Where a sentence begins, everybody may stand: "Jackson and Texas officials"."""

_TITLE = re.compile(r"[ \u00a0][A-Z]")
"""A capitalised word behind the mention, which is then only the beginning of another name."""


def with_coordinated(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, and the names that "and" or "or" joins to one of them, in text order."""
    found = {mention.start: mention for mention in mentions}
    for mention in mentions:
        for start, end in _joined(text, mention):
            if any(start < other.end and other.start < end for other in found.values()):
                continue
            if _is_alike(text[start:end], mention.surface, gazetteer):
                found[start] = Mention(start, end, text[start:end], score=SCORE)
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _joined(text: str, mention: Mention) -> Iterator[tuple[int, int]]:
    """Where the names stand that are joined to a mention."""
    behind = _BEHIND.match(text, mention.end)
    if behind:
        yield behind.span("name")
    begin = max(0, mention.start - REACH)
    before = _BEFORE.search(text[begin : mention.start])
    if before and not _TITLE.match(text, mention.end):
        start, end = (begin + at for at in before.span("name"))
        ahead = text[max(0, start - REACH) : start]
        if not _LONGER.search(ahead) and not _SENTENCE_START.search(ahead):
            yield start, end


def _is_alike(name: str, beside: str, gazetteer: Gazetteer) -> bool:
    """Whether both may be well-known places of one country."""
    countries = {place.country_code for place in _well_known(beside, gazetteer)}
    return any(place.country_code in countries for place in _well_known(name, gazetteer))


def _well_known(name: str, gazetteer: Gazetteer) -> Iterator[Place]:
    for match in gazetteer.look_up(name):
        place = match.place
        is_town = place.feature_class == "P" and (place.population or 0) >= PEOPLE
        if place.country_code and key(match.name) == key(name) and (is_town or place.feature == "A.ADM1"):
            yield place
