"""Every mention that a filter keeps in one table, page by page; a chosen row is opened in its article and on the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from geo.drawing import words
from geo.drawing.text import browser_text
from geo.project import Excerpt, MentionRow, Order
from geo.ui import conditions, desk, engine, figures, session, visit
from geo.ui.conditions import said_days
from geo.ui.showing import number_at, shown

KEY = "mentions"

ROWS = 1000
"""Rows of a page: about half a megabyte with their sentences."""

HEIGHT = 420
"""Pixels of the table."""

ORDERS: Mapping[Order, str] = {
    "newest": "Newest articles first",
    "oldest": "Oldest articles first",
    "least certain": "Least certain first",
    "most certain": "Most certain first",
    "place": "By place",
    "text": "As articles were added",
}

COLUMNS = {
    "In the text": st.column_config.TextColumn(width="small"),
    "Sentence": st.column_config.TextColumn(width="large"),
    "Sure": st.column_config.ProgressColumn(format="%d%%", min_value=0, max_value=100, width="small"),
    "Date": st.column_config.TextColumn(width="small"),
    "Outlet": st.column_config.TextColumn(width="small"),
    "Headline": st.column_config.TextColumn(width="medium"),
}


def mentions_view() -> None:
    """The table, worked out while it is open."""
    section = st.expander("All mentions as a table", key=KEY, on_change="rerun")
    if not section.open:
        return
    asked = desk.asked()
    number = figures.totals(asked).mentions
    with section:
        if not number:
            st.caption(conditions.nothing(asked))
            return
        order, page = _page(number)
        found = figures.sentences(asked, order, ROWS, page * ROWS)
        key = f"{KEY}_{hash((asked, desk.revision(), order, page))}"  # other rows: none is chosen yet
        st.dataframe(
            frame(found),
            key=key,
            hide_index=True,
            height=HEIGHT,
            width="stretch",
            on_select=_picked(key, found),
            selection_mode="single-row",
            column_config=COLUMNS,
            alt="Every mention that the filter keeps, a row each",
        )


def _page(number: int) -> tuple[Order, int]:
    """How the rows are sorted, and which page of them is shown."""
    pages = -(-number // ROWS)
    with st.container(key="mentions_ways", horizontal=True, vertical_alignment="center"):
        order = st.selectbox(
            "Order", list(ORDERS), key="mentions_order", format_func=ORDERS.get, label_visibility="collapsed", width=240
        )
        page = 0
        if pages > 1:
            page = st.selectbox(
                "Rows",
                range(pages),
                key=f"mentions_page_{number}_{order}",  # other rows begin at the first
                format_func=lambda page: rows_of(page, number),
                label_visibility="collapsed",
                width=240,
            )
        st.caption("Choose a row to open it in its article and on the map.")
    return order, page


def rows_of(page: int, number: int) -> str:
    """Which rows a page has: "1,001 to 2,000 of 2,345"."""
    return f"{page * ROWS + 1:,} to {min((page + 1) * ROWS, number):,} of {number:,}"


def frame(found: Sequence[Excerpt]) -> pd.DataFrame:
    """A row for each mention."""
    columns = ["In the text", "Sentence", "Place", "Country", "Sure", "Speaks of", "Headline", "Outlet", "Date"]
    countries = {row.country_code: "" for row in (excerpt.mention for excerpt in found)}
    countries |= {code: engine.country(code) for code in countries if code}
    rows = [_row(excerpt, countries) for excerpt in found]
    return pd.DataFrame(rows, columns=[*columns, "Kind", "Role", "Checked"])


def _row(excerpt: Excerpt, countries: Mapping[str | None, str]) -> list[object]:
    row = excerpt.mention
    sentence = " ".join(f"{excerpt.before}{excerpt.surface}{excerpt.after}".split())
    return [
        browser_text(row.surface),
        browser_text(sentence),
        browser_text(row.place or "not located"),
        countries[row.country_code],
        words.per_cent(row.confidence) if row.place_id else None,
        said_days((row.first, row.last)) if row.first else "",
        browser_text(row.title or row.article),
        browser_text(row.outlet or ""),
        row.date or "",
        conditions.KINDS[row.kind],
        conditions.ROLES[row.role],
        conditions.STATES[row.state],
    ]


def _picked(key: str, found: Sequence[Excerpt]) -> Callable[[], None]:
    def report() -> None:
        rows = visit.value(key)["selection"]["rows"]
        if rows and rows[0] < len(found):
            open_mention(found[rows[0]].mention)

    return report


def open_mention(row: MentionRow) -> None:
    """Open the mention's article at it; text and map both go there."""
    if not desk.has_article(row.article):
        return  # the page then shows what there is
    number = number_at(shown(desk.story(row.article, session.view())), row.start, row.end)
    session.open_article(row.article, number)
    session.pick_place(row.place_id, number, move=True, scroll=True)
