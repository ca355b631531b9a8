"""The map beside the article. The frame is built once; stories and picks reach the map that is there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit_folium import st_folium

from geo.drawing import MISSING, blank, bring, scene, text
from geo.drawing.scene import Scene
from geo.types import Story
from geo.ui import assets, ground, memory, session, visit
from geo.ui.article import version

KEY = "map_view"

HEIGHT = 520
"""Pixels that the frame starts with; the page's style then gives it its share of the window."""


def map_view(story: Story) -> None:
    """The map of a story; a click on a mark, an area or a border picks its place."""
    picked = session.mention(story)

    def pick(place: int | None) -> None:
        session.pick_on_map(mention_for(story, place, session.mention(story)))

    shown_view(lambda: scene.of_story(story), text.place_numbers(story).get(picked), version=version(story), pick=pick)


def shown_view(
    made: Callable[[], Scene], place: int | None, *, version: str, pick: Callable[[int | None], None]
) -> None:
    """The map of a scene, which is made and sent only where the browser does not have this version of it yet.

    `place`: the picked one's number; `pick` is told the number of a place that was clicked, None: the reader clicked none.
    """
    brought = memory.brought() == version
    st_folium(
        blank(assets=assets.map_assets()),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=bring(
            None if brought else made(),
            place,
            version=version,
            move=session.moves(),
            theme=theme(),
            tiles=ground.chosen(),
            spot=session.spot(),
        ),
        on_change=reported(pick),
    )
    memory.remember_brought(version)


def theme() -> str:
    """`light` or `dark`, as the page is."""
    return "dark" if st.context.theme.type == "dark" else "light"


def reported(pick: Callable[[int | None], None]) -> Callable[[], None]:
    """What to do when the map reports something: `pick` is told of a click."""

    def report() -> None:
        reported = visit.value(KEY)
        if not isinstance(reported, list) or not reported:
            return
        if reported[0] == MISSING:
            memory.remember_brought(None)
        else:
            pick(visit.number(reported[0]))

    return report


def mention_for(story: Story, place: int | None, picked: int | None) -> int | None:
    """The mention to show for a place: the picked one if it names that place, otherwise its first; none for none."""
    if place is None:
        return None
    if not 0 <= place < len(story.places):
        return picked
    mentions = story.places[place].mentions
    return picked if picked in mentions else mentions[0]
