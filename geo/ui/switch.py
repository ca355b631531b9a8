"""A switch that shows some of a story's mentions or leaves them out; the picked one stays picked where it is still shown."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.types import Story
from geo.ui import session, visit
from geo.ui.showing import shown


def switch_view(
    label: str,
    *,
    of: Story,
    left_out: int,
    on: bool,
    key: str,
    meaning: str,
    choose: Callable[[bool, int | None], None],
) -> None:
    """The switch, with how many mentions it is about; nothing where there are none.

    `of` is the whole story; `choose(on, number)` keeps what the reader chose, and the picked mention's number among those then
    shown.
    """

    def switched() -> None:
        before, on = shown(of), visit.value(key)
        picked = session.mention(before)
        choose(on, None)
        choose(on, number_in(shown(of), before, picked))

    if left_out:
        st.toggle(f"{label} ({left_out})", value=on, key=key, help=meaning, on_change=switched, width="content")


def number_in(after: Story, before: Story, number: int | None) -> int | None:
    """The number that a mention of one showing of a story has in another; None: it is not shown there."""
    if number is None:
        return None
    return next((other for other, mention in enumerate(after.mentions) if mention is before.mentions[number]), None)
