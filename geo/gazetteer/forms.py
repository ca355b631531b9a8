"""Other forms under which a name may be on file, tried only when the form in the text is not."""

from __future__ import annotations

from collections.abc import Iterator

QUALIFIERS = (
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "mainland", "downtown", "greater", "rural", "metropolitan", "inner", "outer", "far", "mid",
)  # fmt: skip
"""Words before a name that say which part of the place is meant: "northern Syria" is in Syria."""

TYPES_BEFORE = (
    "city of", "town of", "village of", "state of", "province of", "republic of", "county of", "region of",
    "district of", "island of", "kingdom of", "commonwealth of", "municipality of", "port of", "governorate of",
)  # fmt: skip
TYPES_AFTER = (
    "city", "town", "village", "state", "province", "region", "district", "area", "township", "municipality",
    "prefecture", "governorate", "oblast", "county", "parish", "borough", "island", "islands", "metro area",
    "metropolitan area", "valley", "peninsula", "department", "territory", "canton", "division", "republic",
)  # fmt: skip
"""Words that say what sort of place it is: "Kano State" is on file as Kano, "City of York" as York."""


def fallbacks(wanted: str) -> Iterator[str]:
    """Nearest forms of a normalised name, most faithful first; each is a guess, so none is tried before the name itself."""
    if wanted.endswith("s") and wanted.startswith("saint "):
        yield wanted[:-1]
    first, _, rest = wanted.partition(" ")
    if first in QUALIFIERS and rest:
        yield rest
    for words in TYPES_BEFORE:
        if wanted.startswith(f"{words} "):
            yield wanted[len(words) + 1 :].removeprefix("the ")
    for words in TYPES_AFTER:
        if wanted.endswith(f" {words}"):
            yield wanted[: -len(words) - 1]
