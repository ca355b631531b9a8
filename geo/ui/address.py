"""A filter as short words in the page's address, and back. What makes no sense there asks nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from geo.errors import InputError
from geo.project import Filter
from geo.project.filters import DAY, MAX_TEXT, STATES, Days
from geo.types import Kind, Role

LONGEST = 200
"""Characters of one value: outlets call themselves by a whole line at times."""

MOST = 50
"""Values of one word; an address of more is longer than programs pass on."""

PERCENT = re.compile(r"(\d{1,3})-(\d{1,3})")
SPOT = re.compile(r"(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,2})?)", re.ASCII)
CLOSEST = 18
"""Zoom level: a street."""

BETWEEN = ".."
"""Between the first and the last day; a side may be open."""

Words = Mapping[str, list[str]]


def words(filter: Filter) -> dict[str, list[str]]:
    """What of a filter asks something, as words of the address, each with its values. Single articles are left out."""
    written = {
        name: write(getattr(filter, field)) for field, (name, write, _) in FIELDS.items() if field in filter.asked
    }
    return {name: values for name, values in written.items() if values}


def read(words: Words) -> Filter:
    """The filter that words of an address ask for."""
    found = Filter()
    for field, (name, _, understand) in FIELDS.items():
        values = [value for value in words.get(name, ())[:MOST] if value]
        try:
            meant = understand(values) if values else None
            found = replace(found, **{field: meant}) if meant else found
        except (InputError, ValueError):
            continue  # somebody's address: what is understood of it counts
    return found


def spot(value: str) -> tuple[float, float, float] | None:
    """Latitude, longitude and zoom that an address names, as "52.43,30.97,6"; None: it names none."""
    match = SPOT.fullmatch(value)
    if not match:
        return None
    lat, lon, zoom = map(float, match.groups())
    return (lat, lon, zoom) if abs(lat) <= 90 and abs(lon) <= 180 and zoom <= CLOSEST else None


def _text(values: Iterable[str]) -> str:
    return next(iter(values))[:MAX_TEXT]


def _id(values: Iterable[str]) -> str:
    return next(iter(values))[:LONGEST]


def _several(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value[:LONGEST] for value in values))


def _among(known: Iterable[str]) -> Callable[[Iterable[str]], tuple[str, ...]]:
    return lambda values: tuple(value for value in _several(values) if value in known)


def _days(values: Iterable[str]) -> Days | None:
    first, between, last = next(iter(values)).partition(BETWEEN)
    days = first or None, (last if between else first) or None
    return days if any(days) and all(day is None or DAY.fullmatch(day) for day in days) else None


def _said_days(days: Days) -> list[str]:
    return [BETWEEN.join(day or "" for day in days)] if any(days) else []


def _confidence(values: Iterable[str]) -> tuple[float, float] | None:
    match = PERCENT.fullmatch(next(iter(values)))
    return (int(match[1]) / 100, int(match[2]) / 100) if match else None


def _said_confidence(range: tuple[float, float]) -> list[str]:
    low, high = (round(100 * end) for end in range)
    return [f"{low}-{high}"]


def _one(value: Any) -> list[str]:
    return [str(getattr(value, "id", value))]


Field = tuple[str, Callable[[Any], list[str]], Callable[[Iterable[str]], Any]]

FIELDS: Mapping[str, Field] = {
    "text": ("q", _one, _text),
    "place": ("in", _one, _id),
    "countries": ("country", list, _several),
    "kinds": ("kind", list, _among(get_args(Kind))),
    "roles": ("role", list, _among(get_args(Role))),
    "confidence": ("sure", _said_confidence, _confidence),
    "outlets": ("outlet", list, _several),
    "languages": ("language", list, _several),
    "published": ("published", _said_days, _days),
    "spoken_of": ("about", _said_days, _days),
    "states": ("state", list, _among(STATES)),
}
"""Field of a filter → its word in the address, how it is written there, and how it is read."""
