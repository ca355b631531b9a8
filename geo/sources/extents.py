"""Boxes and geometry references of the finished entries, from the outlines and from geometries of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import shapely

from geo.location.outlines import middle
from geo.sources import boxes
from geo.sources.lands import Lands
from geo.sources.merge import Entry
from geo.types import Box

LINES = ("LineString", "MultiLineString")


def fill(entries: Iterable[Entry], lands: Lands) -> None:
    """Say where each place's geometry lies and what it covers. A place of which only the point is known gets neither."""
    known = {entry.id: entry for entry in entries}
    for entry in known.values():
        if entry.outline:
            entry.geometry = f"places:{entry.id}"
            _onto_line(entry, shapely.from_wkb(entry.outline))
        elif (key := lands.key(entry)) and (area := lands.area(entry)) is not None:
            entry.geometry = f"shapes:{key}"
            entry.bbox = boxes.around(area)
        elif entry.members and entry.bbox is None:
            entry.bbox = _of_members(entry, known, lands)


def _of_members(region: Entry, known: Mapping[str, Entry], lands: Lands) -> Box | None:
    """The box of a region is that of its members. None: no outline of any is known."""
    members = (known[member] for member in region.members if member in known)
    areas = [area for member in members if (area := lands.area(member)) is not None]
    return boxes.around(shapely.geometrycollections(shapely.get_parts(areas))) if areas else None


def _onto_line(entry: Entry, shape: shapely.Geometry) -> None:
    """A river's point must lie on it; where a table puts it beside, the nearest point of the course is taken."""
    if shape.geom_type not in LINES:
        return
    if entry.lat is None or entry.lon is None:
        spot = middle(shape)
        entry.lat, entry.lon = spot.lat, spot.lon
        return
    lon, lat = shapely.get_coordinates(shapely.shortest_line(shape, shapely.Point(entry.lon, entry.lat)))[0]
    entry.lat, entry.lon = round(float(lat), 5), round(float(lon), 5)
