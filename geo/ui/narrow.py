"""On a narrow screen, where text and map do not fit beside each other: the switch between them, and the way to the other one.

Both are always on the page; static/dateline/app.css hides one of them on such a screen, and the switch on any other.
"""

from __future__ import annotations

import streamlit as st

from geo.ui import session, visit

PANES = (TEXT, MAP) = ("Text", "Map")

KEY = "pane"

_TURN = {TEXT: ("Show on the map", MAP), MAP: ("Show in the text", TEXT)}
"""In each pane, the words of the button that leads to the other one."""

_STAYS = "What is picked stays picked"

_component = st.components.v2.component(
    "dateline_panes",
    js="""
export default function () {
  const turn = event => {
    if (!event.target.closest(".st-key-panes [role=radio], .st-key-turn button")) return;
    const reader = document.querySelector(".st-key-reader");
    if (reader && reader.getBoundingClientRect().top < 0) reader.scrollIntoView();
  };
  document.addEventListener("click", turn, true);   // the switch lets no click through
  return () => document.removeEventListener("click", turn, true);
}
""",
)
"""Who has scrolled on and turns to the other one sees it, and not what stands below it."""


def panes_view() -> None:
    """The switch, above text and map."""
    with st.container(key="panes"):
        visit.show(KEY, session.pane())
        st.segmented_control(
            "What is shown",
            PANES,
            key=KEY,
            required=True,
            label_visibility="collapsed",
            width="stretch",
            on_change=lambda: session.choose_pane(visit.value(KEY)),
        )
        _component(key="panes_turn")


def turn_view(is_picked: bool, is_in_text: bool) -> None:
    """Below text and map, the way to what is picked in the other one; nothing where it is not there.

    `is_picked`: whether a place is; `is_in_text`: whether a mention of it is shown in the text.
    """
    there = is_picked if session.pane() == TEXT else is_in_text
    if not there:
        return
    words, other = _TURN[session.pane()]
    with st.container(key="turn"):
        st.button(words, key="turn_pane", type="primary", help=_STAYS, on_click=session.choose_pane, args=(other,))
