"""What must hold before outlines are written; each check yields a line for everything that is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from geo.location.topology import FIRST_LEVEL, NO_UNIT, Topology
from geo.sources import natural_earth_basemap, natural_earth_claims
from geo.sources.natural_earth import Unit

LEAST_DIVISIONS = 3_200
"""First-level divisions that must find an outline; 3,262 of GeoNames' 3,865 did in November 2026."""
AT_HOME = 0.9
"""Share of a country's towns (of those on any land) that must lie in its outline; the rest stand on a
generalised border or, as in the West Bank, on land that GeoNames gives to another country."""
FEW = 20
"""Countries with fewer towns than this are not judged by them."""
CODES = {"XKX": "XK", "PSE": "PS", "ESH": "EH", "SSD": "SS"}
"""Country codes of Visionscarto's atlas that differ from those in Natural Earth's division codes."""
EXPLAINED = {
    ("BR", "FR"), ("BR", "GF"), ("FR", "SR"), ("GF", "SR"),  # French Guiana has its own code with us
    ("ES", "GI"), ("ES", "MA"),  # too small for 50 m: Gibraltar, Ceuta and Melilla
    ("CN", "MO"),  # Macau touches the mainland at a causeway only
}  # fmt: skip
"""Pairs of neighbours that only one of the two sources has."""


def faults(
    outlines: Topology, units: Sequence[Unit], atlas: Mapping[str, Any], towns: Mapping[int, Counter]
) -> Iterator[str]:
    """Everything that is wrong; nothing when all is well. `towns`: for every unit the codes of the towns inside."""
    yield from _shapes(outlines)
    yield from _neighbours(outlines, units, atlas)
    yield from _towns(units, towns)
    yield from natural_earth_claims.misspelt(units)
    found = sum(record["level"] == FIRST_LEVEL for record in outlines.header["shapes"])
    if found < LEAST_DIVISIONS:
        yield f"only {found} first-level divisions have an outline"


def _shapes(outlines: Topology) -> Iterator[str]:
    """Outlines that are not valid or leave the globe."""
    for number, record in enumerate(outlines.header["shapes"]):
        outline = outlines.outline(number)
        west, south, east, north = outline.bounds
        if not shapely.is_valid(outline):
            yield f"{record['keys'][0]}: {shapely.is_valid_reason(outline)}"
        if west < -180 or south < -90 or east > 180 or north > 90:
            yield f"{record['keys'][0]} leaves the globe: {outline.bounds}"


def _neighbours(outlines: Topology, units: Sequence[Unit], atlas: Mapping[str, Any]) -> Iterator[str]:
    """Neighbours of ours against those of Visionscarto's atlas."""
    ours = set(_pairs([unit.country for unit in units], outlines.sides))
    drawn_under = Counter((unit.code[:3], unit.country) for unit in units)
    codes = {code: country for (code, country), _ in reversed(drawn_under.most_common())} | CODES
    theirs = set(_atlas_pairs(atlas, codes))
    for pair in sorted((ours ^ theirs) - EXPLAINED):
        yield f"{pair[0]} and {pair[1]} are neighbours {'only here' if pair in ours else 'only in the atlas'}"


def _pairs(countries: Sequence[str | None], sides: np.ndarray) -> Iterator[tuple[str, str]]:
    for one, other in np.unique(sides, axis=0).tolist():
        if NO_UNIT not in (one, other):
            yield from _pair(countries[one], countries[other])


def _atlas_pairs(atlas: Mapping[str, Any], codes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    beside = defaultdict(set)
    for country in atlas["objects"]["countries"]["geometries"]:
        for step in natural_earth_basemap.steps(country):
            beside[max(step, ~step)].add(country["properties"]["a3"])
    for owners in beside.values():
        if len(owners) == 2:
            yield from _pair(*(codes.get(owner, owner) for owner in owners))


def _pair(one: str | None, other: str | None) -> Iterable[tuple[str, str]]:
    return [tuple(sorted((one, other)))] if one and other and one != other else []


def _towns(units: Sequence[Unit], towns: Mapping[int, Counter]) -> Iterator[str]:
    """Countries whose towns, as GeoNames has them, lie elsewhere."""
    total, home = Counter(), Counter()
    for number, ballot in towns.items():
        for code, count in ballot.items():
            total[code[:2]] += count
            home[code[:2]] += count if units[number].country == code[:2] else 0
    for country, count in sorted(total.items()):
        if count >= FEW and home[country] < AT_HOME * count:
            yield f"only {home[country]} of {count} towns of {country} lie in its outline"
