"""iso3166-2: ISO subdivisions with names in several languages and a point each, keyed by ISO code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.sources.fetch import member
from geo.sources.records import Names, Record

SOURCE = "iso3166-2"
_NAME_AND_LANGUAGE = re.compile(r"\s*(.+?) \((\w{3})\)(?:,|$)")


def read(package: Path, ids: Mapping[str, str]) -> Iterator[Record]:
    """Subdivisions whose ISO code another source ties to a GeoNames id; the rest can be joined to nothing."""
    yield from read_countries(json.loads(member(package, "iso3166_2/iso3166-2.json")), ids)


def read_countries(countries: dict[str, Any], ids: Mapping[str, str]) -> Iterator[Record]:
    """One record for each known subdivision."""
    for subdivisions in countries.values():
        for code, subdivision in subdivisions.items():
            if code in ids:
                yield read_subdivision(subdivision, ids[code])


def read_subdivision(subdivision: dict[str, Any], place_id: str) -> Record:
    """One subdivision; its ISO name is often a transliteration, so no name of it is the one to show."""
    lat, lon = subdivision.get("latLng") or (None, None)
    return Record(
        id=place_id,
        source=SOURCE,
        names=((subdivision["name"], "alternate"), *split_names(subdivision.get("localOtherName") or "")),
        lat=None if lat is None else float(lat),
        lon=None if lon is None else float(lon),
    )


def split_names(text: str) -> Names:
    """ "Гомельская вобласць (bel), Gomel (eng)" → each name, the English ones marked so."""
    return tuple(
        (found[1], "english" if found[2] == "eng" else "alternate") for found in _NAME_AND_LANGUAGE.finditer(text)
    )
