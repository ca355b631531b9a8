"""A GeoJSON file of places (RFC 7946), Linked Places JSON included: one feature a place, with the properties of a CSV row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import shapely

from geo.errors import BadRecord
from geo.gazetteer.own.rows import OnError, Row, columns
from geo.location import lonlat

DEEPEST_NAME = 200
"""Characters of a foreign value that a message shows."""


def read(name: str, text: str, on_error: OnError) -> Iterator[Row]:
    """The features in the order of the file; one that is none is told by its number, counted from 1."""
    document = _document(text)
    _refuse_other_systems(document)
    for number, feature in enumerate(_features(document), start=1):
        try:
            yield _row(f"feature {number}", feature)
        except BadRecord as error:
            on_error(BadRecord(f"{name}, feature {number}: {error}"))


def _document(text: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise BadRecord("is nested too deeply") from error
    except ValueError as error:
        raise BadRecord(f"is not JSON ({error})") from error
    if not isinstance(document, dict):
        raise BadRecord("is not GeoJSON: an object is wanted, with its places in “features”")
    return document


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")


def _refuse_other_systems(document: Mapping[str, Any]) -> None:
    """Old files may name a coordinate system; only longitude and latitude in WGS 84 can be read."""
    system = str(document.get("crs") or "")
    if system and not any(known in system for known in ("CRS84", "4326")):
        raise BadRecord(f"is in another coordinate system ({system[:DEEPEST_NAME]}); save it in WGS 84, EPSG:4326")


def _features(document: Mapping[str, Any]) -> list[Any]:
    features = [document] if document.get("type") == "Feature" else document.get("features")
    if not isinstance(features, list):
        raise BadRecord("is not GeoJSON: it has no “features”")
    return features


def _row(where: str, feature: Any) -> Row:
    if not isinstance(feature, dict):
        raise BadRecord(f"is not a feature but {type(feature).__name__}")
    values = _values(feature)
    fields = {field: list(values.values())[at] for field, at in columns(list(values)).items()}
    cells = {field: cell for field, value in fields.items() if field != "wkt" and (cell := _cell(value))}
    return Row(where, cells, _geometry(feature.get("geometry")))


def _values(feature: Mapping[str, Any]) -> dict[str, Any]:
    """The properties, then what stands beside them: the feature's id, and the names and types of Linked Places."""
    properties = feature.get("properties")
    beside = {
        "id": feature.get("id") or feature.get("@id"),
        "names": feature.get("names"),
        "types": feature.get("types"),
    }
    own = {str(title): value for title, value in properties.items()} if isinstance(properties, dict) else {}
    return own | {title: value for title, value in beside.items() if value and title not in own}


def _cell(value: Any) -> str:
    """A value as text; several are parted as in a CSV cell. What has no text (an object, a truth value) is empty."""
    if isinstance(value, list):
        return "|".join(filter(None, map(_cell, value)))
    if isinstance(value, dict):
        return _cell(value.get("toponym") or value.get("label") or value.get("sourceLabel"))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _geometry(geometry: Any) -> shapely.Geometry | None:
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise BadRecord(f"its geometry is not an object but {type(geometry).__name__}")
    try:
        return lonlat.from_geojson(geometry)
    except RecursionError as error:
        raise BadRecord("its geometry is nested too deeply") from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        kind = str(geometry.get("type"))[:DEEPEST_NAME]
        raise BadRecord(f"its geometry ({kind}) cannot be read ({str(error)[:DEEPEST_NAME]})") from error
