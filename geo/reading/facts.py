"""What a document says about itself, as an article's fields and where each came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.reading.dates import day
from geo.types import Article, Part

LONGEST = 500
"""Characters of a title, an author or an outlet that are kept; more is a text in the wrong place."""

MADE = "the day the file was made"
ARCHIVED = "the day it was archived"
"""Where a date comes from that is of the mere file: a template or an export may be years younger or older than the article."""

Fact = tuple[Any, str]
"""A value as the document has it, and where it stands there, in plain words: "the page's metadata". Empty: the caller
handed it in."""


def article(text: str, name: str, facts: Mapping[str, Fact], parts: Sequence[Part] = ()) -> Article:
    """The article of a file with the facts that are there. A date must be a full one; line breaks become spaces."""
    values = {field: _value(field, value) for field, (value, _) in facts.items()}
    fields = {field: value for field, value in values.items() if value}
    told = {field: facts[field][1] for field in fields if facts[field][1]}
    return Article(
        text, **{"id": name, "source": None if name == "-" else name, **fields}, told=told, parts=tuple(parts)
    )


def _value(field: str, value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    line = " ".join(value.replace("\0", " ").split())[:LONGEST]
    return day(line) if field == "date" else line
