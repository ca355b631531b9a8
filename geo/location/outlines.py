"""Shapes cut down to what a map of their own size can show."""

from __future__ import annotations

import numpy as np
import shapely

from geo.location import lonlat
from geo.location.lonlat import LatLon

SHARE = 1 / 1000
"""Tolerance of the first try, as a share of the shape's extent: under a pixel where the shape fills a 1,000-pixel map."""
MOST_VERTICES = 400
"""The output carries the shape with every mention; 400 vertices are about 8 kB of JSON."""
COARSER = 1.5
"""Each further try multiplies the tolerance by this at least; by more where far too many vertices are left, whose number
falls more slowly than the tolerance grows."""
COARSEST = 0.05
"""Coarser than this share of the extent a shape is no longer itself, however many vertices remain."""
ISLET = 4.0
"""Parts with less area than this many squares of the tolerance are left out; the largest part always stays."""
INLAND = 0.05
"""Degrees (about 5 km): how far behind the nearest coast the point of an area may be put."""
ROUND = 1.01
"""A buffer is a polygon of 32 corners, up to 0.5 % flatter than the circle it stands for."""


def simplified(shape: shapely.Geometry) -> shapely.Geometry:
    """Valid, with at most `MOST_VERTICES` vertices as far as its number of parts allows."""
    whole = extent(shape)
    tolerance, quick = whole * SHARE, shape
    while True:
        last = tolerance > whole * COARSEST
        quick = shapely.simplify(_without_islets(quick, tolerance), tolerance, preserve_topology=False)
        if last or _is_small(quick):  # what is too large anyway need not be checked
            sound = _is_sound(quick)
            coarse = quick if sound else _careful(shape, tolerance)
            if last or sound or _is_small(coarse):
                return coarse
            quick = coarse
        tolerance *= max(COARSER, (shapely.get_num_coordinates(quick) / MOST_VERTICES) ** 0.5)


def _careful(shape: shapely.Geometry, tolerance: float) -> shapely.Geometry:
    return shapely.simplify(_without_islets(shape, tolerance), tolerance, preserve_topology=True)


def _is_small(shape: shapely.Geometry) -> bool:
    return shapely.get_num_coordinates(shape) <= MOST_VERTICES


def _is_sound(shape: shapely.Geometry) -> bool:
    """The quick way takes a tenth of the time and is right for nearly all; the careful one never lets lines cross."""
    return bool(shapely.is_valid(shape)) and not shapely.is_empty(shape)


def extent(shape: shapely.Geometry) -> float:
    """Diagonal of the bounding box in degrees, measured across the antimeridian where that is shorter."""
    west, south, east, north = shape.bounds
    if east - west > 180:
        longitudes = lonlat.latlons(shape)[:, 1] % 360
        west, east = longitudes.min(), longitudes.max()
    return ((east - west) ** 2 + (north - south) ** 2) ** 0.5


def point_inside(area: shapely.Geometry, *, lat: float, lon: float) -> LatLon:
    """The given point where it lies inside, else an inner one as near to it as the area comes.

    The middle of an archipelago lies in the water, a port often beside a generalised coast.
    """
    wanted = lonlat.point(lat=lat, lon=lon)
    if area.contains(wanted):
        return LatLon(lat, lon)
    reach = shapely.buffer(wanted, area.distance(wanted) * ROUND + INLAND)
    nearest = shapely.intersection(area, reach)
    return lonlat.latlon(shapely.point_on_surface(nearest))


def middle(line: shapely.Geometry) -> LatLon:
    """The vertex nearest to halfway along the longest part: a point of the line itself, whatever the rounding."""
    longest = max(shapely.get_parts(line), key=lambda part: part.length)
    halfway = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    vertices = shapely.points(shapely.get_coordinates(longest))
    return lonlat.latlon(vertices[shapely.distance(vertices, halfway).argmin()])


def _without_islets(shape: shapely.Geometry, tolerance: float) -> shapely.Geometry:
    if shape.geom_type != "MultiPolygon":
        return shape
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    kept = parts[(areas > ISLET * tolerance**2) | (np.arange(len(parts)) == areas.argmax())]
    return kept[0] if len(kept) == 1 else shapely.multipolygons(kept)
