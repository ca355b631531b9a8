"""Boxes and geometry references of the finished entries, from the outlines and from geometries of their own."""

from __future__ import annotations

from collections.abc import Iterable

import shapely

from geo.location.outlines import middle
from geo.sources import boxes
from geo.sources.lands import Lands
from geo.sources.merge import Entry

LINES = ("LineString", "MultiLineString")


def fill(entries: Iterable[Entry], lands: Lands) -> None:
    """Say where each place's geometry lies and what it covers. A place of which only the point is known gets neither."""
    for entry in entries:
        if entry.outline:
            entry.geometry = f"places:{entry.id}"
            _onto_line(entry, shapely.from_wkb(entry.outline))
        elif (key := lands.key(entry)) and (area := lands.area(entry)) is not None:
            entry.geometry = f"shapes:{key}"
            entry.bbox = boxes.around(area)


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
