"""The small word before a point in time: "since March", "in the 1990s", "until the end of the year"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from geo.dating.patterns import Sort
from geo.dating.words import GAP

REACH = 48
"""Code points before and after a point that are looked at: the longest lead and the longest name are shorter."""


class Point(NamedTuple):
    """A point in time as it is written."""

    start: int
    """First code point of it in the text."""
    end: int
    """One past the last."""
    sort: Sort
    parts: Mapping[str, str]
    """What its pattern's groups hold, those that are there."""


class Lead(NamedTuple):
    start: int
    word: str
    """In small letters; empty where nothing leads."""
    the: bool
    """Whether "the" stands between."""


_G = GAP
_LEAD = re.compile(
    rf"(?<!\w)(?:(?P<word>(?:since|until|till|by|before|after|following|ahead{_G}of|prior{_G}to|from)"
    rf"(?:{_G}(?:at{_G}least|about|around|early|late|just))?(?:{_G}(?:in|on))?"
    rf"|between|on|in|at|during|over|throughout|through|of|around|about|circa|for|to|and|as{_G}of)"
    rf"(?P<the>{_G}the(?:{_G}(?P<year>year))?)?|(?P<only>the(?:{_G}year)?)){_G}$",
    re.IGNORECASE,
)


def lead(text: str, first: int, point: Point) -> Lead:
    """What leads a point in a sentence that begins at `first`."""
    match = _LEAD.search(text, max(first, point.start - REACH), point.start)
    if not match:
        return Lead(point.start, "", False)
    if match["only"]:
        return Lead(match.start(), "the year" if match["only"][-1] in "rR" else "", match["only"][-1] in "eE")
    words = match["word"].lower().split()
    word = " ".join(words[:2]) if words[0] in ("ahead", "prior") else words[0]
    return Lead(match.start(), word, bool(match["the"]) and not match["year"])
