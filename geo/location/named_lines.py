"""Lines with a name of their own that divide areas whose outlines we have: drawn as the very line that both sides share.

`data/tables/lines.csv` names the two sides of each; nobody draws coordinates. A line of which the outlines have no arcs (the
Northern Limit Line at sea, the Iron Curtain) is not in the table and stays what the gazetteer says.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from geo import files
from geo.location import lonlat, outlines
from geo.location.shapes import Shapes
from geo.types import Location, Place

LINES = files.TABLES / "lines.csv"
"""Columns `place,one,other,source,precision`: an id of the gazetteer, and for each side country codes, division codes or
place ids, parted by `|`."""

Sides = tuple[tuple[str, ...], tuple[str, ...]]


def locate_line(place: Place, shapes: Shapes) -> Location | None:
    """The line of a place. None: the table has no such line.

    A line between armies or courts is the same in every view of disputed land, so it is always cut in the United Nations' one.
    """
    sides = table().get(place.id)
    return shapes.remember(("line", place.id), lambda: _drawn(sides, shapes.seen("un"))) if sides else None


@lru_cache(maxsize=1)
def table() -> Mapping[str, Sides]:
    """The two sides of each line by place id. Raises `DataError` when the file is missing."""
    with files.shipped(LINES).open(encoding="utf-8", newline="") as rows:
        return {
            row["place"]: (tuple(row["one"].split("|")), tuple(row["other"].split("|"))) for row in csv.DictReader(rows)
        }


def _drawn(sides: Sides, shapes: Shapes) -> Location:
    line = outlines.simplified(shapes.line_between(*sides))
    lat, lon = outlines.middle(line)
    return Location(lat=lat, lon=lon, geometry=lonlat.geojson(line))
