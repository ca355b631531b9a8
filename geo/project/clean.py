"""What of an article may stand in a column: plain text of a bounded length, keys that compare, and hashes.

Exact texts are kept as bytes and JSON elsewhere (`geo.project.codec`); what is here is for looking up, sorting and showing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from base64 import urlsafe_b64encode

from geo.errors import InputError, ProjectError

DAMAGED = "the project is damaged: a record of it cannot be read; restore the file from a copy"

MAX_COLUMN = 1000
"""Longest title, name or address in a column, in code points: no headline comes near, and a list of them stays light."""

MAX_ID = 200
"""Longest identifier of an article that is kept as it is, in code points; longer ones are known by their text's hash."""

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters, which PostgreSQL refuses (NUL) or readers cannot see, and lone surrogates, which UTF-8 cannot carry."""

DIGEST_BYTES = 15
"""Bytes of a content's digest: 120 bits, so that nobody finds two contents of one digest; 20 letters as text."""

MAX_TEXT_BYTES = 256 * 2**20
"""Longest text in UTF-8: four times what the readers take of a file. A file from others cannot unpack to more either."""

LEVEL = 1
"""zlib's fastest: a text shrinks to about half, at a tenth of the cost of the best."""


def column(text: str | None) -> str | None:
    """A string that any database takes; None stays None."""
    return None if text is None else UNFIT.sub("\ufffd", text[:MAX_COLUMN])


def text_hash(text: str) -> str:
    """SHA-256 of a text, lone surrogates and all."""
    return hashlib.sha256(_bytes(text)).hexdigest()


def article_id(given: str, text: str) -> str:
    """The identifier an article is known by in a project: the one it brings, or one from its text where that will not do."""
    if given and len(given) <= MAX_ID and not UNFIT.search(given):
        return given
    return f"text:{text_hash(given + chr(0) + text)[:24]}"


def surface_key(surface: str) -> str:
    """What surfaces of the same name share, whatever their case, width and line breaks."""
    folded = " ".join(unicodedata.normalize("NFKC", surface).casefold().split())
    return UNFIT.sub("\ufffd", folded)[:MAX_COLUMN]


def packed(text: str) -> bytes:
    """A text as bytes; `unpacked` gives it back to the letter. Raises `InputError` where it is too long to keep."""
    data = _bytes(text)
    if len(data) > MAX_TEXT_BYTES:
        raise InputError(f"an article has {len(data)} bytes, {MAX_TEXT_BYTES} at most can be kept: split it")
    return zlib.compress(data, LEVEL)


def unpacked(data: bytes) -> str:
    """The text that was packed. Raises `ProjectError` where the bytes are damaged."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MAX_TEXT_BYTES).decode("utf-8", "surrogatepass")
    except (ValueError, zlib.error) as damage:
        raise ProjectError(DAMAGED) from damage
    if not unpacking.eof:
        raise ProjectError(DAMAGED)
    return text


def digest(content: str) -> str:
    """The address of a content: letters, digits, `-` and `_` only."""
    raw = hashlib.blake2b(content.encode(), digest_size=DIGEST_BYTES).digest()
    return urlsafe_b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
