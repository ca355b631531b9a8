"""Names that are spelt nearly as the one asked for."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.gazetteer.prefixes import after

SHORTEST = 4
"""Letters. Names shorter than that are similar to too many others."""

MOST_EDITS = 2
"""Letters added, left out, replaced or swapped with the next: more is another name."""

LEAST_SIMILAR = 0.75
"""Share of letters that must stand: "Gomell" for Gomel, but not "Rome" for Rime."""

MOST_NAMES = 5
"""Similar names that are worth offering."""

Keys = Callable[[str, str, int, int], list[str]]
"""Keys from one to before another, between two lengths."""


def similar(wanted: str, keys: Keys) -> list[str]:
    """Filed names that differ by a slip of the pen, likest first. The first letter must be right: errors are rare there."""
    if len(wanted) < SHORTEST:
        return []
    for begin in (wanted[:2], wanted[:1]):
        near = keys(begin, after(begin), len(wanted) - MOST_EDITS, len(wanted) + MOST_EDITS)
        if found := _likest(wanted, near):
            return found
    return []


def _likest(wanted: str, near: list[str]) -> list[str]:
    found = process.extract(
        wanted, near, scorer=OSA.normalized_similarity, score_cutoff=LEAST_SIMILAR, limit=MOST_NAMES
    )
    return [name for name, _, _ in found if OSA.distance(wanted, name) <= MOST_EDITS]
