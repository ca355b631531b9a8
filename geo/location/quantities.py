"""Distances as news writes them: "30 km", "a dozen miles", "20 to 30 kilometres", "two hours' drive"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from geo.location.folded import FOLD, GAP, LENGTH, TIME, Said


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
MANY = 1000
"""From here on numbers are told without decimals."""
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
    "hundreds of": (200, 900),
}
"""What words for no exact number may mean. Judged."""
_ONES = {word: value for value, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SHARES = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,5}(?:\.\d{1,3})?)[½¼¾]?|[½¼¾]"
_SEAM = rf"(?:-|{GAP})"


def _either(words: Iterable[str]) -> str:
    return "|".join(words)


_SMALL = rf"(?:(?:{_either(_TENS)})(?:{_SEAM}(?:{_either(_ONES)}))?|{_either(_TEENS)}|{_either(_ONES)})(?![a-z])"
_WHOLE = (
    rf"(?:(?:an?|half{GAP}a|{_SMALL}){GAP}dozen|"
    rf"(?:(?:a|{_SMALL}){GAP}thousand(?:{GAP}(?:and{GAP})?)?)?(?:(?:a|{_SMALL}){GAP}hundred)(?:{GAP}(?:and{GAP})?{_SMALL})?|"
    rf"(?:a|{_SMALL}){GAP}thousand|{_SMALL})"
)
AND_A_HALF = rf"{_SEAM}and{_SEAM}a{_SEAM}half"
_SHARE = (
    rf"(?:half{GAP}an?(?!{GAP}dozen)|half(?!{GAP}a{GAP}dozen)|an?{GAP}(?:half|third|quarter)(?:{GAP}of{GAP}an?)?|"
    rf"(?:two|three){_SEAM}(?:thirds|quarters){GAP}of{GAP}an?)(?![a-z])"
)
_VAGUE = _either(sorted((word.replace(" ", GAP) for word in VAGUE), key=len, reverse=True))
_EXACT = rf"(?:{_SHARE}|(?:{_WHOLE}|an?(?![a-z]))(?:{AND_A_HALF})?|{_DIGITS})"

_BEGINS = (
    r"(?=[\d½¼¾]|an?(?![a-z])|half|one|two|th(?:ree|irt)|fo(?:ur|rty)|fi(?:ve|ft)|six|seve|eigh|nine|ten|"
    r"elev|twe|doz|scor|hund)"
)
"""How a number may begin: looked at first, because most words are none."""

NUMBER = rf"(?:{_BEGINS}(?:{_VAGUE}|{_EXACT}(?:{GAP}?(?:[-–—]|to|or){GAP}?{_EXACT})?(?:{_SEAM}odd)?))"
"""Pattern of a number in digits or words ("four and a half", "three-quarters of a", "forty-odd"), or of a range."""
UNIT = (
    rf"(?:km|kms|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|yards?|feet|foot|nautical{GAP}miles?|nmi)"
    rf"(?![\w²³/]|{GAP}an{GAP}hour)"
)
HOURS = r"(?:hours?|minutes?)"
HEDGE = (
    rf"about|around|some|roughly|approximately|nearly|almost|just{GAP}over|just{GAP}under|just|only|barely|an{GAP}estimated|"
    rf"(?:no|not){GAP}more{GAP}than|more{GAP}than|over|at{GAP}least|upwards{GAP}of|less{GAP}than|fewer{GAP}than|under|up{GAP}to|"
    rf"within|a{GAP}(?:mere|good)"
)
_FREE = rf"(?<![\w/{FOLD}-])(?<![–—])"
"""No number begins within a word, or behind a dash or a mention."""


@cache
def _said() -> re.Pattern[str]:
    """Compiled when the first text is read: it takes as long as all of a grammar."""
    unit = rf"(?:-|{GAP})?(?P<unit>{UNIT})|(?:-|{GAP})(?P<hours>{HOURS})"
    return re.compile(rf"{_FREE}(?P<number>{NUMBER})(?:{unit})", re.IGNORECASE)


def said(words: str) -> Iterator[Said]:
    """The distances and times that a text tells, mentions and gaps folded."""
    for match in _said().finditer(words):
        unit, sign = (match["unit"], LENGTH) if match["unit"] else (match["hours"], TIME)
        yield Said(*match.span(), sign, match["number"], unit)


_OVER = ("more than", "over", "at least", "upwards of")
_UNDER = ("less than", "fewer than", "no more than", "not more than", "under", "up to", "within")
_NEARLY = ("nearly", "almost", "barely")


def length(number: str, unit: str, hedge: str = "") -> Length:
    """What the words for a distance say."""
    name = _unit(unit)
    low, high, words, why = _amount(_plain(number), _plain(hedge))
    return Length((low + high) / 2 * KM[name], low * KM[name], high * KM[name], f"{words} {_named(name, words)}", why)


def trip(number: str, unit: str, by: str, hedge: str = "") -> Length:
    """What so many hours of driving or walking come to."""
    hours = 1.0 if unit.lower().startswith("h") else 1 / 60
    how = "walk" if by.lower() == "walk" else "drive"
    low, high, words, _ = _amount(_plain(number), _plain(hedge))
    if hours == 1 and words == "0.5":
        hours, low, high, words = 1 / 60, low * 60, high * 60, "30"
    speed = SPEEDS[how]
    km = (low + high) / 2 * hours * speed
    time = ("hour" if hours == 1 else "minute") + ("’s" if words == "1" else "s’")
    what = "walking" if how == "walk" else "driving"
    why = f"an hour of {what} taken as {speed:.0f} km in a straight line, give or take {SPEED_ERROR:.0%}"
    return Length(km, km * (1 - SPEED_ERROR), km * (1 + SPEED_ERROR), f"{words} {time} {how}", why)


_UNITS = {"mi": "mile", "yd": "yard", "nm": "nautical mile"}


def _named(unit: str, words: str) -> str:
    """The unit as it stands behind a number."""
    if unit == "ft":
        return "foot" if words == "1" else "feet"
    return _UNITS[unit] + ("" if words == "1" else "s") if unit in _UNITS else unit


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
    about = bool(hedge) or number.endswith("odd")
    ends = [_value(words) for words in re.findall(_EXACT, number)]
    if len(ends) == 2 and ends[0] < ends[1]:
        return *ends, f"{ends[0]:g}–{ends[1]:g}", f"between {ends[0]:g} and {ends[1]:g}, as written"
    value = ends[0]
    said = f"{value:,.5g}" if value < MANY else f"{value:,.0f}"
    if hedge in _UNDER:
        return 0.0, value, f"up to {said}", f"“{hedge}” taken as anything from 0"
    if hedge in _OVER:
        return value, value * (1 + MORE), f"over {said}", f"“{hedge}” taken as up to {MORE:.0%} more"
    share = (ROUND if value >= 10 and value % 10 == 0 else EXACT) + (HEDGED if about else 0)
    top = value if hedge in _NEARLY else value * (1 + share)
    return value * (1 - share), top, said, f"give or take {share:.0%}"


def _value(words: str) -> float:
    """A number in digits or words: "2½", "a hundred and twenty", "four and a half", "three-quarters of a"."""
    if re.match(r"[\d½¼¾]", words):
        digits = words.rstrip("½¼¾").replace(",", "")
        return float(digits or 0) + _SIGNS.get(words[-1], 0.0)
    whole, half, _ = re.sub(AND_A_HALF, " + ", words).partition(" + ")
    total, last = 0.0, 0.0
    for word in re.split(r"[\s-]+", whole):
        if word in _TIMES:
            total, last = total + (last or 1) * _TIMES[word], 0.0
        elif word in _SHARES:
            last = (last or 1) * _SHARES[word]
        else:
            last += _ONES.get(word) or _TEENS.get(word) or _TENS.get(word) or 0
    return (total + last or 1.0) + (0.5 if half else 0.0)


def _plain(words: str | None) -> str:
    return " ".join((words or "").lower().split())
