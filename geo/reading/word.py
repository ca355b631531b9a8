"""A Word document (.docx): paragraphs, lists and tables as they stand, foot- and endnotes behind them.

Deletions that are only tracked, text that was moved elsewhere, and comments are no text of it.
"""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Mapping

from geo.errors import InputError, NotText
from geo.reading import facts, office
from geo.reading.blocks import Blocks
from geo.reading.bounded import reader
from geo.reading.paths import shown
from geo.types import Article

log = logging.getLogger(__name__)

KIND = ".docx"
MAIN = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")

BLOCKS = {"p": "paragraph", "tbl": "table", "tr": "row", "tc": "cell"}
"""Elements of WordprocessingML (ISO 29500-1, 17) that are blocks."""

SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
"""Elements that stand for a character within a run."""

read = reader("geo.reading.word:article", "a Word document")


def article(data: bytes, *, name: str) -> Article:
    """The text of the document and what its properties say. InputError: it is encrypted, damaged, too large or empty."""
    with office.opened(data, name, KIND) as archive:
        text = "\n\n".join(_texts(archive, name))
        if not text:
            raise NotText(f"{shown(name)}: is a Word document without text")
        return facts.article(text, name, _facts(office.properties(archive, "docProps/core.xml", name, KIND)))


def _texts(archive: zipfile.ZipFile, name: str) -> list[str]:
    """The text, then the notes. Notes that are damaged are told and left out."""
    held = set(archive.namelist())
    found = [_text(archive, MAIN, name)]
    for part in (note for note in NOTES if note in held):
        try:
            found.append(_text(archive, part, name))
        except InputError as error:
            log.warning("%s; the text is read without it", error)
    return [text for text in found if text]


def _text(archive: zipfile.ZipFile, part: str, name: str) -> str:
    walker = Word()
    office.walk(archive, part, walker, name, KIND)
    return walker.blocks.text()


class Word(office.Walker):
    """Writes down what a part shows."""

    skipped = frozenset({"moveFrom", "del", "Fallback", "pPr", "rPr", "tblPr", "sectPr", "instrText", "rt"})

    def __init__(self) -> None:
        super().__init__()
        self.blocks = Blocks()
        self.is_text = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """A block, a character, or text."""
        if name in BLOCKS:
            self.blocks.open(BLOCKS[name])
        self.blocks.write(SIGNS.get(name, ""))
        self.is_text = name == "t"

    def end(self, name: str) -> None:
        """A block ends."""
        self.is_text = False
        if name in BLOCKS:
            self.blocks.close()

    def words(self, text: str) -> None:
        """Only `w:t` holds what is shown."""
        if self.is_text:
            self.blocks.write(text)


def _facts(found: Mapping[str, str]) -> dict[str, facts.Fact]:
    where = "the document's properties"
    return {
        "title": (found.get("title"), where),
        "author": (found.get("creator"), where),
        "date": (found.get("created"), f"{where}: {facts.MADE}"),
    }
