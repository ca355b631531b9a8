"""Lines of allCountries.txt as places with their names.

Every row that can be read is kept, the historical ones too. Columns, as GeoNames' readme.txt has them: geonameid, name,
asciiname, alternatenames, latitude, longitude, feature class, feature code, country code, cc2, admin1 code, admin2 code,
admin3 code, admin4 code, population, elevation, dem, timezone, modification date.
"""

from __future__ import annotations

from geo.gazetteer.normalise import key
from geo.gazetteer.store import LONGEST_NAME
from geo.geonames.blocks import BadLine, Failures, cells, lines, number
from geo.geonames.weight import importance

SOURCE = "geonames"
COLUMNS = 19
MOST_PEOPLE = 10**10
"""More than there are: a population above is an error of the row."""

Row = tuple[int, str, float, float, str | None, str | None, int | None, str | None, str | None, float, str | None, int]
"""Number, name, latitude, longitude, country, feature, population, first- and second-level code as the row gives them, weight,
the name in plain letters where it is filed apart from the name, and how many other names the row lists."""


def read(block: bytes) -> tuple[list[Row], Failures]:
    """The places of a block of lines, and what could not be read."""
    failures, rows = Failures(), []
    for line in lines(block, failures):
        try:
            rows.append(_row(cells(line, COLUMNS)))
        except BadLine as bad:
            failures.add(bad, line)
    return rows, failures


def _row(row: list[str]) -> Row:
    name, plain, others = row[1], row[2], row[3]
    if not name.strip() or len(name) > LONGEST_NAME:
        raise BadLine("has no name" if not name.strip() else f"has a name of more than {LONGEST_NAME} characters")
    lat, lon = _degrees(row[4], 90), _degrees(row[5], 180)
    country = _code(row[8])
    feature = f"{row[6]}.{row[7]}" if row[6] and row[7] else None
    people = _people(row[14])
    first = f"{country}.{row[10]}" if country and row[10] else None
    second = f"{first}.{row[11]}" if first and row[11] else None
    names = others.count(",") + 1 if others else 0
    apart = plain if plain and plain != name and len(plain) <= LONGEST_NAME and key(plain) != key(name) else None
    weight = importance(feature, people, names)
    return number(row[0]), name, lat, lon, country, feature, people, first, second, weight, apart, names


def _degrees(text: str, limit: int) -> float:
    try:
        value = float(text)
    except ValueError:
        raise BadLine("has coordinates that are no numbers") from None
    if not -limit <= value <= limit:  # NaN is not either
        raise BadLine("lies off the globe")
    return value


def _code(text: str) -> str | None:
    if text and not (len(text) == 2 and text.isascii() and text.isupper()):
        raise BadLine("has a country code that is none")
    return text or None


def _people(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) <= 11 and int(text) <= MOST_PEOPLE):
        raise BadLine("has a population that is none")
    return int(text or 0) or None
