"""Files on disk: opened for a reader, with every failure told as one of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from geo.errors import InputError, NotFound
from geo.reading.failures import OnError, Reader
from geo.types import Article


def read_file(path: str, reader: Reader, on_error: OnError) -> Iterator[Article]:
    """What the reader finds in the file at that path."""
    try:
        stream = opened(path)
    except InputError as error:
        on_error(error)
        return
    with stream:
        yield from reader(path, stream, on_error)


def opened(path: str) -> BinaryIO:
    """The file, open. `InputError`: it cannot be."""
    try:
        return open(path, "rb")
    except FileNotFoundError as error:
        raise NotFound(f"{shown(path)}: there is no such file or folder") from error
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(name: str, error: OSError | ValueError) -> InputError:
    """The system's refusal in our words."""
    return InputError(f"{shown(name)}: cannot be read ({getattr(error, 'strerror', None) or error})")


def shown(name: object) -> str:
    """A name fit for a one-line message: line breaks and other unprintable characters are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(name))
