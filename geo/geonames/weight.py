"""How well known a place of the dump is, in the measure of `geo.sources.rank`: about the logarithm of its population.

The shipped gazetteer has only seas, rivers and landmarks that are in the news and gives them the weight of large cities. The
dump has every brook: there, a feature without population weighs by how many names the world has for it.
"""

from __future__ import annotations

import math

from geo.sources.rank import FEATURE_BONUS, UNCOUNTED

UNCOUNTED_BY_CLASS = {"P": 1.5, "A": 2.0, "H": 1.0, "T": 1.0, "L": 1.0}
"""Weight of a feature of which neither people nor other names are known, by class: a settlement before a hill of its name."""

LEAST = 0.5
"""The same for roads, buildings, woods and what lies under the sea."""

DECADES_BY_NAMES = 2.0
"""What ten times as many names add: the Danube with its hundred names comes to a city of 100,000. A judgement."""

COUNTED_FROM = 3.5
"""Without a population, no number of names lifts a settlement or a small division above one of 3,000 people."""


def importance(feature: str | None, population: int | None, names: int) -> float:
    """The higher, the better known. `names`: how many other names GeoNames has."""
    bonus = _bonus(feature or "")
    if population:
        return math.log10(population) + bonus
    if bonus > 0:
        return UNCOUNTED + bonus
    letter = (feature or "")[:1]
    known = UNCOUNTED_BY_CLASS.get(letter, LEAST) + DECADES_BY_NAMES * math.log10(1 + names)
    return min(known, COUNTED_FROM) if letter in ("P", "A") else known


def _bonus(feature: str) -> float:
    return next((bonus for prefix, bonus in _LONGEST_FIRST if feature.startswith(prefix)), 0.0)


_LONGEST_FIRST = sorted(FEATURE_BONUS.items(), key=lambda item: -len(item[0]))
