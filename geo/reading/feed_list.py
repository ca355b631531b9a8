"""A list of feeds: an address or a file a line, or the OPML that feed readers write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.errors import InputError
from geo.reading.decoding import decode, take
from geo.reading.paths import opened, shown

MAX_BYTES = 4 * 2**20
"""Largest list that is read, in bytes: some 30,000 feeds."""

COMMENT = "#"


def feed_list(path: Path) -> tuple[str, ...]:
    """The feeds in their order, each once. `InputError`: the list cannot be read, or names none."""
    with opened(str(path)) as stream:
        data = take(stream, str(path), MAX_BYTES)
    text = decode(data, str(path))
    found = tuple(dict.fromkeys(_opml(data, path) if text.lstrip("\ufeff \t\r\n").startswith("<") else _lines(text)))
    if not found:
        raise InputError(f"{shown(path)}: names no feed; write an address on each line")
    return found


def _lines(text: str) -> Iterator[str]:
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith(COMMENT):
            yield line


def _opml(data: bytes, path: Path) -> Iterator[str]:
    from defusedxml import DefusedXmlException, ElementTree

    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise InputError(f"{shown(path)}: is no OPML that can be read; write an address on each line") from error
    for outline in root.iter("outline"):
        if address := outline.get("xmlUrl", "").strip():
            yield address
