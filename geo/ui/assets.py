"""Our own scripts and styles for the page's components, and where streamlit serves them."""

from __future__ import annotations

import streamlit as st

from geo.drawing import Assets, served
from geo.drawing.offline import text

COLOURS = """
:host { --a-ink: var(--st-text-color); --a-paper: var(--st-background-color); --a-mark: var(--st-primary-color);
  --a-pick: light-dark(#c4420a, #ff9a62); --a-sans: var(--st-font); --a-edge: var(--st-border-color);
  --a-soft: color-mix(in srgb, var(--st-text-color) 72%, var(--st-background-color));
  --a-quiet: color-mix(in srgb, var(--st-text-color) 55%, var(--st-background-color)); }
"""


def map_assets() -> Assets:
    """The map's files as this server serves them."""
    return served(st.get_option("server.baseUrlPath") or "")


def style(name: str) -> str:
    """A component's style with the page's colours."""
    return COLOURS + text(f"dateline/{name}.css")


def script(name: str, mount: str) -> str:
    """A component's script: the view, and the lines that mount it."""
    return text(f"dateline/{name}.js") + mount
