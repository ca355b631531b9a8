"""Whole names: "Gomel" + "Region", "Chernobyl" + "exclusion zone", "Sea of" + "Azov".

The tagger sometimes stops before the words that say what sort of place it is, or takes one name for two, and that changes
which place it is. Mentions grow and join only where the gazetteer knows the longer name, so nothing is made up here. A generic
word in lower case ("Sichuan province") is no part of the name, except of a zone, which has no other; `sort_after` tells it to
those who decide which place is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from geo.gazetteer import Gazetteer, is_noted, key
from geo.recognition.edges import with_edges
from geo.types import Mention

_NEXT_WORDS = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?(?:[ \u00a0]([^\W\d_]+))?")
"""One to three words on the same line."""

_BETWEEN_PARTS = frozenset((" ", "\u00a0", " of ", " of the "))
"""What may stand between two parts of one name."""

_NAME_WORD = r"[^\W\d_a-z]\w*\.?"
_LITTLE = r"(?:and|of|the|on|upon|under|am|an|der|de|del|di|du|do|da|la|le|les|sur|en|el|al|ez|es|as|ash|bel)"
_JOINT = re.compile(rf"-(?:{_LITTLE}-)*|['’]s?[ \u00a0]|['’]|[ \u00a0](?:and|d['’]|{_LITTLE}-)")
"""What holds the parts of one name together, besides a space: "-on-", "and", "'s", "el-"."""

_PARTS = re.compile(
    rf"{_NAME_WORD}(?:(?:[- \u00a0]|['’])+(?:(?:{_LITTLE}|d|s)(?:[- \u00a0]|['’])+){{0,2}}{_NAME_WORD}|['’]s\b)+"
)
_PART = re.compile(rf"{_NAME_WORD}(?:['’]s\b)?")

_POSSESSIVE = re.compile(r"['’]s$")

LONGEST_COMPOUND = 80
"""Code points; the gazetteer's longest name of parts has fewer, a longer run is a list or a headline."""

PEOPLE, FEW = 20_000, 1_000
"""Of a place whose name is completed by the word behind it, and of one that the name stays with. On held-aside news the tagger
cuts six such names short in 568 articles, and one mention would grow that should not."""

ZONES = frozenset(("exclusion zone", "demilitarized zone", "demilitarised zone", "buffer zone", "security zone"))
"""What ends the name of a zone, in lower case too."""

GENERIC = frozenset(
    "region oblast voblast province county district state territory governorate prefecture canton department parish "
    "republic peninsula island islands archipelago valley desert mountains range plateau delta basin strait sea gulf bay "
    "river lake canal ocean zone strip heights airport crossing".split()
)
"""Last words a mention may grow to: the generic nouns of geography."""

_CAPITAL = re.compile(r"[ \u00a0][^\W\d_a-z]")
"""A capitalised word follows: "Ohio State University" is not about Ohio State."""

_NEXT_NAME = re.compile(r"[ \u00a0][^\W\d_a-z][^\W\d_]+\b")
"""One more capitalised word."""

_LEADING = re.compile(r"\b([^\W\d_a-z][^\W\d_]+)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?$")
LOOK_BACK = 24
"""Code points before a mention in which a generic word and "of" stand: "Archipelago of the "."""

_SORT = re.compile(r"[ \u00a0]([a-z]+)\b")


def sort_after(text: str, end: int) -> str:
    """The generic word in lower case that follows a name, or nothing."""
    following = _SORT.match(text, end)
    return following[1] if following and following[1] in GENERIC else ""


def whole_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, joined and with the generic words after them where the gazetteer has the whole as a name."""
    mentions = with_edges(text, mentions, gazetteer)
    mentions = _joined(text, _compound(text, mentions, gazetteer), gazetteer)
    ends = [0, *(m.end for m in mentions)]
    mentions = [_led(text, m, end, gazetteer) for m, end in zip(mentions, ends, strict=False)]
    starts = [m.start for m in mentions[1:]]
    return tuple(_grown(text, m, limit, gazetteer) for m, limit in zip_longest(mentions, starts, fillvalue=len(text)))


def _compound(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions, those that begin a name of parts as the whole of it: Rostov-on-Don, Antigua and Barbuda, St. John's."""
    whole: list[Mention] = []
    for mention in mentions:
        if whole and mention.end <= whole[-1].end:
            continue
        for end in _compound_ends(text, mention.start, mention.end):
            if _is_name(
                text[mention.start : end], gazetteer, possessive=bool(_POSSESSIVE.search(text, mention.start, end))
            ):
                mention = replace(mention, end=end, surface=text[mention.start : end])
                break
        whole.append(mention)
    return whole


