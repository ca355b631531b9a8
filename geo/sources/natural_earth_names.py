"""Natural Earth's names of divisions in 25 languages, with their GeoNames numbers and ISO codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.sources.fetch import member
from geo.sources.natural_earth import MEMBER
from geo.sources.noise import noisy
from geo.sources.records import Names, Record, also, geonames

SOURCE = "natural-earth-divisions"
LANGUAGES = (
    "ar bn de el es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh zht".split()
)  # English has a kind of its own
Facts = Mapping[str, Any]


def read(package: Path) -> Iterator[Record]:
    """One record for each division with a GeoNames number. It shows no name: other sources have better ones to show."""
    yield from read_divisions(feature["properties"] for feature in json.loads(member(package, MEMBER))["features"])


def read_divisions(rows: Iterable[Facts]) -> Iterator[Record]:
    """The names of each row that has a number."""
    for facts in rows:
        if (facts.get("gn_id") or 0) > 0:
            yield Record(id=geonames(facts["gn_id"]), source=SOURCE, names=names(facts))


def names(facts: Facts) -> Names:
    """The English name, marked so, then the local ones and those in other languages."""
    english = [name for name in (facts.get("name_en"),) if name and not noisy(name)]
    local = [facts.get("name"), *(facts.get("name_alt") or "").split("|")]
    others = [facts.get(f"name_{language}") for language in LANGUAGES]
    return also(english, "english") + also(dict.fromkeys(name for name in (*local, *others) if name))


def iso_codes(package: Path) -> dict[str, str]:
    """ISO 3166-2 code → GeoNames id. Codes that Natural Earth made up end with `~` and are left out."""
    rows = [feature["properties"] for feature in json.loads(member(package, MEMBER))["features"]]
    return {
        row["iso_3166_2"]: geonames(row["gn_id"])
        for row in rows
        if (row.get("gn_id") or 0) > 0 and not row["iso_3166_2"].endswith("~")
    }
