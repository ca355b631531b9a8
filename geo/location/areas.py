"""A place is where its outline is: a country or division, a region as its members together, a river or zone as drawn."""

from __future__ import annotations

import shapely

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location import lonlat, outlines
from geo.location.lonlat import LatLon
from geo.location.shapes import Shapes
from geo.types import Location, Place

KEPT = "places:"
"""How `Place.geometry` begins where the gazetteer keeps the geometry: a river's course, a zone, a user's own area or road."""

AREA = 2
"""Dimensions of an area; a line has one."""

WITHOUT_MEMBERS = ("P.", "S.")
"""Towns and buildings consist of no other places; asking would cost each of them a look into the gazetteer."""


def locate_area(place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> Location | None:
    """The outline, simplified to its own extent, and a point of it: the gazetteer's own wherever that lies in or near it.

    None: no outline is known.
    """
    key = ("area", place.id, place.lat, place.lon, place.geometry, place.radius_km)
    return shapes.remember(key, lambda: _kept(place, gazetteer) or _drawn(place, shapes, gazetteer))


def _kept(place: Place, gazetteer: Gazetteer | Layered) -> Location | None:
    """The geometry that the gazetteer keeps beside the place, with the uncertainty that it states."""
    kept = gazetteer.outline(place.id) if (place.geometry or "").startswith(KEPT) else None
    return _located(outlines.simplified(lonlat.from_geojson(dict(kept))), place, place.radius_km) if kept else None


def _drawn(place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> Location | None:
    outline = shapes.plain(place)
    if outline is None:
        region = _members(place, shapes, gazetteer)
        outline = outlines.simplified(region, outlines.PARTLY) if region else None
    return _located(outline, place) if outline is not None else None


def _members(place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> shapely.Geometry | None:
    """What a region consists of as one area, without the lines between its members."""
    if (place.feature or "").startswith(WITHOUT_MEMBERS):
        return None
    return shapes.union(gazetteer.members(place.id))


def _located(outline: shapely.Geometry, place: Place, radius_km: float | None = None) -> Location:
    lat, lon = _point(outline, place)
    return Location(lat=lat, lon=lon, geometry=lonlat.geojson(outline), radius_km=radius_km)


def _point(outline: shapely.Geometry, place: Place) -> LatLon:
    """Inside an area; on a line at one of its corners, so that rounding moves it by nothing."""
    if shapely.get_dimensions(outline) == AREA:
        return outlines.point_inside(outline, lat=place.lat, lon=place.lon)
    corners = shapely.points(shapely.get_coordinates(outline))
    return lonlat.latlon(corners[shapely.distance(corners, lonlat.point(lat=place.lat, lon=place.lon)).argmin()])
