"""Lines of hierarchy.txt, `parent, child, type`, as pairs of numbers."""

from __future__ import annotations

from geo.geonames.blocks import BadLine, Failures, lines, number

FEWEST_COLUMNS, COLUMNS = 2, 3
"""The type is left out in some rows."""

Row = tuple[int, int]
"""Parent and child."""


def read(block: bytes) -> tuple[list[Row], Failures]:
    """The pairs of a block of lines, and what could not be read."""
    failures, rows = Failures(), []
    for line in lines(block, failures):
        row = line.split("\t")
        try:
            if not FEWEST_COLUMNS <= len(row) <= COLUMNS:
                raise BadLine(f"has {len(row)} columns, not {COLUMNS}")
            rows.append((number(row[0]), number(row[1])))
        except BadLine as bad:
            failures.add(bad, line)
    return rows, failures
