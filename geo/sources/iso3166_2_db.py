"""iso3166-2-db: English names of first-level divisions ("Gomel Region", "Kursk Oblast") with their GeoNames numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.sources.fetch import member
from geo.sources.records import Record, also, geonames

SOURCE = "iso3166-2-db"


def read(package: Path) -> Iterator[Record]:
    """Names only: points and codes come from sources that are closer to GeoNames."""
    yield from read_countries(json.loads(member(package, "package/data/iso3166-2.json")))


def read_countries(countries: dict[str, Any]) -> Iterator[Record]:
    """The divisions of every country. A division without a GeoNames number can be joined to nothing and is left out."""
    for country in countries.values():
        for division in country["regions"]:
            number = division.get("reference", {}).get("geonames")
            if number:
                yield read_division(division, number)


def read_division(division: dict[str, Any], number: int) -> Record:
    """One division: its English name is the one to show, GeoNames' short name the usual English one."""
    names = division["names"]
    english = names.get("en") or division["name"]
    return Record(
        id=geonames(number),
        source=SOURCE,
        name=english,
        names=also({english, names.get("geonames") or english}, "english"),
    )
