"""What a filter asks, in plain English: what its choices are called, and its conditions one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from geo.drawing import words
from geo.drawing.text import browser_text
from geo.project import Filter, State
from geo.project.filters import CHOICES, Days
from geo.recognition.language import name_of
from geo.types import Kind, Place, Role
from geo.ui import engine

FIELDS: Mapping[str, str] = {
    "text": "Words",
    "place": "In",
    "countries": "Country",
    "kinds": "Kind",
    "roles": "Role",
    "confidence": "Sure",
    "outlets": "Outlet",
    "languages": "Language",
    "published": "Published",
    "spoken_of": "Speaks of",
    "states": "Checked",
    "articles": "Article",
}
"""Field of a filter → what it is called, in the order in which conditions are told."""

HINTS: Mapping[str, str] = {
    "place": "A country or region keeps all that lies inside it, a country its borders too",
    "countries": "Only places in these countries, and their borders",
    "kinds": "Only what is written of places in these ways",
    "roles": "A place where something is, or a name that stands for people",
    "confidence": "Only places that are as likely right as this",
    "outlets": "Only articles of these outlets",
    "languages": "Only articles with text in these languages",
    "published": "Only articles that appeared on these days",
    "spoken_of": "Only sentences that speak of these days",
    "states": "Only what readers have looked at, or have not",
}
"""Field of a filter → what choosing there does, for a pointer that rests on it."""

KINDS: Mapping[Kind, str] = {
    "name": "Place names",
    "demonym": "Peoples",
    "border": "Borders",
    "zone": "Zones",
    "relation": "Told by another place",
    "coordinates": "Coordinates",
}

ROLES: Mapping[Role, str] = {"literal": "Locations", "associative": "Governments, peoples and teams"}

STATES: Mapping[State, str] = {"unverified": "Not yet", "verified": "Verified", "flagged": "Flagged"}

PHRASE = re.compile(r'"([^"]*)"')
"""Words that are looked for beside each other; others are told without quotes."""

LONGEST = 48
"""Characters of a value in a condition; a name of an outlet may be of any length."""

MOST = 6
"""Values of one field that are told one by one; more are told together."""


class Condition(NamedTuple):
    """One thing that a filter asks."""

    field: str
    said: str
    """"Country: Ukraine"."""
    value: str | None = None
    """One of the several values of its field. None: the field as a whole."""

    def taken_from(self, filter: Filter) -> Filter:
        """The filter that asks everything else."""
        if self.value is None:
            return filter.without(self.field)
        return replace(
            filter, **{self.field: tuple(each for each in getattr(filter, self.field) if each != self.value)}
        )


def conditions(filter: Filter) -> list[Condition]:
    """What a filter asks, one by one. Its place may be a place or an id."""
    return [each for field in FIELDS if field in filter.asked for each in _of_field(filter, field)]


def nothing(asked: Filter) -> str:
    """What a view says that has nothing to show; why, and the ways out, stand once, above the map."""
    return "Nothing fits the filter." if asked.asked else "No place was found."


def _of_field(filter: Filter, field: str) -> Iterator[Condition]:
    label, asked = FIELDS[field], getattr(filter, field)
    if field not in CHOICES:
        yield Condition(field, f"{label}: {SAID[field](asked)}")
    elif len(asked) > MOST:
        yield Condition(field, f"{label}: one of {len(asked)}")
    else:
        yield from (Condition(field, f"{label}: {name(field, value)}", value) for value in asked)


def name(field: str, value: str) -> str:
    """What a value of a field is called, on one line of at most `LONGEST` characters."""
    return _short(NAMED.get(field, str)(value))


def _short(said: str) -> str:
    line = " ".join(browser_text(said).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def said_days(days: Days) -> str:
    """Days in words: "1–7 March 2024", "from 1 March 2024", "until March 2024"."""
    first, last = days
    try:
        if first and last:
            return words.span(first, last)
        return f"from {words.span(first, first)}" if first else f"until {words.span(last, last)}" if last else "any day"
    except ValueError:  # an address may name days that no calendar has
        return f"{first or ''} – {last or ''}"


def said_place(place: Place | str) -> str:
    """What a place is called, by its id where no more is known."""
    return _short(place.label if isinstance(place, Place) else place)


def _sure(range: tuple[float, float]) -> str:
    low, high = (round(100 * end) for end in range)
    return f"{low}–{high}%"


SAID: Mapping[str, Callable[[Any], str]] = {
    "text": lambda text: _short(PHRASE.sub(r"“\1”", text)),
    "place": said_place,
    "confidence": _sure,
    "published": said_days,
    "spoken_of": said_days,
}
"""How the single value of a field is said."""

NAMED: Mapping[str, Callable[[Any], str]] = {
    "countries": engine.country,
    "kinds": lambda kind: KINDS[kind],
    "roles": lambda role: ROLES[role],
    "states": lambda state: STATES[state],
    "languages": name_of,
}
"""How one of several values of a field is said; the others are said as they are."""
