"""Our own tables on top of the dump: without them a full gazetteer would know neither "Ukrainian" nor "Calif.".

What our tables say of a place that GeoNames has wins over the dump, but for the point. A place under an id of our own that the
dump has too (a sea, a river) keeps our id and takes over GeoNames' names; its GeoNames row is left out, or every sea would have
a namesake in the same place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

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

Names = list[tuple[str, NameKind]]


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
        entry = SimpleNamespace(feature=found.feature, population=found.population, ours=True)
        return found._replace(weight=max(row.weight, rank.importance(entry)))


def read(folder: Path, ids: Mapping[str, str]) -> dict[str, Own]:
    """Our tables by the id of the place. `ids` turns codes of countries and divisions into ids."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in tables.read(folder, ids):
        found[record.id].append(record)
    return {place_id: Own(place_id, tuple(records)) for place_id, records in found.items()}


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
