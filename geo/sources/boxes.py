"""Bounding boxes on the globe: west, south, east, north in degrees; west > east across the antimeridian."""

from __future__ import annotations

import shapely

from geo.types import Box

DECIMALS = 4
"""Digits of a degree kept of a box: 11 m."""
TURN = 360.0


def around(shape: shapely.Geometry) -> Box:
    """The narrowest box around a geometry: it crosses the antimeridian where that leaves more of the globe out."""
    bounds = shapely.bounds(shapely.get_parts(shape))
    west, east = _narrowest(sorted((float(part[0]), float(part[2])) for part in bounds))
    south, north = float(bounds[:, 1].min()), float(bounds[:, 3].max())
    return (round(west, DECIMALS), round(south, DECIMALS), round(east, DECIMALS), round(north, DECIMALS))


def _narrowest(stretches: list[tuple[float, float]]) -> tuple[float, float]:
    """West and east of all stretches of longitude: what is left out is the widest gap between two of them."""
    west, east = stretches[0]
    widest, best = 0.0, (west, max(end for _, end in stretches))
    for start, end in stretches[1:]:
        if start - east > widest:
            widest, best = start - east, (start, east)
        east = max(east, end)
    return best if widest > TURN - (east - west) else (west, east)


def longitude(degrees: float) -> float:
    """The same meridian between -180 and 180: 203.5° is -156.5°."""
    return degrees if -180 <= degrees <= 180 else (degrees + 180) % TURN - 180


def size(box: Box) -> tuple[float, float]:
    """Width and height in degrees."""
    west, south, east, north = box
    return (east - west) % TURN or (TURN if east != west else 0.0), north - south


def contains(box: Box, *, lat: float, lon: float, slack: float = 0.0) -> bool:
    """Does the point lie in the box, or within `slack` degrees of it?"""
    west, south, _, north = box
    inside = -slack <= (lon - west + slack) % TURN - slack <= size(box)[0] + slack
    return south - slack <= lat <= north + slack and inside


def middle(box: Box) -> tuple[float, float]:
    """Latitude and longitude of the middle."""
    west, south, _, north = box
    return round((south + north) / 2, DECIMALS), round(longitude(west + size(box)[0] / 2), DECIMALS)
