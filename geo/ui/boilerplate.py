"""Whether places are shown that only menus, captions, links to other stories and the like name."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.types import Story
from geo.ui import session
from geo.ui.roles import number_in

KEY = "boilerplate"

LABEL = "Menus, captions and links"

MEANING = (
    "Places named where the text is not the article itself: navigation, captions, links to other stories, notices. "
    "Such text is set in small grey letters."
)


def boilerplate_view(story: Story, shown: Callable[[Story], Story]) -> None:
    """The switch, with how many mentions it is about; nothing where a story has none of them.

    `shown` says what is shown of a story, by all switches.
    """
    number = len(story.mentions) - len(story.body.mentions)
    if number:
        st.toggle(
            f"{LABEL} ({number})",
            value=session.boilerplate(),
            key=KEY,
            help=MEANING,
            on_change=_switched(story, shown),
            width="content",
        )


def _switched(story: Story, shown: Callable[[Story], Story]) -> Callable[[], None]:
    def switch() -> None:
        before = shown(story)
        picked = session.mention(before)
        session.choose_boilerplate(session.value(KEY), None)
        session.choose_boilerplate(session.value(KEY), number_in(shown(story), before, picked))

    return switch
