"""From bytes to text, or a clear refusal.

Offsets of mentions are code points of the text returned here. Nothing but a byte order mark at the very start is taken
away: line endings stay as they are in the file, so `open(path, newline="")` gives the same offsets.
"""

from __future__ import annotations

import codecs
import logging
from typing import BinaryIO

from geo.errors import InputError, NotText
from geo.reading.charsets import guessed
from geo.reading.paths import shown, unreadable

log = logging.getLogger(__name__)

MAX_BYTES = 64 * 2**20
"""Largest text or record that is read, in bytes. A long novel is about 2 MB; the bound keeps a wrong file from filling
the memory."""

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a SQLite database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text document",
}
"""First bytes of formats that people hand in for text, with the word for them."""

CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
"""Control bytes that single-byte encodings of written text do not use."""


def take(stream: BinaryIO, name: str, limit: int | None = None) -> bytes:
    """All bytes of the stream, up to `limit`, or `MAX_BYTES`."""
    most = limit or MAX_BYTES
    try:
        data = stream.read(most + 1)
    except OSError as error:
        raise unreadable(name, error) from error
    if len(data) > most:
        raise InputError(f"{shown(name)}: larger than {most // 2**20} MB; split it into articles")
    return data


def decode(data: bytes, name: str) -> str:
    """The text in UTF-8, in UTF-16 or UTF-32 with a byte order mark, or, with a warning, in the encoding that it seems to
    be in, Windows-1252 where nothing tells."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    """A mark promises an encoding; lone surrogates, which Windows writes, survive in UTF-16."""
    try:
        return data.decode(encoding, "strict" if encoding == "utf-8" else "surrogatepass")
    except UnicodeDecodeError as error:
        raise NotText(
            f"{shown(name)}: says it is {encoding.upper()} but byte {error.start} is not; save it as UTF-8"
        ) from error


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise NotText(f"{shown(name)}: is {kind}, not text; save its text as UTF-8")
    if b"\0" in data:
        raise NotText(f"{shown(name)}: is not a text file")


def _old(data: bytes, name: str) -> str:
    """Text from before Unicode: by what its bytes look like, else in Windows-1252, the usual encoding of old Western texts,
    or in Latin-1 where a byte has no meaning in that."""
    if not CONTROLS.isdisjoint(data):
        raise NotText(f"{shown(name)}: is not a text file, or one in an unknown encoding; save it as UTF-8")
    found = guessed(data)
    if found:
        log.warning("%s: is not UTF-8, read as %s, which it seems to be", shown(name), found.called)
        return found.text
    log.warning("%s: is not UTF-8, read as Windows-1252; accented letters may be wrong", shown(name))
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
