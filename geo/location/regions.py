"""Regions that the gazetteer knows by name and point alone, drawn as what their names say: a side or a panhandle of an area.

"Southern California" is a side of California, "the Texas Panhandle" what of Texas lies around the region's point.
"""

from __future__ import annotations

import re

import shapely

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location import compass, geodesy, lonlat, outlines, parts
from geo.location.lonlat import LatLon
from geo.location.shapes import Shapes
from geo.types import Location, Place

REGION = "L."
PARENTS = ("A.PCL", "A.ADM1")
_SIDED = re.compile(
    r"(?P<side>(?:north|south)[ -]?(?:east|west)|north|south|east|west|central)(?:ern)?[ -](?P<parent>.+)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?P<parent>.+) Panhandle", re.IGNORECASE)


def region_location(place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> tuple[Location, str] | None:
    """Where such a region lies, and what was assumed. None: its name says nothing of the kind."""
    if not (place.feature or "").startswith(REGION):
        return None
    return shapes.remember(("region", place.id), lambda: _drawn(place, shapes, gazetteer))


def _drawn(place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> tuple[Location, str] | None:
    sided, handle = _SIDED.fullmatch(place.name), _HANDLE.fullmatch(place.name)
    told = sided or handle
    parent = _parent(told["parent"], place, shapes, gazetteer) if told else None
    if parent is None:
        return None
    outline = shapes.plain(parent)
    if handle:
        area, what = _around(place, outline)
    elif sided["side"].lower() == "central":
        area, what = parts.middle_of(outline), f"the middle {parts.MIDDLE:.0%}"
    else:
        area, what = _side(compass.wind(sided["side"]), outline, _people(parent, gazetteer))
    area = outlines.simplified(area)
    at = outlines.point_inside(area, lat=place.lat, lon=place.lon)
    reach = round(geodesy.reach_km(area, at), 1)
    location = Location(lat=at.lat, lon=at.lon, geometry=lonlat.geojson(area), radius_km=reach)
    return location, f"no outline of it is known: taken as {what} of {parent.name}"


def _parent(name: str, place: Place, shapes: Shapes, gazetteer: Gazetteer | Layered) -> Place | None:
    """The country or first-level division of that name that the region is a part of."""
    bearers = (match.place for match in gazetteer.look_up(name) if match.grade in ("exact", "normalised"))
    return next(
        (
            bearer
            for bearer in bearers
            if (bearer.feature or "").startswith(PARENTS)
            and bearer.country_code == place.country_code
            and shapes.area(bearer) is not None
        ),
        None,
    )


def _people(parent: Place, gazetteer: Gazetteer | Layered) -> parts.People:
    code = parent.adm1_code if parent.feature == "A.ADM1" else parent.country_code
    return gazetteer.people(code) if code else ()


def _side(wind: str, outline: shapely.Geometry, people: parts.People) -> tuple[shapely.Geometry, str]:
    share = parts.SIDE if len(wind) == 1 else parts.CORNER
    area = parts.slice_of(outline, bearing=compass.bearing(wind), share=share, people=people if len(wind) == 1 else ())
    return area, f"the {share:.0%} farthest {compass.noun(wind)}"


def _around(place: Place, outline: shapely.Geometry) -> tuple[shapely.Geometry, str]:
    area = parts.middle_of(outline, share=parts.FAR, at=LatLon(place.lat, place.lon))
    return area, f"the {parts.FAR:.0%} around its point"
