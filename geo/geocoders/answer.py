"""From a place to the `Location` that geopy's users get: an address to read, a point, and everything else in `raw`."""

from __future__ import annotations

from typing import Any

from geopy.location import Location

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.geocoders.nearest import Near
from geo.location import lonlat
from geo.types import Match, Mention, Place

FAR_KM = 20.0
"""Kilometres beyond which a point is told as so far from a place, no longer as in it or beside it."""

Asked = Gazetteer | Layered
Bounds = tuple[float, float, float, float]
"""Least and greatest latitude, least and greatest longitude, in degrees."""


def is_wanted(place: Place, codes: frozenset[str] | None, bounds: Bounds | None) -> bool:
    """Whether a place is in one of the countries, and its point within the bounds."""
    if codes is not None and place.country_code not in codes:
        return False
    if bounds is None:
        return True
    south, north, west, east = bounds
    return south <= place.lat <= north and west <= place.lon <= east


def location(match: Match, gazetteer: Asked) -> Location:
    """What a name was found to mean."""
    place = match.place
    raw = _raw(place, gazetteer) | {"matched": match.name, "grade": match.grade, "parents": parents(place, gazetteer)}
    return Location(address(place, gazetteer), (place.lat, place.lon), raw)


def beside(near: Near, gazetteer: Asked) -> Location:
    """What is nearest to a point."""
    place, within = near.place, _told_by_outlines(near)
    country = within[-1].country_code if within else place.country_code
    holding = [_parent(outer) for outer in within if outer.id != place.id] if within else parents(place, gazetteer)
    raw = _raw(place, gazetteer) | {"distance_km": round(near.km, 3), "parents": holding, "country_code": country}
    return Location(_beside(near, gazetteer), (place.lat, place.lon), raw)


def told(mention: Mention) -> Location:
    """What an expression was found to mean: an area with a point in it."""
    place, where = mention.place, mention.location
    west, south, east, north = lonlat.from_geojson(dict(where.geometry)).bounds
    raw = {
        "id": place.id,
        "name": place.name,
        "names": [],
        "feature": place.feature,
        "population": None,
        "country_code": place.country_code,
        "lat": where.lat,
        "lon": where.lon,
        "bbox": [west, south, east, north],
        "radius_km": where.radius_km,
        "source": place.source,
        "distance_km": None,
        "geometry": where.geometry,
        "reasons": list(mention.resolution.reasons),
    }
    return Location(place.label, (where.lat, where.lon), raw)


def address(place: Place, gazetteer: Asked) -> str:
    """The name and what holds it, from small to large, each once: "Paris, Lamar County, Texas, United States"."""
    country = gazetteer.country(place.country_code) if place.country_code else None
    parts = [place.name, place.adm2_name, place.adm1_name, country.name if country else place.country_code]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def parents(place: Place, gazetteer: Asked) -> list[dict[str, Any]]:
    """The divisions and the country of a place, from small to large. Empty: it lies in none."""
    codes = [code for code in (place.adm2_code, place.adm1_code) if code]
    found = [gazetteer.division(code) for code in codes]
    found.append(gazetteer.country(place.country_code) if place.country_code else None)
    return [_parent(outer) for outer in found if outer and outer.id != place.id]


def _beside(near: Near, gazetteer: Asked) -> str:
    there, within = address(near.place, gazetteer), _told_by_outlines(near)
    if not within or within[-1].country_code == near.place.country_code:
        return there if near.km <= FAR_KM else f"{near.km:,.0f} km from {there}"
    here = ", ".join(outer.name for outer in within)
    return f"{here} ({near.km:,.0f} km from {there})"


def _told_by_outlines(near: Near) -> list[Place]:
    """The division and the country of the point. Empty: in none, or beside a place that knows better whose land it is."""
    country, adm1 = near.outlined
    return [outer for outer in (adm1, country) if outer]


def _parent(outer: Place) -> dict[str, Any]:
    return {"id": outer.id, "name": outer.name, "feature": outer.feature}


def _raw(place: Place, gazetteer: Asked) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "names": [{"name": name.name, "kind": name.kind, "script": name.script} for name in gazetteer.names(place.id)],
        "feature": place.feature,
        "population": place.population,
        "country_code": place.country_code,
        "lat": place.lat,
        "lon": place.lon,
        "bbox": list(place.bbox) if place.bbox else None,
        "radius_km": place.radius_km,
        "source": place.source,
        "distance_km": None,
    }
