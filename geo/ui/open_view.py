"""In a frame of another page: the link that opens what the frame shows in a window of its own."""

from __future__ import annotations

import streamlit as st

from geo.project import reading_token
from geo.ui import assets, session

KEY = "open_view"

_CSS = """
a { font: 14px/1.45 var(--a-sans); color: var(--a-mark); text-underline-offset: 3px; white-space: nowrap; }
a:focus-visible { outline: 3px solid var(--a-mark); outline-offset: 2px; border-radius: 2px; }
"""

_MOUNT = """
export default function ({data, parentElement}) {
  const link = parentElement.querySelector("a");
  const follow = () => {
    const words = new URLSearchParams(window.location.search);
    for (const word of ["embed", "embed_options", "project"]) words.delete(word);
    if (data.reading) words.set("read", data.reading);
    link.href = window.location.pathname + "?" + words;
  };
  follow();
  // a pick changes the address
  for (const kind of ["pointerenter", "pointerdown", "focus"]) link.addEventListener(kind, follow);
}
"""

_component = st.components.v2.component(
    "dateline_open",
    html='<a href="" target="_blank" rel="noopener" title="In a window of its own">Open in Dateline ↗</a>',
    css=assets.COLOURS + _CSS,
    js=_MOUNT,
)


def open_view() -> None:
    """The link; it lets people look and change nothing, as the frame does."""
    token = session.project()
    _component(key=KEY, data={"reading": reading_token(token) if token else None})
