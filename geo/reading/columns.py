"""Which column of a table holds what: told by the user, or guessed from the columns' names and values."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace

from geo.errors import InputError
from geo.reading.dates import day
from geo.reading.paths import shown

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text fulltext body bodytext articlebody articletext articlecontent content contents maintext storytext cleantext "
        "plaintext article story transcript volltext inhalt artikel texte contenu texto contenido testo tekst текст"
    ).split(),
    "title": "title headline heading articletitle head subject titel überschrift titre título titolo tytuł заголовок".split(),
    "date": (
        "date published publishedat publishedon publisheddate datepublished publicationdate publishdate datepublish pubdate "
        "articledate day datetime timestamp created createdat datum fecha data дата"
    ).split(),
    "id": "id docid documentid articleid storyid guid uuid identifier".split(),
    "source": "source sourcename quelle fuente".split(),
    "author": "author authors byline writer reporter journalist creator dccreator autor auteur autore автор".split(),
    "outlet": "outlet publisher publication newspaper medium media site sitename feed sourcedomain zeitung journal".split(),
    "address": "address url link uri href weburl articleurl pageurl sourceurl canonicalurl permalink".split(),
    "language": "language lang languagecode locale sprache langue idioma lingua język язык".split(),
}
"""Names of columns that say what they hold, the usual one first: small letters and digits only. From the exports of news
archives, feed readers and web crawlers, and common words of other languages."""

GUESSED_ROWS = 50
"""Rows whose values are looked at: enough to tell an address from a date, few enough to be read before the first article."""

MOST = 0.6
"""Share of a column's values that must be addresses or dates for the column to be one of these: gaps and a few odd ones
are usual."""

SHORTEST_TEXT = 15
"""Average characters of a column that is taken for the text without being called so. Codes, names and numbers are shorter."""

LISTED = 40
"""Columns named in a message at most."""

LONGEST_LISTED = 60
"""Characters of a column's name in a message."""

WEB = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column that gives each field of an article. None: to be guessed. Empty: none does."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None
    source: str | None = None
    author: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None

    @classmethod
    def parse(cls, words: str) -> Columns:
        """From `text=body,title=headline`; a name with a comma is quoted, `"text=body, clean"`. InputError: not so."""
        pairs = [pair.partition("=") for pair in next(csv.reader([" ".join(words.split())]), [])]
        told = {field.strip().lower(): column.strip() for field, _, column in pairs}
        if unknown := [field for field in told if field not in FIELDS]:
            raise InputError(
                f"columns: there is no field “{shown(unknown[0])}”; write FIELD=COLUMN,… of {', '.join(FIELDS)}"
            )
        if not told or not all(equals for _, equals, _ in pairs):
            raise InputError(f"columns: “{shown(words)}” is not written as FIELD=COLUMN,…: text=body,title=headline")
        if len(told) < len(pairs):
            raise InputError(f"columns: a field is told twice in “{shown(words)}”")
        return cls(**told)

    @property
    def used(self) -> frozenset[str]:
        """Every column that gives a field."""
        return frozenset(column for column in astuple(self) if column)


FIELDS = tuple(field.name for field in fields(Columns))


def settle(header: Sequence[str], rows: Sequence[Sequence[str]], told: Columns | None) -> Columns:
    """What the user told, and for the rest what can be guessed.

    InputError: a column is told that the table has not, or nothing in it looks like text; both list its columns.
    """
    guessed = guess(header, rows, told_in(header, told))
    if not guessed.text:
        raise InputError(f"has no column of text; it has {listed(header)}: say which with --columns text=NAME")
    return guessed


def told_in(header: Sequence[str], told: Columns | None) -> Columns:
    """What the user told, as the header spells it. InputError: it has no such column."""
    return Columns(**{field: _found(column, header) for field, column in _told(told).items()})


