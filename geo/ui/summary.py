"""What a filter keeps in three charts: the places named most, how often week by week, and the countries; or in tables."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from geo.drawing.text import browser_text
from geo.project import DayCount, Filter, PlaceTally
from geo.ui import bars, conditions, desk, engine, figures, gathered, session, timeline, visit
from geo.ui.bars import Bars
from geo.ui.map_view import theme

KEY = "summary"

LOOK = "summary_look"
"""Key of the switch between charts and tables."""

LOOKS = ("Charts", "Tables")

MOST = 12
"""Bars of a chart; the tables have more."""

TOP = 50
"""Places in the table."""

ROW_PX = 23
"""Pixels of a row in a chart."""

WIDE = 3
"""How many times as wide the columns of the second chart are as the bars of the timeline: it has a third of the page."""

AROUND_PX = 22
"""Pixels that Streamlit leaves around a chart, within its height."""

AXIS_PX = 24
"""Pixels of the signs below the second chart."""

BEYOND = 1.16
"""How far the scale goes beyond the longest bar, so that its number has room."""

THICK = {"band": 0.72}
"""How much of its row a bar or cell takes."""

FAINTEST = [0.12, 1]
"""How strong the colour of no and of most mentions is."""

NUMBER = {"field": "Mentions", "type": "quantitative", "format": ","}

Spec = dict[str, Any]

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
    mentions = figures.totals(asked).mentions
    with section:
        if not mentions:
            st.caption(conditions.nothing(asked))
            return
        look = st.segmented_control(
            "Shown as", LOOKS, default=LOOKS[0], key=LOOK, required=True, label_visibility="collapsed"
        )
        found = gathered.gathered()
        top, key = found.tallies[:TOP], f"{KEY}_{found.version.partition(':')[2]}"
        (_tables if look == LOOKS[1] else _charts)(
            of_places(top), _over_time(top, asked), of_countries(found.tallies, mentions), key
        )


def of_places(top: Sequence[PlaceTally]) -> pd.DataFrame:
    """The places named most, a row each; no two are called the same."""
    rows = [[each.place_id, name, each.mentions, each.articles] for name, each in zip(names(top), top, strict=True)]
    return pd.DataFrame(rows, columns=["id", "Place", "Mentions", "Articles"])


def names(top: Sequence[PlaceTally]) -> list[str]:
    """What places are called, each by another name."""
    told: dict[str, None] = {}
    for each in top:
        country = None if (each.feature or "").startswith("A.PCL") else each.country_code
        name = browser_text(", ".join(filter(None, (each.name, country))))
        told[name if name not in told else f"{name} ({each.place_id})"] = None
    return list(told)


def of_countries(tallies: Sequence[PlaceTally], mentions: int) -> pd.DataFrame:
    """All countries, a row each; of all `mentions` those that are in none come last."""
    found: Counter[str] = Counter()
    for each in tallies:
        if each.country_code:
            found[each.country_code] += each.mentions
    rows = [[code, engine.country(code), number] for code, number in found.most_common()]
    rest = mentions - found.total()
    return pd.DataFrame([*rows, *([["", NOWHERE, rest]] if rest else [])], columns=["id", "Country", "Mentions"])


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
            heat = heat_map(drawn, max(frame["Mentions"]), list(places["Place"][:MOST]), COLOURS[theme()])
            st.vega_lite_chart(
                frame, heat, key=f"{key}_time", alt=_alt(frame, "Place", f"Mentions by place and {drawn.unit}")
            )
        else:
            st.caption(timeline.none("published"))
    with right:
        st.markdown("**Countries**")
        _ranked(countries[:MOST], "Country", f"{key}_countries", _ask_country)


def _ranked(frame: pd.DataFrame, label: str, key: str, ask: Callable[[str], None]) -> None:
    """A bar for each row; a clicked one is asked for."""

    def clicked() -> None:
        found = visit.value(key)["selection"].get("picked")
        if found and found[0].get("id"):
            ask(str(found[0]["id"]))

    if frame.empty:
        st.caption("None of the places is known.")
        return
    said = _alt(frame, label, f"Mentions by {label.casefold()}")
    st.vega_lite_chart(frame, ranked(frame, label, COLOURS[theme()]), key=key, on_select=clicked, alt=said)


def ranked(frame: pd.DataFrame, label: str, colours: tuple[str, str]) -> Spec:
    """Vega-Lite for bars with names on the left and numbers at their ends, most first."""
    bar, ink = colours
    return {
        "height": ROW_PX * len(frame) + AROUND_PX,
        "view": {"stroke": None},
        "encoding": {
            "y": {"field": label, "type": "nominal", "sort": None, "axis": _names(ink)},
            "x": NUMBER | {"axis": None, "scale": {"domain": [0, max(frame["Mentions"]) * BEYOND], "nice": False}},
            "tooltip": [{"field": label, "type": "nominal"}, NUMBER],
        },
        "layer": [
            {
                "params": [{"name": "picked", "select": {"type": "point", "fields": ["id"]}}],
                "mark": {"type": "bar", "color": bar, "cornerRadiusEnd": 2, "cursor": "pointer", "height": THICK},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 12, "color": ink},
                "encoding": {"text": NUMBER},
            },
        ],
    }


def heat_map(drawn: Bars, most: int, order: Sequence[str], colours: tuple[str, str]) -> Spec:
    """Vega-Lite for a row a place and a column a bar; the stronger the colour, the more mentions, up to `most`."""
    cell, ink = colours
    signs = dict(bars.ticks(drawn))
    when = {"title": None, "values": list(signs), "labelExpr": f"({json.dumps(signs)})[datum.value]", "labelColor": ink}
    when |= {
        "labelAlign": "left",
        "labelOffset": 2,
        "labelOverlap": "greedy",
        "labelSeparation": 8,
        "labelFlush": False,
    }
    return {
        "height": ROW_PX * len(order) + AROUND_PX + AXIS_PX,
        "view": {"stroke": None},
        "mark": {"type": "rect", "color": cell, "cornerRadius": 1.5, "height": THICK},
        "encoding": {
            "y": {
                "field": "Place",
                "type": "nominal",
                "sort": list(order),
                "scale": {"domain": list(order)},
                "axis": _names(ink) | {"grid": True},
            },
            "x": {
                "field": "from",
                "type": "quantitative",
                "axis": when | {"grid": False},
                "scale": {"domain": [0, len(drawn.bars)], "nice": False},
            },
            "x2": {"field": "to"},
            "opacity": NUMBER | {"scale": {"type": "sqrt", "domain": [0, most], "range": FAINTEST}, "legend": None},
            "tooltip": [
                {"field": "Place", "type": "nominal"},
                {"field": "Days", "type": "nominal"},
                NUMBER,
            ],
        },
    }


def _names(ink: str) -> Spec:
    """Names beside a chart, every one of them, at the middle of its row."""
    still = {"labelOverlap": False, "labelFlush": False, "labelBound": False, "ticks": False, "domain": False}
    return {"title": None, "labelLimit": NAME_PX, "labelColor": ink, "labelPadding": 8, "zindex": 0, **still}


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
