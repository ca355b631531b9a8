"""The page's own style, static/dateline/app.css, put into the page itself so that nothing jumps while it loads."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import streamlit as st

from geo.drawing.offline import text
from geo.errors import DatelineError
from geo.ui import memory

LEAD_S = 0.2
"""Seconds that the style goes ahead of the page on a first visit. Streamlit's page loads the program that puts it in after it
has come, as it does for each kind of element: with fewer, buttons and texts were there before it and jumped (measured in
Chromium on two cores: the style is in place 150 to 200 ms after it was sent)."""


def page_style(meanwhile: Callable[[], object] = lambda: None) -> None:
    """Put the style into the page; on a visit's first run let it go ahead, and do `meanwhile` what the page will need."""
    st.html(f"<style>{text('dateline/app.css')}</style>")
    ahead = st.container(key="ahead")  # always there: what says that something is being read takes no place of another
    if memory.is_styled():
        return
    sent = time.monotonic()
    memory.remember_styled()
    with ahead, suppress(DatelineError):  # it will be met again, and told, where it is drawn
        meanwhile()
    time.sleep(max(0.0, sent + LEAD_S - time.monotonic()))
