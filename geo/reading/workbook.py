"""An Excel workbook taken apart by openpyxl: run in a helper that can be stopped, never in the process that asked.

What a sheet says of its own size is not believed, formulas give the values that Excel left, and nothing is calculated.
openpyxl parses sheets and strings with defusedxml, and other parts without entities.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from geo.errors import InputError
from geo.reading.paths import shown

MOST_ROWS = 1_048_576
"""Rows of a workbook: what Excel can have in one sheet (Excel specifications and limits). The others are left out."""

MOST_COLUMNS = 256
"""Columns that are read. Excel can have 16,384; of a table of articles, what is wanted stands further left."""

MOST_TEXT = 64 * 2**20
"""Characters of all cells together. A sheet may say a long text many times that is stored once."""

Sheet = tuple[str, list[tuple[int, list[str]]]]
"""Its name, and its rows that are not blank, each with its number."""


def sheets(data: bytes, *, name: str) -> list[Sheet]:
    """The visible sheets that hold anything, cells as text. InputError: they hold more than is read of one workbook."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    left = _Left(name)
    found = [(shown(sheet.title), list(_rows(sheet, left))) for sheet in visible or book.worksheets]
    return [(title, rows) for title, rows in found if rows]


class _Left:
    """Rows and characters that may still be read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = MOST_ROWS
        self.text = MOST_TEXT

    def spend(self, cells: list[str]) -> None:
        """Count a row."""
        self.text -= sum(map(len, cells))
        if self.text < 0:
            raise InputError(f"{shown(self.name)}: holds more than {MOST_TEXT // 2**20} MB of text; split it")


def _rows(sheet: Any, left: _Left) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    for number, values in enumerate(
        sheet.iter_rows(max_row=left.rows, max_col=MOST_COLUMNS, values_only=True), start=1
    ):
        left.rows -= 1
        if values.count(None) < len(values):
            cells = [_cell(value) for value in values]
            while cells and not cells[-1]:
                cells.pop()
            left.spend(cells)
            yield number, cells


def _cell(value: Any) -> str:
    """As a reader of the sheet would write it: a day without its midnight, a whole number without its point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
