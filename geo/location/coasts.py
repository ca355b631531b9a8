"""Where land ends at the sea: coastlines, the part of them along one sea, and the waters off them.

A coast is the arcs of an outline that no other area shares. The outlines hold no lakes but the Caspian Sea, so other lakes have
no shore here. Seas have no outlines: which coasts are a sea's is found by flooding its box from its point, with straits shut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from geo.location import lines, lonlat
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
FINE = 1 / 2000
"""Land is simplified to this share of a sea's box before it is flooded."""
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


_CAPE_HORN = ((-67.27, -54.0), (-67.27, -61.0))
_CAPE_AGULHAS = ((20.0, -34.0), (20.0, -61.0))
_TASMANIA = ((146.82, -37.0), (146.82, -61.0))
_TORRES = ((142.2, -8.0), (142.2, -12.0))
_SUNDA = ((104.5, -5.5), (105.8, -6.8), (114.0, -8.3), (117.0, -8.7), (119.0, -9.6), (120.5, -10.2), (123.2, -10.6))
_TIMOR = ((123.2, -10.6), (126.92, -13.75), (127.5, -15.0))
_SINGAPORE = ((103.5, 2.5), (104.5, 0.0), (104.0, -2.5))
OCEANS: Mapping[str, Ocean] = {
    "dateline:atlantic-ocean": Ocean(Extent(-98, -60, 20, 70), (_CAPE_HORN,)),
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


def coast(places: Sequence[Place], shapes: Shapes, water: Place | None = None) -> shapely.Geometry | None:
    """The coast of areas together, or the part of it along one water. None: they have none (there)."""
    whole = shapes.coast(places)
    if whole is None or water is None:
        return whole
    open_water = flooded(water, shapes)
    return None if open_water is None else _along(whole, open_water)


def shores(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    """All coasts of a water, islands too. None: it lies inland in the outlines."""
    open_water = flooded(water, shapes)
    if open_water is None:
        return None
    lands = [shapes.coasts_in(**turn._asdict()) for turn, _ in _turns(_extent(water))]
    whole = shapely.multilinestrings(np.concatenate([shapely.get_parts(land) for land in lands if land is not None]))
    return _along(whole, open_water)


def waters_off(coast: shapely.Geometry, shapes: Shapes, *, km: float = OFFSHORE_KM) -> shapely.Geometry | None:
    """The sea within so many kilometres of a coast. None: there is none."""
    reach = lines.strip(coast, km)
    parts = []
    for part in shapely.get_parts(reach):
        west, south, east, north = shapely.bounds(part)
        parts += [shapely.difference(part, shapes.land_in(west=west, south=south, east=east, north=north))]
    sea = [
        part for part in shapely.get_parts(shapely.get_parts(parts)) if part.geom_type == "Polygon" and part.area > 0
    ]
    return shapely.multipolygons(sea) if sea else None


def flooded(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    """The open water of a sea, half of `STRAIT_KM` off every shore. None: its point lies inland in the outlines."""
    return shapes.remember(("flooded", water.id), lambda: _flooded(water, shapes))


def _flooded(water: Place, shapes: Shapes) -> shapely.Geometry | None:
    extent = _extent(water)
    fine = max(extent.east - extent.west, extent.north - extent.south) * FINE
    turns = [(_coarse(shapes.land_in(**turn._asdict()), fine), east) for turn, east in _turns(extent)]
    shut = [lonlat.shifted(land, east=east) for land, east in turns] + _dams(water, extent)
    squeeze = (float(np.cos(np.radians((extent.south + extent.north) / 2))), 1.0)
    flat = shapely.transform(shapely.geometrycollections(shut), lambda xy: xy * squeeze)
    shore = shapely.buffer(flat, STRAIT_KM / 2 / KM_PER_DEGREE, quad_segs=2)
    open_water = shapely.difference(shapely.box(*extent), shapely.transform(shore, lambda xy: xy / squeeze))
    seed = lonlat.point(lat=water.lat, lon=water.lon + (360.0 if water.lon < extent.west else 0.0))
    parts = shapely.get_parts(open_water)
    if not len(parts) or any(shapely.contains_xy(land, seed.x, seed.y) for land in shut):
        return None
    return parts[shapely.distance(parts, seed).argmin()]


def _coarse(land: shapely.Geometry, fine: float) -> shapely.Geometry:
    """Without islets that close no strait."""
    parts = shapely.get_parts(land)
    kept = parts[shapely.area(parts) > fine**2]
    return shapely.geometrycollections(list(shapely.simplify(kept, fine, preserve_topology=False)))


def _dams(water: Place, extent: Extent) -> list[shapely.Geometry]:
    dams = [shapely.LineString(dam) for dam in (OCEANS[water.id].dams if water.id in OCEANS else ())]
    return [lonlat.shifted(dam, east=360.0) if dam.bounds[0] < extent.west else dam for dam in dams]


def _along(whole: shapely.Geometry, open_water: shapely.Geometry) -> shapely.Geometry | None:
    """The part of coasts that lies near a piece of open water, which may go on beyond 180 degrees."""
    turns = [lonlat.shifted(open_water, east=turn) for turn in (-360.0, 0.0, 360.0)]
    part = lines.lines_of(shapely.geometrycollections([lines.within(whole, turn, INSHORE_KM) for turn in turns]))
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
