"""Adding a place that nobody took for one, by typing its words: marking them in the text needs a mouse or a finger."""

from __future__ import annotations

import re

import streamlit as st

from geo.types import Story
from geo.ui import memory, session, visit
from geo.ui.choosing import quoted

MOST = 20
"""Places in the text that are offered: more cannot be told apart in a list."""

LONGEST = 200
"""Characters of a name."""


def overlooked_view(story: Story) -> None:
    """A button to add a mention to the reader's own article; nothing where they only look."""
    if not session.is_own() or session.is_looking():
        return
    if st.button(
        "Add a place that was missed …", key="overlooked", type="tertiary", help="Or mark its words in the text"
    ):
        overlooked_dialog(story)


@st.dialog("Add a place that was missed")
def overlooked_dialog(story: Story) -> None:
    """Which words are meant; the dialog that says which place they mean comes next."""
    typed = st.text_input(
        "Its words, as they stand in the text", key="overlooked_words", max_chars=LONGEST, help="Then press Enter"
    )
    found = spans(story, typed)
    number, was_asked = 0, visit.value("overlooked_which") is not None
    if typed.strip() and not found:
        st.text("The text does not have these words, or they are marked already.")
    elif len(found) > 1:
        number = st.radio(
            "Which of them",
            range(len(found)),
            key="overlooked_which",
            format_func=lambda each: f"{each + 1} · {quoted(story.article.text, *found[each])}",
            help="A decision can reach all of them in the next step",
        )
    pressed = st.button(
        "Choose the place …", type="primary", key="overlooked_next", help="By name, by coordinates or on a map"
    )
    if pressed and (len(found) == 1 or found and was_asked):
        memory.remember_selected(found[number])
        st.rerun()
    elif pressed and not typed.strip():
        st.text("Type its words first.")


def spans(story: Story, typed: str) -> list[tuple[int, int]]:
    """Where the words stand in the text outside its mentions, as code points: the first `MOST`, whatever their case."""
    words = r"\s+".join(map(re.escape, typed.split()))
    if not words:
        return []
    pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    places = (match.span() for match in pattern.finditer(story.article.text))
    free = (span for span in places if not any(m.start < span[1] and span[0] < m.end for m in story.mentions))
    return [span for span, _ in zip(free, range(MOST), strict=False)]
