"""From a location to a GeoJSON geometry: the one place where latitude and longitude change their order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from geo.types import Location

DECIMALS = 5
"""Decimals of degrees in shapes: 1.1 m on the ground, far below what any source knows."""

REMEMBERED = 32
"""Geometries kept as they are written: a story names the same few countries again and again; the largest takes 4 MB."""


def point(*, lat: float, lon: float) -> dict[str, Any]:
    """A GeoJSON point."""
    return {"type": "Point", "coordinates": [lon, lat]}


def shape(location: Location) -> dict[str, Any] | None:
    """The geometry as plain lists, rounded, its rings turned as RFC 7946 asks. None: only the point is known.

    What is given back is shared among those who ask for the same geometry: nobody may change it.
    """
    return _remembered(_Same(location.geometry)) if location.geometry else None


class _Same:
    """A geometry that is known by what it is, not by what it holds: comparing corners would take as long as rounding them."""

    __slots__ = ("geometry",)

    def __init__(self, geometry: Mapping[str, Any]) -> None:
        self.geometry = geometry

    def __hash__(self) -> int:
        return id(self.geometry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.geometry is self.geometry


@lru_cache(maxsize=REMEMBERED)
def _remembered(same: _Same) -> dict[str, Any]:
    return _plain(same.geometry)


def _plain(geometry: Any) -> dict[str, Any]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return {"type": kind, "geometries": [_plain(part) for part in geometry["geometries"]]}
    coordinates = _rounded(geometry["coordinates"])
    if kind == "Polygon":
        coordinates = _turned(coordinates)
    elif kind == "MultiPolygon":
        coordinates = [_turned(rings) for rings in coordinates]
    return {"type": kind, "coordinates": coordinates}


def _rounded(coordinates: Any) -> Any:
    if not coordinates or isinstance(coordinates[0], int | float):
        return [round(number, DECIMALS) + 0.0 for number in coordinates]
    return [_rounded(part) for part in coordinates]


def _turned(rings: list[list[list[float]]]) -> list[list[list[float]]]:
    """The outer ring counter-clockwise, holes clockwise (RFC 7946, 3.1.6)."""
    return [ring if (_area(ring) >= 0) == (index == 0) else ring[::-1] for index, ring in enumerate(rings)]


def _area(ring: list[list[float]]) -> float:
    """Twice the signed area in square degrees; positive: counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False))
