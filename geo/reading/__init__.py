"""Reading: from what a user names (a file, a folder, `-`) to articles.

One file per reader. A reader takes the name to report, an open binary stream and a function that is told of failures,
so the same reader serves a file on disk and anything else that yields bytes. To add one: write
`geo/reading/<format>.py` with such a function, name its suffixes in `READERS`, and mirror it in `tests/reading/`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from geo.reading import address, folder, jsonl, opendocument, pdf, text, word
from geo.reading.failures import OnError, Reader, stop
from geo.reading.kinds import by_kind
from geo.reading.paths import read_file
from geo.reading.samples import sample_articles
from geo.types import Article

if TYPE_CHECKING:
    from geo.web import Fetcher

__all__ = ["READERS", "read", "read_any", "reads", "sample_articles"]

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".pdf": pdf.read,
    ".docx": word.read,
    ".odt": opendocument.read,
}
"""Which reader reads a file, by suffix. A file with another suffix is read as text when the user names it itself."""

read_any: Reader = by_kind(READERS)
"""Reads a stream by what its first bytes say it is, then by the suffix of its name: a PDF called `story.txt` too."""


def read(
    source: str | Path, *, on_error: OnError | None = None, stdin: BinaryIO | None = None, web: Fetcher | None = None
) -> Iterator[Article]:
    """The articles of a file of any kind in `READERS`, a folder of these, or `-` for standard input, one at a time.

    With a `geo.web.Fetcher` as `web`, an http or https address is read too; without one it is an `InputError`, and nothing
    is connected to.

    What cannot be read raises an `InputError` and ends the iteration. With `on_error`, that function is called with
    each such error instead, and reading goes on with the next record or file.
    """
    on_error = on_error or stop
    if source == "-":
        yield from read_any("-", stdin or sys.stdin.buffer, on_error)
    elif address.is_address(str(source)):
        yield from address.articles(str(source), web, READERS, on_error)
    elif os.path.isdir(source):
        yield from folder.read(Path(source), READERS, on_error)
    else:
        yield from read_file(str(source), read_any, on_error)


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
