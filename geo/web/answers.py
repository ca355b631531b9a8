"""What a server's answer is: a page, a text, a PDF, a feed, or the reason why it is none of these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from geo.errors import FetchError

Kind = Literal["page", "text", "pdf", "feed"]

SAVE = "open it in a browser, save the page and name the file"
"""What a person can do about nearly everything."""

GOOD = frozenset({200, 203})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

REFUSALS = {
    401: f"asks for a login (401); {SAVE}",
    402: f"asks for payment (402); {SAVE} if you have a subscription",
    403: f"is refused to programs (403); {SAVE}",
    404: "there is no such page (404); check the address",
    406: f"is refused to programs (406); {SAVE}",
    410: "the page was taken away (410); look for it in a web archive",
    451: f"is withheld for legal reasons (451); {SAVE} if you may read it",
}
"""What a status means for somebody who wants to read the page."""

TYPES: Mapping[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "text",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
}
"""Media types that are read. JSON, pictures and programs are not."""

UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml"})
"""Media types that leave open what it is: its first bytes tell."""

LOOKED_AT = 2048
"""Bytes from the start in which the first element of a page or feed is looked for."""

FIRST_ELEMENT = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?[^>]*>|<![^>]*>|\s)*+<([a-z][a-z:]*)", re.IGNORECASE)
"""Behind declarations and comments."""

ELEMENTS: Mapping[bytes, Kind] = {b"html": "page", b"rss": "feed", b"feed": "feed", b"rdf:rdf": "feed"}

COMPRESSIONS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})

MAX_WAIT_DIGITS = 6
"""Digits of a number of seconds that is repeated from a server: eleven days."""


def refusal(status: int, retry_after: str | None) -> str | None:
    """Why an answer with this status is no article. None: it may be one."""
    if status in GOOD:
        return None
    if status in (429, 503) and (retry_after or "").isdecimal() and len(retry_after or "") <= MAX_WAIT_DIGITS:
        return f"its server asks to wait ({status}); try again in {int(retry_after or 0)} seconds"
    if status == 429:
        return "its server has been asked too often (429); try again later"
    if status >= 500:
        return f"its server has a fault ({status}); try again later"
    return REFUSALS.get(status, f"its server does not give the page ({status}); {SAVE}")


def media_type(content_type: str | None) -> tuple[str, str | None]:
    """The type in small letters, empty where it is not said, and the encoding as it is written, None if there is none."""
    kind, _, rest = (content_type or "").partition(";")
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", rest, re.IGNORECASE | re.ASCII)
    return kind.strip().lower(), found[1] if found else None


def demand_readable(media_type: str) -> None:
    """`FetchError` where the type tells that no article comes, before anything of it is read."""
    if media_type not in TYPES and media_type not in UNSAID:
        raise FetchError("is neither a page nor a text, a PDF or a feed; name an article's own address")


def demand_plain(compression: str | None) -> None:
    """`FetchError` where the body is packed in a way that is not undone, or in several, as bombs are."""
    if (compression or "").strip().lower() not in COMPRESSIONS:
        raise FetchError(f"comes in a compression that was not asked for; {SAVE}")


def kind(said: str, data: bytes) -> Kind:
    """What came. First bytes win over a wrong type: feeds are served as pages, PDFs as anything."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    element = FIRST_ELEMENT.match(data[:LOOKED_AT])
    told = ELEMENTS.get(element[1].lower()) if element else None
    if told == "feed" or (told and said in UNSAID):
        return told
    if said in UNSAID:
        raise FetchError(f"does not say what it is, and is no page, PDF or feed; {SAVE}")
    if TYPES[said] == "pdf":
        raise FetchError(f"says that it is a PDF and is none; {SAVE}")
    return TYPES[said]
