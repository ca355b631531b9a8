"""Geometries that people draw: GeoJSON from outside, checked before it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geo.errors import InputError

DRAWABLE = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")

MAX_CORNERS = 20_000
"""Most corners of one drawing; a person clicks some dozens, and an imported outline of a country has a few thousand."""

DEEPEST = 4
"""Levels of lists in the coordinates of a MultiPolygon."""


def checked_geometry(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """The geometry with its type and plain lists of numbers only. Raises `InputError` where it is no valid line or area."""
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in DRAWABLE:
        raise InputError(f"{kind!r} cannot be drawn: give GeoJSON of one of {', '.join(DRAWABLE)}")
    corners = list(_corners(geometry.get("coordinates"), DEEPEST))
    if not 2 <= len(corners) <= MAX_CORNERS:
        raise InputError(f"a drawing has 2 to {MAX_CORNERS} corners, not {len(corners)}")
    for lon, lat in corners:
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise InputError(
                f"{lon}, {lat} is no corner on the globe: longitude comes first, -180 to 180 and -90 to 90"
            )
    return _checked_shape(str(kind), geometry["coordinates"])


def point_inside(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Latitude and longitude of a point inside an area, or on the middle of a line."""
    from shapely.geometry import shape

    drawn = shape(geometry)
    point = drawn.interpolate(0.5, normalized=True) if drawn.geom_type == "LineString" else drawn.representative_point()
    return round(point.y, PLACES), round(point.x, PLACES)


PLACES = 6
"""Decimals of a point in degrees: 0.1 m."""


def _corners(value: Any, depth: int) -> Iterator[tuple[float, float]]:
    """Every corner of nested lists; what is no list of numbers is an error."""
    if not isinstance(value, list | tuple) or not value or depth == 0:
        raise InputError("the coordinates of the drawing are no GeoJSON: lists of [longitude, latitude] are wanted")
    if isinstance(value[0], int | float):
        if len(value) not in (2, 3) or not all(type(each) in (int, float) for each in value):
            raise InputError(f"{value!r} is no corner: [longitude, latitude] is wanted")
        yield value[0], value[1]
        return
    for inner in value:
        yield from _corners(inner, depth - 1)


def _checked_shape(kind: str, coordinates: Any) -> dict[str, Any]:
    from shapely import is_valid_reason
    from shapely.errors import ShapelyError
    from shapely.geometry import mapping, shape

    try:
        drawn = shape({"type": kind, "coordinates": coordinates})
    except (ShapelyError, ValueError, TypeError, IndexError) as error:
        raise InputError(f"the drawing is no {kind}: {str(error)[:80]}") from error
    if drawn.is_empty or not drawn.is_valid:
        raise InputError(f"the drawing is no valid {kind}: {is_valid_reason(drawn)}; draw it without crossing itself")
    if drawn.length == 0:
        raise InputError("the drawing is a single point: set a pin instead")
    return {"type": kind, "coordinates": _flat(mapping(drawn)["coordinates"])}


def _flat(value: Any) -> Any:
    """Nested lists of two numbers; heights are dropped."""
    if value and isinstance(value[0], int | float):
        return [float(value[0]), float(value[1])]
    return [_flat(inner) for inner in value]
