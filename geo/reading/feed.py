"""An RSS or Atom feed: one entry is one article, in full or as a summary, whichever the feed gives.

feedparser is given bytes and never an address, so nothing is fetched; it runs in a helper, because 600 KB of nested tags keep
it busy for seconds. What an entry says in HTML becomes text and is never shown as HTML.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO

from geo.errors import BadRecord, InputError
from geo.reading import facts
from geo.reading.bounded import plain
from geo.reading.columns import WEB
from geo.reading.dates import day
from geo.reading.decoding import take
from geo.reading.failures import OnError
from geo.reading.paths import shown
from geo.reading.table import language_code
from geo.reading.visible import visible_text
from geo.types import Article

log = logging.getLogger(__name__)

MAX_BYTES = 16 * 2**20
"""Largest feed that is read, in bytes. A feed of 1,000 articles in full has about 5 MB."""

MOST_ENTRIES = 10_000
"""Entries that are read. Feeds have 10 to 100, exports of whole blogs some thousands."""

IN_FULL = "the feed's text"
SUMMARY = "the feed's summary"
HEADLINE = "the feed's headline"
"""What the text of an entry is, as `Article.told` says it."""

PUBLISHED = (("published", "the feed's day of publication"), ("updated", "the feed's day of the last change"))
"""Where the day of an entry stands, the better first, with the words for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. What it does not say is None."""

    id: str
    """What the feed calls it, else its address or its title: the same as long as the entry is. May be empty."""
    text: str
    """May be empty."""
    text_is: str
    """`IN_FULL`, `SUMMARY` or `HEADLINE`."""
    title: str | None = None
    date: str | None = None
    """ISO 8601 day, as written and whatever its time zone."""
    date_is: str = ""
    """Which day that is, in plain words."""
    address: str | None = None
    """Its http or https address."""
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries in their order."""

    entries: tuple[Entry, ...]
    title: str | None = None
    """The outlet's name, where it is one."""
    language: str | None = None


def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
    """The entries that say anything, in the order of the feed."""
    try:
        found = feed(take(stream, name, MAX_BYTES), name)
    except InputError as error:
        on_error(error)
        return
    if not found.entries:
        log.warning("%s: the feed has no entry", shown(name))
    for number, entry in enumerate(found.entries, start=1):
        if entry.text:
            yield article(entry, found, name, number)
        else:
            on_error(BadRecord(f"{shown(name)}, entry {number}: has neither text nor title"))


def article(entry: Entry, of: Feed, name: str, number: int) -> Article:
    """The entry as an article; one without any id is called by file and number."""
    told = {
        "id": (entry.id or f"{name}:{number}", ""),
        "source": (entry.address or of.title, ""),
        "title": (entry.title, "the feed's headline"),
        "date": (entry.date, entry.date_is),
        "outlet": (of.title, "the feed's title"),
        "author": (entry.author, "the feed's author"),
        "address": (entry.address, "the feed's link"),
        "language": (entry.language or of.language, "the feed's language"),
    }
    made = facts.article(entry.text, name, told)
    made.told["text"] = entry.text_is
    return made


def feed(data: bytes, name: str, *, address: str | None = None) -> Feed:
    """The feed; `address` is where it was found, for links that are relative to it.

    InputError: it is no feed, larger than `MAX_BYTES`, or took too long to read.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{shown(name)}: larger than {MAX_BYTES // 2**20} MB; that is no feed")
    made = plain("geo.reading.feed:parsed", data, name=name, what="a feed", address=address)
    return Feed(tuple(Entry(**entry) for entry in made["entries"]), made["title"], made["language"])


def parsed(data: bytes, *, name: str, address: str | None = None) -> dict[str, Any]:
    """What `feed` returns as plain data, worked out in this process."""
    import feedparser

    where = {"content-location": address} if address else {}
    found = feedparser.parse(io.BytesIO(data), response_headers=where, resolve_relative_uris=False, sanitize_html=False)
    if not found.get("version") and not found.entries:
        raise InputError(f"{shown(name)}: is neither an RSS nor an Atom feed")
    if found.bozo:
        log.warning("%s: the feed is not well-formed; something may be missing", shown(name))
    if len(found.entries) > MOST_ENTRIES:
        log.warning("%s: only the first %d entries of %d are read", shown(name), MOST_ENTRIES, len(found.entries))
    made = Feed(
        tuple(_entry(entry) for entry in found.entries[:MOST_ENTRIES]),
        _line(found.feed, "title"),
        language_code(_string(found.feed.get("language"))),
    )
    return asdict(made)


def _entry(found: Any) -> Entry:
    title = _line(found, "title")
    link = _string(found.get("link")).strip()
    address = link if WEB.fullmatch(link) else None
    text, text_is = _text(found)
    date, date_is = next(
        ((date, words) for field, words in PUBLISHED if (date := day(_string(dict.get(found, field))))), (None, "")
    )
    return Entry(
        id=_string(found.get("id")).strip() or link or title or "",
        text=text or title or "",
        text_is=text_is if text else HEADLINE,
        title=title if text else None,
        date=date,
        date_is=date_is,
        address=address,
        author=" ".join(_string(found.get("author")).split()) or None,
        language=language_code(_string((found.get("title_detail") or {}).get("language"))),
    )


def _text(found: Any) -> tuple[str, str]:
    """The longest of what the entry has, with the words for what it is."""
    bodies = [_plain(body) for body in found.get("content") or ()]
    summary = _plain(found.get("summary_detail") or {"value": found.get("summary")})
    best = max(bodies, key=len, default="")
    return (best, IN_FULL) if len(best) > len(summary) or best == summary else (summary, SUMMARY)


def _plain(body: Any) -> str:
    """Paragraphs; what the feed says is plain text stays as it is."""
    value = _string(body.get("value"))
    return value.strip() if body.get("type") == "text/plain" else visible_text(value)


def _line(found: Any, field: str) -> str | None:
    """A title or name on one line, without tags."""
    return " ".join(_plain(found.get(f"{field}_detail") or {"value": found.get(field)}).split()) or None


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
