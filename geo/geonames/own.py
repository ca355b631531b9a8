"""Our own tables on top of the dump: without them a full gazetteer would know neither "Ukrainian" nor "Calif.".

What our tables say of a place that GeoNames has wins over the dump, but for the point. A place under an id of our own that the
dump has too (a sea, a river) keeps our id and takes over GeoNames' names; its GeoNames row is left out, or every sea would have
a namesake in the same place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from geo.gazetteer.writing import NameRow, PlaceRow
from geo.geonames import places
from geo.sources import rank, tables
from geo.sources.records import Record
from geo.sources.sphere import points_km
from geo.types import NameKind

NEAR_KM = 50.0
"""A place of the dump with the name and feature of one of ours is the same within this distance …"""

WELL_KNOWN = 10
"""… or anywhere within our place's own radius, when GeoNames has at least so many other names for it: a long river's point may
lie far from ours, while a brook of the same name has no names abroad."""

ABSENT = "absent:"
"""Begins what stands for the id of a country or division that the dump lacks."""

Names = list[tuple[str, NameKind]]
View = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Own:
    """What our tables say of one place, all rows together."""

    id: str
    records: tuple[Record, ...]

    def first(self, field: str):
        """What the first row that fills a field says. None: no row does."""
        return next((value for record in self.records if (value := getattr(record, field)) is not None), None)

    @property
    def names(self) -> Names:
        """Every name with its kind, the one to show not among them."""
        return [name for record in self.records for name in record.names]

    def row(self) -> PlaceRow | None:
        """The place as our tables have it. None: they have no point."""
        name, lat, lon = self.first("name"), self.first("lat"), self.first("lon")
        if name is None or lat is None or lon is None:
            return None
        row = PlaceRow(self.id, name, lat, lon, *[None] * 6, tables.SOURCE, 0.0)
        return self.over(row)

    def over(self, row: PlaceRow) -> PlaceRow:
        """A row of the dump with what our tables know better."""
        fields = ("name", "country_code", "feature", "population", "radius_km", "bbox")
        known = {field: value for field in fields if (value := self.first(field)) is not None}
        found = row._replace(**known)
        entry = SimpleNamespace(feature=found.feature, population=found.population, names=self.names, ours=True)
        return found._replace(weight=max(row.weight, rank.importance(entry)))


class Codes(dict[str, str]):
    """Ids by code of a country or division. A code that the dump lacks, as one of a single country lacks most, has a mark."""

    def __missing__(self, code: str) -> str:
        return ABSENT + code


class Tables(NamedTuple):
    """Our tables as far as the dump has what they name."""

    owns: dict[str, Own]
    """By id of the place."""
    views: list[View]
    """Other views: view, code or id, country."""
    left_out: int
    """Rows that name a country or division that the dump lacks; of a region only that member is left out."""


def read(folder: Path, ids: Mapping[str, str]) -> Tables:
    """Our tables. `ids` turns codes of countries and divisions into ids."""
    found: dict[str, list[Record]] = defaultdict(list)
    left_out = 0
    for record in tables.read(folder, codes := Codes(ids)):
        kept = _present(record)
        left_out += record != kept
        if kept:
            found[kept.id].append(kept)
    stated = tables.read_views(folder, codes)
    views = [view for view in stated if ":" in view[1] or view[1] in codes]
    owns = {place_id: Own(place_id, tuple(records)) for place_id, records in found.items()}
    return Tables(owns, views, left_out + len(stated) - len(views))


def _present(record: Record) -> Record | None:
    """The record with those of its members that there are. None: it is about a place that the dump lacks."""
    if record.id.startswith(ABSENT):
        return None
    members = tuple(member for member in record.members or () if not member.startswith(ABSENT))
    return record if members == (record.members or ()) else replace(record, members=members)


class Twins:
    """Which places of the dump are places of our own under another id."""

    def __init__(self, owns: Iterable[Own]):
        self._by_name: dict[str, list[PlaceRow]] = defaultdict(list)
        for own in owns:
            row = None if own.id.startswith("geonames:") else own.row()
            for name in {name.casefold() for name in _main_names(own, row)}:
                self._by_name[name].append(row)

    def find(self, row: places.Row) -> str | None:
        """Id of our place that this row is. None: it is none of them."""
        candidates = self._by_name.get(row[1].casefold(), ())
        return next((own.id for own in candidates if _same(own, row)), None)


def _main_names(own: Own, row: PlaceRow | None) -> Iterator[str]:
    if row:
        yield row.name
        yield from (name for name, kind in own.names if kind == "english")


def _same(own: PlaceRow, row: places.Row) -> bool:
    if own.feature != row[5]:
        return False
    apart_km = points_km((own.lat, own.lon), (row[2], row[3]))
    return apart_km <= NEAR_KM or (row[11] >= WELL_KNOWN and apart_km <= (own.radius_km or 0.0))


def name_rows(number: int, feature: str | None, names: Sequence[tuple[str, NameKind]]) -> Iterator[NameRow]:
    """Names of one place with what they take from its weight."""
    for name, kind in names:
        yield NameRow(number, name, kind, rank.penalty(SimpleNamespace(feature=feature), kind))
