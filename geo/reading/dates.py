"""From the many ways of writing a date to `YYYY-MM-DD`, or None rather than a guess."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from dateutil import parser

ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<!\d)(?:1[5-9]|20)\d{6}(?!\d)")
"""A year of four digits, alone or at the head of YYYYMMDD. Two digits are a guess: 01/02/03."""

MAX_LENGTH = 80
"""Longest string, in characters, that is taken for a date."""

DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
"""What dateutil fills gaps with. A string that leaves no gap gives the same day with either."""


def day(value: Any) -> str | None:
    """The day as written, whatever its time zone. None: no full date, an ambiguous one (03/04/2022), or no string."""
    if not isinstance(value, str) or len(value) > MAX_LENGTH:
        return None
    iso = ISO.match(value)
    if iso:
        return _valid(iso[1])
    if not FULL_YEAR.search(value):
        return None
    readings = {_parsed(value, default, dayfirst) for default in DEFAULTS for dayfirst in (False, True)}
    return readings.pop() if len(readings) == 1 else None


def _valid(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _parsed(value: str, default: datetime, dayfirst: bool) -> str | None:
    try:
        return parser.parse(value, default=default, dayfirst=dayfirst, ignoretz=True).date().isoformat()
    except (ValueError, OverflowError, TypeError, ArithmeticError, AttributeError, IndexError):
        return None  # dateutil lets several builtins through on odd strings
