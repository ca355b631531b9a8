"""One file packed with gzip: `story.txt.gz`, `news.jsonl.gz`, `crawl.warc.gz`."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import BinaryIO

from geo.reading.failures import OnError, Reader
from geo.reading.kinds import peeked, reader_for
from geo.reading.packed import MOST_UNPACKED, Budget, Member
from geo.reading.paths import unreadable
from geo.types import Article

PACKED = ".gz"


def unpack(
    name: str, stream: BinaryIO, on_error: OnError, readers: Mapping[str, Reader], budget: Budget
) -> Iterator[Article]:
    """The articles of what is inside, which is what its first bytes say, or the suffix before `.gz`."""
    unpacked = io.BufferedReader(Member(gzip.GzipFile(fileobj=stream), _size(stream), budget))
    with unpacked:
        try:
            head, again = peeked(unpacked)
        except OSError as error:
            on_error(unreadable(name, error))
            return
        yield from reader_for(_inside(name), head, readers)(name, again, on_error)


def _inside(name: str) -> str:
    path = PurePath(name)
    return path.stem if path.suffix.lower() == PACKED else path.name


def _size(stream: BinaryIO) -> int:
    """Bytes of the packed file, as many as may be unpacked where it cannot be told."""
    if not stream.seekable():
        return MOST_UNPACKED
    here = stream.tell()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(here)
    return size
