"""An OpenDocument text (.odt): paragraphs, lists and tables as they stand, notes behind them.

Tracked deletions, comments and tables of contents are no text of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from contextlib import suppress

from geo.errors import InputError, NotText
from geo.reading import facts, office
from geo.reading.blocks import Blocks
from geo.reading.bounded import reader
from geo.reading.paths import shown
from geo.types import Article

KIND = ".odt"

BLOCKS = {
    "p": "paragraph",
    "h": "paragraph",
    "table": "table",
    "table-row": "row",
    "table-cell": "cell",
    "note-body": "note",
}
"""Elements of OpenDocument (1.3, part 3) that are blocks."""

SIGNS = {"tab": "\t", "line-break": "\n"}
"""Elements that stand for a character."""

MOST_BLANKS = 100
"""Blanks that one `text:s` may stand for; it can ask for millions."""

read = reader("geo.reading.opendocument:article", "an OpenDocument text")


def article(data: bytes, *, name: str) -> Article:
    """The text of the document and what its properties say. InputError: it is encrypted, damaged, too large or empty."""
    with office.opened(data, name, KIND) as archive:
        walker = OpenDocument()
        if _is_encrypted(archive, name):
            raise NotText(f"{shown(name)}: has a password; save it without one")
        office.walk(archive, "content.xml", walker, name, KIND)
        text = walker.blocks.text()
        if not text:
            raise NotText(f"{shown(name)}: is an OpenDocument text without text")
        return facts.article(text, name, _facts(office.properties(archive, "meta.xml", name, KIND)))


class Manifest(office.Walker):
    """Sees whether a part of the archive is encrypted."""

    encrypted = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Encrypted files have an element that says how."""
        self.encrypted = self.encrypted or name == "encryption-data"


def _is_encrypted(archive: zipfile.ZipFile, name: str) -> bool:
    manifest = Manifest()
    with suppress(InputError):  # a damaged list of files does not cost the text
        office.walk(archive, "META-INF/manifest.xml", manifest, name, KIND)
    return manifest.encrypted


class OpenDocument(office.Walker):
    """Writes down what the content shows."""

    skipped = frozenset(
        {"tracked-changes", "annotation", "table-of-content", "note-citation", "ruby-text", "title", "desc", "forms"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.blocks = Blocks()

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """A block, or a character."""
        if name in BLOCKS:
            self.blocks.open(BLOCKS[name])
        self.blocks.write(SIGNS.get(name, ""))
        if name == "s":
            self.blocks.write(" " * _count(attributes.get("c", "1")))

    def end(self, name: str) -> None:
        """A block ends."""
        if name in BLOCKS:
            self.blocks.close()

    def words(self, text: str) -> None:
        """Text in a paragraph or a span of it; a line's end in the XML is a blank."""
        self.blocks.write(text.replace("\n", " "))


def _count(written: str) -> int:
    return (
        min(int(written), MOST_BLANKS) if written.isascii() and written.isdigit() and len(written) < 9 else MOST_BLANKS
    )


def _facts(found: Mapping[str, str]) -> dict[str, facts.Fact]:
    where = "the document's properties"
    return {
        "title": (found.get("title"), where),
        "author": (found.get("initial-creator") or found.get("creator"), where),
        "date": (found.get("creation-date"), f"{where}: {facts.MADE}"),
        "language": ((found.get("language") or "").split("-")[0].lower(), where),
    }
