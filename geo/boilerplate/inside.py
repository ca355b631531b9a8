"""What is glued into a paragraph: "…in Belarus.Also Read - …", a caption before its text, a notice behind the last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from geo.boilerplate.lines import Line
from geo.boilerplate.phrases import CAPTION, COPYRIGHT, CREDITED, LINK, PUBLISHED, REPORTERS
from geo.excerpts import sentence
from geo.types import Boilerplate

LONGEST_LINK = 200
"""Code points from "Also Read" to the end of the headline behind it. Headlines are of about 70; a longer rest of a line is
the article again."""

LONGEST_ALONE = 120
"""Code points of that where the line goes on behind the headline, so that its end is a guess."""

LONGEST_CAPTION = 300
"""Code points of a caption."""

CAPTION_SENTENCES = 2
"""Before a credit. A paragraph of more with a credit behind it has lost its caption."""

ONE_IN = 150
"""Code points of a line for each link and each credit that is looked at in it, and `AT_LEAST` more: a line of nothing else
would take long, and is no paragraph."""

AT_LEAST = 2

SHORTEST = 12
"""Code points of a line to which something may be glued."""

LONGEST_NOTICE = 400
"""Code points from a copyright sign to the end of the line."""

_LINK = re.compile(
    r"\b(?:(?:Also|ALSO)[ ](?:Read|READ|read)|(?:Read|READ)[ ](?:More|MORE|more|Also|ALSO|also|Next|NEXT)|(?:See|SEE)[ ]"
    r"(?:Also|ALSO|also)|RELATED|Related(?:[ ](?:[Ss]tory|[Ss]tories|[Aa]rticles?|[Nn]ews))?)(?:\s?[:|»]|\s[–—-]\s|\s?[–—])"
)
_BEFORE = re.compile(r"[.!?…:][\"”’»)\]]*\s*$")
"""The end of a sentence, which a link follows with or without a space."""

_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{3,140}[)\]]")
_CREDIT = re.compile(
    rf"(?:{CREDITED}|[^()]{{0,60}}\b(?:(?:file|stock|handout|courtesy)\s(?:photo|image|picture)s?|photo\scredit)\b[^()]{{0,40}}"
    r"|(?:photos?|pictures?|images?|pic|foto|credit|illustration|graphic|screengrab|screenshot)(?:\s(?:credit|courtesy|source))?"
    r"\s?(?:[:/|]|by\s|of\s(?=the\sauthor)|courtesy).{0,100})",
    re.IGNORECASE,
)
_BARE_CREDIT = re.compile(
    rf"(?:{CREDITED}|\b(?:Photo(?:graph)?|Image|Picture|Credit|Foto|PHOTO|IMAGE|CREDIT)(?:\s(?:[Cc]redit|[Bb]y))?\s?:\s[^.!?:()\[\]]{{2,60}})"
    r"[.\s]*$"
)
"""A credit without brackets at the end of a caption: "Smoke over Odesa. Photo: Jane Doe"."""

_GOES_ON = re.compile(r"\s*(?:[\"“‘'«(\[]?[^\W\d_a-z]|\d|$)")
"""A new sentence, or nothing: a bracket in the middle of a sentence is no credit."""

_NOTICES = (
    (re.compile(r"\(?(?:\bCopyright\b|©|™ ?& ?©)[^\n]{0,200}?(?:[Rr]ights [Rr]eserved|\b(?:19|20)\d\d\b)"), COPYRIGHT),
    (re.compile(r"\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]dit(?:ed|ing)|[Cc]ompiled) by "), REPORTERS),
    (re.compile(r"(?:\*\s?|\()?This (?:article|story) was (?:originally |first )(?:published|posted)"), PUBLISHED),
)


def inside(text: str, line: Line) -> Iterator[Boilerplate]:
    """What of the line is not of the article, in no order; parts may overlap."""
    if line.end - line.start < SHORTEST:
        return
    yield from _links(text, line)
    yield from _captions(text, line)
    for pattern, reason in _NOTICES:
        for found in pattern.finditer(text, max(line.start, line.end - LONGEST_NOTICE), line.end):
            if _begins(text, line, found.start()) or "©" in found[0]:
                yield Boilerplate(found.start(), line.end, reason)


def _links(text: str, line: Line) -> Iterator[Boilerplate]:
    for found in _some(_LINK, text, line):
        if not _begins(text, line, found.start()):
            continue
        _, end = _sentence(text, line, found.end())
        if line.end - found.start() <= LONGEST_LINK and end >= line.end:
            yield Boilerplate(found.start(), line.end, LINK)
        elif end < line.end and end - found.start() <= LONGEST_ALONE:
            yield Boilerplate(found.start(), end, LINK)


def _captions(text: str, line: Line) -> Iterator[Boilerplate]:
    """Captions told by the credit that ends them. Far inside a paragraph, behind a full stop, a credit stands for itself."""
    for found in _some(_BRACKETS, text, line):
        if _CREDIT.fullmatch(found[0][1:-1].strip()) and _GOES_ON.match(text, found.end(), line.end):
            yield Boilerplate(_caption_start(text, line, found.start()), found.end(), CAPTION)
    if line.end - line.start <= LONGEST_CAPTION:
        bare = _BARE_CREDIT.search(text, line.start, line.end)
        if bare and bare.start() > line.start:
            yield Boilerplate(_caption_start(text, line, bare.start()), line.end, CAPTION)


def _caption_start(text: str, line: Line, credit: int) -> int:
    """The begin of the line where at most `CAPTION_SENTENCES` come before the credit; of its sentence if it ends none."""
    start = credit
    for _ in range(CAPTION_SENTENCES):
        low = max(line.start, start - LONGEST_CAPTION)
        last = low + len(text[low:start].rstrip())
        start = _sentence(text, line, last - 1)[0] if last > low else low
    if start == line.start and credit - start <= LONGEST_CAPTION:
        return start
    begin, _ = _sentence(text, line, credit - 2)
    whole = _BEFORE.search(text, max(line.start, credit - 5), credit) is None
    return begin if whole and line.start < begin and credit - begin <= LONGEST_CAPTION else credit


def _begins(text: str, line: Line, at: int) -> bool:
    """Whether a sentence has ended before it in the line, or the line begins there."""
    return at == line.start or _BEFORE.search(text, max(line.start, at - 5), at) is not None


def _some(pattern: re.Pattern[str], text: str, line: Line) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(text, line.start, line.end), AT_LEAST + (line.end - line.start) // ONE_IN)


def _sentence(text: str, line: Line, at: int) -> tuple[int, int]:
    """The sentence around a code point of the line, as far as a caption may reach."""
    low, high = max(line.start, at - LONGEST_CAPTION), min(line.end, at + LONGEST_CAPTION)
    at = min(max(at, low), high)
    first, last = sentence(text[low:high], at - low, min(at + 1, high) - low)
    return low + first, low + last
