"""The names that articles and places have in linked data: addresses where there are any, else names made from their ids.

A stranger's text becomes part of an IRI only where it is one already; otherwise a hash of it does.
"""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

from geo.types import Article, Place

WEB = re.compile(r"https?://[^\s\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")
"""An address without what RFC 3987 keeps out of an IRI."""

LONGEST = 2000
"""Characters of an address; longer ones are no use in a browser."""

LINKED = {
    "geonames": (re.compile(r"\d+"), "https://sws.geonames.org/{}/"),
    "wikidata": (re.compile(r"Q\d+"), "http://www.wikidata.org/entity/{}"),
    "wd": (re.compile(r"Q\d+"), "http://www.wikidata.org/entity/{}"),
}
"""Registers that give their entries an address, by what stands before the colon of a place's id."""


def made(*parts: object) -> str:
    """A name for what has no address of its own: the same parts, the same name."""
    told = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass").hex()
    return f"urn:uuid:{uuid5(NAMESPACE_URL, told)}"


def of_article(article: Article) -> str:
    """Its web address; of one without, a name made from its id, or from its text where it has none."""
    for address in (article.address, article.source):
        if address and len(address) <= LONGEST and WEB.fullmatch(address):
            return address
    return made("article", article.id or article.text)


def of_place(place: Place) -> str:
    """Its address in the register that its id is of, else a name made from its id."""
    return linked(place) or made("place", place.id)


def linked(place: Place) -> str | None:
    """Its address in GeoNames or Wikidata. None: its id is of neither."""
    register, _, number = place.id.partition(":")
    form, address = LINKED.get(register, (None, ""))
    return address.format(number) if form and number.isascii() and form.fullmatch(number) else None
