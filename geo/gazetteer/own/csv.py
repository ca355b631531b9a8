"""A CSV file of places: `name`, `lat`, `lon`, and more columns if it has them; parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from geo.errors import BadRecord
from geo.gazetteer.own.rows import OnError, Row, required

DELIMITERS = (",", ";", "\t", "|")

_QUOTED = re.compile('"[^"]*"')
_EXCEL = re.compile(r"sep=([,;\t|])\s*?\r?\n")
"""A first line by which spreadsheets tell the delimiter."""


_END = "\0end of file\0"
"""A last line of our own: a quote that is never closed takes it in."""


def read(name: str, text: str, on_error: OnError) -> Iterator[Row]:
    """The rows below the header. A row that cannot be taken apart, as one whose quote never closes, is told."""
    told = _EXCEL.match(text)
    body = text[told.end() :] if told else text
    above = 1 if told else 0
    parted_by = told[1] if told else delimiter(body.partition("\n")[0])
    rows = csv.reader(io.StringIO(f"{body}\n{_END}\n", newline=""), delimiter=parted_by)
    found = required(_header(rows))
    while True:
        line = above + rows.line_num + 1
        try:
            cells = next(rows, [_END])
        except csv.Error as error:
            on_error(BadRecord(f"{name}, {_lines(line, above + rows.line_num)}: cannot be taken apart ({error})"))
            continue
        if _is_open(cells):
            on_error(BadRecord(f"{name}, line {line}: a quote is opened and never closed"))
        if cells == [_END] or _is_open(cells):
            return
        if any(cell.strip() for cell in cells):
            yield Row(f"line {line}", {field: cells[at] for field, at in found.items() if at < len(cells)})


def _is_open(cells: list[str]) -> bool:
    """Whether the last line came to stand within a quote."""
    return bool(cells) and _END in cells[-1] and cells != [_END]


def delimiter(header: str) -> str:
    """The likeliest one: it stands in the header most often, outside quotes."""
    bare = _QUOTED.sub("", header)
    return max(DELIMITERS, key=bare.count)


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        header = next(rows, [])
    except csv.Error as error:
        raise BadRecord(f"has no header that can be read ({error})") from error
    if _is_open(header):
        raise BadRecord("in the header a quote is opened and never closed")
    return [] if header == [_END] else header


def _lines(first: int, last: int) -> str:
    return f"line {first}" if last <= first else f"lines {first} to {last}, a quote opened there and never closed"
