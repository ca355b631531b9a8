"""Which view of disputed land is shown, what it means, and the switch to the other one."""

from __future__ import annotations

import streamlit as st

from geo.types import VIEW_NAMES, VIEWS, View
from geo.ui import engine, ground, session

STREET_MAP = (
    "The street map draws borders as its makers see them, in both views. Dateline’s lie over them; close up, where they are "
    "not exact enough, you see the street map’s alone."
)


OTHER = "Draws disputed land the other way; the places stay"


def borders_view(view: View) -> None:
    """One line under the legend."""
    with st.container(key="borders", horizontal=True, vertical_alignment="center"):
        borders_line(view)
        other = next(known for known in VIEWS if known != view)
        if st.button(f"Show the {VIEW_NAMES[other]}", key="other_view", type="tertiary", help=OTHER):
            session.choose_view(other)
            st.rerun()
        with st.popover("What is the difference?", type="tertiary", key="about_views"):
            st.caption("What each view shows on disputed land")
            for known in VIEWS:
                st.text(meaning(known))
            if ground.chosen():
                st.text(STREET_MAP)


def borders_line(view: View) -> None:
    """Which view is shown, without a way to change it."""
    st.html(f'<p class="dl-borders">Borders: {VIEW_NAMES[view]}</p>', width="content")


def meaning(view: View) -> str:
    """What a view shows where, in the words of the outlines' own file."""
    words = engine.about(view).get("shapes", {}).get("disputed_land")
    return words or f"The {VIEW_NAMES[view]}."
