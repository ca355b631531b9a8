"""Whether what is called by a place's name without being one is shown: governments, peoples, teams."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.types import ROLES, Story
from geo.ui import session

KEY = "roles"

LABEL = "Governments, peoples and teams"

MEANING = (
    "Places named for somebody rather than for where something is: “Kyiv said”, “Russian troops”. They are hollow on the "
    "map, and without a background in the text."
)


def roles_view(story: Story, shown: Callable[[Story], Story]) -> None:
    """The switch, with how many mentions it is about; nothing where a story has none of them.

    `shown` says what is shown of a story, by all switches.
    """
    number = len(story.mentions) - len(story.literal.mentions)
    if number:
        st.toggle(
            f"{LABEL} ({number})",
            value=session.roles() == ROLES[0],
            key=KEY,
            help=MEANING,
            on_change=_switched(story, shown),
            width="content",
        )


def _switched(story: Story, shown: Callable[[Story], Story]) -> Callable[[], None]:
    def switch() -> None:
        before = shown(story)
        picked = session.mention(before)
        roles = ROLES[0] if session.value(KEY) else "literal"
        session.choose_roles(roles, None)
        session.choose_roles(roles, number_in(shown(story), before, picked))

    return switch


def number_in(after: Story, before: Story, number: int | None) -> int | None:
    """The number that a mention of one showing of a story has in another; None: it is not shown there."""
    if number is None:
        return None
    return next((other for other, mention in enumerate(after.mentions) if mention is before.mentions[number]), None)
