"""A JSONL file: one document a line, `{"id", "text", "title"?, "date"?, "source"?}`; other fields are ignored.

A document without `text` is read by the names of its fields, as a table is by those of its columns: `body`, `headline`.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO

from geo.errors import BadRecord, InputError
from geo.reading.columns import FIELDS, Columns, guess, listed, told_in
from geo.reading.dates import day
from geo.reading.decoding import MAX_BYTES
from geo.reading.failures import OnError
from geo.reading.paths import shown, unreadable
from geo.reading.table import Blanks, known
from geo.types import Article

HEADERS_CACHED = 64
"""Sets of fields whose meaning is remembered: the documents of a file mostly have the same."""


def read(name: str, stream: BinaryIO, on_error: OnError, *, columns: Columns | None = None) -> Iterator[Article]:
    """The documents in the order of the file. Blank lines are skipped; a bad line is told by file and number.

    With `columns`, their fields are told by the user, and the others are guessed.
    """
    blanks = Blanks()
    for number, line in enumerate(_lines(name, stream, on_error), start=1):
        try:
            blanks.demand(name, blank=not line.strip(), what="lines")
        except InputError as error:
            on_error(error)
            return
        try:
            article = _article(_document(line), name, number, columns) if line.strip() else None
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


def _article(document: dict[str, Any], name: str, number: int, columns: Columns | None) -> Article:
    if columns or "text" not in document:
        return _mapped(document, name, number, columns)
    text = document["text"]
    if not isinstance(text, str):
        raise BadRecord('has no "text"' if text is None else f'its "text" is not a string but {type(text).__name__}')
    return Article(
        text,
        id=_identifier(document.get("id"), f"{name}:{number}"),
        title=_string(document.get("title")),
        date=day(document.get("date")),
        source=_string(document.get("source")),
    )


def _mapped(document: dict[str, Any], name: str, number: int, columns: Columns | None) -> Article:
    """By the names of the fields: all of the document's fields that are strings, numbers or lists of strings."""
    cells = {field: cell for field, value in document.items() if (cell := _cell(value))}
    names = _settled(tuple(cells), columns)
    if not names.text:
        if called := _settled(tuple(document), columns).text:
            raise BadRecord(f"has no text in field “{shown(called)}”")
        raise BadRecord(f'has no "text", nor a field called like it; it has {listed(list(document))}')
    told = {field: column for field in FIELDS if (column := getattr(names, field))}
    values = known({field: cells[column] for field, column in told.items() if field != "text"})
    identifier = values.pop("id", None) or f"{name}:{number}"
    words = {field: f"field “{shown(told[field])}”" for field in ("text", *values)}
    source = values.pop("source", None) or values.get("address") or values.get("outlet")
    return Article(cells[names.text], id=identifier, source=source, told=words, **values)


@lru_cache(maxsize=HEADERS_CACHED)
def _settled(fields: tuple[str, ...], columns: Columns | None) -> Columns:
    """Which field holds what, by the names alone: a single document has too few values to judge by."""
    try:
        return guess(fields, (), told_in(fields, columns))
    except InputError as error:
        raise BadRecord(str(error)) from error


def _identifier(value: Any, otherwise: str) -> str:
    """The document's own id; numbers are written out. A document without one is called by file and line."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _cell(value: Any) -> str:
    """A string or a number, or a list of strings, as authors are; empty where it is something else."""
    several = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return ", ".join(filter(None, value)) if several else _identifier(value, "")


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
