"""Which country and first-level division a point lies in, by their outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import shapely

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location import lonlat
from geo.location.shapes import Shapes
from geo.types import Location, Place

ANTARCTICA = "AQ"
"""No town is near it; every other country has one."""

NEARLY_ALL = 0.9
"""Share of an area's land that a country holds where the area is in that country. Judged: what is drawn is no sharper."""

WIDEST = 40.0
"""Degrees; an area wider or higher than that is in no one country that one could ask for."""

CONSIDERED = 20
"""Places around a point whose countries are asked for their outlines."""


class Within(NamedTuple):
    """What a point lies in."""

    country: Place | None
    adm1: Place | None
    """None: in no country, or its divisions have no outlines."""


def containing(
    *, lat: float, lon: float, near: Sequence[Place], gazetteer: Gazetteer | Layered, shapes: Shapes
) -> Within:
    """The country and division whose outlines hold the point, sought among those of the places near it and their neighbours."""
    country = country_at(lat=lat, lon=lon, near=near, gazetteer=gazetteer, shapes=shapes)
    if country is None:
        return Within(None, None)
    inside = [place for place in near if place.country_code == country.country_code]
    return Within(country, _first(_divisions(inside, gazetteer, shapes), shapes, lat=lat, lon=lon))


def country_at(
    *, lat: float, lon: float, near: Sequence[Place], gazetteer: Gazetteer | Layered, shapes: Shapes
) -> Place | None:
    """The country alone, which takes less; None: in none."""
    return _first(_countries(near, gazetteer, shapes), shapes, lat=lat, lon=lon)


def holding(location: Location, gazetteer: Gazetteer | Layered, shapes: Shapes) -> str | None:
    """The code of the country that holds the point by its outline and nearly all land of the area.

    None: no country does, as of an area on both sides of a border, or the area is too wide to say.
    """
    lat, lon, area = location.lat, location.lon, lonlat.from_geojson(dict(location.geometry))
    west, south, east, north = area.bounds
    if max(east - west, north - south) > WIDEST:
        return None
    near = [place for _, place in gazetteer.near(lat=lat, lon=lon, limit=CONSIDERED, feature_class="P")]
    country = country_at(lat=lat, lon=lon, near=near, gazetteer=gazetteer, shapes=shapes)
    if country is None:
        return None
    land = shapely.intersection(shapes.land_in(west=west, south=south, east=east, north=north), area)
    held = shapely.intersection(shapes.area(country), area)
    return country.country_code if held.area >= NEARLY_ALL * land.area else None


def _first(places: Iterable[Place], shapes: Shapes, *, lat: float, lon: float) -> Place | None:
    at = lonlat.point(lat=lat, lon=lon)
    areas = ((place, shapes.area(place)) for place in places)
    return next((place for place, area in areas if area is not None and area.covers(at)), None)


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
