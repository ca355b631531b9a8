"""The map beside the article. The frame is built once; stories and picks reach the map that is there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit_folium import st_folium

from geo.drawing import blank, bring, text
from geo.types import Story
from geo.ui import assets, session
from geo.ui.article import version

KEY = "map_view"

HEIGHT = 520
"""Pixels that the frame starts with; the page's style then gives it its share of the window."""


def map_view(story: Story) -> None:
    """The map; a click on a mark, an area or a border picks its place."""
    numbers = text.place_numbers(story)
    picked = session.mention(story)
    st_folium(
        blank(assets=assets.map_assets()),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=bring(
            story, numbers.get(picked), version=version(story), move=session.moves(), theme=theme()
        ),
        on_change=_picked(story),
    )


def theme() -> str:
    """`light` or `dark`, as the page is."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _picked(story: Story) -> Callable[[], None]:
    def report() -> None:
        clicked = session.value(KEY)
        if isinstance(clicked, list) and clicked:
            session.pick_on_map(mention_for(story, session.number(clicked[0]), session.mention(story)))

    return report


def mention_for(story: Story, place: int | None, picked: int | None) -> int | None:
    """The mention to show for a place: the picked one if it names that place, otherwise its first; none for none."""
    if place is None:
        return None
    if not 0 <= place < len(story.places):
        return picked
    mentions = story.places[place].mentions
    return picked if picked in mentions else mentions[0]
