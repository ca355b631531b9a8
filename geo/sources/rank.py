"""How important a place is among its namesakes. Only the order counts; the resolver has evidence of its own."""

from __future__ import annotations

import math

from geo.gazetteer.schema import KIND_PENALTY
from geo.sources.merge import Entry
from geo.types import NameKind

FEATURE_BONUS = {"A.PCL": 3.0, "L.CONT": 3.0, "P.PPLC": 1.5, "A.ADM1": 0.5, "A.ADM2": -1.0, "A.ADM": -1.0}
"""Added to the logarithm of the population, by the longest prefix of the feature that is listed: a country outweighs
a city of a thousand times its people, a district is named less often than a town of its size."""

FEATURE_WEIGHT = {
    "H.OCN": 9.0, "H.SEA": 7.5, "H.GULF": 7.0, "H.STRT": 6.5, "H.CHN": 6.5, "H.CNL": 6.0, "H.BAY": 6.0, "H.LK": 6.0,
    "H.STM": 6.0, "H": 5.0, "A.ZN": 8.0, "L.ZN": 6.5, "L.RGN": 6.2, "L": 5.0, "T.MTS": 6.0, "T.MT": 5.5,
    "T.ISLS": 5.5, "T": 5.0, "S.AIRP": 4.0, "S": 5.0,
}  # fmt: skip
"""Stands for the population of what has none, in the same logarithmic measure, by longest prefix. A sea that made it
into the gazetteer is as well known as a city of some ten million."""

UNCOUNTED = 2.0
"""A populated place or division without a population: as a village of a hundred."""

LESS_KNOWN_REGION = 3.0
"""A region that only GeoNames' list has, not our tables: most of those 2,000 are local."""

LESS_KNOWN_NATURE = 2.0
"""Taken from waters and relief that our tables do not have: the Colorado of Texas is not the Colorado River."""

DIVISION_BY_SHORT_NAME = 2.0
"""Further penalty for a division under a name that is not its full one: "Gomel" alone is the city, not its region, and
"Mecca" not the province of ten times its people."""

COUNTRY_BY_OTHER_NAME: dict[NameKind, float] = {"alternate": 2.0, "former": 1.5}
"""Further penalty for a country under an alias or a name it had: in one language or another most of them are called like a
town or region elsewhere ("Île de France" for Mauritius, "Bohemia" for Czechia)."""

FAME = 0.4
"""For each tenfold number of names, added to waters, regions, relief and sites, which have no population to be measured by:
the Strait of Hormuz has names in more languages than the Strait of Moyle."""


def importance(entry: Entry) -> float:
    """The higher, the better known; about the logarithm of the population."""
    feature = entry.feature or ""
    if feature == "L.RGN" and not entry.ours:
        return LESS_KNOWN_REGION
    weight = _longest(FEATURE_WEIGHT, feature)
    if weight is not None and not feature.startswith("L.CONT"):
        fame = FAME * math.log10(max(1, len(entry.names)))
        return weight + fame - (LESS_KNOWN_NATURE if feature[0] in "HT" and not entry.ours else 0.0)
    known = math.log10(entry.population) if entry.population else UNCOUNTED
    return known + (_longest(FEATURE_BONUS, feature) or 0.0)


def penalty(entry: Entry, kind: NameKind) -> float:
    """What the place's importance loses under a name of that kind."""
    short = (entry.feature or "").startswith("A.ADM") and kind in ("english", "alternate")
    country = (entry.feature or "").startswith("A.PCL")
    further = COUNTRY_BY_OTHER_NAME.get(kind, 0.0) if country else DIVISION_BY_SHORT_NAME if short else 0.0
    return KIND_PENALTY[kind] + further


def _longest(table: dict[str, float], feature: str) -> float | None:
    prefixes = (feature[:length] for length in range(len(feature), 0, -1))
    return next((table[prefix] for prefix in prefixes if prefix in table), None)
