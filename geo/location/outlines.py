"""Shapes cut down to what a map of their own size can show."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from geo.location import lonlat
from geo.location.lonlat import LatLon


class Detail(NamedTuple):
    """How much of a shape is kept. The output carries it with every mention, and 1,000 vertices are 22 kB of JSON."""

    share: float
    """Tolerance of the first try, as a share of the shape's extent."""
    most: int
    """Vertices; a shape that has more is cut coarser."""


WHOLE = Detail(share=1 / 2000, most=3000)
"""For what is looked at as a whole: under a pixel on a 1,400-pixel map, and two for Canada, whose
coast reaches the bound first."""
PARTLY = Detail(share=1 / 4000, most=6000)
"""For parts of the world, which readers look at country by country too; they are named less often."""
SHARE_OF_PART = 1 / 20
"""No part is cut coarser than this share of its own extent, so that an island of a few pixels is none with three corners."""
COARSER = 1.2
"""Each further try multiplies the tolerance by this at least; by more where far too many vertices are left, whose number
falls a little more slowly than the tolerance grows."""
COARSEST = 0.05
"""Coarser than this share of the extent a shape is no longer itself, however many vertices remain."""
ISLET = 4.0
"""Parts with less area than this many squares of the tolerance are left out, unless they are peers of the largest."""
PEER = 1 / 100
"""Parts with at least this share of the largest part's area stay: they are what a country of small islands consists of."""
LOST = 0.1
"""The quick way takes a tenth of the time and is right for nearly all; a part that changes its area by more than this share
is cut again in the careful way, which never lets lines cross."""
DROPPED = 1 / 1000
"""Share of an area that mending it may change, in a fifteenth of the time (Russia on a plane); else it is done with care."""
MULTI = (shapely.multipoints, shapely.multilinestrings, shapely.multipolygons)
"""What makes one geometry of many, by their number of dimensions."""
TURN = 360.0
"""Degrees around the globe."""
INLAND = 0.05
"""Degrees (about 5 km): how far behind the nearest coast the point of an area may be put."""
ROUND = 1.01
"""A buffer is a polygon of 32 corners, up to 0.5 % flatter than the circle it stands for."""


def simplified(shape: shapely.Geometry, detail: Detail = WHOLE) -> shapely.Geometry:
    """Valid, with at most `detail.most` vertices as far as its number of parts allows."""
    whole = extent(shape)
    tolerance = whole * detail.share
    parts = _cut(shapely.get_parts(shape), tolerance)
    while (left := shapely.get_num_coordinates(parts).sum()) > detail.most and tolerance < whole * COARSEST:
        tolerance *= max(COARSER, left / detail.most)
        parts = _cut(parts, tolerance)
    return _sound(parts)


def as_seen(line: shapely.Geometry) -> shapely.Geometry:
    """A line cut down to twice what `simplified` keeps, so that work on it costs less."""
    return shapely.simplify(line, extent(line) * WHOLE.share / 2, preserve_topology=False)


def _cut(parts: np.ndarray, tolerance: float) -> np.ndarray:
    """All but islets, each part simplified by itself."""
    kept = _without_islets(parts, tolerance)
    west, south, east, north = shapely.bounds(kept).T
    finest = np.minimum(tolerance, np.hypot(east - west, north - south) * SHARE_OF_PART)
    cut = shapely.simplify(kept, finest, preserve_topology=False)
    areas = shapely.area(kept)
    lost = np.abs(shapely.area(cut) - areas) > LOST * areas
    cut[lost] = shapely.simplify(kept[lost], finest[lost], preserve_topology=True)
    return shapely.get_parts(cut)


def _without_islets(parts: np.ndarray, tolerance: float) -> np.ndarray:
    """Lines have no area, and all stay."""
    areas = shapely.area(parts)
    return parts[(areas > ISLET * tolerance**2) | (areas >= PEER * areas.max())]


def _sound(parts: np.ndarray) -> shapely.Geometry:
    """Where neighbouring parts came to lie over each other they become one; each by itself is valid already."""
    whole = _together(parts)
    if shapely.is_valid(whole):
        return whole
    one, other = shapely.STRtree(parts).query(parts, predicate="intersects")
    crossed = np.isin(np.arange(len(parts)), one[one != other])
    return _together(np.append(parts[~crossed], shapely.get_parts(shapely.disjoint_subset_union_all(parts[crossed]))))


def _together(parts: np.ndarray) -> shapely.Geometry:
    return parts[0] if len(parts) == 1 else MULTI[int(shapely.get_dimensions(parts[0]))](parts)


def mended(area: shapely.Geometry) -> shapely.Geometry:
    """The area, valid: lines that simplifying or projecting brought over each other are parted.

    The quick way drops what has come to lie on the wrong side of its own line, and is taken where that is next to nothing.
    """
    if shapely.is_valid(area):
        return area
    quick = shapely.buffer(area, 0)
    if abs(quick.area - area.area) <= DROPPED * area.area:
        return quick
    return shapely.make_valid(area, method="structure", keep_collapsed=False)


def extent(shape: shapely.Geometry) -> float:
    """Diagonal of the bounding box in degrees, around the globe past the widest gap that the shape leaves."""
    west, south, east, north = shapely.bounds(shapely.get_parts(shape)).T
    order = np.argsort(west)
    gaps = np.append(west[order][1:], west.min() + TURN) - np.maximum.accumulate(east[order])
    return float(np.hypot(TURN - gaps.max(), north.max() - south.min()))


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
