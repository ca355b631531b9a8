"""Every mention in a table: the whole at a glance, and the way for readers who cannot use a map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.drawing import text, words
from geo.drawing.memo import per_story
from geo.types import Mention, Story
from geo.ui import session

KEY = "table_view"

_DEGREES = st.column_config.NumberColumn(format="%.4f")

COLUMNS = {
    "Sure": st.column_config.ProgressColumn(format="%d%%", min_value=0, max_value=100, width="small"),
    "Latitude": _DEGREES,
    "Longitude": _DEGREES,
}
"""How numbers are written: as on the card."""


def table_view(story: Story) -> None:
    """The mentions in text order; a chosen row is picked in the text and on the map."""
    if not story.mentions:
        return
    with st.expander(title(story)):
        st.dataframe(
            frame(story),
            key=KEY,
            hide_index=True,
            width="stretch",
            on_select=_picked,
            selection_mode="single-row",
            column_config=COLUMNS,
        )


def title(story: Story) -> str:
    """What the closed table is called."""
    number = len(story.mentions)
    return "The one mention as a table" if number == 1 else f"All {number} mentions as a table"


@per_story
def frame(story: Story) -> pd.DataFrame:
    """One row a mention."""
    columns = ["In the text", "Place", "What it is", "Named", "Role", "Sure", "Latitude", "Longitude"]
    return pd.DataFrame([_row(mention) for mention in story.mentions], columns=columns)


def _row(mention: Mention) -> list[object]:
    place, where = mention.place, mention.location
    return [
        text.browser_text(mention.surface),
        place.label if place else "not located",
        words.feature(place) if place else "",
        words.how(mention),
        "a location" if mention.role == "literal" else "a government, people or team",
        words.per_cent(mention.confidence) if place else None,
        round(where.lat, 4) if where else None,
        round(where.lon, 4) if where else None,
    ]


def _picked() -> None:
    rows = session.value(KEY)["selection"]["rows"]
    if rows:
        session.pick_elsewhere(int(rows[0]))
