"""What a filter keeps in three charts: the places named most, how often week by week, and the countries; or in tables."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

import altair as alt
import pandas as pd
import streamlit as st

from geo.drawing.text import browser_text
from geo.project import Counts, DayCount, Filter, PlaceTally
from geo.ui import bars, desk, engine, figures, session
from geo.ui.bars import Bars
from geo.ui.map_view import theme

KEY = "summary"

LOOK = "summary_look"
"""Key of the switch between charts and tables."""

LOOKS = ("Charts", "Tables")

MOST = 12
"""Bars of a chart; the tables have more."""

ROW_PX = 23
"""Pixels of a row in a chart."""

WIDE = 3
"""How many times as wide the columns of the second chart are as the bars of the timeline: it has a third of the page."""

AXIS_PX = 24
"""Pixels of the signs below the second chart."""

NUMBER = 1.16
"""How far the scale goes beyond the longest bar, so that its number has room."""

NAME_PX = 150
"""Widest name beside a chart; a longer one is cut, and whole in its tooltip."""

COLOURS = {"light": ("#0b5f8a", "#1d2429"), "dark": ("#6cc0ea", "#eceae4")}
"""The page's primary colour and that of its text in each theme, `.streamlit/config.toml`."""

NOWHERE = "In no single country"
"""What mentions of seas, continents and unknown places are counted under."""


def summary_view() -> None:
    """The charts or the tables, worked out while they are open; a clicked place or country is asked for."""
    section = st.expander("Summary: places, times and countries", key=KEY, on_change="rerun")
    if not section.open:
        return
    asked = desk.asked()
    kept = figures.counts(asked)
    with section:
        if not kept.mentions:
            st.caption("Nothing fits the filter.")
            return
        look = st.segmented_control(
            "Shown as", LOOKS, default=LOOKS[0], key=LOOK, required=True, label_visibility="collapsed"
        )
        places, over_time, countries = of_places(kept.top), _over_time(kept.top, asked), of_countries(kept)
        (_tables if look == LOOKS[1] else _charts)(places, over_time, countries, f"{KEY}_{hash((asked, kept))}")


def of_places(top: Sequence[PlaceTally]) -> pd.DataFrame:
    """The places named most, a row each; no two are called the same."""
    columns = ["id", "Place", "Mentions", "Articles"]
    rows = zip(names(top), top, strict=True)
    return pd.DataFrame([[each.place_id, name, each.mentions, each.articles] for name, each in rows], columns=columns)


def names(top: Sequence[PlaceTally]) -> list[str]:
    """What places are called, each by another name."""
    told: dict[str, None] = {}
    for each in top:
        country = None if (each.feature or "").startswith("A.PCL") else each.country_code
        name = browser_text(", ".join(filter(None, (each.name, country))))
        told[name if name not in told else f"{name} ({each.place_id})"] = None
    return list(told)


def of_countries(kept: Counts) -> pd.DataFrame:
    """All countries, a row each."""
    rows = [[code or "", engine.country(code) if code else NOWHERE, number] for code, number in kept.by_country]
    return pd.DataFrame(rows, columns=["id", "Country", "Mentions"])


def _over_time(top: Sequence[PlaceTally], asked: Filter) -> tuple[pd.DataFrame, Bars | None]:
    shown = tuple(each.place_id for each in top[:MOST])
    return over_time(dict(zip(shown, names(top), strict=False)), figures.days_of_places(shown, asked))


def over_time(named: dict[str, str], counted: Sequence[tuple[str, str, int]]) -> tuple[pd.DataFrame, Bars | None]:
    """How often each place is named in the articles of each bar's days, a row for each where it is, and the bars.

    `named`: names by id; `counted`: id, day, mentions.
    """
    drawn = bars.bars((DayCount(day, day, number) for _, day, number in counted), wide=WIDE)
    sums: dict[tuple[str, int], int] = {}
    for id, day, number in counted if drawn else ():
        at = bisect_right(drawn.bars, day, key=lambda bar: str(bar.first)) - 1
        if at >= 0 and day <= str(drawn.bars[at].last):
            sums[named[id], at] = sums.get((named[id], at), 0) + number
    rows = [[name, at, at + 1, bars.said(drawn.bars[at], drawn.unit), number] for (name, at), number in sums.items()]
    return pd.DataFrame(rows, columns=["Place", "from", "to", "Days", "Mentions"]), drawn


# Charts


def _charts(places: pd.DataFrame, over: tuple[pd.DataFrame, Bars | None], countries: pd.DataFrame, key: str) -> None:
    left, middle, right = st.columns([5, 7, 5], gap="medium")
    with left:
        st.markdown("**Places named most**")
        _ranked(places[:MOST], "Place", f"{key}_places", _ask_place)
    with middle:
        frame, drawn = over
        st.markdown(f"**The same by {drawn.unit} of the article**" if drawn else "**Over time**")
        if drawn:
            heat = heat_map(frame, drawn, list(places["Place"][:MOST]), COLOURS[theme()])
            st.altair_chart(heat, key=f"{key}_time", alt=_alt(frame, "Place", f"Mentions by place and {drawn.unit}"))
        else:
            st.caption("No article that is kept has a date.")
    with right:
        st.markdown("**Countries**")
        _ranked(countries[:MOST], "Country", f"{key}_countries", _ask_country)


