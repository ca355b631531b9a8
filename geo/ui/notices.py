"""What the reader is told above the article: that the text is not in English."""

from __future__ import annotations

import streamlit as st

from geo import notices
from geo.types import Story
from geo.ui.plain import plain


def notices_view(story: Story) -> None:
    """A plain notice for each; nothing for an English text."""
    for notice in notices.notices(story):
        st.info(plain(f"This text {notice}."))
