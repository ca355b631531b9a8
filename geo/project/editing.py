"""What people may set of an article, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from geo.errors import InputError
from geo.project.clean import MAX_COLUMN, UNFIT
from geo.project.records import EDITABLE

Given = str | None

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""ISO 639 code, with a region or script as BCP 47 writes it."""


def checked_edit(fields: Mapping[str, Given]) -> dict[str, Given]:
    """The fields with white space trimmed; empty ones are unknown. Raises `InputError` where one makes no sense."""
    if not fields:
        raise InputError(f"nothing is given to set: name one of {', '.join(EDITABLE)}")
    return {name: _checked(name, value) for name, value in fields.items()}


def _checked(name: str, value: Given) -> Given:
    if name not in EDITABLE:
        raise InputError(f"{name!r} of an article cannot be set: name one of {', '.join(EDITABLE)}")
    text = " ".join((value or "").split())
    if not text:
        return None
    if len(text) > MAX_COLUMN or UNFIT.search(text):
        raise InputError(f"the {name} has {len(text)} letters: give {MAX_COLUMN} at most, without control characters")
    if not FITS.get(name, bool)(text):
        raise InputError(f"{text[:80]!r} is no {name}: {WANTED[name]}")
    return text


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


FITS = {"date": _is_day, "address": _is_address, "language": LANGUAGE.fullmatch}
WANTED = {
    "date": "write YYYY-MM-DD",
    "address": "it begins with http:// or https://",
    "language": "give a code such as en or pt-BR",
}
