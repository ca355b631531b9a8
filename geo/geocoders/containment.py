"""Whether one place lies in another, as far as the gazetteer says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from geopy.distance import great_circle

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.geocoders.dependencies import belongs
from geo.geocoders.reach import is_shared, reaches
from geo.location import Shapes, lonlat
from geo.types import Match, Place

TOWN_REACH_KM = 30.0
"""How far from its centre a town may hold a quarter or a site: about what Greater London, Moscow and Mexico City reach."""

CODE_LETTERS = 2
"""Of an ISO 3166-1 alpha-2 code."""


class Holders:
    """What the words after a name mean, remembered for the length of one query."""

    def __init__(self, gazetteer: Gazetteer | Layered, shapes: Shapes) -> None:
        self._gazetteer, self._shapes = gazetteer, shapes
        self._named = lru_cache(maxsize=None)(self._look_up)

    def hold(self, place: Place, holders: Iterable[str]) -> bool:
        """Whether each of the named holders can be one that the place lies in."""
        return all(any(self._holds(outer, place) for outer in self._named(holder)) for holder in holders)

    def _look_up(self, holder: str) -> tuple[Place, ...]:
        """The places of that name; a country by its code too ("CA" is both California and Canada)."""
        found = [match.place for match in self._gazetteer.look_up(holder)]
        coded = self._gazetteer.country(holder) if len(holder) == CODE_LETTERS else None
        return (*found, coded) if coded else tuple(found)

    def _holds(self, outer: Place, inner: Place) -> bool:
        if outer.id == inner.id:
            return False
        if outer.feature_class == "A":
            return _administers(outer, inner) or self._is_reached(outer, inner)
        if outer.feature_class == "P":
            return _is_part_of_town(inner, outer)
        members = self._gazetteer.members(outer.id)
        return any(m.id == inner.id or _administers(m, inner) or self._is_reached(m, inner) for m in members)

    def _is_reached(self, outer: Place, inner: Place) -> bool:
        """Whether a place that countries share, or that is in none, comes to lie in this one."""
        area = self._shapes.area(outer) if is_shared(inner) else None
        if area is None:
            return False
        drawn = self._gazetteer.outline(inner.id)
        return reaches(inner, None if drawn is None else lonlat.from_geojson(drawn), area)


def _administers(outer: Place, inner: Place) -> bool:
    feature = outer.feature or ""
    if feature.startswith("A.PCL"):
        return belongs(inner.country_code, outer.country_code)
    if not outer.country_code or outer.country_code != inner.country_code:
        return False
    if feature == "A.ADM2" and outer.adm2_code:
        return outer.adm2_code == inner.adm2_code
    if feature == "A.ADM1" and outer.adm1_code:
        return outer.adm1_code == inner.adm1_code
    return outer.name in (inner.adm1_name, inner.adm2_name)


def _is_part_of_town(inner: Place, town: Place) -> bool:
    """A quarter, a site, a smaller place close by."""
    if inner.feature_class not in ("P", "S") or (inner.population or 0) > (town.population or 0):
        return False
    return great_circle((inner.lat, inner.lon), (town.lat, town.lon)).km <= TOWN_REACH_KM


def matching(matches: Iterable[Match], feature_class: str) -> list[Match]:
    """Each place once, of the class that is wanted; of any where none of that class is there."""
    once: dict[str, Match] = {}
    for match in matches:
        once.setdefault(match.place.id, match)
    fitting = [match for match in once.values() if not feature_class or match.place.feature_class == feature_class]
    return fitting or list(once.values())
