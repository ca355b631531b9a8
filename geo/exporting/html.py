"""HTML: one page with text and map of every document, complete in itself, to open from disk without a network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from geo.types import Story


def write(stories: Iterable[Story], out: TextIO) -> None:
    """The page, once the last story has come: it holds all of them."""
    from geo.drawing import standalone_html  # brings folium, which no other format needs

    out.write(standalone_html(*stories))
