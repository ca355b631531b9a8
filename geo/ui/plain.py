"""Text that Streamlit would otherwise read as Markdown."""

from __future__ import annotations

import re

_MEANS_SOMETHING = re.compile(r"([!-/:-@\[-`{-~])")
"""ASCII punctuation: every sign of it that means something in Markdown may stand behind a backslash."""


def plain(text: str) -> str:
    """The text as Markdown that shows just that, on one line."""
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(text.split()))
