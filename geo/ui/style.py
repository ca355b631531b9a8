"""The page's own style, static/dateline/app.css, put into the page itself so that nothing jumps while it loads."""

from __future__ import annotations

import streamlit as st

from geo.drawing.offline import text


def page_style() -> None:
    """Put the style into the page."""
    st.html(f"<style>{text('dateline/app.css')}</style>")
