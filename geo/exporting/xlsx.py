"""Excel: a workbook with the mentions, the places, the articles and where all of it comes from, one sheet each.

Rows go to a temporary file as they come, so memory does not grow with them. Text is text in every cell: nothing that an
article says is run as a formula, not even after somebody has edited the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from geo.exporting.cleaning import as_day, without_controls
from geo.exporting.csv import FORMULA
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.table import COLUMNS, rows
from geo.exporting.tallies import Tallies, Tally
from geo.focus import words
from geo.types import Story

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_CELL = 32_767
"""Characters that Excel takes in a cell (Excel specifications and limits)."""

MOST_ROWS = 1_048_576
"""Rows of a sheet, by the same; further ones go on in another sheet."""

FIRST_YEAR = 1900
"""Excel knows no earlier days; they are written as text."""

DAYS = frozenset({"date", "when_from", "when_to"})

ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
"""Text that the library would write as a failed formula."""

ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Begin of what Excel reads as an escaped character (ECMA-376, ST_Xstring)."""

PLACE_COLUMNS = (
    "place_id", "name", "country_code", "feature", "lat", "lon", "radius_km", "mentions", "articles", "literal",
    "confidence", "verified", "flagged",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "id", "title", "date", "outlet", "author", "source", "address", "language", "dateline", "length", "view", "about",
    "mentions", "places", "verified", "flagged",
)  # fmt: skip

WIDTHS = {"id": 24, "surface": 24, "name": 24, "reasons": 50, "excerpt": 80, "title": 50, "about": 30, "value": 110}
"""Characters that a column shows; others show `WIDTH`."""

WIDTH = 14

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When every part of the file was made, as far as it says: the first day that a ZIP can hold. Equal stories, equal bytes."""

MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def write(stories: Iterable[Story], out: BinaryIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """The workbook, once the last story has come. `out` need not be one that can be read or moved in."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    mentions, places = _Sheet(book, "mentions", COLUMNS), _Sheet(book, "places", PLACE_COLUMNS)
    articles, about = _Sheet(book, "articles", ARTICLE_COLUMNS), _Sheet(book, "about", ("name", "value"))
    tallies = Tallies()
    for story in tallies.counted(stories):
        for row in rows(story):
            mentions.append([_day(value) if name in DAYS else value for name, value in row.items()])
        articles.append(_article(story))
    for tally in tallies:
        places.append(_place(tally))
    for row in made_by.rows():
        about.append(row)
    with _Steady(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()


class _Sheet:
    """A sheet with a heading that stays in sight; a second one where the first is full."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[str]) -> None:
        self.book, self.name, self.columns = book, name, columns
        self.number = 0
        self._begin()

    def append(self, values: Sequence[Any]) -> None:
        if self.rows == MOST_ROWS:
            self._begin()
        self.sheet.append([self._cell(value) for value in values])
        self.rows += 1

    def _begin(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self.number += 1
        self.sheet = self.book.create_sheet(self.name if self.number == 1 else f"{self.name} {self.number}")
        self.sheet.freeze_panes = "A2"
        head = []
        for at, column in enumerate(self.columns, start=1):
            self.sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(column, WIDTH)
            head.append(WriteOnlyCell(self.sheet, column))
            head[-1].font = Font(bold=True)
        self.sheet.append(head)
        self.rows = 1

    def _cell(self, value: Any) -> Any:
        """Text that could be more than text gets a cell that says it is text, and stays so when it is edited."""
        if not isinstance(value, str):
            return value
        text = ESCAPE.sub("_x005F_", without_controls(value))
        text = text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
        if not text.lstrip().startswith(FORMULA) and text not in ERRORS:
            return text
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self.sheet, text)
        cell.data_type, cell.quotePrefix = "s", True
        return cell


class _Steady(ZipFile):
    """An archive that says of no part when it was made."""

    def writestr(self, name: Any, data: Any, *_given: Any) -> None:
        data = data.encode() if isinstance(data, str) else data
        if str(name) == "docProps/core.xml":
            data = MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
        super().writestr(self._entry(name), data)

    def write(self, filename: Any, arcname: Any = None, *_given: Any) -> None:
        with open(filename, "rb") as part, self.open(self._entry(arcname), "w", force_zip64=True) as entry:
            while block := part.read(2**20):
                entry.write(block)

    def _entry(self, name: Any) -> ZipInfo:
        entry = ZipInfo(str(name).lstrip("/"), LONG_AGO)
        entry.compress_type = self.compression
        return entry


def _day(value: str | None) -> date | str | None:
    """A day that can be sorted and counted with; as text what is none, or too early for Excel."""
    day = as_day(value)
    return day if day and day.year >= FIRST_YEAR else value


def _place(tally: Tally) -> list[Any]:
    place, where = tally.place, tally.location
    lat, lon = round(where.lat, 6), round(where.lon, 6)
    known = [place.id, place.name, place.country_code, place.feature, lat, lon, where.radius_km]
    counts = [tally.mentions, tally.articles, tally.literal, round(tally.confidence, 4), tally.verified, tally.flagged]
    return known + counts


def _article(story: Story) -> list[Any]:
    article = story.article
    language = article.language or (story.languages[0].code if story.languages else None)
    states = [mention.state for mention in story.mentions]
    return [
        article.id, article.title, _day(article.date), article.outlet, article.author, article.source, article.address,
        language, article.dateline, len(article.text), story.view, words.line(story.focus) if story.focus else None,
        len(story.mentions), len(story.places), states.count("verified"), states.count("flagged"),
    ]  # fmt: skip
