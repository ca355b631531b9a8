"""How the text of an article opens: its headline, and the lines on day, place and author before its first paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.boilerplate import boilerplate
from geo.boilerplate.lines import lines
from geo.types import Article

HEADER = 200
"""Code points behind the headline within which a dateline begins: lines on day and author may come before it."""

HEAD = 1500
"""Code points at the beginning that are read for what they say of the article."""

MOST_LINES = 8
"""Lines of it, with the first paragraph: headline, a line or two under it, author, day."""

PARAGRAPH = 200
"""Code points from which a line is a paragraph, behind which nothing is said of the article."""

DATED = re.compile(r"[ \t]*(?:date:?[ \t]+)?\d{4}-\d{2}-\d{2}[ \t,:]+", re.IGNORECASE)
"""What may stand before the first name of a dateline: "date 2022-02-27 Moscow: "."""

_HEADLINE = re.compile(
    r"[^\n]{1,200}(?<![.!?:;,…\"”’)])"
    r"(?=[ \t\r]{0,9}\n(?:[ \t\r]{0,9}\n\s*+\S|(?:Published|Posted|Updated|By|BY)\b"
    rf"|[\"“‘'«(\[]?[^\Wa-z][^\n]{{{PARAGRAPH}}}))"
)
"""A first line with an empty one below it and more to come, or with the line on day or author or a paragraph right below."""

_ENDED = re.compile(r"[ \t\r]{0,9}\n")


class Opening(NamedTuple):
    """The lines that a text opens with, without what is not of the article."""

    lines: tuple[str, ...]
    """In order, without the space around them; the last may be the first paragraph, cut."""
    first: bool
    """Whether the first of them is the text's very first line."""


def headline_end(article: Article) -> int:
    """Code points at the text's beginning that are its headline; 0 where it stands apart or there is none.

    Without a title a first line on its own is one, unless it ends as a sentence does.
    """
    title = (article.title or "").strip()
    if title:
        own = article.text.startswith(title) and _ENDED.match(article.text, len(title))
        return len(title) if own else 0
    found = _HEADLINE.match(article.text)
    return found.end() if found else 0


def opening(text: str) -> Opening:
    """The lines that may say something of the article."""
    head = text[:HEAD]
    spans = boilerplate(head)
    kept: list[str] = []
    first = True
    for number, line in enumerate(lines(head)):
        if any(span.start <= line.start < span.end for span in spans):
            first = first and number > 0
            continue
        kept.append(head[line.start : line.end])
        if len(kept) == MOST_LINES or line.end - line.start >= PARAGRAPH:
            break
    return Opening(tuple(kept), first)
