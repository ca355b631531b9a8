"""Web addresses: recognised, fetched where the caller allows the network, and handed to the reader of what came."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from geo.errors import FetchError, InputError
from geo.reading import charsets, html, pdf
from geo.reading.decoding import decode
from geo.reading.failures import OnError, Reader, stop
from geo.reading.paths import shown
from geo.types import Article

if TYPE_CHECKING:
    from geo.web import Fetched, Fetcher

ADDRESS = re.compile(r"(https?|ftp|file):/", re.IGNORECASE)
"""The schemes that people paste. Anything else is taken for the name of a file."""

ONE_SLASH = re.compile(r"(https?:)/(?!/)", re.IGNORECASE)
"""What `pathlib.Path` makes of an address."""

FEED = ".rss"
"""Under which suffix the reader of feeds is known."""

Page = Callable[..., Article]
"""`(data, *, name, address, charset)` → the article of a page; `InputError` where it has none. The seam for tests."""


def is_address(source: str) -> bool:
    """Whether the input is an address and not the name of a file."""
    return bool(ADDRESS.match(source))


def refusal(source: str) -> InputError:
    """No address is asked unless the caller allows it by handing in a `Fetcher`."""
    return InputError(
        f"{shown(source)}: web addresses are read only where the network is allowed; "
        "allow it, or save the page and name the file"
    )


def article(source: str, web: Fetcher, *, page: Page = html.page) -> Article:
    """The article at an address. `InputError` where it cannot be had, with what to do; a feed has several and is refused."""
    fetched = web.fetch(ONE_SLASH.sub(r"\1//", source, count=1))
    if fetched.kind == "feed":
        raise FetchError(
            f"{shown(source)}: is a feed of several articles; name one of them, or read the feed as an input"
        )
    return _article(fetched, page)


def articles(
    source: str, web: Fetcher | None, readers: Mapping[str, Reader], on_error: OnError, *, page: Page = html.page
) -> Iterator[Article]:
    """The article at an address, or those of a feed. What cannot be had is told, and without a fetcher that is all."""
    if web is None:
        on_error(refusal(source))
        return
    try:
        fetched = web.fetch(ONE_SLASH.sub(r"\1//", source, count=1))
        if fetched.kind != "feed":
            yield _article(fetched, page)
            return
        reader = _feed_reader(fetched, readers)
    except InputError as error:
        on_error(error)
    else:
        yield from reader(fetched.asked, BytesIO(fetched.data), on_error)


def _feed_reader(fetched: Fetched, readers: Mapping[str, Reader]) -> Reader:
    if FEED not in readers:
        raise FetchError(f"{shown(fetched.asked)}: is a feed of several articles; name one of them")
    return readers[FEED]


def _article(fetched: Fetched, page: Page) -> Article:
    """Called as the user called it, with where it was found."""
    made = _page(fetched, page) if fetched.kind == "page" else {"pdf": _pdf, "text": _text}[fetched.kind](fetched)
    told = {**made.told, "address": "where the address led"}
    return replace(made, id=fetched.asked, source=fetched.asked, address=fetched.address, told=told)


def _page(fetched: Fetched, page: Page) -> Article:
    """The article of the page. `FetchError` where a paywall, a login or the like stands in its place."""
    from geo.web.walls import wall

    found, failure = None, None
    try:
        found = page(fetched.data, name=fetched.asked, address=fetched.address, charset=fetched.charset)
    except InputError as error:
        failure = error
    markup = fetched.data.decode(charsets.codec(fetched.charset) or "utf-8", "replace")
    reason = wall(markup, found.text if found else "", fetched.address)
    if reason:
        raise FetchError(f"{shown(fetched.asked)}: {reason}") from failure
    if found is None or not found.text.strip():
        raise failure or FetchError(f"{shown(fetched.asked)}: holds no text that can be read; name another page")
    return found


def _pdf(fetched: Fetched) -> Article:
    return next(pdf.read(fetched.asked, BytesIO(fetched.data), stop))


def _text(fetched: Fetched) -> Article:
    """In the encoding that the server says, where the bytes are in it; a byte order mark and UTF-8 are seen without it."""
    with suppress(UnicodeDecodeError):
        encoding = charsets.codec(fetched.charset)
        if encoding and encoding != "utf-8" and b"\0" not in fetched.data:
            return Article(fetched.data.decode(encoding))
    return Article(decode(fetched.data, fetched.asked))
