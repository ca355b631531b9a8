"""From a row as its file has it to a place with its names."""

from __future__ import annotations

import logging
import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import shapely

from geo.errors import BadRecord
from geo.gazetteer.own.features import feature_of
from geo.gazetteer.own.positions import SHOWN, box_of, outline, point_of, position
from geo.gazetteer.own.rows import Row
from geo.gazetteer.yours import source_of
from geo.types import Name, Place

log = logging.getLogger(__name__)

LONGEST_NAME = 200
"""Characters; as many as the gazetteer looks up. Longer is text, not a name."""

MOST_NAMES = 200
"""Names of one place; London has about 150 in GeoNames."""

EARTH_AROUND_KM = 40_075.0
"""The equator's length in kilometres (WGS 84): no radius is larger."""

_SEVERAL = re.compile(r"[|;]")
_SPACES = re.compile(r"[\s,_'’]")
_JOINERS = "\u200c\u200d"
"""Invisible letters that Persian and several Indian scripts are written with."""

CountryCode = Callable[[str], str | None]
"""From a country's name or code to its ISO 3166-1 alpha-2 code. None: there is no such country."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the user's with what the gazetteer keeps beside it. Its id may be empty: then it has none of its own."""

    place: Place
    names: tuple[Name, ...]
    outline: bytes | None
    """WKB in longitude-latitude degrees. None: the place is a point."""


def entry(row: Row, file: str, code_of: CountryCode) -> Entry:
    """The place of a row. `BadRecord`: it has no name or no position; what else cannot be read is left out with a warning."""
    cells, told = row.cells, f"{file}, {row.where}"
    name = clean(cells.get("name", ""))
    if len(name) > LONGEST_NAME:
        raise BadRecord(f"its name is longer than {LONGEST_NAME} characters")
    if not _says_something(name):
        raise BadRecord("has no name" if not name else f"its name (“{name}”) holds no letter or digit")
    shape = outline(cells, row.geometry)
    at = position(cells) or (point_of(shape) if shape is not None else None)
    if at is None:
        raise BadRecord("has no position: neither lat and lon nor a geometry")
    drawn = shape if shape is not None and shapely.get_dimensions(shape) > 0 else None
    place = Place(
        id=clean(cells.get("id", ""))[:LONGEST_NAME],
        name=name,
        lat=at.lat,
        lon=at.lon,
        country_code=_country(cells.get("country", ""), told, code_of),
        feature=_feature(_parts(cells.get("feature", "")) + _parts(cells.get("feature_class", "")), told),
        population=_population(cells.get("population", ""), told),
        adm1_name=clean(cells.get("adm1", "")) or None,
        adm2_name=clean(cells.get("adm2", "")) or None,
        radius_km=_radius_km(cells.get("radius_km", ""), told),
        source=source_of(file),
        bbox=box_of(drawn) if drawn is not None else None,
    )
    return Entry(place, _names(name, cells.get("names", "")), shapely.to_wkb(drawn) if drawn is not None else None)


def clean(text: str) -> str:
    """On one line, composed, without what moves a terminal's cursor or turns the direction of writing."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = (c if c.isprintable() or c in _JOINERS else " " for c in unicodedata.normalize("NFC", text))
    return " ".join("".join(shown).split())


def _parts(cell: str) -> list[str]:
    return [part for part in map(clean, _SEVERAL.split(cell)) if part]


def _says_something(name: str) -> bool:
    """Whether it has a letter or digit: without one it cannot be looked up."""
    return any(map(str.isalnum, name))


def _names(name: str, others: str) -> tuple[Name, ...]:
    """The main name, then the others: each once, none longer than a name or without a letter."""
    known = {name: Name(name, "official")}
    for other in _parts(others)[:MOST_NAMES]:
        if len(other) <= LONGEST_NAME and _says_something(other):
            known.setdefault(other, Name(other, "alternate"))
    return tuple(known.values())


def _country(cell: str, told: str, code_of: CountryCode) -> str | None:
    """The one country of a place; several are none."""
    parts = _parts(cell)
    codes = [code_of(part) for part in parts]
    for part, code in zip(parts, codes, strict=True):
        if code is None:
            log.warning("%s: the country “%s” is not known and left out", told, part[:SHOWN])
    return codes[0] if len(codes) == 1 else None


def _feature(words: list[str], told: str) -> str | None:
    """The feature that a word names. Identifiers of other vocabularies (`aat:300008389`) are no words."""
    found = feature_of(words)
    unknown = next((word for word in words if ":" not in word), None)
    if found is None and unknown is not None:
        log.warning("%s: the type “%s” is not known and left out", told, unknown[:SHOWN])
    return found


def _population(cell: str, told: str) -> int | None:
    value = _amount(cell, "population", told, most=10**11)
    return None if value is None else round(value)


def _radius_km(cell: str, told: str) -> float | None:
    return _amount(cell, "radius_km", told, most=EARTH_AROUND_KM / 2)


def _amount(cell: str, field: str, told: str, *, most: float) -> float | None:
    plain = _SPACES.sub("", cell)
    try:
        value = float(plain) if plain else None
    except ValueError:
        value = math.nan
    if value is None or 0 <= value <= most:
        return value
    log.warning("%s: %s is no sensible number (“%s”) and left out", told, field, clean(cell)[:SHOWN])
    return None
