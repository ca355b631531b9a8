"""A geometry on its way to the screen: how large it is, and its corners thinned to what can be seen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

DETAIL = 4000
"""Steps across a part's width that are kept: about a pixel each when it fills three maps side by side."""

DIGITS = 4
"""Decimal places of a corner's coordinates: about ten metres."""


class Outline:
    """A GeoJSON geometry in WGS 84 degrees. What is worked out of it is remembered with it."""

    def __init__(self, geometry: Mapping[str, Any]) -> None:
        self.type: str = geometry["type"]
        self._geometry = geometry
        self._scripts: dict[int, str] = {}

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        return shape(self._geometry).bounds

    @property
    def extent(self) -> float:
        """The longer side of its box, in degrees."""
        west, south, east, north = self.bounds
        return max(east - west, north - south)

    def script(self, detail: int = DETAIL) -> str:
        """Its lon-lat coordinates as JSON, always nested as in a multi-geometry, with `detail` steps across a part."""
        if detail not in self._scripts:
            thinned = _thinned(shape(self._geometry), detail)
            rounded = shapely.transform(thinned, lambda corners: np.round(corners, DIGITS))
            parts = [json.loads(part)["coordinates"] for part in shapely.to_geojson(rounded)]
            self._scripts[detail] = json.dumps(parts, separators=(",", ":"))
        return self._scripts[detail]


def _thinned(geometry: shapely.Geometry, detail: int) -> np.ndarray:
    """Each part by its own width, so that an island beside a continent stays an island."""
    parts = shapely.get_parts(geometry)
    west, south, east, north = shapely.bounds(parts).T
    return shapely.simplify(parts, np.maximum(east - west, north - south) / detail)
