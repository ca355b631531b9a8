"""What is unpacked: bounded, counted, and never written to disk.

A few kilobytes may claim to hold, or really hold, more than any memory. What an archive says of its sizes is not believed:
the bytes are counted as they come.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from geo.errors import InputError
from geo.reading.decoding import take
from geo.reading.failures import OnError, Reader
from geo.reading.paths import shown
from geo.types import Article

MOST_UNPACKED = 4 * 2**30
"""Bytes that one archive may unpack to, all archives within it together: about ten seconds of unpacking."""

MOST_RATIO = 250
"""Times that a file may be larger than what it is packed in. Texts come to 20, logs to 100; deflate reaches 1,032."""

RATIO_FROM = 2**20
"""Bytes from which the ratio is looked at: a few hundred kilobytes of blanks harm nobody."""

MOST_NESTED = 2
"""Archives around an archive that is read: an archive in an archive in an archive is, one deeper is told."""

MOST_DIRECTORY = 16 * 2**20
"""Bytes of a ZIP archive's list of contents, which is read at once: about 200,000 names."""

DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What the standard library raises on damaged archives, besides OSError."""


class Budget:
    """Bytes that may still be unpacked. One archive has one, whatever is nested in it."""

    def __init__(self, left: int | None = None) -> None:
        self.left = MOST_UNPACKED if left is None else left

    def spend(self, size: int) -> None:
        """OSError: there are none left."""
        self.left -= size
        if self.left < 0:
            raise OSError("the archive unpacks to more than is read of one; unpack it yourself")


class Member(io.RawIOBase):
    """A file of an archive as it is unpacked. What is wrong with it is an OSError, as of a file on disk."""

    def __init__(self, stream: io.BufferedIOBase, packed: int, budget: Budget) -> None:
        self.stream = stream
        self.most = max(RATIO_FROM, MOST_RATIO * packed)
        self.count = 0
        self.budget = budget

    def readable(self) -> bool:
        """It can be read, and not be rewound."""
        return True

    def readinto(self, buffer: memoryview) -> int:
        """The next bytes: no more than one look at the packed file gives, so that those before damage are read."""
        try:
            data = self.stream.read1(len(buffer))
        except DAMAGED as error:
            raise OSError("it is damaged in the archive") from error
        self.count += len(data)
        if self.count > self.most:
            raise OSError(f"it unpacks to more than {MOST_RATIO} times its size; unpack it yourself")
        self.budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file in the archive too."""
        self.stream.close()
        super().close()


def rewindable(name: str, stream: BinaryIO) -> BinaryIO:
    """The stream, or a copy in memory of one that cannot go back. InputError: it is too large for that."""
    return stream if stream.seekable() else io.BytesIO(take(stream, name))


def zip_file(name: str, stream: BinaryIO) -> zipfile.ZipFile:
    """The archive with its list of contents. InputError: it is none, damaged, or its list is too long."""
    bounded = _Bounded(rewindable(name, stream))
    try:
        opened = zipfile.ZipFile(bounded)
    except (OSError, *DAMAGED) as error:
        raise InputError(f"{shown(name)}: is a damaged or incomplete ZIP archive ({_why(error)})") from error
    bounded.most = None
    return opened


def _why(error: Exception) -> str:
    return shown(error) or type(error).__name__


class _Bounded:
    """A file that is never asked for much at once, as `ZipFile` does for the list of contents."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.most: int | None = MOST_DIRECTORY

    def read(self, size: int = -1) -> bytes:
        """As of the file. OSError: too much is asked for."""
        if self.most is not None and size > self.most:
            raise OSError(f"its list of contents is longer than {MOST_DIRECTORY // 2**20} MB")
        return self.stream.read(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


Unpack = Callable[[str, BinaryIO, OnError, Mapping[str, Reader], Budget], Iterator[Article]]
"""(name to report, open stream, told of failures, readers of what is inside, bytes left) → articles."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A `Reader` of archives, which needs the readers of what is inside them."""

    unpack: Unpack
    readers: Mapping[str, Reader]

    def __call__(self, name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
        """The articles of an archive that is in no other."""
        budget = Budget()
        return self.unpack(name, stream, on_error, inner(self.readers, budget, 1), budget)


def inner(readers: Mapping[str, Reader], budget: Budget, depth: int) -> dict[str, Reader]:
    """The readers for what lies `depth` archives deep; archives there share the bytes left."""
    return {
        suffix: _nested(reader, budget, depth) if isinstance(reader, Packed) else reader
        for suffix, reader in readers.items()
    }


def _nested(packed: Packed, budget: Budget, depth: int) -> Reader:
    def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
        if depth > MOST_NESTED:
            on_error(InputError(f"{shown(name)}: lies in more than {MOST_NESTED} other archives; unpack it yourself"))
            return
        yield from packed.unpack(name, stream, on_error, inner(packed.readers, budget, depth + 1), budget)

    return read
