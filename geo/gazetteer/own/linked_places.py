"""A Linked Places file in its delimited form (LP-TSV 0.3 and later), or any other table parted by tabs.

https://github.com/LinkedPasts/linked-places-format: one place a line, `id`, `title`, `title_source`, `start` and, where known,
`variants`, `ccodes`, `types`, `fclasses`, `lon`, `lat`, `geowkt` and more; several values in a cell are parted by semicolons.
Of these Dateline uses what says which place it is and where; dates, sources and matches are left aside.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from geo.gazetteer.own.rows import OnError, Row, required


def read(name: str, text: str, on_error: OnError) -> Iterator[Row]:
    """One row a line. A quote is a letter like any other here, unless it stands at both ends of a cell."""
    lines = enumerate(io.StringIO(text, newline=None), start=1)
    found = required(_cells(next(lines, (0, ""))[1]))
    for number, line in lines:
        if line.strip():
            cells = _cells(line)
            yield Row(f"line {number}", {field: cells[at] for field, at in found.items() if at < len(cells)})


def _cells(line: str) -> list[str]:
    return [_unquoted(cell.strip()) for cell in line.rstrip("\n").split("\t")]


def _unquoted(cell: str) -> str:
    inside = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if inside else cell
