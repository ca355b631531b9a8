"""A CSV or TSV file: one row an article; parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import logging
import re
from collections.abc import Iterator
from itertools import chain, islice
from threading import Lock
from typing import BinaryIO

from geo.errors import BadRecord
from geo.reading.columns import Columns
from geo.reading.decoded_lines import lines
from geo.reading.delimiters import Parted, parted
from geo.reading.failures import OnError
from geo.reading.paths import shown
from geo.reading.table import LONGEST_CELL, Row, articles
from geo.types import Article

log = logging.getLogger(__name__)

SNIFFED_LINES = 50
"""Lines that the delimiter is judged by."""

LONGEST_ROW = 2 * LONGEST_CELL
"""Characters of a row: a text and what is known about it."""

EXCEL = re.compile(r"\s*sep=([,;\t|])\s*")
"""A first line by which spreadsheets tell the delimiter."""

END = "\0end of file\0"
"""A last line of our own: a quote that is never closed takes it in."""


def read(name: str, stream: BinaryIO, on_error: OnError, *, columns: Columns | None = None) -> Iterator[Article]:
    """The rows in the order of the file, read as they are asked for; counted as a spreadsheet does, the header is row 1."""
    return articles(name, rows(name, stream, on_error), columns, on_error)


def rows(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Row]:
    """The rows with their numbers. One that cannot be taken apart is told. InputError: the rest cannot be read."""
    text = lines(name, stream, on_error)
    first = next(text, "")
    excel = EXCEL.fullmatch(first)
    head = list(islice(text, SNIFFED_LINES))
    if not excel:
        head.insert(0, first)
    found = parted(head)
    if excel:
        found = Parted(excel[1], found.width if found.delimiter == excel[1] else 0)
    yield from _rows(name, chain(head, text), found, on_error)


def _rows(name: str, text: Iterator[str], by: Parted, on_error: OnError) -> Iterator[Row]:
    bounded = _Bounded(chain(text, ["\n", END]))
    reader = csv.reader(bounded, delimiter=by.delimiter)
    number, wide = 0, 0
    while True:
        number += 1
        try:
            cells = bounded.next(reader)
        except csv.Error as error:
            on_error(BadRecord(f"{shown(name)}, row {number}: cannot be taken apart ({error})"))
            continue
        if cells == [END]:
            break
        if cells and cells[-1].endswith(END):
            on_error(
                BadRecord(f"{shown(name)}, row {number}: a quote is opened and never closed; the rest is not read")
            )
            break
        fitted = _fitted(cells, by)
        wide += len(fitted) < len(cells)
        yield number, fitted
    if wide:
        log.warning("%s: %d rows have more cells than the others; the last column has what is over", shown(name), wide)


class _Bounded:
    """Lines for csv, no more for one row than a row may have."""

    def __init__(self, text: Iterator[str]) -> None:
        self.text = text
        self.length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.length += len(line)
        if self.length > LONGEST_ROW:
            raise csv.Error(f"it is longer than {LONGEST_ROW // 2**20} MB, or a quote in it is never closed")
        return line

    def next(self, reader: Iterator[list[str]]) -> list[str]:
        """The next row. The limit of csv is one for the whole process and too low for articles, so it is put back."""
        self.length = 0
        with _LIMIT:
            before = csv.field_size_limit(LONGEST_ROW)
            try:
                return next(reader, [END])
            finally:
                csv.field_size_limit(before)


_LIMIT = Lock()


def _fitted(cells: list[str], by: Parted) -> list[str]:
    """Delimiters that nobody quoted stand in the last column, where texts usually are."""
    while by.width and len(cells) > by.width and not cells[-1]:
        cells.pop()
    if not by.width or len(cells) <= by.width:
        return cells
    return [*cells[: by.width - 1], by.delimiter.join(cells[by.width - 1 :])]
