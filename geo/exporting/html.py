"""HTML: one page with text and map of every document, complete in itself, to open from disk without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TextIO

from geo.exporting.cleaning import one_line
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.types import Story

LONGEST_HEADLINE = 120
"""Characters of a headline in the page's title; bounded, so that the encoding is declared in the first 1,024 bytes."""


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN, *, title: str = "") -> None:
    """The page, once the last story has come: it holds all of them. `title`: what the browser calls it; empty: the headline."""
    from geo.drawing import standalone_html  # brings folium, which no other format needs

    stories = list(stories)
    called = one_line(title)[:LONGEST_HEADLINE] or _title(stories)
    out.write(
        standalone_html(*stories, made_by=(made_by.line, *made_by.attributions)).replace(
            "<head>", f"<head>\n<title>{escape(called)}</title>", 1
        )
    )


def _title(stories: Sequence[Story]) -> str:
    """What search, previews and a page without scripts show: the first headline, and how many more there are."""
    article = stories[0].article if stories else None
    first = one_line(article.title or article.id)[:LONGEST_HEADLINE] if article else ""
    more = f" and {len(stories) - 1} more" if len(stories) > 1 else ""
    return f"{first or 'Dateline'}{more}"
