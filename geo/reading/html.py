"""A page of the web: its article, found by trafilatura, and what the page says about it.

trafilatura is given the text of the page and never asked to fetch anything. It and the libraries below it can be kept busy
for minutes by a page of 40 KB, so it runs in a helper, which has no network.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from html import unescape
from itertools import chain, pairwise, zip_longest
from typing import Any

from geo.errors import InputError, NotText
from geo.reading import facts
from geo.reading.bounded import call, reader
from geo.reading.charsets import codec
from geo.reading.decoding import BYTE_ORDER_MARKS, decode
from geo.reading.paths import shown
from geo.reading.visible import visible_text
from geo.types import Article

log = logging.getLogger(__name__)

MAX_BYTES = 10 * 2**20
"""Largest page that is read, in bytes. Of the pages of news sites the largest are about 3 MB."""

MAX_TAGS = 60_000
"""Tags up to which the article is looked for, which takes about 0.1 ms a tag; of a longer page everything visible is read.
A news page has 1,000 to 5,000."""

HEAD = 4096
"""Bytes at the beginning in which a page may declare its encoding. The standard says 1,024; pages are careless."""

META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)

MOST_BAD = 0.001
"""Part of the characters that may be broken where an encoding is declared: a page cut in mid-letter is still in it."""

MOST_BAD_AT_ALL = 0.1
"""Part of the characters that may be broken or control characters where nothing else fits; beyond it lies no page."""

BAD = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f]")

ADDRESS = re.compile(r"https?://(?:www\.|m\.|amp\.)?([^/?#\s@\\]+)(?:[/?#][^\s\x00-\x1f]*)?", re.IGNORECASE)
LONGEST_ADDRESS = 2000
"""Characters; longer ones are cut off by browsers and servers."""

DATES = {"extensive_search": False, "original_date": True}
"""For htmldate: the day of publication as the page marks it. Its search in running text took any number for a date."""

LANGUAGE = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?([a-z]{2,3})(?=[-_\"'\s>])", re.IGNORECASE)

TAGGED = re.compile(
    r"<meta\b[^>]{0,2000}>|<script[^>]{0,300}\bld\+json\b[^>]{0,300}>.*?</script>", re.IGNORECASE | re.DOTALL
)
"""The places of a page that are written for machines."""

METADATA = "the page's metadata"
SHOWN = "what the page shows"

read = reader("geo.reading.html:article", "a page of the web", MAX_BYTES)


def page(data: bytes, *, name: str, address: str | None = None, charset: str | None = None) -> Article:
    """The article of a page that was fetched: `address` is where it was found, `charset` what the server says it is in.

    InputError: it is larger than `MAX_BYTES`, took too long, holds no text, or shows a wall instead of an article.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{shown(name)}: larger than {MAX_BYTES // 2**20} MB; save its text as UTF-8")
    words = {"address": address, "charset": charset}
    return call("geo.reading.html:article", data, name=name, what="a page of the web", **words)


def article(data: bytes, *, name: str, address: str | None = None, charset: str | None = None) -> Article:
    """What `page` returns, worked out in this process."""
    source = decoded(data, name, charset)
    found = _found(source, address)
    text = _paragraphs(found.text if found else "")
    title = " ".join((found.title or "").split()) if found else ""
    if not text:
        text = visible_text(source)
        if text:
            log.warning("%s: no article was found on the page, so all its text is read", shown(name))
    _tell_walls(source, text, name, address)
    return facts.article(_without(text, title), name, _facts(found, source, address))


def decoded(data: bytes, name: str, charset: str | None = None) -> str:
    """The page's text: by byte order mark, by what the server says, by what the page says, else as any text."""
    if data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return decode(data, name).replace("\0", "")
    for told in (charset, _declared(data)):
        encoding = codec(told)
        text = data.decode(encoding, "replace") if encoding else ""
        if text and text.count("\ufffd") <= MOST_BAD * len(text):
            return text.replace("\0", "")
    try:
        return decode(data.replace(b"\0", b""), name)
    except NotText:
        text = data.decode(codec(charset) or codec(_declared(data)) or "utf-8", "replace")
        if b"<" not in data[:HEAD] or len(BAD.findall(text)) > MOST_BAD_AT_ALL * len(text):
            raise
        return BAD.sub("", text)


def _declared(data: bytes) -> str | None:
    """A page that can be read up to this declaration is not in UTF-16, whatever it says."""
    found = META_CHARSET.search(data[:HEAD])
    told = found[1].decode("ascii", "replace") if found else None
    return "utf-8" if told and told.lower().startswith("utf-") else told


def _found(source: str, address: str | None) -> Any:
    """trafilatura's document, or None where it finds none."""
    from trafilatura import bare_extraction

    if source.count("<") > MAX_TAGS:
        return None
    dates = {**DATES, "max_date": date.today().isoformat()}
    try:
        return bare_extraction(
            source, url=address, include_comments=False, with_metadata=True, date_extraction_params=dates
        )
    except Exception:  # a page odd enough to break the library still has its visible text
        log.debug("trafilatura broke", exc_info=True)
        return None


def _paragraphs(text: str | None) -> str:
    """trafilatura's lines are paragraphs, with an empty line between them now. Entries of a list and rows of a table stay
    together."""
    lines = [line.strip() for line in (text or "").replace("\0", "").splitlines() if line.strip()]
    together = (line[:2] == before[:2] in ("- ", "| ") for before, line in pairwise(lines))
    glued = ("\n" if kept else "\n\n" for kept in together)
    return "".join(chain(*zip_longest(lines, glued, fillvalue="")))


def _tell_walls(source: str, text: str, name: str, address: str | None) -> None:
    """Refuses a page without an article. Of a saved one, whatever text it has beside a paywall is read; of a fetched one
    `geo.reading.address` judges."""
    from geo.web.walls import SHORT, wall

    why = wall(source, text) if not address else None
    if not text or (why and len(text) < SHORT):
        raise NotText(f"{shown(name)}: {why or 'the page holds no text; save what the browser shows as text'}")
    if why:
        log.warning("%s: %s", shown(name), why)


def _without(text: str, title: str) -> str:
    """The text without the headline at its head, which is the article's title."""
    first, _, rest = text.partition("\n\n")
    return rest if title and rest and " ".join(first.split()).casefold() == title.casefold() else text


def _facts(found: Any, source: str, address: str | None) -> dict[str, facts.Fact]:
    """What the page says of itself. What the caller handed in is told as nobody's."""
    language = LANGUAGE.search(source[:HEAD])
    said: dict[str, facts.Fact] = {"language": (language[1].lower() if language else None, METADATA)}
    if not found:
        return said | {"address": (address, "")}
    where = _Where(source, address or found.url)
    own = _own_address(found.url, address)
    authors = (found.author or "").split("; ")
    return said | {
        "title": (found.title, where.stands(found.title)),
        "author": (", ".join(authors), where.stands(authors[0])),
        "outlet": (found.sitename, where.stands(found.sitename)),
        "date": (_date(found, where), where.stands(*_spellings(found.date))),
        "address": (own, "" if own == address else METADATA),
    }


class _Where:
    """Where on a page a value stands."""

    def __init__(self, source: str, address: str | None) -> None:
        tags = "\n".join(found[0] for found in TAGGED.finditer(source))
        self.metadata = _plain(unescape(tags))
        self.address = _plain(address or "")

    def stands(self, *spellings: str | None) -> str:
        """In plain words, of a value that may be spelt in several ways."""
        wanted = [_plain(spelling) for spelling in spellings if spelling]
        if any(spelling in self.metadata for spelling in wanted):
            return METADATA
        return "the page's address" if any(spelling in self.address for spelling in wanted) else SHOWN


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _date(found: Any, where: _Where) -> str | None:
    """The day that htmldate found. It takes numbers in running text for one too: these are left to the reader."""
    spellings = _spellings(found.date)
    is_running = where.stands(*spellings) == SHOWN and any(spelling in (found.text or "") for spelling in spellings)
    return None if is_running else found.date


def _spellings(day: str | None) -> list[str]:
    """Ways of writing a day in digits, which is all that is looked for in running text."""
    year, month, number = (day or "--").split("-")[:3]
    parts = ((year, month, number), (number, month, year), (month, number, year))
    return [sign.join(part) for part in parts for sign in "-/."] + [year + month + number] if day else []


def _own_address(canonical: str | None, address: str | None) -> str | None:
    """The page's own word for where it lies. One that lies on another host than where it was found is not believed."""
    own = ADDRESS.fullmatch(canonical or "")
    if not own or len(own[0]) > LONGEST_ADDRESS:
        return address
    found = ADDRESS.fullmatch(address or "")
    return own[0] if not address or (found and found[1].casefold() == own[1].casefold()) else address
