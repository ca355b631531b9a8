"""The lines of a text: what pages put around an article stands in lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 400
"""Code points of a line that is read as one; in a longer one, a paragraph, only what its own words give away is found."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_AROUND = " \t\u00a0\u200b\ufeff•·*—–-_=~<>»›→▶►▸|[]()"
"""What is written around the words of a button or a link: "» Read more", "--- ADVERTISEMENT ---"."""

_HEADING = re.compile(r"#{1,6}(?=\s)")
"""What begins a heading in Markdown; `#Kyiv` is a tag."""


class Line(NamedTuple):
    """A line that is not empty."""

    start: int
    """First code point of it in the text, without the space around it."""
    end: int
    """One past the last."""
    words: str
    """It without bullets and brackets around it. Empty: it is longer than `LONGEST`, or there is nothing else."""
    apart: bool
    """Whether nothing stands in the line above it, or the text begins."""


def lines(text: str) -> Iterator[Line]:
    """The lines that are not empty, in order."""
    last = 0
    for found in _LINE.finditer(text):
        written = found[0].strip()
        if not written:
            continue
        start = found.start() + found[0].index(written[0])
        words = _bare(written) if len(written) <= LONGEST else ""
        yield Line(start, start + len(written), words, last == 0 or text.count("\n", last, start) > 1)
        last = start + len(written)


def _bare(written: str) -> str:
    return _HEADING.sub("", written).strip(_AROUND)
