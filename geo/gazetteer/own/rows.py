"""What every reader of own places hands on: one row a place, with where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely

from geo.errors import BadRecord, InputError

OnError = Callable[[InputError], None]
"""Told of each row that cannot be read, once; reading goes on when it returns."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": (
        "name",
        "title",
        "label",
        "toponym",
        "place_name",
        "placename",
        "place",
        "preferred_name",
        "nom",
        "nombre",
    ),
    "lat": ("lat", "latitude", "y", "decimal_latitude", "reprlat", "lat_dd", "lat_wgs84"),
    "lon": ("lon", "lng", "long", "longitude", "x", "decimal_longitude", "reprlong", "lon_dd", "lon_wgs84"),
    "id": ("id", "place_id", "identifier", "uri", "record_id", "fid"),
    "names": (
        *("names", "variants", "aliases", "alias", "alt_names", "alt_name", "alternative_names", "alternate_names"),
        *("alternatenames", "variant_names", "other_names", "synonyms"),
    ),
    "country": ("country", "country_code", "ccodes", "ccode", "cc", "iso2", "iso_a2", "countrycode"),
    "feature": ("feature", "type", "types", "feature_code", "fcode", "place_type", "category", "kind"),
    "feature_class": ("fclasses", "fclass", "feature_class"),
    "population": ("population", "pop", "inhabitants"),
    "radius_km": ("radius_km", "radius", "uncertainty_km"),
    "adm1": ("adm1", "admin1", "adm1_name", "state", "province", "region"),
    "adm2": ("adm2", "admin2", "adm2_name", "county", "district"),
    "wkt": ("geowkt", "wkt", "geometry", "the_geom"),
}
"""Each field with the names that columns have for it, in order of preference; capitals and spaces do not matter."""

_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Row:
    """One place as its file has it."""

    where: str
    """"line 7" or "feature 3"."""
    cells: Mapping[str, str]
    """Text by field, one of `SYNONYMS`; fields that the file does not have are left out."""
    geometry: shapely.Geometry | None = None
    """In longitude-latitude degrees, unchecked. None: the cells have to say where it is."""


Reader = Callable[[str, str, OnError], Iterator[Row]]
"""(name to report, text of the file, told of failures) → rows. An `InputError`: the file as a whole is none of the format."""


def columns(header: Sequence[str]) -> dict[str, int]:
    """Which column holds which field."""
    at: dict[str, int] = {}
    for number, title in enumerate(header):
        at.setdefault(_NOT_WORD.sub("_", title.casefold()).strip("_"), number)
    found = {field: next((at[name] for name in names if name in at), None) for field, names in SYNONYMS.items()}
    return {field: number for field, number in found.items() if number is not None}


def required(header: Sequence[str]) -> dict[str, int]:
    """The columns, or a `BadRecord` that names what is missing."""
    found = columns(header)
    if "name" not in found:
        raise BadRecord(f"has no column for the name; {_has(header)}; call it name")
    if "wkt" not in found:
        for field in ("lat", "lon"):
            if field not in found:
                raise BadRecord(f"has no column for {field}; {_has(header)}; call it {field}")
    return found


def _has(header: Sequence[str]) -> str:
    return "its columns are " + ", ".join(f"“{title.strip()[:40]}”" for title in header[:20])
