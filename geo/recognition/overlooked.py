"""Names of two words and more that the tagger overlooked and the gazetteer knows: "Addis Ababa", "Chernobyl exclusion zone".

The tagger is unsure of names it seldom met. A whole run of capitalised words that is the very name of a sizeable place, or of
one in our own tables, is hardly ever anything else; single words are ("Reading", "Mobile"), so they are left to the tagger. On
held-aside news the rule adds a mention in thirty articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer, is_noted, key
from geo.types import Match, Mention

SIZEABLE = 50_000
"""People. Smaller towns share their names with families and firms."""

SCORE = 0.9
"""Given to such a mention in place of the tagger's own probability; a judgement."""

_WORD = r"[^\W\d_a-z][\w’'-]*"
_RUN = re.compile(
    rf"(?<![\w-])(?!The\b){_WORD}"
    rf"(?:[ \u00a0](?:of|de|el|al|du|la)(?=[ \u00a0]{_WORD})|[ \u00a0]{_WORD})*"
    rf"(?:[ \u00a0](?:exclusion|demilitari[sz]ed|buffer|security)[ \u00a0]zone)?"
    rf"(?![\w-]|[ \u00a0][A-Z]|[ \u00a0](?:virus|fever|disease|flu|syndrome)\b)"
)
"""Capitalised words in a row, with the little words inside names and the words for zones after them; never a part of a longer
run, since "New York Times" is not about New York; nor before what a disease is called, as the West Nile virus is."""
_PART = re.compile("[ \u00a0]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"\n])\s{0,3}$")


def with_overlooked(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, and between them those that were overlooked, in text order."""
    return tuple(sorted((*mentions, *_overlooked(text, mentions, gazetteer)), key=lambda mention: mention.start))


def _overlooked(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    for start, end in _gaps(text, mentions):
        for run in _RUN.finditer(text, start, end):
            for first in _beginnings(text, run) if _touches_no_name(text, run.end()) else ():
                name = text[first : run.end()]
                if _PART.search(name) and _is_known(name, gazetteer):
                    yield Mention(first, run.end(), name, score=SCORE)
                    break


def _gaps(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The stretches between mentions."""
    start = 0
    for mention in mentions:
        yield start, mention.start
        start = mention.end
    yield start, len(text)


def _beginnings(text: str, run: re.Match[str]) -> Iterator[int]:
    """Where the name may begin: with the run, or after its first word where a sentence gives that its capital."""
    yield run.start()
    second = _PART.search(text, run.start(), run.end())
    if second and _SENTENCE_START.search(text, max(0, run.start() - 4), run.start()):
        yield second.end()


def _touches_no_name(text: str, end: int) -> bool:
    """Whether the run ends of itself, not because a mention cuts it off."""
    return not re.match(r"[ \u00a0]?[A-Z]", text[end : end + 2])


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    return any(_is_named(match, name) for match in gazetteer.look_up(name))


def _is_named(match: Match, name: str) -> bool:
    sizeable = (match.place.population or 0) >= SIZEABLE or is_noted(match.place)
    return sizeable and key(match.name) == key(match.place.name) == key(name)
