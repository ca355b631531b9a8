"""Days that are those of the publication, not of what a sentence tells: "KYIV, Feb 27 (Reuters) –", "Updated: 5 May 2022"."""

from __future__ import annotations

import re

REACH = 80
"""Code points of a line before its day: a dateline is shorter."""

_PLACES = re.compile(r"[^\S\n]{0,9}(?:date\s)?(?:[^\W\d_a-z][\w’'.-]{0,30}(?:,\s|\s)){0,8}(?:\([^()\n]{1,40}\),?\s)?")
"""Words that begin with a capital, each with a gap behind it, and perhaps an agency; a line may be set in."""
_AGENCY = re.compile(r",?\s{0,2}(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?\s{0,2}(?:[—–:]|--|-\s)")
_PLACE_BEHIND = re.compile(r"\s(?:[^\W\d_a-z][\w’'.-]{0,30},?\s){0,4}[^\W\d_a-z][\w’'.-]{0,30}:")
_STAMP = re.compile(
    r"\W{0,5}(?:(?:first|last)\s)?(?:published|updated|posted|modified|printed|issued|copyright|©)(?!\w)"
    r"(?:[^.\n]{0,25}|:?[ \t\r]{0,5}\n\s{0,5})",
    re.IGNORECASE,
)
"""What stands before a day that is printed beside an article, in its line or above it."""

_CLOCK = re.compile(r"[^\n]{0,30}(?:\n|$)")
"""What may stand behind a day of print: the time and its zone."""


def is_of_publication(text: str, start: int, end: int) -> bool:
    """Whether the day `text[start:end]`, without words before it, stands in a dateline or a line of print."""
    line = _line(text, start)
    if line is None:
        return False
    if is_printed(text, start):
        return True
    if not _PLACES.fullmatch(text, line, start):
        return False
    return bool(_AGENCY.match(text, end) or _PLACE_BEHIND.match(text, end))


def is_printed(text: str, start: int, end: int | None = None) -> bool:
    """Whether the day at `start` stands in a line of print, or below one: "Updated: 5 May 2022", "Published" and the day.

    `end`: where the day ends that has a word such as "on" before it, which a sentence has too; its line must end soon.
    """
    line = _line(text, start)
    if line is None or (end is not None and not _CLOCK.match(text, end)):
        return False
    above = text.rfind("\n", max(0, start - REACH), max(0, line - 1)) + 1
    return any(_STAMP.fullmatch(text, first, start) for first in (line, above))


def _line(text: str, start: int) -> int | None:
    """Where the line begins. None: too far away."""
    line = text.rfind("\n", max(0, start - REACH), start) + 1
    return None if line == 0 and start > REACH else line
