"""What an article says of itself and its reader did not: title, outlet, author, day, address, dateline.

The text opens with it, its address has it, or the file's name. Nothing that is known is changed but the day on which a mere
file was made or archived; nothing of the text is taken away, and nothing is guessed: a wrong day puts every "on Sunday" in the
wrong week, so what could be two days is none. The language is told by whoever has the document; what the words say is in
`Story.languages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from geo.excerpts import sentence
from geo.gazetteer import key
from geo.metadata import days
from geo.metadata.bylines import Byline, byline_of, signature
from geo.metadata.datelines import Dateline, IsPlace, dateline_of
from geo.metadata.opening import headline_end, opening
from geo.reading.facts import ARCHIVED, MADE
from geo.resolution.outlet import Outlets
from geo.types import Article

__all__ = ["known"]

FARTHEST = 7
"""Days that the day in the text and the one in the address may lie apart; beyond, one of them is of something else."""

LEAST_WORDS = 2
"""Of a first line that is a headline; a single one is an item of a list."""

LONGEST_HEADLINE = 150
"""Code points of one; longer lines are paragraphs without a full stop."""

_ADDRESS = re.compile(r"https?://[^\s/\\@]+\.[^\s/\\@]+(?:[/?#]\S*)?", re.IGNORECASE)

_BEHIND_HEADLINE = re.compile(
    r"[^\n]{10,200}?[.!?][\"”’]? (?=(?:[^\W\d_a-z]{4,}|[^\W\d_a-z]{2,}[ .-][^\W\d_a-z]{2,})\b)"
)
"""A headline on one line with the town in capitals that begins the article: "Man charged. HURRICANE, W.Va. - Police say …"."""

Fact = tuple[str, str, str]
"""A field of the article, its value, and where that came from in plain words."""


def known(article: Article, outlets: Outlets | None = None, is_place: IsPlace | None = None) -> Article:
    """The article with what can be told of it; the very same one where nothing new can.

    `outlets` knows outlets by their addresses; `is_place`, whether a name is a place's, finds datelines that nothing but
    their capitals tells from a heading.
    """
    new: dict[str, str] = {}
    told: dict[str, str] = {}
    for field, value, where in _facts(article, outlets, is_place):
        if field not in new and (getattr(article, field) is None or (field == "date" and _is_of_the_file(article))):
            new[field], told[field] = value, where
    return replace(article, **new, told={**article.told, **told}) if new else article


def _is_of_the_file(article: Article) -> bool:
    """Whether its day is only that of the file, which a day that the article says itself wins over."""
    return article.told.get("date", "").endswith((MADE, ARCHIVED))


def _facts(article: Article, outlets: Outlets | None, is_place: IsPlace | None) -> Iterator[Fact]:
    """What is found, the surest first where a field has several."""
    head = opening(article.text)
    datelines = [found for line in head.lines for begun in _begun(line) if (found := dateline_of(begun, is_place))]
    dateline = datelines[0] if datelines else None
    byline = next(filter(None, map(byline_of, head.lines)), None)
    address, where = _address(article, head.lines)
    if address:
        yield "address", address, where
    yield from _outlet(article, address, dateline, byline, outlets)
    yield from _date(article, head.lines, address, datelines)
    if dateline:
        yield "dateline", dateline.place, "the date line at its head" if dateline.is_date_line else "the dateline"
    if byline and byline.author:
        yield "author", byline.author, "the byline"
    elif names := signature(article.text):
        yield "author", names, "the byline at its end"
    title = article.text[: headline_end(article)].strip() if head.first else ""
    if _is_headline(title, is_place):
        yield "title", title, "the first line"


def _begun(line: str) -> Iterator[str]:
    """A line, and what stands in capitals behind its first sentence: the headline may have lost the end of its own line."""
    yield line
    if behind := _BEHIND_HEADLINE.match(line):
        yield line[behind.end() :]


def _address(article: Article, lines: tuple[str, ...]) -> tuple[str | None, str]:
    told = ((article.address, ""), (article.source, "its source"), (lines[0] if lines else None, "the first line"))
    for written, where in told:
        if written and len(written) <= days.LONGEST_ADDRESS and _ADDRESS.fullmatch(written.strip()):
            return written.strip(), where
    return None, ""


def _outlet(
    article: Article, address: str | None, dateline: Dateline | None, byline: Byline | None, outlets: Outlets | None
) -> Iterator[Fact]:
    row = outlets.listed(address) if outlets and address else None
    if row:
        yield "outlet", _plain(row.name), "the outlet table by its address"
    rows = outlets.by_name.get(key(article.source), ()) if outlets and article.source and not address else ()
    if rows:
        yield "outlet", _plain(rows[0].name), "its source"
    if dateline and dateline.agency:
        yield "outlet", dateline.agency, "the agency in its dateline"
    if byline and byline.agency:
        yield "outlet", byline.agency, "the byline"


def _plain(name: str) -> str:
    """The table tells outlets of one name apart: "The Herald (Glasgow)"."""
    return re.sub(r"\s\([^()]*\)$", "", name)


def _date(article: Article, lines: tuple[str, ...], address: str | None, datelines: list[Dateline]) -> Iterator[Fact]:
    """The day in the text before the one in the address, none where they are far apart; a file's name comes last."""
    there, year, month = days.in_address(address) if address else (None, None, None)
    in_text = _in_text(lines, datelines, year, month)
    if there and in_text and _apart(there, in_text[0]) > FARTHEST:
        return
    if in_text:
        yield "date", *in_text
    if there:
        yield "date", there, "the date in its address"
    for name in (article.source, article.id) if not address else ():
        if name and (day := days.in_name(name)):
            yield "date", day, "the file's name"


def _in_text(
    lines: tuple[str, ...], datelines: list[Dateline], year: int | None, month: int | None
) -> tuple[str, str] | None:
    first = {days.bounded(days.day(line.day)) for line in datelines if line.is_date_line} - {None}
    if len(first) == 1:
        return str(first.pop()), "the date line at its head"
    if first:  # a chronicle
        return None
    if stamp := days.stamped(lines):
        return stamp, "the date line at its head"
    written = {days.written(line.day, year, month) for line in datelines} - {None}
    return (str(written.pop()), "the dateline") if len(written) == 1 else None


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _is_headline(line: str, is_place: IsPlace | None) -> bool:
    """Whether a first line is a sentence at most, and not a day, an author, an address or a dateline."""
    if len(line.split()) < LEAST_WORDS or len(line) > LONGEST_HEADLINE or sentence(line, 0, 1)[1] < len(line):
        return False
    other = byline_of(line) or dateline_of(line, is_place) or _ADDRESS.fullmatch(line) or days.is_stamp(line)
    return not other
