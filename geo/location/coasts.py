"""Where land ends at the sea: coastlines, the part of them along one sea, and the waters off them.

A coast is the arcs of an outline that no other area shares. The outlines hold no lakes but the Caspian Sea; the shores of
others are those of `lakes`, where they are known. Seas have no outlines: which coasts are a sea's is found by flooding its box
from its point, with straits shut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from geo.location import lakes, lines, lonlat, outlines
from geo.location.shapes import Shapes
from geo.types import Place

STRAIT_KM = 24.0
"""Straits narrower than this part two seas: Gibraltar (14 km), the Bosporus, Kerch, the Sound; Hormuz (39 km) and Bab-el-Mandeb
(26 km) do not, but lie at the edges of their seas' boxes."""
INSHORE_KM = 30.0
"""Coasts farther than this from the open water of a sea are a fjord's, a river mouth's or another sea's."""
OFFSHORE_KM = 100.0
"""How far the waters off a coast are taken to reach. Judged: between the 22 km of territorial seas and the 370 km of economic
zones, and what reports of ships attacked or sunk "off the coast" mostly mean."""
EXCLUSIVE_KM = 370.4
"""Reach of an exclusive economic zone: 200 nautical miles, United Nations Convention on the Law of the Sea, article 57."""
FINE, FINEST, COARSEST = 1 / 1000, 0.03, 0.2
"""Land is simplified to this share of a sea's box before it is flooded, in degrees between the two: 3 km is an eighth of what
shuts a strait; the straits of oceans, whose boxes are so large that more is lost, are shut by `SHUT` and `dams`."""
LAND = 1 / 1000
"""Land is simplified to this share of the extent of the waters off it before it is cut out of them."""
MARGIN = 5.0
"""Degrees of longitude that `INSHORE_KM` never takes more than, up to 86°."""
KM_PER_DEGREE = lines.KM_PER_DEGREE


