"""A focus in words, for whoever shows or writes it."""

from __future__ import annotations

from geo.types import Candidate, Focus

NOWHERE = "no one place"
"""What a story is about whose focus has no part."""


def told(focus: Focus) -> tuple[Candidate, ...]:
    """The parts worth naming, finest first: a division or country of the same name as what lies in it is not told twice."""
    parts = focus.parts
    return tuple(
        part for number, part in enumerate(parts) if part.place.name not in {p.place.name for p in parts[:number]}
    )


def line(focus: Focus) -> str:
    """The names in one line: "Gomel, Gomel Region, Belarus", or that there is no one place."""
    return ", ".join(part.place.name for part in told(focus)) or NOWHERE
