"""Which country and first-level division a point lies in, by their outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location import Shapes, lonlat
from geo.types import Place

ANTARCTICA = "AQ"
"""No town is near it; every other country has one."""


class Within(NamedTuple):
    """What a point lies in."""

    country: Place | None
    adm1: Place | None
    """None: in no country, or its divisions have no outlines."""


def containing(
    *, lat: float, lon: float, near: Sequence[Place], gazetteer: Gazetteer | Layered, shapes: Shapes
) -> Within:
    """The country and division whose outlines hold the point, sought among those of the places near it and their neighbours."""
    at = lonlat.point(lat=lat, lon=lon)

    def first(places: Iterable[Place]) -> Place | None:
        areas = ((place, shapes.area(place)) for place in places)
        return next((place for place, area in areas if area is not None and area.covers(at)), None)

    country = first(_countries(near, gazetteer, shapes))
    if country is None:
        return Within(None, None)
    inside = [place for place in near if place.country_code == country.country_code]
    return Within(country, first(_divisions(inside, gazetteer, shapes)))


def _countries(near: Sequence[Place], gazetteer: Gazetteer | Layered, shapes: Shapes) -> Iterator[Place]:
    """Countries of the places, nearest first, then those that border on them; each once."""
    codes = dict.fromkeys(place.country_code for place in near if place.country_code)
    known = [country for code in codes if (country := gazetteer.country(code))]
    yield from known
    beyond = dict.fromkeys(code for country in known for code in shapes.neighbours(country) if code not in codes)
    yield from filter(None, map(gazetteer.country, (*beyond, ANTARCTICA)))


def _divisions(near: Sequence[Place], gazetteer: Gazetteer | Layered, shapes: Shapes) -> Iterator[Place]:
    codes = dict.fromkeys(place.adm1_code for place in near if place.adm1_code)
    known = [division for code in codes if (division := gazetteer.division(code))]
    yield from known
    ids = {division.id for division in known}
    beyond = dict.fromkeys(other for division in known for other in shapes.neighbours(division) if other not in ids)
    yield from filter(None, map(gazetteer.get, beyond))
