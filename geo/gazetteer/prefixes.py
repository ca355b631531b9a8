"""The best places whose names begin with some letters: prepared for prefixes that many names share, else sorted when asked."""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from collections.abc import Iterable, Iterator

from geo.gazetteer import schema
from geo.gazetteer.normalise import key
from geo.types import Match, NameKind

LIVE = 1500
"""Names. The best places of a prefix that more names share are found at build time; fewer are sorted when asked, in 3 ms."""

BEST = 24
"""Places kept for such a prefix: more than a search box shows."""

LONGEST = 12
"""Letters. No longer prefix is shared by so many names."""

_KEPT = 1000
"""Places of one prefix that are held at a time: many more than the best, so that they are seldom sorted out."""

_LEAST = -1_000_000
"""Below every score."""

PENALTY: dict[NameKind, float] = {**schema.KIND_PENALTY, "demonym": 2.0, "alternate": 4.0}
"""Taken from a place's weight under a name of that kind. Other names of a country in small languages would crowd out the
cities that one begins to type: "Parahi" is Paraguay."""

WHOLE = 1.0
"""What a name gains by being complete: as much as ten times the people."""

_PENALTIES = " ".join(
    f"WHEN {schema.KINDS.index(kind)} THEN {round(penalty * schema.STEPS_OF_WEIGHT)}"
    for kind, penalty in PENALTY.items()
)
_WHOLE = round(WHOLE * schema.STEPS_OF_WEIGHT)
_SCORE = f"places.weight - CASE names.kind {_PENALTIES} END"
_KIND_STEPS = tuple(round(PENALTY[kind] * schema.STEPS_OF_WEIGHT) for kind in schema.KINDS)
BEST_UNDER_PREFIX = f"""
    SELECT names.place, max({_SCORE} + iif(names.key = :low, {_WHOLE}, 0)) AS score
    FROM names CROSS JOIN places ON places.id = names.place
    WHERE names.key >= :low AND names.key < :high GROUP BY names.place ORDER BY score DESC, names.place LIMIT :limit
"""
"""The best places whose names begin with `:low`. `:high` is `after(:low)`."""


def after(prefix: str) -> str:
    """The first text that sorts behind all that begin with the prefix."""
    return prefix + "\U0010ffff"


def best(wanted: str, matches: Iterable[Match], limit: int) -> tuple[Match, ...]:
    """The best of the places whose names begin so or, but for a space at the end, are just that; each once."""

    def score(match: Match) -> float:
        whole = WHOLE if key(match.name) == wanted.strip() else 0.0
        return (match.place.importance or 0.0) - PENALTY[match.kind] + whole

    once: dict[str, Match] = {}
    for match in sorted(matches, key=score, reverse=True):
        once.setdefault(match.place.id, match)
    return tuple(once.values())[:limit]


def prepare(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Every prefix that many names share, with its best places as `schema.pack_numbers` stores them.

    Names come in the order of their keys, so that a group of names is complete as soon as one comes that begins otherwise.
    """
    lowest, weights = _weights(connection)
    groups = [_Group("")]
    for filed, place, kind in connection.execute("SELECT key, place, kind FROM names ORDER BY key"):
        prefix = filed[:LONGEST]
        score = weights[place - lowest] - _KIND_STEPS[kind]
        if prefix != groups[-1].prefix:
            shared = _shared(prefix, groups[-1].prefix)
            yield from _close(groups, shared)
            if len(prefix) > shared:
                groups.append(_Group(prefix))
        groups[-1].add(place, score, whole=len(filed) <= LONGEST)
    yield from _close(groups, 0)


def _weights(connection: sqlite3.Connection) -> tuple[int, array]:
    """The lowest number of a place, and the weights of all from there on: two bytes each, and millions of reads saved."""
    lowest, highest = connection.execute("SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM places").fetchone()
    weights = array("h", bytes(2 * (highest - lowest + 1)))
    for place, weight in connection.execute("SELECT id, weight FROM places"):
        weights[place - lowest] = weight
    return lowest, weights


def _close(groups: list[_Group], shared: int) -> Iterator[tuple[str, bytes]]:
    """The groups whose prefix is longer than so many letters are complete: what they hold counts for shorter prefixes too."""
    while len(groups[-1].prefix) > shared:
        group = groups.pop()
        if len(groups[-1].prefix) < shared:
            groups.append(_Group(group.prefix[:shared]))
        if group.count > LIVE:
            for length in range(len(groups[-1].prefix) + 1, len(group.prefix) + 1):
                yield group.prefix[:length], schema.pack_numbers(group.best(length))
        groups[-1].take(group)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    unlike = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(unlike, min(len(one), len(other)))


class _Group:
    """The names that share a prefix, and the best places among them."""

    __slots__ = ("prefix", "count", "_scores", "_whole")

    def __init__(self, prefix: str):
        self.prefix = prefix
        self.count = 0
        self._scores: dict[int, int] = {}
        self._whole: dict[int, int] = {}

    def add(self, place: int, score: int, *, whole: bool) -> None:
        """A name. `whole`: the prefix is all of it."""
        self.count += 1
        if score > self._scores.get(place, _LEAST):
            self._scores[place] = score
        if whole and score + _WHOLE > self._whole.get(place, _LEAST):
            self._whole[place] = score + _WHOLE
        self._prune()

    def take(self, inner: _Group) -> None:
        """The names of a longer prefix."""
        self.count += inner.count
        scores = self._scores
        for place, score in inner._scores.items():
            if score > scores.get(place, _LEAST):
                scores[place] = score
        self._prune()

    def best(self, length: int) -> list[int]:
        """The best places under the first letters of the prefix, the best first."""
        found = dict(self._scores)
        for place, score in self._whole.items() if length == len(self.prefix) else ():
            found[place] = max(score, found.get(place, _LEAST))
        return _best(found)

    def _prune(self) -> None:
        if len(self._scores) > _KEPT:
            self._scores = {place: self._scores[place] for place in _best(self._scores)}
            self._whole = {place: self._whole[place] for place in _best(self._whole)}


def _best(scores: dict[int, int]) -> list[int]:
    return heapq.nsmallest(BEST, scores, key=lambda place: (-scores[place], place))
