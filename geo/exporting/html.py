"""HTML: one page with text and map of every document, complete in itself, to open from disk without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from geo.types import Story

MAP_ID = re.compile(r'id="(map_[0-9a-f]{32})"')
"""The name that folium draws by lot for its map."""


def write(stories: Iterable[Story], out: TextIO) -> None:
    """The page, once the last story has come: it holds all of them. Equal stories give equal bytes."""
    from geo.drawing import standalone_html  # brings folium, which no other format needs

    page = standalone_html(*stories)
    drawn_by_lot = MAP_ID.search(page)
    out.write(page.replace(drawn_by_lot[1], "map_dateline") if drawn_by_lot else page)
