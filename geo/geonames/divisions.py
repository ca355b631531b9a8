"""Codes and English names of divisions: admin1CodesASCII.txt and admin2Codes.txt, both `code, name, ASCII name, number`."""

from __future__ import annotations

from geo.geonames.blocks import BadLine, Failures, blocks, cells, lines, number
from geo.geonames.inputs import Input

COLUMNS = 4

Divisions = dict[str, tuple[int, str]]
"""Code → number and name."""


def read(source: Input, failures: Failures) -> Divisions:
    """Every division of a file."""
    found: Divisions = {}
    with source.open() as stream:
        for _, block in blocks(stream):
            for line in lines(block, failures):
                try:
                    code, name, _, place = cells(line, COLUMNS)
                    found[code] = (number(place), name)
                except BadLine as bad:
                    failures.add(bad, line)
    return found
