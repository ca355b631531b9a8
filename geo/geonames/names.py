"""Lines of alternateNamesV2.txt as names with their kind.

Columns, as GeoNames' readme.txt has them: alternateNameId, geonameid, isolanguage, alternate name, isPreferredName,
isShortName, isColloquial, isHistoric, from, to.
"""

from __future__ import annotations

from geo.geonames.blocks import BadLine, Failures, cells, lines, number
from geo.sources.noise import LONGEST_ALIAS, noisy
from geo.types import NameKind

COLUMNS = 10
FEWEST_COLUMNS = 8
"""Older dumps end before `from` and `to`."""

NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "phon", "piny"})
"""What the column of languages says of rows that are no names: addresses, numbers, postal codes and codes of transport. Codes
of airports are three letters that are also words and initials ("SEA", "AND", "CIA"); our tables have those that people say.
`phon` and `piny` are notes on pronunciation: the Chinese names that English texts use come as main or English names."""

REVOLUTIONARY = "fr_1793"
"""Names that French towns had during the Revolution."""

Row = tuple[int, str, NameKind]
"""Number of the place, name, kind."""


def read(block: bytes) -> tuple[list[Row], Failures]:
    """The names of a block of lines that are worth keeping, and what could not be read."""
    failures, rows = Failures(), []
    for line in lines(block, failures):
        try:
            row = _row(line.split("\t"))
        except BadLine as bad:
            failures.add(bad, line)
            continue
        if row:
            rows.append(row)
    return rows, failures


def _row(row: list[str]) -> Row | None:
    if not FEWEST_COLUMNS <= len(row) <= COLUMNS:
        cells("\t".join(row), COLUMNS)
    place, language, name = number(row[1]), row[2], row[3].strip()
    if not name:
        raise BadLine("has no name")
    if language in NO_NAMES:
        return None
    kind = kind_of(language, *(flag == "1" for flag in row[4:8]), ended=len(row) == COLUMNS and bool(row[9]))
    return (place, name, kind) if wanted(name, kind) else None


def kind_of(
    language: str, preferred: bool, short: bool, colloquial: bool, historic: bool, *, ended: bool = False
) -> NameKind:
    """What the language and the flags make of a name. A short name is one that is usual: "Germany", "Bonn"."""
    if historic or ended or language == REVOLUTIONARY:
        return "former"
    if language == "abbr":
        return "abbreviation"
    usual = preferred or short or not colloquial
    return "english" if language == "en" and usual else "alternate"


def wanted(name: str, kind: NameKind) -> bool:
    """False: the name is noise by the rules for aliases. Names in English and abbreviations only have to be short enough."""
    return len(name) <= LONGEST_ALIAS and (kind in ("english", "abbreviation") or not noisy(name))
