"""A web archive (WARC): each page in it that was there (status 200) is one article, read as a page of the web is.

Also the text records that crawls are given out as (WET). warcio takes the records apart; pages go to the reader of pages,
in its helper. Records are skipped without being kept, so an archive may be as long as it likes.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from geo.errors import InputError
from geo.reading import facts, html
from geo.reading.charsets import codec
from geo.reading.columns import WEB
from geo.reading.dates import day
from geo.reading.failures import OnError
from geo.reading.paths import shown
from geo.types import Article

log = logging.getLogger(__name__)

PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXT = "text/plain"
ABOUT = frozenset({"warcinfo", "request", "metadata", "revisit"})
"""Records that belong to others and hold nothing to read."""
THERE = "200"
"""The status of a page that was there."""

MOST_BETWEEN = 2**20
"""Bytes from the end of one record to the content of the next: two blocks of headers, a few thousand bytes."""

BLOCK = 2**16
"""Bytes that are skipped at once."""

MOST_LISTED = 10
"""Kinds of skipped records that are named in a warning."""

RECORDED = "the web archive's address"


def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """The pages in the order of the archive, called `file:record`."""
    skipped: Counter[str] = Counter()
    for number, record in _records(name, stream, on_error):
        if record.rec_type in ABOUT:
            continue
        if why := _why_not(record):
            skipped[why] += 1
            continue
        try:
            article = _article(f"{name}:{number}", record)
        except InputError as error:
            on_error(error)
        else:
            yield article
    if skipped:
        listed = ", ".join(f"{n} × {shown(why)}" for why, n in skipped.most_common(MOST_LISTED))
        log.warning("%s: skipped %s", shown(name), listed)


def _records(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[tuple[int, Any]]:
    """The records with their numbers, each unpacked no further than its reader goes before the next is asked for."""
    from warcio.archiveiterator import ArchiveIterator

    bounded = _Bounded(stream)
    records = ArchiveIterator(bounded)
    records.INC_RECORD = ""  # warcio prints it
    number = 0
    while True:
        number += 1
        try:
            bounded.left = MOST_BETWEEN
            record = next(records, None)
            bounded.left = None
        except Exception as error:  # warcio lets through whatever a damaged archive makes of its parser
            on_error(InputError(f"{shown(name)}, record {number}: {_damage(error)}; the rest is not read"))
            return
        if record is None:
            if number == 1:
                on_error(InputError(f"{shown(name)}: is empty"))
            return
        yield number, record
        if damage := _skipped(record):
            on_error(InputError(f"{shown(name)}, record {number}: {damage}; the rest is not read"))
            return


def _skipped(record: Any) -> str:
    """Read past what is left of the record; what is wrong with it, if anything."""
    try:
        while record.raw_stream.read(BLOCK):
            pass
    except Exception as error:  # as above
        return _damage(error)
    return "is cut off" if getattr(record.raw_stream, "limit", 0) else ""


class _Bounded:
    """The archive's bytes; OSError where more of them come between two records than headers can be."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.left: int | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes, those that come at once: with those behind them may come damage."""
        data = self.stream.read1(size)
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise OSError(f"has headers of more than {MOST_BETWEEN // 2**20} MB")
        return data


def _damage(error: Exception) -> str:
    return shown(error) if isinstance(error, OSError) else f"is damaged ({type(error).__name__})"


def _why_not(record: Any) -> str:
    """Why the record is no article, in a word or two; empty where it is one."""
    if record.rec_type == "conversion":
        return "" if _kind(record) == TEXT else _kind(record)
    if record.rec_type != "response" or not record.http_headers:
        return record.rec_type or "record without a type"
    status = record.http_headers.get_statuscode()
    return f"status {status}" if status != THERE else "" if _kind(record) in PAGES else _kind(record)


def _kind(record: Any) -> str:
    """Its media type in small letters."""
    return _type(record).partition(";")[0].strip().lower() or "no media type"


def _type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _article(name: str, record: Any) -> Article:
    """InputError: it holds no text, is too large, or took too long."""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip(" <>")
    address = address if WEB.fullmatch(address) else None
    data = _content(name, record)
    if _kind(record) == TEXT:
        article = Article(data.decode("utf-8", "replace"), source=name)
    else:
        article = html.page(data, name=name, address=address, charset=_charset(record))
    told = dict(article.told)
    date = article.date or day(record.rec_headers.get_header("WARC-Date"))
    if date and not article.date:
        told["date"] = facts.ARCHIVED
    if address and not article.address:
        told["address"] = RECORDED
    return replace(
        article, id=name, date=date, address=article.address or address, source=address or article.source, told=told
    )


def _content(name: str, record: Any) -> bytes:
    """What the server sent, unpacked. A page that is too large is not read to its end; its reader refuses it."""
    data = bytearray()
    try:
        stream = record.content_stream()
        while len(data) <= html.MAX_BYTES and (block := stream.read(BLOCK)):
            data += block
    except Exception as error:  # as in `_records`
        raise InputError(f"{shown(name)}: {_damage(error)}") from error
    if len(data) > html.MAX_BYTES:
        raise InputError(f"{shown(name)}: larger than {html.MAX_BYTES // 2**20} MB, which is no article")
    return bytes(data)


def _charset(record: Any) -> str | None:
    """What the server said that the page is in."""
    _, found, told = _type(record).lower().partition("charset=")
    return told.partition(";")[0].strip(" \"'") if found and codec(told.partition(";")[0]) else None
