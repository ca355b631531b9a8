"""Links to what is shown: for those who work on it, for those who look at it, and as a frame for a page."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from geo.ui import assets, session

KEY = "share_view"

TO_WORK = "Whoever has this link can change the project, as you can. Treat it like a password."
TO_LOOK = "Whoever has this link can look at everything in the project, its articles too, and change nothing."
SAMPLE = "This is a sample: everybody who opens this page has it."
FRAME = "Put this into a page. It shows the map and the text, and nothing can be changed there."

_MOUNT = """
export default function ({data, parentElement}) {
  const map = () => [...document.querySelectorAll("iframe")].map(frame => {
    try { return frame.contentWindow.dateline.map; } catch (error) { return null; }
  }).find(Boolean) || null;
  new LinksView(parentElement.querySelector(".links"), map).fill(data.rows);
}
"""

_component = st.components.v2.component(
    "dateline_links",
    html='<div class="links"></div>',
    css=assets.style("links"),
    js=assets.script("links", _MOUNT),
)


@st.dialog("Share", width="medium")
def share_dialog() -> None:
    """The links, each with what those who have it may do, and a button that copies it."""
    _component(key=KEY, data={"rows": rows()})
    st.caption("Links work for people who can reach this page: on your own machine that is only you.")


def rows() -> list[list[object]]:
    """`[heading, meaning, query, is a frame]` for each link; the browser knows where the page lies."""
    looking = urlencode(session.state(looking=True), doseq=True)
    frame: list[object] = ["In another page", FRAME, f"{looking}&embed=true", True]
    if not session.project():
        return [["Link", SAMPLE, looking, False], frame]
    to_look: list[object] = ["To look at", TO_LOOK, looking, False]
    if session.is_looking():
        return [to_look, frame]
    to_work: list[object] = ["To work together", TO_WORK, urlencode(session.state(looking=False), doseq=True), False]
    return [to_look, to_work, frame]