def _ranked(frame: pd.DataFrame, label: str, key: str, ask: Callable[[str], None]) -> None:
    """A bar for each row; a clicked one is asked for."""

    def clicked() -> None:
        found = session.value(key)["selection"].get("picked")
        if found and found[0].get("id"):
            ask(str(found[0]["id"]))

    said = _alt(frame, label, f"Mentions by {label.casefold()}")
    st.altair_chart(ranked(frame, label, COLOURS[theme()]), key=key, on_select=clicked, alt=said)


def ranked(frame: pd.DataFrame, label: str, colours: tuple[str, str]) -> alt.LayerChart:
    """Bars with names on the left and numbers at their ends, most first."""
    bar, ink = colours
    most = max(frame["Mentions"], default=1)
    base = alt.Chart(frame).encode(
        y=alt.Y(f"{label}:N", sort=None, axis=_names(ink)),
        x=alt.X("Mentions:Q", axis=None, scale=alt.Scale(domain=[0, most * NUMBER], nice=False)),
        tooltip=[alt.Tooltip(f"{label}:N"), alt.Tooltip("Mentions:Q", format=",")],
    )
    picked = alt.selection_point(name="picked", fields=["id"])
    shown = base.mark_bar(color=bar, cornerRadiusEnd=2, cursor="pointer", height={"band": 0.72}).add_params(picked)
    numbers = base.mark_text(align="left", dx=5, fontSize=12, color=ink).encode(text=alt.Text("Mentions:Q", format=","))
    return (shown + numbers).properties(height=ROW_PX * len(frame)).configure_view(stroke=None)


def heat_map(frame: pd.DataFrame, drawn: Bars, order: Sequence[str], colours: tuple[str, str]) -> alt.Chart:
    """A row for each place, a column for each bar; the stronger the colour, the more mentions."""
    signs = dict(bars.ticks(drawn))
    cell, ink = colours
    when = alt.Axis(
        title=None, values=list(signs), labelExpr=f"({json.dumps(signs)})[datum.value]", labelAlign="left", labelOffset=2,
        grid=False, labelOverlap="greedy", labelSeparation=8, labelFlush=False, labelColor=ink,
    )  # fmt: skip
    return (
        alt.Chart(frame)
        .mark_rect(color=cell, cornerRadius=1.5, height={"band": 0.72})
        .encode(
            y=alt.Y("Place:N", sort=list(order), scale=alt.Scale(domain=list(order)), axis=_names(ink, grid=True)),
            x=alt.X("from:Q", axis=when, scale=alt.Scale(domain=[0, len(drawn.bars)], nice=False)),
            x2="to:Q",
            opacity=alt.Opacity("Mentions:Q", scale=alt.Scale(type="sqrt", domainMin=0, range=[0.12, 1]), legend=None),
            tooltip=["Place:N", "Days:N", alt.Tooltip("Mentions:Q", format=",")],
        )
        .properties(height=ROW_PX * len(order) + AXIS_PX)
        .configure_view(stroke=None)
    )


def _names(ink: str, **more: bool) -> alt.Axis:
    """Names beside a chart, every one of them, at the middle of its row."""
    still = {"labelOverlap": False, "labelFlush": False, "labelBound": False, "ticks": False, "domain": False}
    return alt.Axis(title=None, labelLimit=NAME_PX, labelColor=ink, labelPadding=8, zindex=0, **still, **more)


def _alt(frame: pd.DataFrame, label: str, title: str) -> str:
    """A chart in a sentence."""
    sums = frame.groupby(label, sort=False)["Mentions"].sum()
    return f"{title}: {'; '.join(f'{name} {number:,}' for name, number in sums.items())}"


def _ask_place(id: str) -> None:
    session.choose_filter(replace(session.filter(), place=id))


def _ask_country(code: str) -> None:
    session.choose_filter(replace(session.filter(), countries=(code,)))


# Tables


def _tables(places: pd.DataFrame, over: tuple[pd.DataFrame, Bars | None], countries: pd.DataFrame, key: str) -> None:
    left, middle, right = st.columns([5, 7, 5], gap="medium")
    with left:
        _table(places.drop(columns="id"), f"{key}_places_table")
    with middle:
        _table(by_days(over[0], list(places["Place"])), f"{key}_time_table")
    with right:
        _table(countries.drop(columns="id"), f"{key}_countries_table")


def _table(frame: pd.DataFrame, key: str) -> None:
    st.dataframe(frame, key=key, hide_index=True, width="stretch")


def by_days(frame: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """A row for each time with a mention, the earliest first; a column for each place, in their order."""
    wide = frame.pivot_table(index=["from", "Days"], columns="Place", values="Mentions", fill_value=0, aggfunc="sum")
    kept = [name for name in order if name in wide.columns]
    return wide[kept].reset_index().drop(columns="from").rename_axis(columns=None)
