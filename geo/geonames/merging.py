"""Where rows of the dump, our tables and the short names of countries become places and names of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from geo.gazetteer.writing import Draft, NameRow, PlaceRow
from geo.geonames import own, places, shipped
from geo.geonames.divisions import Divisions
from geo.geonames.known import COUNTRY, DIVISION, REGION, Known
from geo.geonames.own import Own, Twins
from geo.geonames.shipped import Shipped
from geo.sources import division_names, rank
from geo.sources.records import geonames
from geo.types import NameKind


class Local(NamedTuple):
    """What ships with Dateline and goes on top of the dump."""

    shipped: Shipped
    tables: Path


class Divided(NamedTuple):
    """Divisions of the first and of the second level by code."""

    first: Divisions
    second: Divisions


class Merging:
    """Feeds a draft. `twins` has the rows of the dump that are places of our own, by number as text.

    `left_out`: how many rows of our tables name what the dump lacks.
    """

    def __init__(
        self,
        draft: Draft,
        local: Local,
        divided: Divided,
        twins: Mapping[str, str],
    ):
        countries = shipped.countries(local.shipped)
        ids = {code: place.id for code, place in countries.items()}
        ids |= {code: geonames(number) for code, (number, _) in divided.first.items()}
        self._draft, self._first, self._second = draft, divided.first, divided.second
        self._shipped = local.shipped
        self._owns, self._views, self.left_out = own.read(local.tables, ids)
        self._finder = Twins(self._owns.values())
        self._shown = dict(divided.first.values())
        self._shown |= {draft.number(place.id): place.name for place in countries.values()}
        self._special = {draft.number(i) for i in self._owns if i.startswith("geonames:")} | set(self._shown)
        self._known = Known()
        for number, feature in draft.known():
            self._known.add(number, feature)
        self.twins = dict(twins)

    def add_places(self, rows: Iterable[places.Row]) -> None:
        """Places of the dump with their main names."""
        kept = [row for row in rows if not self._is_twin(row)]
        made = [self._place(row) for row in kept]
        for row, place in zip(kept, made, strict=True):
            self._known.add(row[0], place.feature)
        self._draft.add_places(made)
        self._draft.add_names(name for row, place in zip(kept, made, strict=True) for name in self._names(row, place))

    def add_names(self, rows: Iterable[tuple[int, str, NameKind]]) -> None:
        """Names of places that are there."""
        self._draft.add_names(self._further(rows))

    def add_members(self, rows: Iterable[tuple[int, int]]) -> None:
        """Children of regions and continents that are there; what divisions consist of is told by codes."""
        known = self._known
        self._draft.add_members((up, down) for up, down in rows if known[up] & REGION and known[down])

    def add_own(self) -> None:
        """Places of our tables that the dump does not have, members of regions, and other views of disputed land."""
        self._draft.add_views(self._views)
        for place_id, ours in self._owns.items():
            number = self._draft.number(place_id)
            self._draft.add_members((number, self._draft.number(member)) for member in ours.first("members") or ())
            row = None if number > 0 and self._known[number] else ours.row()
            if row:
                row = shipped.with_extent(row, self._shipped)
                self._draft.add_places([row])
                self._draft.add_outlines(shipped.outlines(row, number, self._shipped))
                self._known.add(number, row.feature)
                names = [(row.name, "official"), *ours.names]
                self._draft.add_names(own.name_rows(number, row.feature, names))

    def _is_twin(self, row: places.Row) -> bool:
        place_id = None if row[0] in self._special else self._finder.find(row)
        if place_id:
            self.twins[str(row[0])] = place_id
        return place_id is not None

    def _place(self, row: places.Row) -> PlaceRow:
        number, name, lat, lon, country, feature, people, first, second, weight, _, _ = row
        place = PlaceRow(
            f"geonames:{number}",
            name,
            lat,
            lon,
            country,
            feature,
            people,
            first if first in self._first else None,
            second if second in self._second else None,
            None,
            places.SOURCE,
            weight,
        )
        return self._improved(number, place) if number in self._special else place

    def _improved(self, number: int, place: PlaceRow) -> PlaceRow:
        """With the usual English name, box and outline, and with what our tables know better."""
        place = shipped.with_extent(place._replace(name=self._shown.get(number, place.name)), self._shipped)
        self._draft.add_outlines(shipped.outlines(place, number, self._shipped))
        ours = self._owns.get(place.id)
        return ours.over(place) if ours else place

    def _names(self, row: places.Row, place: PlaceRow) -> Iterator[NameRow]:
        number, name, plain = row[0], row[1], row[10]
        yield NameRow(number, place.name, "official", 0.0)
        if plain:
            yield from own.name_rows(number, place.feature, [(plain, "alternate")])
        if number in self._special or place.feature in ("A.ADM1", "A.ADM2"):
            yield from own.name_rows(number, place.feature, self._special_names(name, place))

    def _special_names(self, name: str, place: PlaceRow) -> own.Names:
        names: own.Names = [] if name == place.name else [(name, "english")]
        if place.feature == "A.ADM1":
            names += [(form, "english") for form in division_names.forms(place.name, place.country_code or "")]
        elif place.feature == "A.ADM2" and place.country_code == "US":
            names.append((division_names.strip_type(place.name), "english"))
        ours: Own | None = self._owns.get(place.id)
        return [*names, *(ours.names if ours else ())]

    def _further(self, rows: Iterable[tuple[int, str, NameKind]]) -> Iterator[NameRow]:
        known, twins, draft = self._known, self.twins, self._draft
        for number, name, kind in rows:
            bits = known[number]
            if bits:
                yield NameRow(number, name, kind, _PENALTY[bits & (DIVISION | COUNTRY), kind])
            elif twins and (place_id := twins.get(str(number))):
                yield NameRow(draft.number(place_id), name, kind, _PENALTY[0, kind])


_PENALTY = {
    (bits, kind): rank.penalty(SimpleNamespace(feature=feature), kind)
    for bits, feature in ((0, None), (DIVISION, "A.ADM1"), (COUNTRY, "A.PCLI"))
    for kind in rank.KIND_PENALTY
}
"""What a name takes from its place's weight, by whether the place is a division or country, and the kind of the name."""
