"""Places that GeoNames lists twice, as a region and as the division of the same name: the division stays, with an outline.

News that names Crimea, Kerala or Lorraine means one place. Of the two, the division carries codes, people and towns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from geo.gazetteer.normalise import key
from geo.sources.division_names import strip_type
from geo.sources.merge import Entry, add_name
from geo.sources.sphere import distance_km

NEAR_KM = 200.0
"""Farther apart, the region is something else: the Adrar is a plateau far wider than the Mauritanian region."""


def drop(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without such regions, whose names go to the division. Regions of our own tables stay: we know better."""
    all_entries = list(entries)
    divisions = _by_name(all_entries)
    kept = []
    for entry in all_entries:
        same = _division_of(entry, divisions)
        if same is None:
            kept.append(entry)
            continue
        for name, kind in entry.names.values():
            add_name(same.names, name, "alternate" if kind == "official" else kind)
    return kept


def _by_name(entries: Iterable[Entry]) -> Mapping[tuple[str | None, str], list[Entry]]:
    """First-level divisions by country and name, with the word for their type and without."""
    found: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.feature == "A.ADM1":
            for name in {key(entry.name), key(strip_type(entry.name))}:
                found[entry.country_code, name].append(entry)
    return found


def _division_of(entry: Entry, divisions: Mapping[tuple[str | None, str], list[Entry]]) -> Entry | None:
    if entry.feature != "L.RGN" or entry.ours or not entry.id.startswith("geonames:"):
        return None
    named = divisions.get((entry.country_code, key(entry.name)), ())
    return next((division for division in named if distance_km(division, entry) <= NEAR_KM), None)
