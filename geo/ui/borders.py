"""Which view of disputed land is shown, what it means, and the switch to the other one."""

from __future__ import annotations

import streamlit as st

from geo.types import VIEW_NAMES, VIEWS, View
from geo.ui import engine, session


def borders_view(view: View) -> None:
    """One line under the legend."""
    with st.container(key="borders", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="dl-borders">Borders: {VIEW_NAMES[view]}</p>', width="content")
        other = next(known for known in VIEWS if known != view)
        if st.button(f"Show the {VIEW_NAMES[other]}", key="other_view", type="tertiary"):
            session.choose_view(other)
            st.rerun()
        with st.popover("What is the difference?", type="tertiary", key="about_views"):
            for known in VIEWS:
                st.text(meaning(known))


def meaning(view: View) -> str:
    """What a view shows where, in the words of the outlines' own file."""
    words = engine.about(view).get("shapes", {}).get("disputed_land")
    return words or f"The {VIEW_NAMES[view]}."
