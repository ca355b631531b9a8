"""Parts of an area as news tells them: its east, its far north, its middle.

The shares are judged, not measured: no two people cut "eastern" alike, which is why what is drawn is marked as approximate.
An area is cut on an equal-area plane (Lambert's cylindrical projection), so that a share is one of land and not of degrees.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import shapely

from geo.location import geodesy, lonlat, outlines

SIDE = 0.4
"""Share of the land that a side is: "eastern", "the north"."""
CORNER = 0.3
"""Share that a corner is: "south-western"."""
FAR = 0.15
"""Share that a far side or a tip is: "the far north"."""
HALF, THIRD, QUARTER = 0.5, 1 / 3, 0.25
"""What "half", "third" and "quarter" say."""
MIDDLE = 0.3
"""Share that the middle is: "central"."""
ALL_BUT_CORNER = 0.7
"""Share for "upstate"."""

PEER = 0.25
"""A part of the land with this share of the largest part's size is cut along with it, however far off it lies."""
NEAR = 0.1
"""Smaller parts are, within this share of the largest one's extent: France is cut without Guiana, Norway without Svalbard."""
LIVED = 0.5
"""How far an edge moves from where the land alone puts it to where the people alone would: half way, as nobody measured it."""
FEWEST = 10
"""Fewer divisions are too coarse to say where the people of an area live. Judged."""
MARGIN = 5.0
"""Degrees by which a division's point may lie west of the land that is cut."""
ROUNDS = 14
"""Halvings until a share is met, to 1 in 16,000."""
TURN = 360.0


People = Sequence[tuple[float, float, float]]
"""Where people live: longitude, latitude, number."""


def slice_of(area: shapely.Geometry, *, bearing: float, share: float, people: People = ()) -> shapely.Geometry:
    """The part of an area that lies farthest towards a bearing (degrees), so large as the share says.

    With `people` the edge lies between that of the share of the land and that of the same share of the people: the north of
    Mali begins before the Sahara does.
    """
    plane, lat = _plane(area)
    towards = np.array([math.sin(math.radians(bearing)), math.cos(math.radians(bearing))])
    turned = shapely.transform(plane, lambda xy: np.column_stack([xy @ towards, xy @ (-towards[1], towards[0])]))
    first, low, last, high = turned.bounds

    def beyond(at: float) -> float:
        return shapely.area(shapely.clip_by_rect(turned, at, low, last, high))

    edge = _met(beyond, last, first, turned.area * share)
    if len(people) >= FEWEST:
        lived = _where_people_are(people, plane, lat) @ towards
        settled = _beyond_which(lived, [number for *_, number in people], share)
        edge += LIVED * (min(max(settled, first), last) - edge)
    kept = shapely.intersection(turned, shapely.box(edge, low - 1, last + 1, high + 1))
    back = shapely.transform(kept, lambda xy: xy[:, :1] * towards + xy[:, 1:] * (-towards[1], towards[0]))
    return _globe(back, lat)


def mainland_of(area: shapely.Geometry) -> shapely.Geometry:
    """The largest connected part of an area."""
    return max(shapely.get_parts(area), key=lambda part: part.area)


def _where_people_are(people: People, plane: shapely.Geometry, lat: float) -> np.ndarray:
    """Places on the plane of `_plane`, on the side of the antimeridian that the land is on."""
    lon, lat_of = np.array([(lon, lat) for lon, lat, _ in people]).T
    low = plane.bounds[0] / math.cos(lat)
    lon = np.where(lon < low - MARGIN, lon + TURN, lon)
    return np.column_stack([lon * math.cos(lat), np.degrees(np.sin(np.radians(lat_of))) / math.cos(lat)])


def _beyond_which(along: np.ndarray, numbers: Sequence[float], share: float) -> float:
    """Where the given share of people lies farther; between two places in a straight line."""
    order = np.argsort(-along)
    numbers = np.asarray(numbers, dtype=float)[order]
    passed = (np.cumsum(numbers) - numbers / 2) / numbers.sum()
    return float(np.interp(share, passed, along[order]))


def middle_of(area: shapely.Geometry, *, share: float = MIDDLE, at: lonlat.LatLon | None = None) -> shapely.Geometry:
    """The part of an area around its centre of gravity, or around a point, so large as the share says."""
    plane, lat = _plane(area)
    centre = (
        shapely.centroid(plane)
        if at is None
        else shapely.Point(_where_people_are([(at.lon, at.lat, 1)], plane, lat)[0])
    )
    reach = float(np.hypot(*(shapely.get_coordinates(plane) - (centre.x, centre.y)).T).max())

    def within(reach: float) -> shapely.Geometry:
        return shapely.intersection(plane, shapely.buffer(centre, reach))

    return _globe(within(_met(lambda at: within(at).area, 0.0, reach, plane.area * share)), lat)


def _met(size: Callable[[float], float], none: float, whole: float, wanted: float) -> float:
    """Where between the two ends the wanted size is met."""
    for _ in range(ROUNDS):
        at = (none + whole) / 2
        if size(at) < wanted:
            none = at
        else:
            whole = at
    return whole


def _plane(area: shapely.Geometry) -> tuple[shapely.Geometry, float]:
    """What is cut, on an equal-area plane, and that plane's true latitude."""
    land = _main_land(area)
    south, north = land.bounds[1], land.bounds[3]
    lat = math.radians(min(max((south + north) / 2, -75), 75))
    plane = shapely.transform(
        land,
        lambda xy: np.column_stack(
            [xy[:, 0] * math.cos(lat), np.degrees(np.sin(np.radians(xy[:, 1]))) / math.cos(lat)]
        ),
    )
    return outlines.mended(plane), lat


def _globe(plane: shapely.Geometry, lat: float) -> shapely.Geometry:
    parts = [part for part in shapely.get_parts(plane) if part.geom_type == "Polygon"]
    flat = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    area = shapely.transform(
        flat,
        lambda xy: np.column_stack(
            [
                xy[:, 0] / math.cos(lat),
                np.degrees(np.arcsin((np.radians(xy[:, 1]) * math.cos(lat)).clip(-1, 1))),
            ]
        ),
    )
    return geodesy.cut(outlines.mended(area))


def _main_land(area: shapely.Geometry) -> shapely.Geometry:
    """The largest part, its peers, and what lies beside one of them; whole across the antimeridian."""
    parts = shapely.get_parts(_together(area))
    sizes = shapely.area(parts)
    largest = parts[sizes.argmax()]
    west, south, east, north = largest.bounds
    near = NEAR * math.hypot((east - west) * math.cos(math.radians((south + north) / 2)), north - south)
    peers = sizes >= PEER * sizes.max()
    kept = peers.copy()
    shapely.prepare(parts[peers])
    for peer in parts[peers]:
        kept |= shapely.dwithin(peer, parts, near)
    return shapely.multipolygons(parts[kept])


def _together(area: shapely.Geometry) -> shapely.Geometry:
    """Parts beyond the widest gap between meridians are put where they are next to the others."""
    parts = shapely.get_parts(area)
    west, _, east, _ = shapely.bounds(parts).T
    order = np.argsort(west)
    gaps = np.append(west[order][1:], west.min() + TURN) - np.maximum.accumulate(east[order])
    widest = int(gaps.argmax())
    if widest == len(parts) - 1:
        return area
    moved = {int(number) for number in order[: widest + 1]}
    shifted = [lonlat.shifted(part, east=TURN) if number in moved else part for number, part in enumerate(parts)]
    return shapely.disjoint_subset_union_all(shifted)