def guess(header: Sequence[str], rows: Sequence[Sequence[str]], known: Columns | None = None) -> Columns:
    """The columns by their names, then by the values of these rows; what is known stays. Its text may be None."""
    samples = {name: [row[at] for row in rows if at < len(row) and row[at].strip()] for at, name in enumerate(header)}
    columns = _by_name(samples, known or Columns())
    columns = replace(columns, address=_address(samples, columns), date=_date(samples, columns))
    if columns.text is None:
        columns = replace(columns, text=_longest(samples, columns))
    if columns.text is None and columns.title and rows and (known or Columns()).title is None:
        return replace(columns, text=columns.title, title=None)  # a list of headlines
    return columns


def listed(header: Sequence[str]) -> str:
    """The columns for a message."""
    names = [f"“{shown(name)[:LONGEST_LISTED]}”" for name in header[:LISTED]]
    more = f" and {len(header) - LISTED} more" if len(header) > LISTED else ""
    return f"the columns {', '.join(names)}{more}" if len(header) > 1 else f"the column {''.join(names)}"


def _told(told: Columns | None) -> dict[str, str]:
    return {field: column for field in FIELDS if (column := getattr(told, field, None)) is not None}


def _found(column: str, header: Sequence[str]) -> str:
    """The name as the header spells it: exactly, else whatever its case. Empty stays empty."""
    near = [name for name in header if name.strip().casefold() == column.strip().casefold()]
    if not column or column in header or len(near) == 1:
        return column if column in header else "".join(near)
    raise InputError(f"has no column “{shown(column)}”; it has {listed(header)}")


def _by_name(samples: dict[str, list[str]], known: Columns) -> Columns:
    """Each field's column by its name, none twice. Of several that are called text, the one with the longest values is it."""
    keys = {name: "".join(filter(str.isalnum, name.casefold())) for name in samples}
    columns = known
    for field in FIELDS:
        free = [name for name in samples if name not in columns.used and keys[name] in NAMES[field]]
        free = [name for name in free if _may_be(field, samples[name])]
        free.sort(key=lambda name: NAMES[field].index(keys[name]))
        if free and getattr(columns, field) is None:
            best = max(free, key=lambda name: _length(samples[name])) if field == "text" else free[0]
            columns = replace(columns, **{field: best})
    return columns


def _may_be(field: str, values: list[str]) -> bool:
    """A column called “address” may hold streets, one called “data” figures, one called “text” links to texts."""
    if field == "address":
        return not values or _share(values, WEB.fullmatch) >= MOST
    if field == "date":
        return not values or any(map(day, values))
    return field != "text" or _share(values, WEB.fullmatch) < MOST


def _address(samples: dict[str, list[str]], columns: Columns) -> str | None:
    if columns.address is not None:
        return columns.address
    return next((name for name in _free(samples, columns) if _share(samples[name], WEB.fullmatch) >= MOST), None)


def _date(samples: dict[str, list[str]], columns: Columns) -> str | None:
    """The only column of dates: of several, nobody knows which is the day of publication."""
    if columns.date is not None:
        return columns.date
    found = [name for name in _free(samples, columns) if _share(samples[name], day) >= MOST]
    return found[0] if len(found) == 1 else None


def _longest(samples: dict[str, list[str]], columns: Columns) -> str | None:
    """The column with the longest values, where these are words."""
    free = [name for name in _free(samples, columns) if _share(samples[name], WEB.fullmatch) < MOST]
    best = max(free, key=lambda name: _length(samples[name]), default=None)
    return best if best is not None and _length(samples[best]) >= SHORTEST_TEXT else None


def _free(samples: dict[str, list[str]], columns: Columns) -> list[str]:
    return [name for name in samples if name not in columns.used and name != columns.address]


def _share(values: list[str], holds) -> float:
    return sum(1 for value in values if holds(value)) / len(values) if values else 0.0


def _length(values: list[str]) -> float:
    return sum(map(len, values)) / len(values) if values else 0.0
