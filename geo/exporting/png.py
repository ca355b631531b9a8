"""PNG: a still map for a page or a slide, drawn without a browser and without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from geo.errors import OutputError
from geo.exporting.cleaning import one_line
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.tallies import Tallies
from geo.types import VIEW_NAMES, Story, View

LONGEST_TITLE = 300
"""Characters of a title that are looked at; a line of the widest picture holds fewer."""

LONGEST_NAME = 60
"""Characters of a place's name, as on the page's map."""


def write(
    stories: Iterable[Story], out: BinaryIO, made_by: Provenance = NOTHING_KNOWN, *, title: str = "", dark: bool = False,
    width: int = 1600, height: int = 900,
) -> None:  # fmt: skip
    """The picture, once the last story has come: a mark a place, as large as it is named often.

    `title` stands above the map. Raises `OutputError` where a side has fewer than 200 pixels or more than 4000.
    """
    from PIL.PngImagePlugin import PngInfo

    from geo.drawing import still
    from geo.drawing.marks import Mark
    from geo.drawing.outline import Outline

    tallies, views = Tallies(), list[View]()
    for story in tallies.counted(stories):
        views = views or [story.view]
    marks = tuple(
        Mark(
            one_line(tally.place.name)[:LONGEST_NAME], tally.location.lat, tally.location.lon, tally.mentions,
            tally.place.feature or "", Outline(tally.location.geometry) if tally.location.geometry else None,
            tally.literal == 0, tally.confidence, tally.location.radius_km,
        )
        for tally in tallies
    )  # fmt: skip
    borders = views[0] if views else "un"
    credit = " · ".join(_credits(tallies, borders))
    heading = one_line(title[:LONGEST_TITLE])
    try:
        drawn = still.picture(
            marks, borders=borders, title=heading, credit=credit, dark=dark, width=width, height=height
        )
    except ValueError as error:
        raise OutputError(str(error)) from error
    told = PngInfo()
    told.add_itxt("Title", heading)
    told.add_text("Software", made_by.line)
    told.add_itxt("Source", "; ".join(made_by.attributions or (credit,)))
    drawn.save(out, "PNG", pnginfo=told)


def _credits(tallies: Tallies, borders: View) -> Iterator[str]:
    """Whose data the picture shows."""
    if any(tally.place.id.startswith("geonames:") for tally in tallies):
        yield "Places: GeoNames, CC BY 4.0"
    yield "Map: Natural Earth"
    yield f"Borders: {VIEW_NAMES[borders]}"
    yield "Dateline"
