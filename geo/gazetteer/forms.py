"""Other forms under which a name may be on file, tried only when the form in the text is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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


def fallbacks(wanted: str) -> Iterator[Form]:
    """Nearest forms of a normalised name, most faithful first; each is a guess, so none is tried before the name itself."""
    if wanted.endswith("s") and wanted.startswith("saint "):
        yield Form(wanted[:-1])
    first, _, rest = wanted.partition(" ")
    if first in QUALIFIERS and rest:
        yield Form(rest)
    for words, feature_class in TYPES_BEFORE.items():
        if wanted.startswith(f"{words} "):
            yield Form(wanted[len(words) + 1 :].removeprefix("the "), feature_class)
    for words, feature_class in TYPES_AFTER.items():
        if wanted.endswith(f" {words}"):
            yield Form(wanted[: -len(words) - 1], feature_class)
