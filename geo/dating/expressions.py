"""Finds the words of a sentence that say when.

A point in time (`geo.dating.patterns`) may be led by a small word: "since March", "until June". Two points may make a stretch:
"between 2014 and 2016", "Friday to Sunday".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from geo.dating.leads import Lead, Point, lead
from geo.dating.patterns import RULES, Sort
from geo.dating.traps import POSSESSIVE, YEAR_LEADS, is_bound, is_led, is_trap
from geo.dating.words import GAP

How = Literal["in", "since", "until"]
"""How the days count: they themselves, all from the first on, or all to the last ("until", "by")."""


class Expression(NamedTuple):
    """Words that say when."""

    start: int
    """First code point, with the small words before."""
    end: int
    """One past the last."""
    points: tuple[Point, ...]
    """One, or the two ends of a stretch."""
    how: How = "in"
    weak: bool = False
    """The year of an event ("the 2014 World Cup"): it dates a sentence that says nothing better."""


_SIGNS = tuple(dict.fromkeys(signs for _, signs, _ in RULES))
"""What the rules look for first."""

_G = GAP
_TOLD = frozenset(
    ("the year", *"since until till by from between on in at during over throughout through around about circa".split())
)
"""Leads that belong to the words that say when."""
_HOW: dict[str, How] = {"since": "since", "until": "until", "till": "until", "by": "until"}

_JOIN = re.compile(rf"\s?[-‐‑–]\s?|{_G}(?:to|until|till|through){_G}(?:the{_G})?")
_AND = re.compile(rf"{_G}and{_G}(?:the{_G})?")
_JOINED: frozenset[Sort] = frozenset(
    ("day", "iso", "numeric", "month", "weekday", "year", "season", "holiday", "decade", "century", "dayword")
)


def find(text: str, first: int, last: int) -> list[Expression]:
    """The expressions of the sentence `text[first:last]`, in text order."""
    points = _points(text, first, last)
    leads = [lead(text, first, point) for point in points]
    return list(_expressions(text, first, points, leads))


def _points(text: str, first: int, last: int) -> list[Point]:
    """Everything that a rule matches, no two of them on the same words."""
    found: list[Point] = []
    words = text[first:last]
    words += words.lower()
    shown = {signs for signs in _SIGNS if any(sign in words for sign in signs)}
    for sort, signs, pattern in RULES if shown else ():
        if signs not in shown:
            continue
        for match in pattern.finditer(text, first, last):
            number = bisect_left(found, (match.end(),))
            if number == 0 or found[number - 1].end <= match.start():
                parts = {name: value for name, value in match.groupdict().items() if value}
                end = match.start("event") if "event" in parts else match.end()
                found.insert(number, Point(match.start(), end, sort, parts))
    return found


def _expressions(text: str, first: int, points: Sequence[Point], leads: Sequence[Lead]) -> Iterator[Expression]:
    number = 0
    while number < len(points):
        point, before = points[number], leads[number]
        if number + 1 < len(points) and _are_joined(text, point, points[number + 1], before):
            both = (point, points[number + 1])
            number += 2
            if not any(is_trap(text, first, end, before) for end in both):
                yield _made(text, both, before)
            continue
        number += 1
        asked = (text, first, point, before)
        if is_led(text, point, before) and not is_trap(*asked) and not is_bound(*asked):
            yield _made(text, (point,), before)


def _made(text: str, points: tuple[Point, ...], before: Lead) -> Expression:
    start = before.start if before.word in _TOLD else points[0].start
    how = _HOW.get(before.word, "in") if len(points) == 1 else "in"
    is_event = "event" in points[0].parts and len(points) == 1
    is_of_thing = is_event or POSSESSIVE.match(text, points[-1].end)  # “in Friday's crash”
    if is_of_thing and how == "in":
        start = points[0].start
    return Expression(start, points[-1].end, points, how, weak=is_event)


def _are_joined(text: str, one: Point, other: Point, before: Lead) -> bool:
    """Whether two points are the ends of a stretch."""
    if one.sort not in _JOINED or other.sort not in _JOINED or "to" in one.parts or "to" in other.parts:
        return False
    if before.word == "between" and _AND.fullmatch(text, one.end, other.start):
        return True
    return bool(_JOIN.fullmatch(text, one.end, other.start)) and (one.sort != "year" or before.word in YEAR_LEADS)
