"""The one place that knows the order of coordinates: shapely and GeoJSON say longitude first, Dateline says `lat=`, `lon=`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import shapely

DECIMALS = 5
"""Digits of a degree in the output: 0.00001 degree is 1.1 m."""


class LatLon(NamedTuple):
    """WGS 84 degrees."""

    lat: float
    lon: float


def point(*, lat: float, lon: float) -> shapely.Point:
    return shapely.Point(lon, lat)


def latlon(at: shapely.Point) -> LatLon:
    return LatLon(lat=round(at.y, DECIMALS), lon=round(at.x, DECIMALS))


def latlons(shape: shapely.Geometry) -> np.ndarray:
    """All vertices as rows of latitude and longitude."""
    return shapely.get_coordinates(shape)[:, ::-1]


def polygon(corners: Iterable[LatLon]) -> shapely.Polygon:
    return shapely.Polygon([(lon, lat) for lat, lon in corners])


def box(*, south: float, west: float, north: float, east: float) -> shapely.Polygon:
    return shapely.box(west, south, east, north)


def shifted(shape: shapely.Geometry, *, east: float) -> shapely.Geometry:
    """The shape moved along its parallels by so many degrees."""
    return shapely.transform(shape, lambda coordinates: coordinates + (east, 0.0))


def geojson(shape: shapely.Geometry) -> dict[str, Any]:
    """A GeoJSON geometry (RFC 7946) of lists and floats, rounded."""
    if hasattr(shape, "geoms"):
        parts = [geojson(part) for part in shape.geoms]
        if shape.geom_type == "GeometryCollection":
            return {"type": shape.geom_type, "geometries": parts}
        return {"type": shape.geom_type, "coordinates": [part["coordinates"] for part in parts]}
    if shape.geom_type == "Polygon":
        return {"type": "Polygon", "coordinates": [_rounded(ring) for ring in (shape.exterior, *shape.interiors)]}
    corners = _rounded(shape)
    return {"type": shape.geom_type, "coordinates": corners[0] if shape.geom_type == "Point" and corners else corners}


def _rounded(line: shapely.Geometry) -> list[list[float]]:
    return np.round(shapely.get_coordinates(line), DECIMALS).tolist()


def from_geojson(geometry: dict[str, Any]) -> shapely.Geometry:
    return shapely.geometry.shape(geometry)
