"""What the shipped gazetteer knows and the dump does not: usual short names of countries, boxes and outlines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from geo.gazetteer.writing import PlaceRow
from geo.types import Place

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Shipped(Protocol):
    """What is asked of it; `geo.gazetteer.Gazetteer` answers."""

    def get(self, place_id: str) -> Place | None: ...

    def country(self, code: str) -> Place | None: ...

    def outline(self, place_id: str) -> Mapping[str, Any] | None: ...


def countries(shipped: Shipped) -> dict[str, Place]:
    """Countries by ISO 3166-1 code. The dump calls most of them by their formal names."""
    codes = (one + other for one in LETTERS for other in LETTERS)
    return {code: place for code in codes if (place := shipped.country(code))}


def with_extent(row: PlaceRow, shipped: Shipped) -> PlaceRow:
    """A row with the box and the geometry that the shipped gazetteer has for the place."""
    place = shipped.get(row.id)
    return row._replace(bbox=place.bbox, geometry=place.geometry) if place else row


def outlines(row: PlaceRow, number: int, shipped: Shipped) -> Iterator[tuple[int, str]]:
    """The geometry itself, where the gazetteer and not the file of outlines keeps it."""
    kept = shipped.outline(row.id) if (row.geometry or "").startswith("places:") else None
    if kept is not None:
        yield number, json.dumps(kept, separators=(",", ":"))
