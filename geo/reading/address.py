"""Web addresses: recognised, so that nobody is told there is no file called `https://…`, and refused."""

from __future__ import annotations

import re

from geo.errors import InputError
from geo.reading.paths import shown

ADDRESS = re.compile(r"(https?|ftp|file):/", re.IGNORECASE)
"""The schemes that people paste. Anything else is taken for the name of a file."""


def is_address(source: str) -> bool:
    """Whether the input is an address and not the name of a file."""
    return bool(ADDRESS.match(source))


def refusal(source: str) -> InputError:
    """This version makes no connection, so an address has to be saved first."""
    return InputError(f"{shown(source)}: web addresses cannot be read yet; save its text to a file and name that")
