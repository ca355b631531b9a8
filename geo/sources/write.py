"""Writes the merged entries as `places.sqlite`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from geo.gazetteer.writing import Draft, NameRow, PlaceRow
from geo.sources.merge import Entry
from geo.sources.rank import importance, penalty

Views = Sequence[tuple[str, str, str | None]]
"""View, code or id, and the country shown there."""


def write(path: Path, entries: Iterable[Entry], about: Mapping[str, Any], views: Views = ()) -> dict[str, int]:
    """Write the file anew and return how many places, names and divisions it holds."""
    draft = Draft(path)
    draft.discard()  # of an earlier run that was cut off
    draft = Draft(path)
    ordered = sorted(entries, key=lambda entry: entry.id)
    draft.add_places(place_row(entry) for entry in ordered)
    for entry in ordered:
        draft.add_names(name_rows(entry, draft.number(entry.id)))
        draft.add_members((draft.number(entry.id), draft.number(member)) for member in entry.members)
        if entry.outline:
            draft.add_outlines([(draft.number(entry.id), shapely.to_geojson(shapely.from_wkb(entry.outline)))])
    draft.add_views(views)
    return draft.finish(about)


def place_row(entry: Entry) -> PlaceRow:
    """The entry as the file keeps it."""
    return PlaceRow(
        entry.id,
        entry.name,
        entry.lat or 0.0,
        entry.lon or 0.0,
        entry.country_code,
        entry.feature,
        entry.population,
        entry.adm1_code,
        entry.adm2_code,
        entry.radius_km,
        entry.source,
        importance(entry),
        entry.bbox,
        entry.geometry,
    )


def name_rows(entry: Entry, number: int) -> Iterator[NameRow]:
    """Each of its names."""
    for name, kind in entry.names.values():
        yield NameRow(number, name, kind, penalty(entry, kind))
