"""Which place that other sources have is meant, by name and nearness, where a source knows no GeoNames number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from geo.gazetteer.normalise import key
from geo.sources import merge
from geo.sources.records import Record


class Known(NamedTuple):
    """A place as far as joining needs it."""

    id: str
    lat: float | None
    lon: float | None
    feature: str
    country_code: str | None
    radius_km: float | None
    population: int
    ours: bool
    """True: our tables know it."""
    main: bool
    """True: the name asked for is one that a source shows, not an alias."""


Index = Mapping[str, Sequence[Known]]
"""Normalised name → the places of that name."""


def index(grouped: Mapping[str, Sequence[Record]], wanted: Callable[[str], bool]) -> Index:
    """The places of a wanted feature by each of their names."""
    found: dict[str, list[Known]] = defaultdict(list)
    for place_id, records in grouped.items():
        feature = merge.first(records, "feature")
        if feature and wanted(feature):
            place = _known(place_id, records)
            shown = {key(record.name) for record in records if record.name}
            others = {key(name) for record in records for name, kind in record.names if kind != "demonym"}
            for name in sorted(shown | others):
                found[name].append(place._replace(main=name in shown))
    return found


def of_class(letters: str) -> Callable[[str], bool]:
    """Features whose GeoNames class is one of the letters."""
    return lambda feature: feature[0] in letters


def best(places: Iterable[Known]) -> Known | None:
    """Of several places that fit: by a main name before an alias, ours first, then the most populous, then by id."""
    ranked = sorted(places, key=lambda place: (not place.main, not place.ours, -place.population, place.id))
    return ranked[0] if ranked else None


def _known(place_id: str, records: Sequence[Record]) -> Known:
    lat, lon, _ = merge.point(records)
    return Known(
        id=place_id,
        lat=lat,
        lon=lon,
        feature=merge.first(records, "feature") or "",
        country_code=merge.first(records, "country_code"),
        radius_km=merge.first(records, "radius_km"),
        population=merge.first(records, "population") or 0,
        ours=any(record.source == "dateline" for record in records),
        main=False,
    )
