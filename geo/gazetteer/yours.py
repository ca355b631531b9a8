"""How to tell a user's own place from one of the gazetteer's."""

from __future__ import annotations

from geo.types import Place

_SOURCE = "your own places: "


def source_of(file: str) -> str:
    """`Place.source` of what a user's file gave."""
    return _SOURCE + file


def own_file(place: Place) -> str | None:
    """The name of the user's file that gave the place. None: it is not one of the user's own."""
    return place.source.removeprefix(_SOURCE) if place.source.startswith(_SOURCE) else None
