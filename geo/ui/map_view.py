"""The map beside the article. It is built once per story; what is picked reaches it as an order to the map that is there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit_folium import st_folium

from geo.drawing import draw, order, text
from geo.types import Story
from geo.ui import assets, session

KEY = "map_view"

HEIGHT = 520
"""Pixels that the frame starts with; the page's style then gives it its share of the window."""


def map_view(story: Story) -> None:
    """The map; a click on a mark, an area or a border picks its place."""
    numbers = text.place_numbers(story)
    picked = session.mention(story)
    st_folium(
        draw(story, theme=theme(), assets=assets.map_assets()),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=order(numbers.get(picked), move=session.moves(), theme=theme()),
        on_change=_picked(story),
    )


def theme() -> str:
    """`light` or `dark`, as the page is."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _picked(story: Story) -> Callable[[], None]:
    def report() -> None:
        clicked = session.value(KEY)
        if isinstance(clicked, list) and clicked:
            session.pick_on_map(mention_for(story, int(clicked[0]), session.mention(story)))

    return report


def mention_for(story: Story, place: int, picked: int | None) -> int | None:
    """The mention to show for a place: the picked one if it names that place, otherwise its first."""
    if not 0 <= place < len(story.places):
        return picked
    mentions = story.places[place].mentions
    return picked if picked in mentions else mentions[0]
