"""What a document is: by its first bytes, where these say so, then by its suffix.

People save a PDF as `story.txt` and a page as `story`; the bytes know better. Text has no mark of its own, so among kinds
of text the suffix decides.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from geo.reading import text
from geo.reading.failures import OnError, Reader
from geo.reading.paths import unreadable
from geo.types import Article

HEAD_BYTES = 2**16
"""Bytes that are looked at. In zipped documents the files that tell their kind begin within the first few thousand."""

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x1f\x8b", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\0", ".xz"),
    (b"WARC/", ".warc"),
    (b"PAR1", ".parquet"),
)
"""First bytes and the suffix of what begins so."""

ALSO: Mapping[str, tuple[str, ...]] = {".gz": (".tgz",), ".bz2": (".tbz2", ".tbz"), ".xz": (".txz",)}
"""Other suffixes of files that begin with the same bytes: packed archives."""

ZIP = b"PK\x03\x04"
FIRST_NAME = 30
"""Offset of the name of the first file within a ZIP archive."""

OFFICE_FIRST = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/")
"""How the first name begins where the archive is a document of Office. An archive of documents begins otherwise."""

ZIPPED: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"PK\x03\x04.{26}word/", re.DOTALL), ".docx"),
    (re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL), ".xlsx"),
)
"""Names of files within, as an archive spells them before each, and the suffix of the documents that have such."""

OPEN_DOCUMENT = re.compile(rb"mimetype.{0,64}?application/vnd\.oasis\.opendocument\.(text|spreadsheet)", re.DOTALL)
"""The first file of an OpenDocument says what it is."""

HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><\?xml[^>]{0,200}\?>\s*)?(?>(?:<!--.{0,2000}?-->\s*)*)<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The head of a page of the web. A fragment without it is text that may well speak of `<p>`."""

MARKDOWN = (".md", ".markdown")
"""Text that may begin with HTML."""

TEXTS = ("", ".txt", ".text")
"""Suffixes that a ZIP archive never has on purpose."""


def suffix(name: str, head: bytes) -> str:
    """The suffix, in small letters, that the document should have by its first bytes. Its own where they do not say."""
    own = Path(name).suffix.lower()
    if head.startswith(ZIP) and own != ".zip":  # an archive may hold documents that are not packed again
        return _zipped(head) or (".zip" if own in TEXTS else own)
    marked = next((told for mark, told in MARKS if head.startswith(mark)), None)
    if marked:
        return own if own in ALSO.get(marked, ()) else marked
    return ".html" if own not in MARKDOWN and HTML.match(head) else own


def _zipped(head: bytes) -> str | None:
    """The suffix of a document that is a ZIP archive. None: it is an archive like any other, or a document unknown here."""
    told = OPEN_DOCUMENT.match(head, FIRST_NAME)
    if told:
        return {b"text": ".odt", b"spreadsheet": ".ods"}[told[1]]
    if not head.startswith(OFFICE_FIRST, FIRST_NAME):
        return None
    return next((kind for pattern, kind in ZIPPED if pattern.search(head)), None)


def reader_for(name: str, head: bytes, readers: Mapping[str, Reader]) -> Reader:
    """The reader of what the document is; of text, where no reader knows it."""
    own = Path(name).suffix.lower()
    return readers.get(suffix(name, head)) or readers.get(own) or text.read


def by_kind(readers: Mapping[str, Reader]) -> Reader:
    """A reader that looks at the first bytes and hands on to the right one."""

    def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
        try:
            head, stream = peeked(stream)
        except OSError as error:
            on_error(unreadable(name, error))
            return
        yield from reader_for(name, head, readers)(name, stream, on_error)

    return read


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that gives them again: the same one where it can go back.

    Of a pipe, what has come by now: who writes into it line by line is answered line by line.
    """
    if stream.seekable():
        head = stream.read(HEAD_BYTES)
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    head = _come(stream, HEAD_BYTES)
    return head, io.BufferedReader(Again(head, stream))


def _come(stream: BinaryIO, length: int) -> bytes:
    """What one look at a stream gives, empty at its end only."""
    return stream.read1(length) if isinstance(stream, io.BufferedReader) else stream.read(length)


class Again(io.RawIOBase):
    """A pipe with its first bytes put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = memoryview(head)
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        data = self.head[: len(buffer)] or _come(self.rest, len(buffer))
        self.head = self.head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
