"""What people decide about mentions, apart from what the engine said. Pure: nothing here has heard of a database."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from geo.errors import InputError
from geo.project.clean import column, digest
from geo.project.drawn import checked_geometry, point_inside
from geo.types import Location, Place, Role

Scope = Literal["mention", "article", "everywhere"]
"""How far a decision reaches: this mention; every mention of the same surface in this article; or in all articles, later
ones too. The narrower one wins, whichever was made first; of two as wide the later one."""

SCOPES: tuple[Scope, ...] = get_args(Scope)

MAX_WORDS = 200
"""Longest name or surface in a decision, in code points: the longest official name of a place has 168."""


@dataclass(frozen=True, slots=True)
class Choose:
    """It means this place."""

    place: Place
    location: Location | None = None
    """None: as the project knows the place from other mentions, else its point."""


@dataclass(frozen=True, slots=True)
class Land:
    """What a point or a drawing lies in, as a `Place` has it. Nothing: the open sea, or nobody has looked it up."""

    country_code: str | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """It means this point, in WGS 84 degrees."""

    lat: float
    lon: float
    name: str
    land: Land = Land()


@dataclass(frozen=True, slots=True)
class Draw:
    """It means this line or area."""

    geometry: Mapping[str, Any] = field(hash=False)
    """A GeoJSON line or polygon, single or multiple, longitude first."""
    name: str
    land: Land = Land()
    """What the point lies in that stands for it."""


@dataclass(frozen=True, slots=True)
class NotAPlace:
    """These words name no place."""


@dataclass(frozen=True, slots=True)
class Missed:
    """These words name a place and were overlooked."""

    place: Place | None = None
    """None: which one is not said."""
    location: Location | None = None
    """As in `Choose`."""


@dataclass(frozen=True, slots=True)
class SetRole:
    """It is a location, or a government, people or team called by one."""

    role: Role


@dataclass(frozen=True, slots=True)
class Verify:
    """The place is right."""

    place_id: str | None = None
    """Which one was looked at; a project fills it in. Where it is another by a later run, the verification does not hold."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Someone should look at it again."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Unflag:
    """Nobody need look at it again."""


Act = Choose | Pin | Draw | NotAPlace | Missed | SetRole | Verify | Flag | Unflag
ACTS: dict[str, type] = {kind.__name__: kind for kind in get_args(Act)}


@dataclass(frozen=True, slots=True)
class Decision:
    """An act on the words `start` to `end` (code points) of an article, and on the same words as far as the scope reaches."""

    article: str
    start: int
    end: int
    act: Act
    scope: Scope = "mention"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a project keeps it."""

    id: int
    act: Act
    scope: Scope
    article: int | None
    """The article's key. None: the decision is on every article, and the one it was made on is gone."""
    start: int
    end: int
    surface: str
    key: str
    """`surface_key` of the surface."""
    who: str
    day: str
    """ISO 8601, UTC."""
    newest: int
    """The highest key of an article when it was made: later articles were seen by nobody."""

    @property
    def order(self) -> tuple[int, int]:
        """Decisions are applied in this order: the widest first, then as they were made."""
        return -SCOPES.index(self.scope), self.id


def checked(act: Act) -> Act:
    """The act with its names cleaned and its coordinates on the globe. Raises `InputError` where it makes no sense."""
    if isinstance(act, Pin):
        return _checked_pin(act)
    if isinstance(act, Draw):
        return Draw(checked_geometry(act.geometry), _name(act.name), _checked_land(act.land))
    if isinstance(act, SetRole) and act.role not in get_args(Role):
        raise InputError(f"{act.role!r} is no role of a mention: give {' or '.join(get_args(Role))}")
    if isinstance(act, Flag):
        return replace(act, note=column(act.note) or "")
    if not isinstance(act, tuple(ACTS.values())):
        raise InputError(f"{type(act).__name__} is nothing to decide about a mention: give one of {', '.join(ACTS)}")
    return act


def meant(act: Act) -> tuple[Place | None, Location | None]:
    """The place that an act is for, and where it lies. Nothing for acts that are for no other place."""
    if isinstance(act, Choose | Missed) and act.place:
        return act.place, act.location or Location(act.place.lat, act.place.lon, radius_km=act.place.radius_km)
    if isinstance(act, Pin):
        id = f"pin:{digest(repr((act.lat, act.lon, act.name)))}"
        return _own(id, act, act.lat, act.lon), Location(act.lat, act.lon)
    if isinstance(act, Draw):
        lat, lon = point_inside(act.geometry)
        id = f"drawn:{digest(repr((dict(act.geometry), act.name)))}"
        return _own(id, act, lat, lon), Location(lat, lon, act.geometry)
    return None, None


OWN = "drawn in this project"
"""The source of places that people pin or draw."""

_COUNTRY = re.compile("[A-Z]{2}")


def _own(id: str, act: Pin | Draw, lat: float, lon: float) -> Place:
    land = act.land
    return Place(
        id, act.name, lat, lon, land.country_code, adm1_code=land.adm1_code, adm1_name=land.adm1_name, source=OWN
    )


def _checked_pin(act: Pin) -> Pin:
    lat, lon = _number(act.lat, "latitude"), _number(act.lon, "longitude")
    if not -90 <= lat <= 90:
        raise InputError(f"{lat} is no latitude: it is -90 to 90; are latitude and longitude swapped?")
    if not -180 <= lon <= 180:
        raise InputError(f"{lon} is no longitude: it is -180 to 180")
    return Pin(lat, lon, _name(act.name), _checked_land(act.land))


def _checked_land(land: Land) -> Land:
    if land.country_code is not None and not _COUNTRY.fullmatch(land.country_code):
        raise InputError(f"{land.country_code!r} is no country: give two capital letters, as in KE")
    return Land(land.country_code, column(land.adm1_code), column(land.adm1_name))


def _number(value: float, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InputError(f"{value!r} is no {what}: give degrees")
    return float(value)


def _name(name: str) -> str:
    cleaned = " ".join((column(name) or "").split())
    if not 0 < len(cleaned) <= MAX_WORDS:
        raise InputError(f"a place needs a name of 1 to {MAX_WORDS} letters, not {len(cleaned)}")
    return cleaned
