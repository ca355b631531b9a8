"""CSV: one row a mention, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from geo.exporting.cleaning import without_controls
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.table import COLUMNS, rows
from geo.types import Story

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet run a cell (OWASP, "CSV injection"), with the full-width forms that some take as well."""


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """A header and the rows, UTF-8, comma, as RFC 4180 but with plain line feeds."""
    writer = csv.DictWriter(out, (*COLUMNS, "made_by"), lineterminator="\n")
    writer.writeheader()
    for story in stories:
        told = (row | {"made_by": made_by.line} for row in rows(story))
        writer.writerows({column: cell(value) for column, value in row.items()} for row in told)
        out.flush()


def cell(value: Any) -> Any:
    """Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = without_controls(value)
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip().startswith(FORMULA) else text
