"""A text file, or standard input: one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from geo.errors import InputError, NotText
from geo.reading.decoding import decode, take
from geo.reading.failures import OnError
from geo.types import Article

READABLE = "What can be read: texts, web pages, PDF, Word, OpenDocument, mails, tables, feeds, and archives of these"
"""Said of a file that is nothing of it: it came here because no other reader knows it."""


def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """The whole stream as one article, called by its name. Its source is the file; `-` has none."""
    try:
        article = Article(decode(take(stream, name), name), id=name, source=None if name == "-" else name)
    except NotText as error:
        on_error(NotText(f"{error}. {READABLE}"))
    except InputError as error:
        on_error(error)
    else:
        yield article
