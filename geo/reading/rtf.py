"""A rich text document (.rtf): its paragraphs, by striprtf. Footnotes and headers are left out, as that library does.

It is plain Python and cannot crash, but some of its patterns take quadratic time, so it runs in a helper.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise, zip_longest

from geo.errors import NotText
from geo.reading import facts
from geo.reading.bounded import reader
from geo.reading.charsets import codec
from geo.reading.paths import shown
from geo.types import Article

MAX_BYTES = 16 * 2**20
"""Largest document, in bytes: about 10 s of work. Larger ones hold pictures in the first place."""

START = b"{\\rtf"
CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
INFO = re.compile(r"\{\\(title|author)\s([^{}]{1,2000})\}")
MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})\D")
HEAD = 2**16
"""Characters at the beginning in which the properties stand."""

WHERE = "the document's properties"

read = reader("geo.reading.rtf:article", "a rich text document", MAX_BYTES)


def article(data: bytes, *, name: str) -> Article:
    """The text and what the properties say. InputError: it is none, damaged, or empty."""
    if not data.lstrip().startswith(START):
        raise NotText(f"{shown(name)}: is no rich text document; name it .txt to read it as text")
    page = CODE_PAGE.search(data[:HEAD])
    source = data.decode(codec(f"cp{int(page[1])}" if page else None) or "cp1252", "replace")
    text = _paragraphs(_plain(source, name))
    if not text:
        raise NotText(f"{shown(name)}: is a rich text document without text")
    return facts.article(text, name, _facts(source[:HEAD], name))


def _plain(source: str, name: str) -> str:
    """What striprtf makes of it, with characters that RTF writes in two halves put together."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(source, errors="replace")
    except Exception as error:  # it raises what numbers and code pages out of range raise
        raise NotText(f"{shown(name)}: is a damaged rich text document; save its text as UTF-8") from error
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def _paragraphs(text: str) -> str:
    """Lines are paragraphs, with an empty line between them now; rows of a table stay together, their cells apart by tabs."""
    lines = [line.strip() for line in text.splitlines() if line.strip(" |\t\r\n\xa0")]
    together = (before.endswith("|") and line.endswith("|") for before, line in pairwise(lines))
    glued = ("\n" if kept else "\n\n" for kept in together)
    rows = (line.rstrip("|").replace("|", "\t") if line.endswith("|") else line for line in lines)
    return "".join(chain(*zip_longest(rows, glued, fillvalue="")))


def _facts(head: str, name: str) -> dict[str, facts.Fact]:
    found = {key: _plain(f"{{\\rtf1 {words}}}", name) for key, words in INFO.findall(head)}
    made = MADE.search(head)
    day = f"{made[1]}-{made[2]:0>2}-{made[3]:0>2}" if made else None
    return {
        "title": (found.get("title"), WHERE),
        "author": (found.get("author"), WHERE),
        "date": (day, f"{WHERE}: {facts.MADE}"),
    }
