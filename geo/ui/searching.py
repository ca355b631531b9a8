"""A box that offers places of the gazetteer while one types a name."""

from __future__ import annotations

import streamlit as st

from geo.types import Match
from geo.ui import engine

LOOKED_AT = 24
"""Places among which those are looked for that are called just so: of "Paris" the gazetteer has 22, of which few are meant."""

LONGEST = 200
"""Characters of a name that can be typed."""


def place_box(label: str, key: str, *, help: str, most: int, value: str = "") -> tuple[str, list[Match]]:
    """What is typed, without blanks around it, and at most so many places that it may mean.

    It is sent while one types, so that no list is replaced under the pointer by leaving the box.
    """
    typed = st.text_input(
        label, key=key, value=value, placeholder="Begin to type a name", max_chars=LONGEST, help=help, live=True
    ).strip()
    return typed, matches(typed, most) if typed else []


def matches(typed: str, most: int) -> list[Match]:
    """What is offered for what was typed: places of just that name, then others that begin so; the best known first."""
    whole = " ".join(typed.split()).casefold()
    found = engine.search(typed, LOOKED_AT)
    just = [match for match in found if match.name.casefold() == whole]
    just.sort(key=lambda match: -(match.place.importance or 0))  # the search has those known by another name last
    return [*just, *(match for match in found if match not in just)][:most]
