"""Where a row says its place is: decimal degrees, or a geometry with a point of its own."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np
import shapely

from geo.errors import BadRecord
from geo.location import lonlat, outlines
from geo.location.lonlat import LatLon
from geo.types import Box

MOST_LAT, MOST_LON = 90.0, 180.0

_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_SRID = re.compile(r"SRID=(\d+);", re.IGNORECASE)
_WGS_84 = "4326"
SHOWN = 60
"""Characters of a cell that a message shows."""


def position(cells: Mapping[str, str]) -> LatLon | None:
    """The latitude and longitude of a row. None: both are empty. `BadRecord`: they are no place on Earth."""
    texts = [cells.get(field, "").strip() for field in ("lat", "lon")]
    if not any(texts):
        return None
    lat, lon = (_number(text, field) for text, field in zip(texts, ("lat", "lon"), strict=True))
    _refuse_off_earth(lat, lon)
    if lat == lon == 0:
        raise BadRecord("lat and lon are both 0, in the open sea: is the position missing?")
    return LatLon(lat, lon)


def outline(cells: Mapping[str, str], geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """The checked geometry of a row, flat and valid. None: it has none."""
    shape = geometry if geometry is not None else _from_wkt(cells.get("wkt", "").strip())
    if shape is None or shapely.is_empty(shape):
        return None
    shape = shapely.force_2d(shape)
    if not np.isfinite(shapely.get_coordinates(shape)).all():
        raise BadRecord("its geometry holds a coordinate that is no number")
    west, south, east, north = shape.bounds
    for lat, lon in ((south, west), (north, east)):
        _refuse_off_earth(lat, lon)
    return _of_one_sort(shapely.make_valid(shape))


def point_of(shape: shapely.Geometry) -> LatLon:
    """A point of the geometry: its middle where that lies in it, else one nearby."""
    if shapely.get_dimensions(shape) == 1:
        return outlines.middle(shape)
    lat, lon = lonlat.latlon(shapely.centroid(shape))
    return outlines.point_inside(shape, lat=lat, lon=lon) if shapely.get_dimensions(shape) == 2 else LatLon(lat, lon)


def box_of(shape: shapely.Geometry) -> Box | None:
    """What a line or area covers. None: a point, or wider than half the globe, as what is cut at the antimeridian seems."""
    west, south, east, north = shape.bounds
    return (west, south, east, north) if (west, south) != (east, north) and east - west <= MOST_LON else None


def _number(text: str, field: str) -> float:
    plain = text.replace("\u2212", "-")
    try:
        value = float(plain.replace(",", ".") if _DECIMAL_COMMA.fullmatch(plain) else plain)
    except ValueError:
        value = math.nan
    if not text:
        raise BadRecord(f"has no {field}")
    if not math.isfinite(value):
        raise BadRecord(f"{field} is not a number (“{text[:SHOWN]}”); decimal degrees are wanted, as 52.43")
    return value


def _refuse_off_earth(lat: float, lon: float) -> None:
    if abs(lat) > MOST_LAT:
        swapped = "; are latitude and longitude swapped?" if abs(lat) <= MOST_LON and abs(lon) <= MOST_LAT else ""
        raise BadRecord(f"latitude {lat:g} is beyond 90 degrees{swapped}")
    if abs(lon) > MOST_LON:
        raise BadRecord(f"longitude {lon:g} is beyond 180 degrees")


def _from_wkt(text: str) -> shapely.Geometry | None:
    if not text:
        return None
    system = _SRID.match(text)
    if system and system[1] != _WGS_84:
        raise BadRecord(f"its geometry is in the coordinate system EPSG:{system[1]}; WGS 84, EPSG:4326, is wanted")
    try:
        return shapely.from_wkt(text[system.end() :] if system else text)
    except shapely.errors.ShapelyError as error:
        raise BadRecord(f"its geometry is no well-known text (“{text[:SHOWN]}”)") from error


def _of_one_sort(shape: shapely.Geometry) -> shapely.Geometry:
    """Of a collection its areas, or where it has none its lines, or its points: a map draws one sort."""
    if shape.geom_type not in ("GeometryCollection", "LinearRing"):
        return shape
    parts = np.array([part for part in _flat(shape) if not shapely.is_empty(part)], dtype=object)
    sorts = shapely.get_dimensions(parts)
    return shapely.union_all(parts[sorts == sorts.max()])


def _flat(shape: shapely.Geometry) -> list[shapely.Geometry]:
    if shape.geom_type == "GeometryCollection":
        return [inner for part in shape.geoms for inner in _flat(part)]
    return list(shapely.get_parts(shape))
