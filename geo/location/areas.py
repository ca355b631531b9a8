"""A country or division is where its outline is."""

from __future__ import annotations

from geo.location import lonlat, outlines
from geo.location.shapes import Shapes
from geo.types import Location, Place


def locate_area(place: Place, shapes: Shapes) -> Location | None:
    """The outline, simplified to its own extent, and a point inside it: the gazetteer's own wherever that lies in or near it.

    None: no outline is known.
    """
    return shapes.remember(("area", place.id, place.lat, place.lon), lambda: _drawn(place, shapes))


def _drawn(place: Place, shapes: Shapes) -> Location | None:
    area = shapes.area(place)
    if area is None:
        return None
    outline = outlines.simplified(area)
    lat, lon = outlines.point_inside(outline, lat=place.lat, lon=place.lon)
    return Location(lat=lat, lon=lon, geometry=lonlat.geojson(outline))
