"""Lines on a page become paragraphs, so that no name breaks in two at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

HYPHEN = "\ufffe"
"""What PDFium writes where a word is divided at the end of a line; the line's end is gone then."""

DIVIDED = re.compile(r"(?<=\w)(?:-|\u00ad)$")
GAP = 0.5
"""Part of a line's height that the distance to the next line must be larger than usual, where a paragraph ends."""

SIZES = 1.15
"""Ratio of heights from which two lines are in letters of different size: a headline and its text."""

SHORT = 0.85
"""Part of the widest line around: a line that ends a sentence and is shorter than this ends its paragraph."""

VERY_SHORT = 0.5
"""Part of the widest line around: one so short, before a capital, stands alone: a subheading, an entry of a list."""

AROUND = 6
"""Lines before and after that are looked at for how wide the column is; a page may have columns of several widths."""

SAME_LEFT = 3.0
"""Heights of a line that the left ends of a column's lines are apart at most: paragraphs are indented."""

INDENT = 0.5
"""Part of a line's height that the first line of a paragraph is indented by at least."""

SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
GOES_ON = re.compile(r"[,;–—-]$|\b(?:the|of|in|and|at|to|a|an|from|near)$", re.IGNORECASE)
"""Ends of lines after which something must follow."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
"""Letters of scripts whose next column lies to the left."""

ENTRY = re.compile(r"[•‣▪●◦*–—-]\s|\(?\d{1,3}[.)]\s")
"""How an entry of a list begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands, in points from the lower left corner of its page. `height` 0: not known."""

    text: str
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0
    height: float = 0


def joined(lines: Sequence[Line]) -> str:
    """Paragraphs with an empty line between them."""
    if not lines:
        return ""
    usual = _usual_gap(lines)
    out = [_whole(lines[0].text)]
    for index, (before, line) in enumerate(pairwise(lines)):
        if _ends_paragraph(before, line, usual, _column_width(lines, index)):
            out += ["\n\n", _whole(line.text)]
        else:
            out[-1], glue = _glued(out[-1], line.text)
            out += [glue, _whole(line.text)]
    return "".join(out).replace("\0", "\ufffd")


def _whole(text: str) -> str:
    """A line with the words that were divided in it put together; "Belarus-Ukraine" keeps its hyphen."""
    return re.sub(rf"{HYPHEN}(.?)", lambda found: found[1] if found[1].islower() else f"-{found[1]}", text)


def _glued(before: str, after: str) -> tuple[str, str]:
    """A line without its dividing hyphen, and what stands between it and the next."""
    if DIVIDED.search(before):
        return (before[:-1], "") if after[:1].islower() else (before, "")
    return before, " "


def _usual_gap(lines: Sequence[Line]) -> float:
    """Points from the bottom of a line to the top of the next, in the middle of the page's distances."""
    gaps = [before.bottom - line.top for before, line in pairwise(lines) if line.height]
    return median(gaps) if gaps else 0


def _column_width(lines: Sequence[Line], index: int) -> float:
    """Points that the widest of the lines around takes, of those that begin about where this one does."""
    here = lines[index]
    around = lines[max(0, index - AROUND) : index + AROUND + 1]
    return max(line.right - line.left for line in around if abs(line.left - here.left) <= SAME_LEFT * here.height)


def _is_next_column(before: Line, line: Line) -> bool:
    """Whether a line further up goes on beside the one before it; else it is the head of a page whose foot was drawn first."""
    aside = line.right - before.right if RIGHT_TO_LEFT.search(line.text) else before.left - line.left
    return aside < -SAME_LEFT * line.height


def _ends_paragraph(before: Line, line: Line, usual: float, widest: float) -> bool:
    """Whether a paragraph ends between two lines. Without places, only ends of sentences before an entry tell."""
    if ENTRY.match(line.text):
        return True
    ends = bool(SENTENCE_END.search(before.text))
    if not (before.height and line.height):
        return False
    if max(before.height, line.height) > SIZES * min(before.height, line.height):
        return True
    gap = before.bottom - line.top
    if gap < -line.height:
        return ends or not _is_next_column(before, line)
    if gap > usual + GAP * line.height:
        return ends or not GOES_ON.search(before.text)
    if ends and (before.right - before.left < SHORT * widest or line.left - before.left > INDENT * line.height):
        return True
    alone = before.right - before.left < VERY_SHORT * widest and line.text[:1].isupper()
    return alone and not GOES_ON.search(before.text)
