"""Exporting: stories written in the formats other programs read.

One file per format. A writer takes stories as they come, an open stream and what made them, and writes them one by one. To
add one: write `geo/exporting/<format>.py` with such a function, name it in `FORMATS`, mirror it in `tests/exporting/`, and
document it in `docs/formats.md`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from geo.exporting import (
    csv,
    geojson,
    geopackage,
    html,
    jsonl,
    kml,
    linked_places,
    png,
    terminal,
    web_annotations,
    xlsx,
)
from geo.exporting.atomic import TEXT
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.table import to_frame
from geo.types import Story

__all__ = ["FORMATS", "NOTHING_KNOWN", "Format", "Provenance", "Writer", "to_frame", "write"]

Writer = Callable[..., None]
"""`write(stories, out, made_by)`: the stories, the open stream, and the `Provenance` that the file tells of."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write stories, and what people and programs call it."""

    write: Writer
    label: str
    """For a button or a list."""
    says: str
    """One sentence on what it is good for."""
    suffix: str
    """Of a file's name, with its full stop."""
    mime: str
    """Its media type."""
    binary: bool = False
    """Whether it is written to a stream of bytes rather than of text."""
    shows_places: bool = False
    """Whether it shows places rather than all that was found, and so leaves boilerplate out unless that is asked for."""


FORMATS: dict[str, Format] = {
    "table": Format(
        terminal.write, "Text", "A table to read in a terminal or a mail.", ".txt", "text/plain", shows_places=True
    ),
    "jsonl": Format(
        jsonl.write, "JSON Lines", "Everything that is known, for programs: one article a line.", ".jsonl",
        "application/jsonl",
    ),
    "geojson": Format(
        geojson.write, "GeoJSON", "Points, lines and areas for web maps and GIS: one feature a mention.", ".geojson",
        "application/geo+json", shows_places=True,
    ),
    "csv": Format(csv.write, "CSV", "A plain table for any spreadsheet or program: one row a mention.", ".csv", "text/csv"),
    "xlsx": Format(
        xlsx.write, "Excel", "A workbook with sheets of mentions, places and articles.", ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", binary=True,
    ),
    "gpkg": Format(
        geopackage.write, "GeoPackage", "One file with layers of points, lines and areas, for QGIS and other GIS.", ".gpkg",
        "application/geopackage+sqlite3", binary=True, shows_places=True,
    ),
    "kml": Format(
        kml.write, "KML", "For Google Earth: a folder an article, a placemark a mention.", ".kml",
        "application/vnd.google-earth.kml+xml", shows_places=True,
    ),
    "lpf": Format(
        linked_places.write, "Linked Places", "For gazetteers and historians: one place with all that attests it.",
        ".lpf.json", "application/ld+json", shows_places=True,
    ),
    "w3c": Format(
        web_annotations.write, "Web Annotations", "For annotation tools: the exact words of each text, linked to a place.",
        ".jsonld", "application/ld+json", shows_places=True,
    ),
    "html": Format(
        html.write, "Web page", "One page with map and articles that opens anywhere, also without a network.", ".html",
        "text/html", shows_places=True,
    ),
    "png": Format(
        png.write, "Picture", "A still map for a page or a slide.", ".png", "image/png", binary=True, shows_places=True
    ),
}  # fmt: skip
"""The formats by the name that `--format` takes; the first is the default."""


def write(
    format: str, stories: Iterable[Story], out: BinaryIO, made_by: Provenance = NOTHING_KNOWN, **options: Any
) -> None:
    """Write stories to a stream of bytes, whatever the format: text in UTF-8. `out` stays open.

    Stories are taken one by one, so `Project.selected(filter)` needs no more memory than one of them; `html`, which shows all
    at once, keeps them. `options`: those that the format's own writer takes, such as `title` of `png`. A `KeyError` says
    that there is no such format.
    """
    chosen = FORMATS[format]
    if chosen.binary:
        chosen.write(stories, out, made_by, **options)
        return
    text = io.TextIOWrapper(out, **TEXT)
    try:
        chosen.write(stories, text, made_by, **options)
        text.flush()
    finally:
        text.detach()
