"""How a reader tells of a bad file or record without giving up the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from geo.errors import InputError
from geo.types import Article

OnError = Callable[[InputError], None]
"""Told of each failure, once. It may raise, which ends the reading, or return, and then the reader goes on."""

Reader = Callable[[str, BinaryIO, OnError], Iterator[Article]]
"""(name to report, open stream, told of failures) → articles. It raises nothing of its own."""


def stop(error: InputError) -> None:
    """The strict way: the first failure ends the reading."""
    raise error
