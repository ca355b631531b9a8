"""Lines of text from a stream of bytes that need not fit the memory."""

from __future__ import annotations

import codecs
import io
import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from geo.errors import BadRecord, NotText
from geo.reading.charsets import guessed
from geo.reading.decoding import BYTE_ORDER_MARKS, decode
from geo.reading.failures import OnError
from geo.reading.kinds import Again
from geo.reading.paths import shown, unreadable

log = logging.getLogger(__name__)

WHOLE = 16 * 2**20
"""Bytes up to which a file is decoded at once, so that all of it tells its encoding. Longer ones are read line by line."""

LONGEST_LINE = 16 * 2**20
"""Bytes of a line: eight times a long novel. Longer ones are told and left out."""

BLOCK = 2**20
"""Bytes that are read or skipped at once."""

MOST_NULS = 0.001
"""Share of NUL bytes that a broken export leaves in a text, by our judgement; with more of them it is no text."""

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[str]:
    """The lines with their ends, without a byte order mark. InputError: it is no text, or cannot be read on."""
    head = _read(name, stream, WHOLE)
    more = _read(name, stream, 1) if len(head) == WHOLE else b""
    if not more:
        return _split(decode(_without_nuls(head, name), name))
    whole = io.BufferedReader(Again(head + more, stream))
    mark, encoding = next((known for known in BYTE_ORDER_MARKS if head.startswith(known[0])), (b"", None))
    whole.read(len(mark))
    if encoding in (None, "utf-8"):
        return _decoded(name, whole, encoding or _encoding(head, name), on_error)
    return _wide(name, whole, encoding)


def _read(name: str, stream: BinaryIO, size: int) -> bytes:
    """So many bytes, fewer at the end of the file only."""
    data = bytearray()
    try:
        while len(data) < size and (block := stream.read(min(BLOCK, size - len(data)))):
            data += block
    except OSError as error:
        raise unreadable(name, error) from error
    return bytes(data)


def _split(text: str) -> Iterator[str]:
    """By the line ends of files only: texts may hold others, such as U+2028."""
    return (match[0] for match in LINE.finditer(text))


def _without_nuls(data: bytes, name: str) -> bytes:
    """Without a few stray ones; many are left for `decode` to refuse."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
    count = 0 if wide else data.count(0)
    if not count or count > MOST_NULS * len(data) + 1:
        return data
    log.warning("%s: holds NUL bytes (%d), which are left out", shown(name), count)
    return data.replace(b"\0", b"")


def _encoding(head: bytes, name: str) -> str:
    """What a long file is in, by its head. NotText: it is no text."""
    start = _without_nuls(head[: head.rfind(b"\n") + 1] or head, name)
    decode(start, name)
    try:
        start.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        found = guessed(start)
        return found.encoding if found else "cp1252"


def _decoded(name: str, stream: BinaryIO, encoding: str, on_error: OnError) -> Iterator[str]:
    """Lines in an encoding whose line feeds are one byte. A line in another one is read as Latin-1, with a warning."""
    warned = False
    for line in _bounded(name, stream, on_error):
        try:
            yield line.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            if not warned:
                log.warning("%s: some lines are not in %s; accented letters may be wrong", shown(name), encoding)
            warned = True
            yield line.decode("latin-1").replace("\0", "")


def _bounded(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[bytes]:
    number = 0
    try:
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) <= LONGEST_LINE:
                yield line
                continue
            on_error(BadRecord(f"{shown(name)}, line {number}: is longer than {LONGEST_LINE // 2**20} MB and left out"))
            while line and not line.endswith(b"\n"):
                line = stream.readline(BLOCK)
    except OSError as error:
        raise unreadable(name, error) from error


def _wide(name: str, stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Lines in UTF-16 or UTF-32. One that is longer than a line may be comes in pieces, and none is lost."""
    text = io.TextIOWrapper(stream, encoding, errors="surrogatepass", newline="")
    try:
        while line := text.readline(LONGEST_LINE):
            yield line
    except OSError as error:
        raise unreadable(name, error) from error
    except UnicodeDecodeError as error:
        raise NotText(
            f"{shown(name)}: says it is {encoding.upper()} but some of it is not; save it as UTF-8"
        ) from error
