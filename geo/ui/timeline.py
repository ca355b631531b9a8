"""When the articles appeared, or the days that they speak of, as bars with a window on them that keeps what lies inside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from geo.project import Timeline
from geo.project.filters import Days
from geo.ui import assets, bars, conditions, desk, figures, session, visit
from geo.ui.bars import Bars
from geo.ui.conditions import said_days

KEY = "timeline"

WHICH = "timeline_which"
"""Key of the switch between the two sorts of days."""

LABELS: Mapping[Timeline, str] = {"published": "When it appeared", "spoken of": "What it speaks of"}

FIELDS: Mapping[Timeline, str] = {"published": "published", "spoken of": "spoken_of"}
"""The field of a filter that asks for such days."""

NONE: Mapping[Timeline, str] = {
    "published": "It is not known when these articles appeared.",
    "spoken of": "No sentence with one of these places speaks of days.",
}

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".timeline");
  root.view = root.view || new TimelineView(root, days => root.send("window", [days, Date.now()]));
  root.send = setTriggerValue;
  root.view.fill(data);
}
"""

_component = st.components.v2.component(
    "dateline_timeline",
    html='<div class="timeline" role="group" aria-label="Timeline"></div>',
    css=assets.style("timeline"),
    js=assets.script("timeline", _MOUNT),
)


def timeline_view() -> None:
    """The bars over all that the filter keeps, whatever days it asks for; the window on them sets those days."""
    with st.container(key="timeline", gap="xsmall"):
        of = _which()
        field, asked = FIELDS[of], desk.asked()
        drawn = bars.bars(figures.days(asked.without(field), of))
        if drawn is None:
            _line(none(of) if figures.totals(asked).mentions else conditions.nothing(asked))
        elif len(drawn.bars) == 1:
            _line(f"All of it: {bars.said(drawn.bars[0], drawn.unit)}.")
        else:
            _component(key=f"{KEY}_{field}", data=data(drawn, getattr(asked, field)), on_window_change=_chosen(field))


def _line(told: str) -> None:
    """A line in place of the bars, which takes less room."""
    with st.container(key="timeline_line"):
        st.caption(told)


def none(of: Timeline) -> str:
    """What stands in place of bars where there are places and no days, and how to give an article its day."""
    way = " To set the day of one, choose it in the list at the top and open “Details”."
    return NONE[of] + (way if of == "published" and not session.is_looking() else "")


def _which() -> Timeline:
    """Which days the bars are of; those that the filter asks for at first."""
    asked = session.filter()
    first: Timeline = "spoken of" if asked.spoken_of and not asked.published else "published"
    return st.segmented_control(
        "Days",
        list(LABELS),
        default=first,
        key=WHICH,
        format_func=LABELS.get,
        required=True,
        label_visibility="collapsed",
    )


def data(drawn: Bars, days: Days | None) -> dict[str, Any]:
    """The bars for the browser, and the days that are asked for."""
    told = [[bars.said(bar, drawn.unit), bar.mentions, str(bar.first), str(bar.last)] for bar in drawn.bars]
    return {
        "bars": told,
        "ticks": [list(tick) for tick in bars.ticks(drawn)],
        "unit": drawn.unit,
        "window": drawn.window(days),
        "asked": said_days(days) if days else None,
        "beyond": [drawn.earlier, drawn.later],
        "version": hashlib.sha256(repr(told).encode()).hexdigest()[:16],
    }


def _chosen(field: str) -> Callable[[], None]:
    def report() -> None:
        reported = visit.trigger(f"{KEY}_{field}", "window")
        if reported:
            days = tuple(reported[0]) if reported[0] else None
            session.choose_filter(replace(session.filter(), **{field: days}))

    return report
