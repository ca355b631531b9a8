"""Reading: from what a user names (a file, a folder, `-`) to articles.

One file per reader. A reader takes the name to report, an open binary stream and a function that is told of failures,
so the same reader serves a file on disk and anything else that yields bytes. To add one: write
`geo/reading/<format>.py` with such a function, name its suffixes in `READERS`, and mirror it in `tests/reading/`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from geo.reading import (
    address,
    archive,
    delimited,
    feed,
    folder,
    gzipped,
    html,
    jsonl,
    mail,
    markdown,
    opendocument,
    parquet,
    pdf,
    rtf,
    sheet,
    text,
    warc,
    word,
)
from geo.reading.columns import Columns
from geo.reading.failures import OnError, Reader, stop
from geo.reading.kinds import by_kind
from geo.reading.packed import Packed
from geo.reading.paths import read_file
from geo.reading.samples import sample_articles
from geo.reading.table import TableReader, with_columns
from geo.types import Article

if TYPE_CHECKING:
    from geo.web import Fetcher

__all__ = ["READERS", "Columns", "read", "read_any", "readers", "reads", "sample_articles"]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
    ".docx": word.read,
    ".odt": opendocument.read,
    ".rtf": rtf.read,
    ".eml": mail.read,
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".xlsx": sheet.read,
    ".parquet": parquet.read,
    ".rss": feed.read,
    ".atom": feed.read,
    ".xml": feed.read,
    ".warc": warc.read,
}
"""Which reader reads a file, by suffix. A file with another suffix is read as text when the user names it itself."""

READERS |= {".zip": Packed(archive.unpack, READERS), ".gz": Packed(gzipped.unpack, READERS)}

TABLES: dict[str, TableReader] = {
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".xlsx": sheet.read,
    ".parquet": parquet.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
}
"""The readers of formats with columns, which the user may set."""

read_any: Reader = by_kind(READERS)
"""Reads a stream by what its first bytes say it is, then by the suffix of its name: a PDF called `story.txt` too."""


def readers(columns: Columns | None = None) -> Mapping[str, Reader]:
    """`READERS`, with the columns of tables set, in archives too."""
    if columns is None:
        return READERS
    known: dict[str, Reader] = {**READERS, **{suffix: with_columns(table, columns) for suffix, table in TABLES.items()}}
    known |= {suffix: Packed(packed.unpack, known) for suffix, packed in READERS.items() if isinstance(packed, Packed)}
    return known


def read(
    source: str | Path,
    *,
    on_error: OnError | None = None,
    stdin: BinaryIO | None = None,
    web: Fetcher | None = None,
    columns: Columns | None = None,
) -> Iterator[Article]:
    """The articles of a file of any kind in `READERS`, a folder of these, or `-` for standard input, one at a time.

    With a `geo.web.Fetcher` as `web`, an http or https address is read too; without one it is an `InputError`, and nothing
    is connected to.

    What cannot be read raises an `InputError` and ends the iteration. With `on_error`, that function is called with
    each such error instead, and reading goes on with the next record or file. `columns` says which columns of tables hold
    what; without it that is guessed.
    """
    on_error = on_error or stop
    known = readers(columns)
    if source == "-":
        yield from by_kind(known)("-", stdin or sys.stdin.buffer, on_error)
    elif address.is_address(str(source)):
        yield from address.articles(str(source), web, known, on_error)
    elif os.path.isdir(source):
        yield from folder.read(Path(source), known, on_error)
    else:
        yield from read_file(str(source), by_kind(known), on_error)


STDIN = 0
"""The file descriptor of standard input, which may be a file: `… - < story.txt`."""


def reads(source: str | Path, file: Path) -> bool:
    """Whether `read(source)` would read that file, by whatever name: whoever writes it would lose what was read."""
    if os.path.isdir(source):
        return any(_same(known, file) for known in folder.readable(Path(source), READERS))
    return _same(STDIN if source == "-" else source, file)


def _same(one: str | Path | int, file: Path) -> bool:
    """A terminal or a pipe can be read and written, so only a file on disk counts."""
    with suppress(OSError, ValueError):
        return os.path.isfile(file) and os.path.samestat(os.stat(one), os.stat(file))
    return False
