"""Which part of the world a picture shows, and where on it a place lies."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from geo.drawing.view import Bounds

WIDE = 90.0
"""Degrees of longitude from which a map is drawn in Miller's projection, which blows up the north less than Mercator's."""

MILLER = 0.8
"""Of a latitude, what Miller's projection takes and then stretches again."""

NORTH, SOUTH = 84.0, -72.0
"""Degrees beyond which nothing is shown: there is land of no town, and Mercator's projection has no end."""

TILE = 256.0
"""Pixels of the whole world at zoom 0, as web maps count zooms."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the world on a picture of `width` by `height` pixels."""

    width: int
    height: int
    scale: float
    """Pixels of a radian of longitude."""
    lon: float
    """Degrees in the middle."""
    rise: float
    """What `_rise` gives for the latitude in the middle."""
    squeeze: float
    """1 in Mercator's projection, `MILLER` in Miller's."""

    @property
    def zoom(self) -> float:
        """How near it is, as web maps count."""
        return math.log2(self.scale * 2 * math.pi / TILE)

    def pixels(self, corners: np.ndarray) -> np.ndarray:
        """Lon-lat degrees, an array of n × 2, as pixels from the upper left; also far outside the picture."""
        lats = np.clip(corners[:, 1], SOUTH - 10, 89.0)
        x = (np.radians(corners[:, 0] - self.lon)) * self.scale + self.width / 2
        y = self.height / 2 - (_rise(lats, self.squeeze) - self.rise) * self.scale
        return np.column_stack([x, y])

    def turns(self, west: float, east: float) -> list[float]:
        """Degrees to add to longitudes so that what lies from `west` to `east` is in sight; of the world's ends, twice."""
        half = math.degrees(self.width / 2 / self.scale)
        return [
            turn for turn in (-360.0, 0.0, 360.0) if self.lon - half <= east + turn and west + turn <= self.lon + half
        ]


def around(bounds: Bounds, width: int, height: int, *, margin: float, closest: float) -> Frame:
    """The frame that shows a box, with `margin` pixels around it, no nearer than zoom `closest` and of one world at most."""
    (south, west), (north, east) = bounds
    squeeze = MILLER if east - west > WIDE else 1.0
    low, high = (float(_rise(np.clip(lat, SOUTH, NORTH), squeeze)) for lat in (south, north))
    across = (width - 2 * margin) / max(math.radians(east - west), 1e-6)
    along = (height - 2 * margin) / max(high - low, 1e-6)
    scale = max(min(across, along, TILE * 2**closest / (2 * math.pi)), width / (2 * math.pi))
    bottom, top = (float(_rise(np.array(lat), squeeze)) for lat in (SOUTH, NORTH))
    half = height / 2 / scale
    rise = min(max((low + high) / 2, bottom + half), top - half) if top - bottom > 2 * half else (bottom + top) / 2
    return Frame(width, height, scale, (west + east) / 2, rise, squeeze)


def _rise(lats: np.ndarray, squeeze: float) -> np.ndarray:
    """How far north of the equator latitudes are drawn, in radians of longitude."""
    return np.log(np.tan(np.pi / 4 + np.radians(lats * squeeze) / 2)) / squeeze