def _compound_ends(text: str, start: int, least: int) -> Iterator[int]:
    """Ends of words beyond `least`, farthest first, up to which the text reads like one name of several parts."""
    run = _PARTS.match(text, start) if _JOINT.match(text, least) else None
    if run and run.end() - start <= LONGEST_COMPOUND:
        ends = [word.end() for word in _PART.finditer(text, start, run.end()) if word.end() > least]
        yield from reversed(ends)


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


def _led(text: str, mention: Mention, earliest: int, gazetteer: Gazetteer) -> Mention:
    """The mention with the capitalised generic word and "of" before it: "Sea of Azov", where the tagger found Azov alone."""
    before = _LEADING.search(text[max(earliest, mention.start - LOOK_BACK) : mention.start])
    if not before or before[1].lower() not in GENERIC:
        return mention
    start = mention.start - len(before[0])
    whole = text[start : mention.end]
    return replace(mention, start=start, surface=whole) if _is_name(whole, gazetteer) else mention


def _grown(text: str, mention: Mention, limit: int, gazetteer: Gazetteer) -> Mention:
    for end in _ends(text, mention.end, limit):
        whole = text[mention.start : end]
        if _is_name(whole, gazetteer):
            return replace(mention, end=end, surface=whole)
    next_word = _NEXT_NAME.match(text, mention.end, limit)
    whole = text[mention.start : next_word.end()] if next_word else ""
    if next_word and _is_noted_name(whole, gazetteer) and not _is_noted_name(mention.surface, gazetteer):
        return replace(mention, end=next_word.end(), surface=whole)
    if next_word and not _CAPITAL.match(text, next_word.end()) and _is_half(mention.surface, whole, gazetteer):
        return replace(mention, end=next_word.end(), surface=whole)
    return mention


def _is_half(surface: str, whole: str, gazetteer: Gazetteer) -> bool:
    """Whether the words are the name of a place that many know, and without the last one hardly of any: "Port" of Port Said."""
    return _is_known(whole, gazetteer, PEOPLE) and not _is_known(surface, gazetteer, FEW)


def _is_known(name: str, gazetteer: Gazetteer, people: int) -> bool:
    """Whether a country, a division of the first level or a place of so many people is called just so."""
    return any(
        key(match.name) == key(name)
        and (
            (match.place.feature or "").startswith(("A.PCL", "A.ADM1"))
            and match.kind != "abbreviation"
            or (match.place.population or 0) >= people
        )
        for match in gazetteer.look_up(name)
    )


def _is_noted_name(whole: str, gazetteer: Gazetteer) -> bool:
    """Whether a landmark, sea or zone of our own tables is called just so: the White House, and not a town White.

    An adjective is no such name: the European Union is more than what is European.
    """
    return any(
        is_noted(match.place) and match.name == whole and match.kind != "demonym" for match in gazetteer.look_up(whole)
    )


def _is_name(whole: str, gazetteer: Gazetteer, *, possessive: bool = False) -> bool:
    """Whether the gazetteer has the words as a name, not only a part of them; a possessive must be one there too."""
    found = (match.name for match in gazetteer.look_up(whole) if key(match.name) == key(whole))
    return any(not possessive or _POSSESSIVE.search(name) for name in found)


def _ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Where the mention might end instead, farthest first."""
    words = _NEXT_WORDS.match(text, start)
    for number in (3, 2, 1):
        end = words.end(number) if words else -1
        if 0 < end <= limit and _ends_a_name(text[start:end]) and not _CAPITAL.match(text, end):
            yield end


def _ends_a_name(words: str) -> bool:
    *_, last = words.split()
    return last.lower() in GENERIC and (last[0].isupper() or words.strip().lower() in ZONES)
