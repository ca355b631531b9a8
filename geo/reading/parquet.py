"""A Parquet file: one row an article; columns of text, numbers and days, others are left out.

Its reader is a library that damage can end together with its process, so it runs in a helper, which keeps the file open and
hands its rows over piece by piece.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from geo.errors import InputError
from geo.reading.bounded import Talk
from geo.reading.columns import Columns
from geo.reading.decoding import take
from geo.reading.failures import OnError
from geo.reading.packed import MOST_UNPACKED
from geo.reading.paths import shown
from geo.reading.table import Row, articles
from geo.types import Article

MOST_ROWS = 10_000_000
"""Rows of a file that are read. So many equal rows fit a kilobyte."""


def read(name: str, stream: BinaryIO, on_error: OnError, *, columns: Columns | None = None) -> Iterator[Article]:
    """The rows in the order of the file, counted from 1: there is no header among them.

    A file on disk may have any size; one in an archive, in memory or from a pipe is read up to `decoding.MAX_BYTES`.
    """
    with Talk(name, "a Parquet file") as talk:
        try:
            names = _opened(name, stream, talk)
        except InputError as error:
            on_error(error)
            return
        yield from articles(name, _rows(name, talk), columns, on_error, header=names)


def _opened(name: str, stream: BinaryIO, talk: Talk) -> list[str]:
    path = _on_disk(stream)
    data = b"" if path else take(stream, name)
    return talk.ask("geo.reading.columnar:columns", data, path=path)


def _on_disk(stream: BinaryIO) -> str | None:
    """Where the file lies that the stream reads. None: it reads none, or another has its name by now."""
    with suppress(AttributeError, TypeError, OSError, ValueError):
        path = os.path.abspath(stream.name)
        if os.path.samestat(os.stat(path), os.fstat(stream.fileno())) and os.path.isfile(path):
            return path
    return None


def _rows(name: str, talk: Talk) -> Iterator[Row]:
    """Row after row. InputError: the file is damaged, or more is asked for than is read of one file."""
    number, size, piece = 0, 0, {"more": True}
    while piece["more"]:
        piece = talk.ask("geo.reading.columnar:rows")
        for cells in piece["rows"]:
            number += 1
            size += sum(map(len, cells))
            if number > MOST_ROWS or size > MOST_UNPACKED:
                raise InputError(f"{shown(name)}: only {number - 1:,} rows are read; split it")
            yield number, cells
    talk.over()
    if piece["error"]:
        raise InputError(piece["error"])
