"""Outlines of 91 large lakes, which are land in the outlines of countries: `data/lakes.geojson`, Natural Earth's 50 m lakes.

They are right to 5 km. A lake of the gazetteer has the outline that its point lies in or within 15 km of, where the sizes
agree; of others (Tanganyika, Toba, Chad, Garda) the source has none or not the whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

import shapely

from geo import files
from geo.location import lonlat
from geo.types import Place

LAKES = files.DATA / "lakes.geojson"


def outline(place: Place) -> shapely.Geometry | None:
    """The area of a lake. None: it has no outline here."""
    return table().get(place.id)


@lru_cache(maxsize=1)
def table() -> Mapping[str, shapely.Geometry]:
    """Areas by place id. Raises `DataError` when the file is missing."""
    features = json.loads(files.shipped(LAKES).read_text(encoding="utf-8"))["features"]
    areas = {feature["id"]: lonlat.from_geojson(feature["geometry"]) for feature in features}
    return {id: area if area.is_valid else shapely.make_valid(area) for id, area in areas.items()}
