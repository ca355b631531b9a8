"""A PDF: its pages one after the other, with lines joined to paragraphs.

A PDF holds glyphs at positions, no paragraphs. PDFium (by pypdfium2) finds the lines; which of them belong together is told
by their distances, heights and ends (`geo.reading.lines`). PDFium is C++ and reads hostile files, so it runs in a helper.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from geo.errors import NotText
from geo.reading import facts
from geo.reading.bounded import reader
from geo.reading.lines import Line, joined
from geo.reading.paths import shown
from geo.types import Article, Part

log = logging.getLogger(__name__)

MAX_PAGES = 2000
"""Pages that are read. A thousand pages take about 4 s."""

MAX_CHARACTERS = 16 * 2**20
"""Characters that are read: a page may be drawn thousands of times over."""

PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""

IMAGE, FORM = 3, 5
"""PDFium's kinds of objects on a page that may show a picture of text."""

MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
"""A date as PDF writes it, `D:20220227101112+03'00'` (ISO 32000-1, 7.9.4)."""

NO_TITLE = re.compile(
    r"untitled|microsoft (word|powerpoint) - |.*\.(docx?|indd|qxd|pdf|tex|pages)$|\(?anonymous|unspecified", re.I
)
"""Titles that programs fill in by themselves."""

NO_AUTHOR = re.compile(r"\(?(?:anonymous|unknown|unspecified|user|admin(?:istrator)?)\)?", re.I)
"""Authors that programs fill in by themselves."""

PARAGRAPH = "\n\n"
ENDS = re.compile(r"[.!?:…][\"'”’»)]*$")
"""How the last line of a sentence ends."""

read = reader("geo.reading.pdf:article", "a PDF")


def article(data: bytes, *, name: str) -> Article:
    """The pages of the PDF as the article's parts. InputError: it is encrypted, damaged, or holds no text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotText(f"{shown(name)}: {_refusal(getattr(error, 'err_code', None))}") from error
    with document:
        texts = _pages(document, name)
        text, parts = _together(texts)
        return facts.article(text, name, _facts(document.get_metadata_dict()), parts)


def _refusal(code: int | None) -> str:
    if code == PASSWORD:
        return "is a PDF that asks for a password; save it without one"
    return "is a damaged PDF that cannot be opened; save it again, or its text as UTF-8"


def _pages(document: Any, name: str) -> list[str]:
    """The text of each page, empty where there is none. What is left out is told by a warning."""
    texts, images, broken, size = [], [], [], 0
    for number in range(1, min(len(document), MAX_PAGES) + 1):
        try:
            text, picture = _page(document, number - 1)
        except RuntimeError:  # PdfiumError: this page is damaged
            text, picture = "", False
            broken.append(number)
        texts.append(text)
        if picture and not text:
            images.append(number)
        size += len(text)
        if size > MAX_CHARACTERS:
            break
    if len(texts) < len(document):
        log.warning("%s: only the first %d of %d pages are read", shown(name), len(texts), len(document))
    if broken:
        log.warning("%s: %s cannot be read", shown(name), counted(broken))
    if images and any(texts):
        log.warning("%s: %s no text, only images", shown(name), counted(images, ("holds", "hold")))
    if not any(texts):
        why = "only images: it needs text recognition (OCR) first" if images else "no text"
        raise NotText(f"{shown(name)}: is a PDF that holds {why}")
    return texts


def counted(numbers: Iterable[int], verbs: tuple[str, str] | None = None) -> str:
    """Pages in words: "page 2", "pages 2–4 and 7"."""
    numbers = list(numbers)
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    several = len(numbers) > 1
    listed = ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
    return f"page{'s' if several else ''} {listed}" + (f" {verbs[several]}" if verbs else "")


def _page(document: Any, index: int) -> tuple[str, bool]:
    """Its text, and whether it shows a picture."""
    page = document[index]
    try:
        found = page.get_textpage()
        text = joined(_lines(found))
        picture = not text and any(thing.type in (IMAGE, FORM) for thing in page.get_objects(max_depth=1))
        return text, picture
    finally:
        page.close()


def _lines(page: Any) -> list[Line]:
    """The lines as PDFium finds them, with their places where its characters can be counted."""
    text = page.get_text_range()
    counts = len(text) == page.count_chars()
    lines, start = [], 0
    for line in text.split("\r\n"):
        words = line.strip()
        first = start + len(line) - len(line.lstrip())
        if words:
            lines.append(_placed(page, words, first) if counts else Line(words))
        start += len(line) + 2
    return lines


def _placed(page: Any, words: str, first: int) -> Line:
    left, _, _, top = page.get_charbox(first, loose=True)
    _, bottom, right, end_top = page.get_charbox(first + len(words) - 1, loose=True)
    return Line(words, left=left, right=right, top=top, bottom=bottom, height=end_top - bottom)


def _together(texts: list[str]) -> tuple[str, list[Part]]:
    """One text and where in it each page lies. A sentence that runs over the end of a page is not cut in two paragraphs."""
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    for number, page in enumerate(texts, start=1):
        if not page:
            continue
        if pieces:
            gap = " " if page[0].islower() and not ENDS.search(pieces[-1]) else PARAGRAPH
            pieces.append(gap)
            at += len(gap)
        pieces.append(page)
        parts.append(Part(at, at + len(page), f"page {number}"))
        at += len(page)
    return "".join(pieces), parts


def _facts(metadata: dict[str, str]) -> dict[str, facts.Fact]:
    title = metadata.get("Title", "").strip()
    author = metadata.get("Author", "").strip()
    made = MADE.match(metadata.get("CreationDate", ""))
    return {
        "title": (None if NO_TITLE.match(title) else title, "the PDF's metadata"),
        "author": (None if NO_AUTHOR.fullmatch(author) else author, "the PDF's metadata"),
        "date": ("-".join(made.groups()) if made else None, f"the PDF's metadata: {facts.MADE}"),
    }
