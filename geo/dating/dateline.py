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
    r"\W{0,5}(?:(?:first|last)\s)?(?:published|updated|posted|modified|printed|issued|copyright|©)(?!\w)[^.\n]{0,25}",
    re.IGNORECASE,
)


def is_of_publication(text: str, start: int, end: int) -> bool:
    """Whether the day `text[start:end]`, without words before it, stands in a dateline or a line of print."""
    line = text.rfind("\n", max(0, start - REACH), start) + 1
    if line == 0 and start > REACH:
        return False
    if _STAMP.fullmatch(text, line, start):
        return True
    if not _PLACES.fullmatch(text, line, start):
        return False
    return bool(_AGENCY.match(text, end) or _PLACE_BEHIND.match(text, end))
