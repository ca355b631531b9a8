"""The names of an article: its mentions grouped by what must be decided together.

One sense per article: two mentions of the same name mean the same place, unless the text itself says otherwise ("Paris,
Texas" and "Paris, France"). Gale, Church and Yarowsky 1992 found one sense per discourse to hold for 98 % of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.gazetteer import Gazetteer, key
from geo.recognition.whole import sort_after
from geo.resolution import sorts
from geo.types import Match, Mention

CANDIDATES = 60
"""Places considered for one name, the most important first. A bound on the work, not a judgement: Santa Cruz de la Sierra,
of 1.8 million people, is the 43rd Santa Cruz, since that is not its main name."""

BESIDE = 150
"""Characters within which a mention is beside another: about a sentence."""

NEIGHBOURS = 20
"""Mentions that may be beside another on one side; a bound on the work."""

_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
"""An abbreviation by initials: "U.N." is not the town of Un."""

_HOLDS = re.compile(r",\s{0,2}|\s+in\s+(?:the\s+(?:state|province|region|county)\s+of\s+)?|\s*\(", re.IGNORECASE)
"""What stands between a place and the larger one that holds it: "Paris, Texas", "Paris in Texas", "Paris (Texas)"."""

_HELD = re.compile(r"['’]s?\s+")
"""What stands between a place and the smaller one it holds: "Texas' Lamar County", "Ukraine's Kharkiv"."""

_DIRECTED = re.compile(r"(?:\w+(?:ern|east|west)|north|south|east|west|central|upstate|rural)\s+$", re.IGNORECASE)
"""A direction before the holder: "Paris in northern Texas"."""


_CALLED = re.compile(
    r"\b(?:called|named|nicknamed|dubbed|known\s+as|renamed|christened)\s+(?:the\s+)?[“\"'‘]?$", re.IGNORECASE
)
"""What stands before the name of a bar, a bus stop or a ship that is called after a place."""


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
    beside: frozenset[int] = frozenset()
    """Indices of other names with a mention within `BESIDE` characters of one of this name's."""
    namesakes: frozenset[int] = frozenset()
    """Indices of names spelt alike that mean another place, and of what is said to hold those: no context of this one."""
    article: bool = False
    """Whether "the" stands before a mention of it: "the Congo" is the river."""
    called: bool = False
    """Whether the text gives it as something's name: "a bar known as Manhattan"."""


def group(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of an article in order of first mention."""
    wholes = sorts.whole_names(text, mentions, gazetteer)
    asked = [str(wholes.get(index, mention.surface)) for index, mention in enumerate(mentions)]
    matches = {name: candidates(name, gazetteer) for name in asked}
    for mention, name in zip(mentions, asked, strict=True):
        if _has_article(text, mention):
            matches[name] = _with_rivers(name, matches[name], gazetteer)
    links = _links(text, mentions, asked, matches)
    senses: dict[tuple[str, str], list[int]] = {}
    for index, sense in enumerate(_senses(asked, dict(links))):
        senses.setdefault(sense, []).append(index)
    name_of = {i: n for n, members in enumerate(senses.values()) for i in members}
    pairs = {(name_of[inner], name_of[outer]) for inner, outer in links if name_of[inner] != name_of[outer]}
    beside = _beside(mentions, name_of)
    found = tuple(
        _name(n, members, text, mentions, matches[asked[members[0]]], pairs, beside.get(n, frozenset()))
        for n, members in enumerate(senses.values())
    )
    return _apart(found, tuple(spelt for spelt, _ in senses))


def candidates(surface: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places a surface may mean, each once; letters with full stops only those that are written in capitals."""
    once: dict[str, Match] = {}
    initials = _INITIALS.fullmatch(surface)
    one = sorts.singular(surface)
    for match in gazetteer.look_up(surface) or (gazetteer.look_up(one) if one else ()):
        if not initials or match.kind == "abbreviation" or match.name.isupper():
            once.setdefault(match.place.id, match)
    return tuple(once.values())[:CANDIDATES]


def _has_article(text: str, mention: Mention) -> bool:
    return text[max(0, mention.start - 4) : mention.start].lower() == "the "


def _with_rivers(name: str, matches: tuple[Match, ...], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The candidates, and the rivers that are called so after "the"."""
    known = {match.place.id for match in matches}
    rivers = [m for m in gazetteer.look_up(f"{name} River") if (m.place.feature or "").startswith("H")]
    return (*matches, *{m.place.id: m for m in rivers if m.place.id not in known}.values())


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
        end, sort = mentions[i].end, sort_after(text, mentions[i].end)
        behind = end + len(sort) + 1 if sort else sorts.several_after(text, end)[1]
        between = text[behind : mentions[i + 1].start]
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


def _apart(names: tuple[Name, ...], spelt: tuple[str, ...]) -> tuple[Name, ...]:
    """The names, each knowing its namesakes. A writer who tells a name by two holders means two places."""
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(spelt):
        groups.setdefault(name, []).append(index)
    apart = list(names)
    for members in groups.values():
        for index in members if len(members) > 1 else ():
            others = {other for other in members if other != index}
            holders = {holder for other in others for holder in names[other].holders}
            apart[index] = replace(names[index], namesakes=frozenset(others | holders - names[index].holders - {index}))
    return tuple(apart)


def _beside(mentions: Sequence[Mention], name_of: dict[int, int]) -> dict[int, frozenset[int]]:
    """For each name, the other names that stand beside it."""
    found: dict[int, set[int]] = {}
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].start)
    for position, i in enumerate(order):
        for j in order[position + 1 : position + 1 + NEIGHBOURS]:
            if mentions[j].start - mentions[i].end > BESIDE:
                break
            if name_of[i] != name_of[j]:
                found.setdefault(name_of[i], set()).add(name_of[j])
                found.setdefault(name_of[j], set()).add(name_of[i])
    return {name: frozenset(others) for name, others in found.items()}


def _name(
    n: int,
    members: list[int],
    text: str,
    mentions: Sequence[Mention],
    found: tuple[Match, ...],
    pairs: set[tuple[int, int]],
    beside: frozenset[int],
) -> Name:
    return Name(
        surface=mentions[members[0]].surface,
        mentions=tuple(members),
        matches=found,
        vectors=unit_vectors([(m.place.lat, m.place.lon) for m in found]),
        holders=frozenset(outer for inner, outer in pairs if inner == n),
        held=frozenset(inner for inner, outer in pairs if outer == n),
        beside=beside,
        article=any(_has_article(text, mentions[i]) for i in members),
        called=any(_CALLED.search(text, max(0, mentions[i].start - 24), mentions[i].start) for i in members),
    )
