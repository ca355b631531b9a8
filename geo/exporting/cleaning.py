"""Article text made fit for where it goes. The text is a stranger's: it may hold anything."""

from __future__ import annotations

import re
from datetime import date

from geo.types import Article

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Control characters that XML 1.0 forbids and spreadsheets choke on."""

SURROGATE = re.compile("[\ud800-\udfff]")

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""What moves a terminal's cursor, colours it, or turns the direction of writing."""


def without_controls(text: str) -> str:
    """Without control characters but tab and line breaks; lone surrogates become U+FFFD."""
    return SURROGATE.sub("\ufffd", UNFIT.sub("", text))


def as_day(text: str | None) -> date | None:
    """The day that ISO 8601 text means; None where it means none, or there is no text."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def cited(article: Article) -> str:
    """An article in one line: "Talks, The Paper, 2022-02-27"; empty where nothing is known of it."""
    known = (article.title or article.id, article.outlet, article.date)
    return ", ".join(filter(None, (one_line(part or "") for part in known)))


def one_line(text: str) -> str:
    """On one line and harmless to a terminal."""
    return " ".join(SURROGATE.sub("\ufffd", UNSEEN.sub(" ", text)).split())
