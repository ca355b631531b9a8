"""Exporting: stories written in the formats other programs read.

One file per format. A writer takes stories as they come and an open text stream, and writes them one by one. To add
one: write `geo/exporting/<format>.py` with such a function, name it in `FORMATS`, mirror it in `tests/exporting/`, and
document it in `docs/formats.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from geo.exporting import csv, geojson, html, jsonl, kml, terminal
from geo.exporting.table import to_frame
from geo.types import Story

__all__ = ["FORMATS", "Writer", "to_frame"]

Writer = Callable[[Iterable[Story], TextIO], None]

FORMATS: dict[str, Writer] = {
    "table": terminal.write,
    "jsonl": jsonl.write,
    "geojson": geojson.write,
    "csv": csv.write,
    "kml": kml.write,
    "html": html.write,
}
"""The writers by the name that `--format` takes; the first is the default."""
