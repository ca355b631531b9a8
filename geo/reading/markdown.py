"""A Markdown file: its text as it is written, marks and all, without the front matter at its head.

Front matter is YAML in general; what writers put there is a few plain lines, and only such are understood, so no YAML is
run. The text, and with it every offset, begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from geo.errors import InputError
from geo.reading import facts
from geo.reading.decoding import decode, take
from geo.reading.failures import OnError
from geo.types import Article

LONGEST = 20_000
"""Characters that front matter may have; where it goes on for longer, the lines are a rule and text."""

FRONT = re.compile(rf"---[ \t]*\r?\n(?P<lines>(?s:.{{0,{LONGEST}}}?)(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)\s*")
LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*))?\r?$")
FOLLOWS = re.compile(r"[ \t]|-[ \t]|#|\r?$")
"""How a line begins that belongs to the key before it, or says nothing."""

ITEM = re.compile(r"[ \t]*-[ \t]+([^\r\n]+)")

KEYS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "author": "author",
    "authors": "author",
    "by": "author",
    "lang": "language",
    "language": "language",
    "publication": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
}
"""What keys in use are called here. Of several for one thing the first counts."""

WHERE = "the file's front matter"


def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """The whole stream as one article, called by its name."""
    try:
        text = decode(take(stream, name), name)
    except InputError as error:
        on_error(error)
    else:
        yield article(text, name)


def article(text: str, name: str) -> Article:
    """The text with what its front matter says. Lines of another form make it text like the rest."""
    front = FRONT.match(text)
    said = _said(front["lines"]) if front else None
    if said is None:
        return facts.article(text, name, {})
    return facts.article(text[front.end() :], name, {field: (value, WHERE) for field, value in said.items()})


def _said(lines: str) -> dict[str, str] | None:
    """The fields that are understood. None: these lines are no front matter."""
    said: dict[str, str] = {}
    field = None
    for line in lines.split("\n"):
        found = LINE.match(line)
        if found:
            field = KEYS.get(found["key"].lower())
            _add(said, field, found["value"] or "")
        elif not FOLLOWS.match(line):
            return None
        elif item := ITEM.match(line):
            _add(said, field, item[1], among="author")
    return said if any(LINE.match(line) for line in lines.split("\n")) else None


def _add(said: dict[str, str], field: str | None, value: str, among: str | None = None) -> None:
    """A value for the field, once; several authors become one line."""
    value = _bare(value)
    if not field or not value:
        return
    if among == field and field in said:
        said[field] += f", {value}"
    else:
        said.setdefault(field, value)


def _bare(value: str) -> str:
    """The value without quotes, the brackets of a list, or a comment behind it."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value
    value = re.sub(r"(?:^|\s)#.*$", "", value)
    if value.startswith("["):
        return ", ".join(_bare(item) for item in value.strip("[] ").split(","))
    return "" if value in ("|", ">", "null", "~") else value.strip()
