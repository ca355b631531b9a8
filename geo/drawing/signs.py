"""What people have said of a mention, in a few words for a card."""

from __future__ import annotations

from geo.types import Mention, State

SIGNS: dict[State, str] = {"verified": "✓ Looked at by a person", "flagged": "⚑ Flagged: someone should look again"}


def sign(mention: Mention) -> str:
    """Whether someone looked at it or asked for another look; empty: neither."""
    return SIGNS.get(mention.state, "")
