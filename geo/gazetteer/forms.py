"""Other forms under which a name may be on file, tried only when the form in the text is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from geo.gazetteer.normalise import key
from geo.types import Match

QUALIFIERS = (
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "mainland", "downtown", "greater", "rural", "metropolitan", "inner", "outer", "far", "mid",
)  # fmt: skip
"""Words before a name that say which part of the place is meant: "northern Syria" is in Syria."""

TYPES_BEFORE = {
    **dict.fromkeys(("city of", "town of", "village of", "port of"), "P"),
    **dict.fromkeys(
        (
            "state of", "province of", "republic of", "county of", "region of", "district of", "kingdom of",
            "commonwealth of", "municipality of", "governorate of", "department of", "emirate of", "canton of",
        ),
        "A",
    ),
    "island of": "T",
}  # fmt: skip
TYPES_AFTER = {
    **dict.fromkeys(("city", "town", "village"), "P"),
    **dict.fromkeys(
        (
            "state", "province", "region", "district", "township", "municipality", "prefecture", "governorate",
            "oblast", "voblast", "voivodeship", "county", "parish", "borough", "department", "territory", "canton",
            "division", "republic", "krai", "emirate",
        ),
        "A",
    ),
    **dict.fromkeys(("island", "islands"), "T"),
    **dict.fromkeys(("area", "metro area", "metropolitan area", "valley", "peninsula"), None),
}  # fmt: skip
"""Words that say what sort of place it is, and the feature class of that sort: "Kano State" is on file as Kano, "City of
York" as York. None: the word tells nothing about the place it is added to."""


class Form(NamedTuple):
    """A name to try instead of the one that was asked for."""

    key: str
    """Normalised."""
    feature_class: str | None = None
    """What sort of place the words that were left out speak of."""

    def preferred(self, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        """Those of that sort; all where none is, for people are loose with such words."""
        fitting = tuple(match for match in matches if match.place.feature_class == self.feature_class)
        return fitting or matches


LEAST_RUN_TOGETHER = 6
"""Letters. Shorter words fall into two names by chance."""

LEAST_PARTS = (2, 3)
"""Letters of the first and the second of two words that were written as one: "elpaso", but not "laos"."""

_RUN = re.compile(r"[^\W_]+")


def words(written: str) -> list[tuple[int, int]]:
    """Start and end of each word of a name without spaces, as hashtags are: "StandWithUkraine", "New_York", "DRCongo"."""
    return [word for run in _RUN.finditer(written) for word in pairwise(_edges(written, *run.span()))]


def _edges(written: str, start: int, end: int) -> list[int]:
    return [start, *(i for i in range(start + 1, end) if _begins_word(written[i - 1 : i + 2])), end]


def _begins_word(around: str) -> bool:
    """Whether a word begins with the second of three characters (two at the end of a name)."""
    before, letter, after = around[0], around[1], around[2:]
    if letter.isdigit() != before.isdigit():
        return True
    return letter.isupper() and (not before.isupper() or after.islower())


def fallbacks(wanted: str, written: str = "") -> Iterator[Form]:
    """Nearest forms of a normalised name, most faithful first; each is a guess, so none is tried before the name itself.

    `written`: the name before it was normalised. Its capitals say where words begin in what was written as one ("NewYorkCity");
    without any capitals, or in capitals alone, it may be any two words ("newyork").
    """
    apart = key(spaced(written)) if written else wanted
    if apart != wanted:
        yield Form(apart)
        yield from _without_type(apart)
    yield from _without_type(wanted)
    if written.isalpha() and (written.islower() or written.isupper()):
        yield from _cut_in_two(wanted)


def spaced(written: str) -> str:
    """A name with a space before each word that touches the one before it."""
    starts = [start for start, _ in words(written)]
    touching = [0, *(start for start in starts if start and written[start - 1].isalnum()), len(written)]
    return " ".join(written[start:end] for start, end in pairwise(touching))


def _cut_in_two(wanted: str) -> Iterator[Form]:
    first, second = LEAST_PARTS
    for cut in range(first, len(wanted) - second + 1) if len(wanted) >= LEAST_RUN_TOGETHER else ():
        yield Form(f"{wanted[:cut]} {wanted[cut:]}")


def _without_type(wanted: str) -> Iterator[Form]:
    if wanted.endswith("s") and wanted.startswith("saint "):
        yield Form(wanted[:-1])
    first, _, rest = wanted.partition(" ")
    if first in QUALIFIERS and rest:
        yield Form(rest)
    for type_words, feature_class in TYPES_BEFORE.items():
        if wanted.startswith(f"{type_words} "):
            yield Form(wanted[len(type_words) + 1 :].removeprefix("the "), feature_class)
    for type_words, feature_class in TYPES_AFTER.items():
        if wanted.endswith(f" {type_words}"):
            yield Form(wanted[: -len(type_words) - 1], feature_class)
