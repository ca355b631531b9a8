"""The names of an article: its mentions grouped by what must be decided together.

One sense per article: two mentions of the same name mean the same place, unless the text itself says otherwise ("Paris,
Texas" and "Paris, France"). Gale, Church and Yarowsky 1992 found one sense per discourse to hold for 98 % of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geo.gazetteer import Gazetteer, key
from geo.recognition.whole import sort_after
from geo.types import Match, Mention

CANDIDATES = 40
"""Places considered for one name, the most important first. A bound on the work, not a judgement."""

_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
"""An abbreviation by initials: "U.N." is not the town of Un."""

_HOLDS = re.compile(r",\s{0,2}|\s+in\s+(?:the\s+(?:state|province|region|county)\s+of\s+)?|\s*\(", re.IGNORECASE)
"""What stands between a place and the larger one that holds it: "Paris, Texas", "Paris in Texas", "Paris (Texas)"."""

_HELD = re.compile(r"['’]s?\s+")
"""What stands between a place and the smaller one it holds: "Texas' Lamar County", "Ukraine's Kharkiv"."""

_DIRECTED = re.compile(r"(?:\w+(?:ern|east|west)|north|south|east|west|central|upstate|rural)\s+$", re.IGNORECASE)
"""A direction before the holder: "Paris in northern Texas"."""


@dataclass(frozen=True)
class Name:
    """Mentions of an article that get one decision."""

    surface: str
    """As it is first spelt."""
    mentions: tuple[int, ...]
    matches: tuple[Match, ...]
    """The gazetteer's answers, at most `CANDIDATES`, one a place. Empty: it knows none."""
    vectors: np.ndarray
    """(matches, 3) unit vectors of the matches' points, for distances."""
    holders: frozenset[int] = frozenset()
    """Indices of names said to hold this one."""
    held: frozenset[int] = frozenset()
    """Indices of names said to lie in this one."""


def group(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of an article in order of first mention."""
    asked = [_asked(text, m, gazetteer) for m in mentions]
    matches = {name: candidates(name, gazetteer) for name in asked}
    links = _links(text, mentions, asked, matches)
    senses: dict[tuple[str, str], list[int]] = {}
    for index, sense in enumerate(_senses(asked, dict(links))):
        senses.setdefault(sense, []).append(index)
    name_of = {i: n for n, members in enumerate(senses.values()) for i in members}
    pairs = {(name_of[inner], name_of[outer]) for inner, outer in links if name_of[inner] != name_of[outer]}
    return tuple(
        _name(n, members, mentions, matches[asked[members[0]]], pairs) for n, members in enumerate(senses.values())
    )


def _asked(text: str, mention: Mention, gazetteer: Gazetteer) -> str:
    """The name to look up: with the generic word that follows it ("Gomel region"), where the gazetteer has that as a name."""
    sort = sort_after(text, mention.end)
    whole = f"{mention.surface} {sort}"
    known = sort and any(key(match.name) == key(whole) for match in gazetteer.look_up(whole))
    return whole if known else mention.surface


def candidates(surface: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places a surface may mean, each once; letters with full stops only those that are written in capitals."""
    once: dict[str, Match] = {}
    initials = _INITIALS.fullmatch(surface)
    for match in gazetteer.look_up(surface):
        if not initials or match.kind == "abbreviation" or match.name.isupper():
            once.setdefault(match.place.id, match)
    return tuple(once.values())[:CANDIDATES]


def unit_vectors(points: Sequence[tuple[float, float]]) -> np.ndarray:
    """(n, 3) vectors on the unit sphere of (lat, lon) pairs in degrees."""
    lat, lon = np.radians(np.array(points, dtype=float).reshape(-1, 2)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def lies_in(inner: Match, outer: Match) -> bool:
    """Whether the gazetteer puts one place inside another."""
    a, b = inner.place, outer.place
    feature = b.feature or ""
    if a.id == b.id or not a.country_code or a.country_code != b.country_code:
        return False
    if feature.startswith("A.PCL"):
        return True
    if feature == "A.ADM1":
        return a.adm1_code is not None and a.adm1_code == b.adm1_code
    if feature == "A.ADM2":
        return a.adm1_code == b.adm1_code and a.adm2_name is not None and a.adm2_name == b.name
    return False


def _links(
    text: str, mentions: Sequence[Mention], asked: Sequence[str], matches: dict[str, tuple[Match, ...]]
) -> list[tuple[int, int]]:
    """(inner, outer) mention pairs that stand as place and holder, and that the gazetteer can believe."""
    found = []
    for i in range(len(mentions) - 1):
        sort = sort_after(text, mentions[i].end)
        between = text[mentions[i].end + (len(sort) + 1 if sort else 0) : mentions[i + 1].start]
        if len(between) > 40:
            continue
        if _HOLDS.fullmatch(_DIRECTED.sub("", between)):
            inner, outer = i, i + 1
        elif _HELD.fullmatch(between):
            inner, outer = i + 1, i
        else:
            continue
        if any(lies_in(a, b) for a in matches[asked[inner]] for b in matches[asked[outer]]):
            found.append((inner, outer))
    return found


def _senses(asked: Sequence[str], holder_of: dict[int, int]) -> Iterator[tuple[str, str]]:
    """The group that each mention joins: that of its name with its own holder, else the first of its name."""
    spelt = [key(name) for name in asked]
    held: dict[str, str] = {}
    for inner, outer in holder_of.items():
        held.setdefault(spelt[inner], spelt[outer])
    first: dict[str, tuple[str, str]] = {}
    for index, name in enumerate(spelt):
        told = first.get(name, (name, held.get(name, "")))
        sense = (name, spelt[holder_of[index]]) if index in holder_of else told
        first.setdefault(name, sense)
        yield sense


def _name(n: int, members: list[int], mentions, found: tuple[Match, ...], pairs: set[tuple[int, int]]) -> Name:
    return Name(
        surface=mentions[members[0]].surface,
        mentions=tuple(members),
        matches=found,
        vectors=unit_vectors([(m.place.lat, m.place.lon) for m in found]),
        holders=frozenset(outer for inner, outer in pairs if inner == n),
        held=frozenset(inner for inner, outer in pairs if outer == n),
    )
