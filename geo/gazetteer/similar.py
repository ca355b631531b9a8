"""Names that are spelt nearly as the one asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.gazetteer.prefixes import after
from geo.gazetteer.schema import KIND_PENALTY
from geo.types import Match

SHORTEST = 4
"""Letters. Names shorter than that are similar to too many others."""

MOST_EDITS = 2
"""Letters added, left out, replaced or swapped with the next: more is another name."""

LEAST_SIMILAR = 0.75
"""Share of letters that must stand: "Gomell" for Gomel, but not "Rome" for Rime."""

MOST_NAMES = 5
"""Similar names that are worth offering …"""

MOST_EQUALS = 100
"""… and so many where the fifth has its equals: which of them is meant is for their places to say."""

Keys = Callable[[str, str, int, int], list[str]]
"""Keys from one to before another, between two lengths."""


def similar(wanted: str, keys: Keys) -> list[tuple[str, int]]:
    """Filed names that differ by a slip of the pen, with how many edits, likest first.

    The first letter must be right: errors are rare there. So is the second, unless it is one too many or stands before its
    place ("Brelin"); only where nothing else is similar are all names with the same first letter compared.
    """
    if len(wanted) < SHORTEST:
        return []
    for begins in ({wanted[:2], wanted[0] + wanted[2]}, {wanted[0]}):
        spans = [keys(begin, after(begin), len(wanted) - MOST_EDITS, len(wanted) + MOST_EDITS) for begin in begins]
        if found := _likest(wanted, list(chain.from_iterable(spans))):
            return found
    return []


def _likest(wanted: str, near: list[str]) -> list[tuple[str, int]]:
    alike = process.extract(wanted, near, scorer=OSA.normalized_similarity, score_cutoff=LEAST_SIMILAR, limit=None)
    edits = sorted((OSA.distance(wanted, name), -likeness, name) for name, likeness, _ in alike)
    most = edits[min(MOST_NAMES, len(edits)) - 1][0] if edits else 0
    return [(name, number) for number, _, name in edits[:MOST_EQUALS] if number <= min(most, MOST_EDITS)]


def ranked(matches: Iterable[tuple[int, Match]]) -> tuple[Match, ...]:
    """Matches with the edits of their names: fewer edits first, then the better known place under the more usual name.

    Each place comes once.
    """
    once: dict[str, Match] = {}
    for _, match in sorted(matches, key=lambda pair: (pair[0], -weight(pair[1]))):
        once.setdefault(match.place.id, match)
    return tuple(once.values())


def weight(match: Match) -> float:
    """How likely the place is meant by the name, as the decimal logarithm of a number of people."""
    known = match.place.importance
    return (math.log10(1 + (match.place.population or 0)) if known is None else known) - KIND_PENALTY[match.kind]
