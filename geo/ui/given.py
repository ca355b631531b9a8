"""A point, a line or an area as somebody types, pastes or draws it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from geo.errors import InputError
from geo.project import Draw, Pin
from geo.recognition.coordinates import coordinates

LONGEST_GEOJSON = 1_000_000
"""Characters that may be pasted: what the most corners of a drawing take, with their decimals."""

_TWO_NUMBERS = re.compile(
    r"\s*\(?\s*([-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:[,;]\s*|\s)([-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?\s*"
)


def pin(text: str, name: str) -> Pin:
    """The point that coordinates tell: "50.45, 30.52", latitude first, or any way that articles write them.

    Raises `InputError` where they are none.
    """
    lat, lon, _ = _read(text)
    return Pin(lat, lon, name)


def unread(text: str) -> str:
    """What else stands in coordinates that `pin` takes; empty: nothing. Raises `InputError` where they are none."""
    _, _, read = _read(text)
    return " … ".join(filter(None, (part.strip(" \n,;.()") for part in text.split(read, 1))))


def _read(text: str) -> tuple[float, float, str]:
    """Latitude, longitude, and the part of the text that told them."""
    two = _TWO_NUMBERS.fullmatch(text)
    if two:
        lat, lon = (float(number.replace("−", "-")) for number in two.groups())
        return lat, lon, text
    found = next(coordinates(text), None)
    if found is None or found.place is None:
        raise InputError(f"{text[:80]!r} are no coordinates: give latitude and longitude, as in 50.45, 30.52")
    return found.place.lat, found.place.lon, found.surface


def geojson(text: str, name: str) -> Pin | Draw:
    """The point, line or area of a pasted GeoJSON geometry, feature, or collection of one. Raises `InputError`."""
    try:
        return act(json.loads(text), name)
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is no GeoJSON: {str(error)[:80]}") from error


def act(given: Any, name: str) -> Pin | Draw:
    """What to decide for a GeoJSON object. Raises `InputError` where it is none that can be put on the map."""
    geometry = _geometry(given)
    if geometry.get("type") != "Point":
        return Draw(geometry, name)
    corner = geometry.get("coordinates")
    if not isinstance(corner, list) or len(corner) not in (2, 3) or not all(_is_number(each) for each in corner):
        raise InputError("a point is wanted as [longitude, latitude]")
    return Pin(corner[1], corner[0], name)


def _geometry(given: Any) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise InputError('this is no GeoJSON: it begins as in {"type": "Polygon", "coordinates": …}')
    if given.get("type") == "FeatureCollection":
        features = given.get("features")
        if not isinstance(features, list) or len(features) != 1:
            raise InputError("give one feature: a mention means one place")
        given = features[0]
    geometry = given.get("geometry") if isinstance(given, Mapping) and given.get("type") == "Feature" else given
    if not isinstance(geometry, Mapping):
        raise InputError("this GeoJSON has no geometry")
    return geometry


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
