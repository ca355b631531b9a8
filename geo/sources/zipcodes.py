"""zipcodes: places that US post offices serve, down to hamlets that GeoNames' list of towns leaves out."""

from __future__ import annotations

import bz2
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geo.gazetteer.normalise import key
from geo.sources.fetch import member
from geo.sources.records import Record
from geo.sources.sphere import centre, points_km

SOURCE = "zipcodes"
SAME_TOWN_KM = 25.0
"""A place of the same name and state this near is the town that GeoNames has, and is left out here."""

RADIUS_KM = 10.0
"""A hamlet lies about this far from the post office that serves it."""

POSTAL_WORDS = frozenset(
    """afb bch blf bnd brk cntr crk crst cty cv ctr est ests fls fld flds fls frk frst frd ft gdn gdns grn grv
    hbr hl hls hts indn is jct jctn knls lk lks mdws ml mls mnr mt mtn mtns n ne nw opas pk plns pl pt pts rch rdg riv
    rnch rpds s se sgs shr shrs spg spgs sprg sprgs sq sta stn sw trl twp un univ vl vlg vlgs vly vw w e""".split()
)  # fmt: skip
"""How the post office shortens words to thirteen letters ("Indn Spgs Vlg"); nobody else writes them so."""

TERRITORIES = {"PR", "GU", "VI", "MP", "AS", "FM", "MH", "PW"}
"""What the post office serves as if they were states, and ISO 3166-1 has as countries. GeoNames has their towns."""

Row = dict[str, Any]
Point = tuple[float, float]


class Known(NamedTuple):
    """What other sources say about the United States."""

    towns: Mapping[tuple[str, str], list[Point]]
    """(state, normalised name) → points of the towns of that name, under each of their names."""
    counties: Mapping[tuple[str, str], str]
    """(state, normalised name) → code of the county."""


def read(package: Path, records: Iterable[Record]) -> Iterator[Record]:
    """The hamlets that no other record is."""
    yield from read_places(json.loads(bz2.decompress(member(package, "zipcodes/zips.json.bz2"))), known(records))


def known(records: Iterable[Record]) -> Known:
    """Towns and counties of the United States among the records."""
    towns: dict[tuple[str, str], list[Point]] = defaultdict(list)
    counties: dict[tuple[str, str], str] = {}
    for record in records:
        if record.country_code == "US" and record.adm1_code:
            state = record.adm1_code.removeprefix("US.")
            if record.feature == "A.ADM2" and record.name and record.adm2_code:
                counties[state, key(record.name)] = record.adm2_code
            elif record.lat is not None and record.lon is not None:
                for name in {record.name or "", *(name for name, _ in record.names)}:
                    towns[state, key(name)].append((record.lat, record.lon))
    return Known(towns, counties)


def read_places(rows: Iterable[Row], other: Known) -> Iterator[Record]:
    """One record for each new name in a state, in the middle of the post offices that accept it."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    county: dict[tuple[str, str], str] = {}
    for row in rows:
        if _in_use(row):
            for name in (row["city"], *filter(spelt_out, row["acceptable_cities"])):
                points[row["state"], name].append((float(row["lat"]), float(row["long"])))
                county.setdefault((row["state"], name), row["county"])
    for (state, name), places in sorted(points.items()):
        lat, lon = centre(places)
        if not any(points_km((lat, lon), point) <= SAME_TOWN_KM for point in other.towns.get((state, key(name)), ())):
            yield read_place(state, name, (lat, lon), other.counties.get((state, key(county[state, name]))))


def spelt_out(name: str) -> bool:
    """False for a name that the post office has shortened."""
    return not POSTAL_WORDS & {*name.casefold().split()}


def read_place(state: str, name: str, point: Point, county: str | None) -> Record:
    """One hamlet, its id made of state and name: it has no number of its own."""
    return Record(
        id=f"zip:{state.lower()}-{key(name).replace(' ', '-')}",
        source=SOURCE,
        name=name,
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        country_code="US",
        feature="P.PPL",
        adm1_code=f"US.{state}",
        adm2_code=county,
        radius_km=RADIUS_KM,
    )


def _in_use(row: Row) -> bool:
    """False for army post offices, closed ones, and the few that the package puts at 0, 0."""
    civil = row["country"] == "US" and row["zip_code_type"] != "MILITARY"
    civil = civil and row["state"] not in TERRITORIES
    return civil and row["active"] and bool(row["lat"]) and float(row["lat"]) != 0.0
