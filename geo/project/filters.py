"""What of a project is asked for: one frozen filter for the map, the table, the tallies and the review."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import get_args

from geo.errors import InputError
from geo.types import Kind, Place, Role, State

STATES: tuple[State, ...] = get_args(State)

Days = tuple[str | None, str | None]
"""First and last day as ISO 8601 `YYYY-MM-DD`, both included; None: open on that side."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

MAX_TEXT = 500
"""Longest words to look for, in code points; a person types far fewer."""

MAX_CHOICES = 10_000
"""Most values of one kind: a project's articles fit, and a statement stays within what databases take (32,766 in SQLite)."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Mentions are kept that meet all of these; a field left as it is asks nothing. `InputError`: one makes no sense."""

    text: str | None = None
    """Words that the article has, in its title or text, in any order; in double quotes: beside each other."""
    place: str | Place | None = None
    """A place and everything inside it, by the codes of its country or division, else by its box; the borders of a country or
    first-level division touch it, and are kept by it and by their other side. An id is looked up among
    the places of the project; of one that none of its mentions has only itself is known, so hand in the place."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2. Borders are kept by the countries on both their sides."""
    kinds: tuple[Kind, ...] = ()
    roles: tuple[Role, ...] = ()
    confidence: tuple[float, float] | None = None
    """Lowest and highest, both included."""
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """Codes, as `ArticleRow.language`."""
    published: Days | None = None
    """When the article appeared; articles without a date are left out."""
    spoken_of: Days | None = None
    """The days that the sentence speaks of overlap these; sentences that name none are left out."""
    states: tuple[State, ...] = ()
    boilerplate: bool = False
    """Whether mentions in menus, captions and footers are kept too."""
    articles: tuple[str, ...] = ()
    """Ids of articles."""

    def __post_init__(self) -> None:
        if self.text is not None and len(self.text) > MAX_TEXT:
            raise InputError(f"{len(self.text)} letters are too many to look for: give {MAX_TEXT} at most")
        for name in ("published", "spoken_of"):
            _check_days(name, getattr(self, name))
        if self.confidence is not None and not 0 <= self.confidence[0] <= self.confidence[1] <= 1:
            raise InputError(f"{self.confidence} is no range of confidence: give the lower and the higher, 0 to 1")
        for name in CHOICES:
            _check_choices(name, getattr(self, name))

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of the fields that ask something, in the order above."""
        return tuple(name for name, default in DEFAULTS.items() if getattr(self, name) != default)

    def without(self, name: str) -> Filter:
        """The same filter with one field that asks nothing."""
        return replace(self, **{name: DEFAULTS[name]})

    @property
    def with_boilerplate(self) -> Filter:
        """The same filter that keeps mentions in boilerplate too."""
        return replace(self, boilerplate=True)


DEFAULTS = {each.name: each.default for each in fields(Filter)}
CHOICES = tuple(name for name, default in DEFAULTS.items() if default == ())
OF_ARTICLES = ("text", "outlets", "languages", "published", "articles")
"""Fields that ask about an article as a whole; the others ask about single mentions."""


def _check_days(name: str, days: Days | None) -> None:
    for day in days or ():
        if day is not None and not DAY.fullmatch(day):
            raise InputError(f"{day!r} is no day for {name}: write YYYY-MM-DD")


def _check_choices(name: str, values: tuple[str, ...]) -> None:
    if isinstance(values, str) or not all(isinstance(value, str) for value in values):
        raise InputError(f"{values!r} is no list of {name}: give a tuple of strings")
    if len(values) > MAX_CHOICES:
        raise InputError(f"{len(values)} {name} are too many at once: give {MAX_CHOICES} at most")
    if name == "states" and not set(values) <= set(STATES):
        raise InputError(f"{values!r} are no states of a mention: give some of {', '.join(STATES)}")
