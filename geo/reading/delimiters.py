"""What parts the cells of a CSV file: judged by its first rows."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")

NEVER = "\x1f"
"""A delimiter that parts nothing, for a table of one column."""

ALIKE = 0.6
"""Share of the rows that must have equally many cells for a delimiter to be believed; sentences have commas too."""

HALF = 0.5
"""What it counts that all rows have the header's cells or more: a last column whose texts hold the delimiter, unquoted."""


class Parted(NamedTuple):
    """How the rows are parted."""

    delimiter: str
    width: int
    """Cells of a usual row."""


def parted(lines: Sequence[str]) -> Parted:
    """The delimiter by which most of these lines have equally many cells, at least two."""
    judged = [(*_judged(lines, delimiter), delimiter) for delimiter in DELIMITERS]
    score, _, width, delimiter = max(judged, key=lambda found: found[:3])
    return Parted(delimiter, width) if score else Parted(NEVER, 1)


def _judged(lines: Sequence[str], delimiter: str) -> tuple[float, int, int]:
    """How well it parts them, 0 to 1; how many cells it tears, below 0; and into how many cells it parts a usual row.

    A cell is torn that has one of two quotes: the delimiter stands between them.
    """
    rows = [row for row in _rows(lines, delimiter) if any(map(str.strip, row))]
    torn = -sum(cell.count('"') % 2 for row in rows for cell in row)
    widths = [len(row) for row in rows]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, torn, 1
    width, count = several.most_common(1)[0]
    if count / len(widths) >= ALIKE:
        return count / len(widths), torn, width
    if widths[0] > 1 and all(width >= widths[0] for width in widths):
        return HALF, torn, widths[0]
    return 0.0, torn, 1


def _rows(lines: Iterable[str], delimiter: str) -> list[list[str]]:
    """What can be parted of them; a cell that is too long for csv ends it, and so does a quote that the last line opens."""
    rows = []
    with suppress(csv.Error):
        for row in csv.reader(lines, delimiter=delimiter):
            rows.append(row)
    return rows[:-1] if len(rows) > 2 else rows
