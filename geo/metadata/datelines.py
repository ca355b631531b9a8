"""Datelines without a gazetteer: "KYIV, Ukraine, Feb 27 (Reuters) –", and the date line "date 2022-02-27 Moscow:"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from geo.metadata.agencies import agency_of
from geo.metadata.days import MONTHS, WEEKDAYS
from geo.metadata.opening import DATED

IsPlace = Callable[[str], bool]
"""Whether a name is a place's."""

SHORTEST = 4
"""Letters of a town that nothing but capitals tells: "UN: ", "US – "."""

LEAST_SENTENCE = 40
"""Code points behind a mere "Gomel – " that make a first sentence; fewer are a heading."""

_WORD = rf"(?!(?:{MONTHS}|{WEEKDAYS})\b)[^\W\d_a-z][\w.'’-]{{0,30}}"
_NAME = rf"{_WORD}(?:[ ](?:(?:of|the|de|del|la|le|el|al|do|da|am|an|on|upon|sur|and)[ ]){{0,2}}{_WORD}){{0,4}}"
_DAY = rf"(?:(?:{WEEKDAYS})\.?,?[ ])?(?:(?:{MONTHS})\.?[ ]\d{{1,2}}|\d{{1,2}}\.?[ ](?:{MONTHS})\.?)(?:,?[ ]\d{{4}})?"
_DATELINE = re.compile(
    rf"(?P<place>(?P<town>{_NAME})(?:/{_NAME}){{0,2}}(?P<region>(?:,[ ]{_NAME}){{0,2}}))"
    rf"(?:(?:[,.]|[ ][-–—])?[ ](?P<day>{_DAY}))?[,.]?"
    r"(?:[ ]?(?P<agency>\([^()\d\n]{2,40}\)|/[^/\d\n]{2,30}/))?"
    r"(?P<end>(?<=/)\.[ ]|[ ]?—[ ]?|[ ](?:–|--?)[ ]|[ ]?(?:–|--)(?=[^\W\d_a-z\s])|[ ]?:[ ])(?=[\"“‘'«(]?[^\W_a-z])"
)
"""Short, and no part can match what the next one does, so that no line takes long."""

_TEXT = re.compile(r"\W{0,2}\w{1,30},?[ ]\W{0,2}[^\W\d_A-Z]")
"""How a sentence goes on behind its first word, unlike "Cambodia – Vietnam Friendship Monument"."""

_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""As Interfax sets it behind a town; "D.C." and "Ore." keep theirs."""

_AFTER_DAY = re.compile(rf"(?P<place>{_NAME}(?:,[ ]{_NAME}){{0,2}})[ ]?(?::(?!\S)|[—–](?=\s|$))")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Dateline(NamedTuple):
    """What an article says of where and when it was written."""

    place: str
    """As written: "KYIV, Ukraine"."""
    day: str
    """As written: "Feb 27", "Nov. 5, 2022", "2022-02-27". Empty: it says none."""
    agency: str | None
    """Name of the agency. None: it says none that is known."""
    is_date_line: bool = False
    """Whether the day comes first: "date 2022-02-27 Moscow:"."""


def dateline_of(line: str, is_place: IsPlace | None = None) -> Dateline | None:
    """The dateline that a line begins with. None: it has none, or one that may as well be a heading.

    Without `is_place` only what has a day, an agency or a region as well is believed; "EXCLUSIVE — " looks like a town. In a
    line of nothing but capitals they tell nothing: "KENYA: FLOODS CUT ROADS".
    """
    line = line[:300]
    dated = DATED.match(line)
    if dated:
        found = _AFTER_DAY.match(line, dated.end())
        return Dateline(found["place"], _ISO.search(line)[0], None, True) if found else None  # type: ignore[index]
    found = _DATELINE.match(line)
    if not found:
        return None
    agency = agency_of(found["agency"].strip("()/")) if found["agency"] else None
    place = found["place"] if found["region"] else _FULL_STOP.sub("", found["place"])
    told = Dateline(place, found["day"] or "", agency)
    return told if _is_believed(found, agency, line, is_place) else None


def _is_believed(found: re.Match[str], agency: str | None, line: str, is_place: IsPlace | None) -> bool:
    town, colon = found["town"], ":" in found["end"]
    capitals = town.isupper() and not line.isupper()
    if agency and not colon:
        return True
    if capitals and (found["day"] or found["region"] or found["agency"]):
        return True
    if is_place is None:
        return bool(found["day"]) and not colon
    if not is_place(town) or town.startswith("The "):
        return False
    if found["day"] or (capitals and len(town) >= SHORTEST):
        return True
    sentence = bool(found["region"]) or _TEXT.match(line, found.end()) is not None
    return sentence and len(line) - found.end() >= LEAST_SENTENCE and not colon and not capitals
