"""A JSONL file: one document a line, `{"id", "text", "title"?, "date"?, "source"?}`; other fields are ignored."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from geo.errors import BadRecord, InputError
from geo.reading.dates import day
from geo.reading.decoding import MAX_BYTES
from geo.reading.failures import OnError
from geo.reading.paths import shown, unreadable
from geo.types import Article


def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """The documents in the order of the file. Blank lines are skipped; a bad line is told by file and number."""
    for number, line in enumerate(_lines(name, stream, on_error), start=1):
        try:
            article = _article(_document(line), name, number) if line.strip() else None
        except BadRecord as error:
            on_error(BadRecord(f"{shown(name)}, line {number}: {error}"))
        else:
            if article:
                yield article


def _lines(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[bytes]:
    """Lines, the first without its byte order mark. No text is as long as `MAX_BYTES`: such a line ends the file."""
    prefix = codecs.BOM_UTF8
    while line := _line(name, stream, on_error):
        yield line.removeprefix(prefix)
        prefix = b""


def _line(name: str, stream: BinaryIO, on_error: OnError) -> bytes:
    """The next line, empty at the end of what can be read."""
    try:
        line = stream.readline(MAX_BYTES + 1)
    except OSError as error:
        on_error(unreadable(name, error))
        return b""
    if len(line) > MAX_BYTES:
        on_error(InputError(f"{shown(name)}: has a line of more than {MAX_BYTES // 2**20} MB; the rest is not read"))
        return b""
    return line


def _document(line: bytes) -> dict[str, Any]:
    """Lone surrogates and NULs written as escapes survive: they are part of the text that offsets count in."""
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadRecord("is in UTF-16; save the file as UTF-8")
    try:
        document = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRecord(f"is not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except RecursionError as error:
        raise BadRecord("is nested too deeply") from error
    except ValueError as error:
        raise BadRecord(f"is not JSON ({error})") from error
    if not isinstance(document, dict):
        raise BadRecord(f'is not an object like {{"id": …, "text": …}} but {type(document).__name__}')
    return document


def _article(document: dict[str, Any], name: str, number: int) -> Article:
    text = document.get("text")
    if not isinstance(text, str):
        raise BadRecord('has no "text"' if text is None else f'its "text" is not a string but {type(text).__name__}')
    return Article(
        text,
        id=_identifier(document.get("id"), f"{name}:{number}"),
        title=_string(document.get("title")),
        date=day(document.get("date")),
        source=_string(document.get("source")),
    )


def _identifier(value: Any, otherwise: str) -> str:
    """The document's own id; numbers are written out. A document without one is called by file and line."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
