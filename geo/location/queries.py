"""A query that tells a place through another: "30 km north of Kyiv", "between Mosul and Erbil", "eastern Ukraine".

The words are those of `geo.location.relation_phrases`; the names in them are looked up as any other query is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location.relation_phrases import relations
from geo.location.relations import relation_mentions
from geo.location.shapes import Shapes
from geo.types import Match, Mention, Resolution

_BEFORE = re.compile(r"(?:(?:in|on|at)\s+)?(?:the\s+)?", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s")
_JOINS = re.compile(r"\s(?:and|to|with)\s")
_WORD = re.compile(r"(?<=\s)\S")
MOST_WORDS = 25
"""Words of a query in which expressions are looked for; longer ones are addresses."""


def told(
    query: str, look_up: Callable[[str], Match | None], shapes: Shapes, gazetteer: Gazetteer | Layered
) -> Mention | None:
    """The expression that the whole query is, located. None: it is none, or no place answers to a name in it."""
    text = " ".join(query.split())
    if text.count(" ") >= MOST_WORDS:
        return None
    for spans in _names(text):
        names = [Mention(start, end, text[start:end]) for start, end in spans]
        if not any(_is_whole(text, found.start, found.end) for found in relations(text, names)):
            continue
        matches = [look_up(name.surface) for name in names]
        if not all(matches):
            continue
        anchors = [
            Mention(name.start, name.end, name.surface, resolution=Resolution(match.place, 1.0))
            for name, match in zip(names, matches, strict=True)
        ]
        for mention in relation_mentions(text, anchors, shapes, gazetteer):
            if mention.location and _is_whole(text, mention.start, mention.end):
                return mention
    return None


def _names(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where the name or the two names of the query may stand, longest first."""
    starts = [word.start() for word in _WORD.finditer(text)]
    for owner in _OWNER.finditer(text):
        yield [(0, owner.start())]
    for join in _JOINS.finditer(text):
        for start in starts:
            if start < join.start():
                yield [(start, join.start()), (join.end(), len(text))]
    for start in starts:
        yield [(start, len(text))]


def _is_whole(text: str, start: int, end: int) -> bool:
    return end == len(text) and _BEFORE.fullmatch(text, 0, start) is not None
