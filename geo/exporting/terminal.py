"""A table to read in a terminal: one block a document, one line a mention."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

from geo.exporting.cleaning import one_line
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.focus import words
from geo.types import Mention, Story

HEADER = ("TEXT", "PLACE", "LAT", "LON", "SURE", "ROLE", "WHY")
WIDTHS = (32, 40, 9, 9, 4, 11, 60)
"""Widest a column gets, in terminal cells."""

LONGEST_PART = 100
"""Characters of the names of a focus, or of its reason."""

NUMERIC = frozenset({2, 3, 4})
"""Columns set flush right."""


def write(stories: Iterable[Story], out: TextIO, _made_by: Provenance = NOTHING_KNOWN) -> None:
    """Each document under its name, as soon as it comes. Of what made them only the other formats tell."""
    for index, story in enumerate(stories):
        out.write("\n" if index else "")
        out.write("".join(f"{line}\n" for line in lines(story)))
        out.flush()


def lines(story: Story) -> list[str]:
    """The name of the document, then its mentions in text order under one header."""
    title = " · ".join(one_line(part) for part in (story.article.id, story.article.title) if part) or "(no name)"
    if not story.mentions:
        return [title, "  no places found"]
    cells = [HEADER, *(_cells(mention) for mention in story.mentions)]
    widths = [min(limit, max(_width(row[i]) for row in cells)) for i, limit in enumerate(WIDTHS)]
    return [title, *_about(story), *(_line(row, widths) for row in cells)]


def _about(story: Story) -> list[str]:
    """What the document is about, how sure that is, and the weightiest reason."""
    if story.focus is None:
        return []
    finest = story.focus.finest
    sure = [f"{finest.confidence:.0%}"] if finest else []
    told = [f"about {words.line(story.focus)}", *sure, *story.focus.reasons[:1]]
    return [f"  {' · '.join(one_line(part)[:LONGEST_PART] for part in told)}"]


def _cells(mention: Mention) -> tuple[str, ...]:
    reason = mention.resolution.reasons[0] if mention.resolution and mention.resolution.reasons else ""
    place = mention.place.label if mention.place else "not located"
    where = (f"{mention.location.lat:.4f}", f"{mention.location.lon:.4f}") if mention.location else ("", "")
    sure = f"{mention.confidence:.0%}" if mention.place else ""
    return (one_line(mention.surface), one_line(place), *where, sure, mention.role, one_line(reason))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_fitted(text, width, right=i in NUMERIC) for i, (text, width) in enumerate(zip(row, widths, strict=True)))
    return ("  " + "  ".join(cells)).rstrip()


def _fitted(text: str, width: int, *, right: bool) -> str:
    text = text[: 4 * width]  # room for a few combining marks on every letter, not for a megabyte of them
    if _width(text) > width:
        while _width(text) > width - 1:
            text = text[:-1]
        text += "…"
    padding = " " * (width - _width(text))
    return padding + text if right else text + padding


def _width(text: str) -> int:
    """Terminal cells that the text takes: East Asian letters take two, combining marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
