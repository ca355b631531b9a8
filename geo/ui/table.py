"""Every mention in a table: the whole at a glance, and the way for readers who cannot use a map."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo.drawing import text, words
from geo.drawing.memo import per_story
from geo.types import Mention, Story
from geo.ui import memory, session, visit
from geo.ui.article import version

KEY = "table_view"

_DEGREES = st.column_config.NumberColumn(format="%.4f")

COLUMNS = {
    "Sure": st.column_config.ProgressColumn(format="%d%%", min_value=0, max_value=100, width="small"),
    "Latitude": _DEGREES,
    "Longitude": _DEGREES,
}
"""How numbers are written: as on the card."""


def table_view(story: Story, *, of: Story) -> None:
    """The mentions in text order; a chosen row is picked in the text and on the map.

    `of` is the whole story that `story` shows.
    """
    if not story.mentions:
        return
    named = title(len(story.mentions), len(of.mentions))
    section = st.expander(named, key="table", on_change="rerun", expanded=memory.is_table_open())
    memory.remember_table(section.open)  # with another title it is another section to Streamlit, which begins anew
    if not section.open:
        return  # Streamlit's tables weigh more than a megabyte in the browser
    key = f"{KEY}_{version(story)}"  # other rows: no row is chosen yet
    with section:
        st.dataframe(
            frame(story),
            key=key,
            hide_index=True,
            width="stretch",
            on_select=_picked(key),
            selection_mode="single-row",
            column_config=COLUMNS,
        )


def title(shown: int, found: int) -> str:
    """What the closed table is called, by the mentions that it shows of those that were found."""
    if shown < found:
        return f"{shown} of {found} mentions as a table"
    return "The one mention as a table" if found == 1 else f"All {found} mentions as a table"


@per_story
def frame(story: Story) -> pd.DataFrame:
    """One row a mention."""
    columns = ["In the text", "Place", "What it is", "Named", "Role", "Speaks of", "Sure", "Latitude", "Longitude"]
    return pd.DataFrame([_row(mention) for mention in story.mentions], columns=columns)


def _row(mention: Mention) -> list[object]:
    place, where = mention.place, mention.location
    return [
        text.browser_text(mention.surface),
        place.label if place else "not located",
        words.feature(place) if place else "",
        words.how(mention),
        "a location" if mention.role == "literal" else "a government, people or team",
        words.days(mention.when) if mention.when else "",
        words.per_cent(mention.confidence) if place else None,
        round(where.lat, 4) if where else None,
        round(where.lon, 4) if where else None,
    ]


def _picked(key: str) -> Callable[[], None]:
    def report() -> None:
        rows = visit.value(key)["selection"]["rows"]
        if rows:
            session.pick_elsewhere(int(rows[0]))

    return report
