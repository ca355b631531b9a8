"""Distances as news writes them: "30 km", "a dozen miles", "20 to 30 kilometres", "two hours' drive"."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.location.folded import GAP


class Length(NamedTuple):
    """A distance with the two ends that it may lie between, kilometres."""

    km: float
    least_km: float
    most_km: float
    words: str
    """As it was written, in few words: "30 km", "2 hours by car"."""
    why: str
    """What was assumed."""


EXACT, ROUND, HEDGED = 0.10, 0.15, 0.05
"""How far off a number may be, as a share of it: any, one that ends in a nought, and what "about" adds. Judged."""
MORE = 0.3
"""How far "more than 30 km" reaches beyond, as a share. Judged."""
KM = {"km": 1.0, "mi": 1.609344, "m": 0.001, "yd": 0.0009144, "nm": 1.852, "ft": 0.0003048}
"""Kilometres in each unit, by their definitions."""
SPEEDS = {"drive": 60.0, "walk": 5.0}
"""Kilometres an hour in a straight line: roads wind, so a car on open roads comes no farther. Judged."""
SPEED_ERROR = 0.4
"""How far off such a distance may be, as a share. Judged."""
VAGUE = {
    "a few": (2, 6),
    "several": (3, 9),
    "a couple of": (1.5, 3),
    "dozens of": (20, 80),
    "tens of": (20, 80),
    "scores of": (40, 100),
}
"""What words for no exact number may mean. Judged."""
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a dozen": 12, "two dozen": 24, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "one hundred": 100,
    "two hundred": 200, "half a": 0.5, "half an": 0.5, "a half": 0.5, "one and a half": 1.5, "two and a half": 2.5,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,5}(?:\.\d{1,3})?"
_SPELT = "|".join(sorted((re.escape(word).replace(r"\ ", GAP) for word in (*VAGUE, *_WORDS)), key=len, reverse=True))

NUMBER = rf"(?:(?:{_DIGITS})(?:{GAP}?(?:[-–—]|to|or){GAP}?(?:{_DIGITS}))?|{_SPELT})"
"""Pattern of a number in digits or words, or of a range."""
UNIT = (
    rf"(?:km|kms|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|yards?|feet|nautical{GAP}miles?|nmi)"
    rf"(?![\w²³/]|{GAP}an{GAP}hour)"
)
HOURS = r"(?:hours?|minutes?)"
HEDGE = (
    rf"about|around|some|roughly|approximately|nearly|almost|just|only|barely|an{GAP}estimated|more{GAP}than|over|at{GAP}least|"
    rf"less{GAP}than|under|up{GAP}to|within"
)
_OVER = ("more than", "over", "at least")
_UNDER = ("less than", "under", "up to", "within")
_NEARLY = ("nearly", "almost", "barely")


def length(number: str, unit: str, hedge: str = "") -> Length:
    """What the words for a distance say."""
    name = _unit(unit)
    low, high, words, why = _amount(_plain(number), _plain(hedge))
    return Length((low + high) / 2 * KM[name], low * KM[name], high * KM[name], f"{words} {_UNITS[name]}", why)


def trip(number: str, unit: str, by: str, hedge: str = "") -> Length:
    """What so many hours of driving or walking come to."""
    hours = 1.0 if unit.lower().startswith("h") else 1 / 60
    how = "walk" if by.lower() == "walk" else "drive"
    low, high, words, _ = _amount(_plain(number), _plain(hedge))
    speed = SPEEDS[how]
    km = (low + high) / 2 * hours * speed
    time = "hours" if hours == 1 else "minutes"
    what = "walking" if how == "walk" else "driving"
    why = f"an hour of {what} taken as {speed:.0f} km in a straight line, give or take {SPEED_ERROR:.0%}"
    return Length(km, km * (1 - SPEED_ERROR), km * (1 + SPEED_ERROR), f"{words} {time}’ {how}", why)


_UNITS = {"km": "km", "mi": "miles", "m": "m", "yd": "yards", "nm": "nautical miles", "ft": "feet"}


def _unit(unit: str) -> str:
    unit = _plain(unit)
    if unit.startswith(("nautical", "nmi")):
        return "nm"
    return next(
        name
        for name, start in (("km", "k"), ("mi", "mi"), ("yd", "y"), ("ft", "f"), ("m", "m"))
        if unit.startswith(start)
    )


def _amount(number: str, hedge: str) -> tuple[float, float, str, str]:
    """The two ends of a number, its words, and what was assumed of it."""
    if number in VAGUE:
        low, high = VAGUE[number]
        return low, high, number, f"“{number}” taken as {low:g} to {high:g}"
    ends = [float(digits.replace(",", "")) for digits in re.findall(_DIGITS, number)]
    if len(ends) == 2 and ends[0] < ends[1]:
        return *ends, f"{ends[0]:g}–{ends[1]:g}", f"between {ends[0]:g} and {ends[1]:g}, as written"
    value = ends[0] if ends else float(_WORDS[number])
    if hedge in _UNDER:
        return 0.0, value, f"up to {value:g}", f"“{hedge}” taken as anything from 0"
    if hedge in _OVER:
        return value, value * (1 + MORE), f"over {value:g}", f"“{hedge}” taken as up to {MORE:.0%} more"
    share = (ROUND if value >= 10 and value % 10 == 0 else EXACT) + (HEDGED if hedge else 0)
    top = value if hedge in _NEARLY else value * (1 + share)
    return value * (1 - share), top, f"{value:g}", f"give or take {share:.0%}"


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())