class Extent(NamedTuple):
    """A box of degrees; `east` lies beyond 180 where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


class Ocean(NamedTuple):
    """Where to flood, and the lines that keep the water from the next ocean, as corners of longitude and latitude."""

    extent: Extent
    dams: tuple[tuple[tuple[float, float], ...], ...]
    shut: tuple[tuple[float, float, float, float], ...] = ()
    """Boxes of other seas, taken as land: west, south, east, north."""


_CAPE_HORN = ((-67.27, -54.0), (-67.27, -61.0))
_CAPE_AGULHAS = ((20.0, -34.0), (20.0, -61.0))
_TASMANIA = ((146.82, -37.0), (146.82, -61.0))
_TORRES = ((142.2, -8.0), (142.2, -12.0))
_SUNDA = ((104.5, -5.5), (105.8, -6.8), (114.0, -8.3), (117.0, -8.7), (119.0, -9.6), (120.5, -10.2), (123.2, -10.6))
_TIMOR = ((123.2, -10.6), (126.92, -13.75), (127.5, -15.0))
_SINGAPORE = ((103.5, 2.5), (104.5, 0.0), (104.0, -2.5))
_MEDITERRANEAN = ((-5.6, 30.0, 20.0, 42.0), (2.5, 42.0, 20.0, 46.0))
_BALTIC = (12.9, 53.5, 20.0, 66.0)
_HUDSON_BAY = (-98.0, 51.0, -76.0, 70.0)
OCEANS: Mapping[str, Ocean] = {
    "dateline:atlantic-ocean": Ocean(Extent(-98, -60, 20, 70), (_CAPE_HORN,), (*_MEDITERRANEAN, _BALTIC, _HUDSON_BAY)),
    "dateline:pacific-ocean": Ocean(Extent(99, -60, 292.73, 66.5), (_TASMANIA, _TORRES, _SUNDA, _TIMOR, _SINGAPORE)),
    "dateline:indian-ocean": Ocean(Extent(20, -60, 146.82, 31), (_SUNDA, _TIMOR, _SINGAPORE, _TORRES)),
}
"""The limits of the oceans where no land draws them: the meridians of Cape Horn, Cape Agulhas and South East Cape of Tasmania,
Torres Strait, Singapore, and the southern islands of Indonesia to Roti and Cape Londonderry, after the International
Hydrographic Organization's "Limits of Oceans and Seas" (S-23, 3rd edition), to 50 km. The gazetteer's boxes of the oceans end
at the equator."""

WATERS = ("H.SEA", "H.OCN", "H.GULF", "H.BAY", "H.BGHT", "H.STRT", "H.CHN", "H.SD", "H.INLT", "H.ESTY")
"""Features that have coasts."""
LAKES = ("H.LK", "H.RSV", "H.LGN")


def is_water(place: Place) -> bool:
    """A sea, a part of one, or a lake."""
    return (place.feature or "").startswith((*WATERS, *LAKES))


def is_ocean(place: Place) -> bool:
    """One too large for its whole coast to tell anything."""
    return place.id in OCEANS


def coast(
    places: Sequence[Place], shapes: Shapes, water: Place | None = None, *, fine: bool = False
) -> shapely.Geometry | None:
    """The coast of areas together, or the part of it along one water. None: they have none (there).

    It is as exact as a map of the whole needs; `fine`: as exact as the outlines are.
    """
    if water is not None and (lake := lakes.outline(water)) is not None:
        land = shapes.union(places)
        shore = lines.lines_of(shapely.intersection(shapely.boundary(lake), land)) if land is not None else lake
        return None if shore.is_empty else shore
    whole = shapes.coast(places)
    if whole is not None and not fine:
        whole = outlines.as_seen(whole)
    if whole is None or water is None:
        return whole
    open_water = flooded(water, shapes)
    return None if open_water is None else _along(whole, open_water)


def shores(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    """All coasts of a water, islands too. None: it lies inland in the outlines, and is none of the lakes that are known."""
    lake = lakes.outline(water)
    if lake is not None:
        return shapely.boundary(lake)
    open_water = flooded(water, shapes)
    if open_water is None:
        return None
    lands = [shapes.coasts_in(**turn._asdict()) for turn, _ in _turns(_extent(water))]
    whole = shapely.multilinestrings(np.concatenate([shapely.get_parts(land) for land in lands if land is not None]))
    return _along(outlines.as_seen(whole), open_water)


def waters_off(coast: shapely.Geometry, shapes: Shapes, *, km: float = OFFSHORE_KM) -> shapely.Geometry | None:
    """The sea within so many kilometres of a coast. None: there is none."""
    reach = lines.strip(coast, km)
    fine = outlines.extent(reach) * LAND
    parts = []
    for part in shapely.get_parts(reach):
        west, south, east, north = shapely.bounds(part)
        land = shapes.land_in(west=west, south=south, east=east, north=north, tolerance=fine)
        parts.append(shapely.difference(part, outlines.mended(land)))
    sea = [
        part for part in shapely.get_parts(shapely.get_parts(parts)) if part.geom_type == "Polygon" and part.area > 0
    ]
    return shapely.multipolygons(sea) if sea else None


def flooded(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    """The open water of a sea, half of `STRAIT_KM` off every shore. None: its point lies inland in the outlines."""
    return shapes.remember(("flooded", water.id), lambda: _flooded(water, shapes))


def _flooded(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    extent = _extent(water)
    fine = min(max(max(extent.east - extent.west, extent.north - extent.south) * FINE, FINEST), COARSEST)
    turns = [(shapes.land_in(**turn._asdict(), tolerance=fine), east) for turn, east in _turns(extent)]
    shut = [lonlat.shifted(_without_islets(land, fine), east=east) for land, east in turns] + _dams(water, extent)
    squeeze = (float(np.cos(np.radians((extent.south + extent.north) / 2))), 1.0)
    flat = shapely.transform(shapely.geometrycollections(shut), lambda xy: xy * squeeze)
    shore = shapely.buffer(flat, STRAIT_KM / 2 / KM_PER_DEGREE, join_style="bevel")
    open_water = shapely.difference(shapely.box(*extent), shapely.transform(shore, lambda xy: xy / squeeze))
    seed = lonlat.point(lat=water.lat, lon=water.lon + (360.0 if water.lon < extent.west else 0.0))
    parts = shapely.get_parts(open_water)
    if not len(parts) or any(shapely.contains_xy(land, seed.x, seed.y) for land in shut):
        return None
    return parts[shapely.distance(parts, seed).argmin()]


def _without_islets(land: shapely.Geometry, fine: float) -> shapely.Geometry:
    """Without islets that close no strait."""
    parts = shapely.get_parts(land)
    return shapely.geometrycollections(list(parts[shapely.area(parts) > fine**2]))


def _dams(water: Place, extent: Extent) -> list[shapely.Geometry]:
    if water.id not in OCEANS:
        return []
    ocean = OCEANS[water.id]
    dams = [*map(shapely.LineString, ocean.dams), *(shapely.box(*shut) for shut in ocean.shut)]
    return [lonlat.shifted(dam, east=360.0) if dam.bounds[0] < extent.west else dam for dam in dams]


def _along(whole: shapely.Geometry, open_water: shapely.Geometry) -> shapely.Geometry | None:
    """The part of coasts that lies near a piece of open water, which may go on beyond 180 degrees."""
    low, _, high, _ = shapely.bounds(open_water)
    west, _, east, _ = shapely.bounds(whole)
    turns = [turn for turn in (-360.0, 0.0, 360.0) if low + turn - MARGIN < east and west < high + turn + MARGIN]
    near = [lines.within(whole, lonlat.shifted(open_water, east=turn), INSHORE_KM) for turn in turns]
    part = lines.lines_of(shapely.geometrycollections(near))
    return None if part.is_empty else part


def _extent(water: Place) -> Extent:
    if water.id in OCEANS:
        return OCEANS[water.id].extent
    if water.bbox:
        west, south, east, north = water.bbox
        return Extent(west, south, east + 360 if east < west else east, north)
    high = (water.radius_km or INSHORE_KM) / KM_PER_DEGREE
    wide = high / np.cos(np.radians(min(abs(water.lat), lines.POLAR)))
    return Extent(water.lon - wide, max(water.lat - high, -90.0), water.lon + wide, min(water.lat + high, 90.0))


def _turns(extent: Extent) -> list[tuple[Extent, float]]:
    """The extent as boxes between -180 and 180, each with the degrees that bring it back to its place."""
    found = []
    for turn in (-360.0, 0.0, 360.0):
        west, east = max(extent.west, turn - 180), min(extent.east, turn + 180)
        if west < east:
            found.append((extent._replace(west=west - turn, east=east - turn), turn))
    return found
