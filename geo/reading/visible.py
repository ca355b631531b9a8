"""All the text that a page shows, where its article cannot be found.

The parser of the standard library keeps no tree, so pages nested a hundred thousand deep are read like any other.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "title", "iframe", "object", "svg", "select", "textarea"}
)
"""Elements whose text is not shown, or is no text to read."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
"""Elements within a line. All others end a paragraph."""

SPACE = re.compile(r"\s+")


def visible_text(source: str) -> str:
    """Paragraphs with an empty line between them. Empty where nothing is shown."""
    parser = _Visible()
    parser.feed(source)
    parser.close()
    paragraphs = (SPACE.sub(" ", line).strip() for line in "".join(parser.pieces).split(_Visible.END))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


class _Visible(HTMLParser):
    """Collects text; an element that hides what it holds hides it up to its own end, whatever stands between."""

    END = "\0"

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hiding = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph."""
        if not self.hiding and tag in HIDDEN:
            self.hiding = tag
        self._block(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`: it holds nothing that could be hidden."""
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its paragraph."""
        if tag == self.hiding:
            self.hiding = ""
        self._block(tag)

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self.hiding:
            self.pieces.append(data.replace(self.END, ""))

    def _block(self, tag: str) -> None:
        if tag not in INLINE:
            self.pieces.append(self.END)
