"""The places nearest to a point, with what the point lies in; on the open sea, the sea."""

from __future__ import annotations

from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.geocoders.seas import sea_at
from geo.location import Shapes
from geo.location.containing import CONSIDERED, Within, containing
from geo.types import Place

OUTLINE_ERROR_KM = 5.0
"""Kilometres by which an outline drawn for 1:10,000,000 may miss a river or coast: within them the place knows better."""

COAST_KM = 20.0
"""Kilometres from a town beyond which a point in no country is on the open sea."""

REMOTE_KM = 500.0
"""Kilometres from any town beyond which no town says where a point is: only what it lies in does."""

Asked = Gazetteer | Layered


@dataclass(frozen=True, slots=True)
class Near:
    """A place as seen from a point."""

    place: Place
    km: float
    """The way to it; 0 for a sea or country that the point lies in."""
    within: Within
    """What the point, not the place, lies in."""

    @property
    def outlined(self) -> Within:
        """`within`; nothing where the place is of another country and so near that it knows better whose land it is."""
        country = self.within.country
        abroad = country is not None and country.country_code != self.place.country_code
        return Within(None, None) if abroad and self.km <= OUTLINE_ERROR_KM else self.within


def nearest(*, lat: float, lon: float, limit: int, gazetteer: Asked, shapes: Shapes) -> list[Near]:
    """The nearest towns and villages, those of the division and country that hold the point before others.

    Where no town is: the sea, or the division or country itself.
    """
    found = list(gazetteer.near(lat=lat, lon=lon, limit=max(limit, CONSIDERED), feature_class="P"))
    places = [place for _, place in found]
    within = containing(lat=lat, lon=lon, near=places, gazetteer=gazetteer, shapes=shapes)
    if within.country is None and (not found or found[0][0] > COAST_KM):
        sea = sea_at(lat=lat, lon=lon, gazetteer=gazetteer)
        return [Near(sea, 0.0, within)] if sea else [Near(place, km, within) for km, place in found[:limit]]
    if within.country and (not found or found[0][0] > REMOTE_KM):
        return [Near(within.adm1 or within.country, 0.0, within)]
    if found and found[0][0] > OUTLINE_ERROR_KM:
        found.sort(key=lambda pair: _elsewhere(pair[1], within))
    return [Near(place, km, within) for km, place in found[:limit]]


def _elsewhere(place: Place, within: Within) -> tuple[bool, bool]:
    """False before True: places of the same country first, and of these the ones of the same division."""
    abroad = within.country is not None and place.country_code != within.country.country_code
    return abroad, within.adm1 is not None and place.adm1_code != within.adm1.adm1_code
