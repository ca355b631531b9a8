"""What was changed in the reader's project, by whom and when; every change can be undone and done again."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import datetime
from math import ceil

import streamlit as st

from geo.drawing.words import coordinates, count, span
from geo.project import (
    Change,
    Choose,
    Deletion,
    Draw,
    Edit,
    Flag,
    Missed,
    NotAPlace,
    Pin,
    SetRole,
    Unflag,
    Verify,
)
from geo.project.decisions import Act, Scope
from geo.ui import deciding, desk, visit
from geo.ui.facts import FIELDS, done
from geo.ui.plain import plain

PAGE = 20
"""Changes shown at a time."""

LONGEST = 90
"""Code points of a name, a value or words that a line tells."""

NAMED = 3
"""Articles of those removed together that a line names."""

REACH: dict[Scope, str] = {"mention": "", "article": ", everywhere in this article", "everywhere": ", in all articles"}


@st.dialog("History", width="medium", on_dismiss="rerun")
def history_dialog() -> None:
    """The changes, the newest first, each with the way back or the way there again."""
    history_view()


def history_view() -> None:
    """A page of changes; nothing was changed yet where there are none."""
    project = desk.project()
    newest = project.history(limit=1) if project else []
    if not newest:
        st.text("Nothing was changed yet. What you correct, edit or remove is listed here.")
        return
    pages = ceil(newest[0].id / PAGE)
    page = st.pagination(pages, key="history_page") if pages > 1 else 1
    changes = project.history(limit=PAGE, offset=(page - 1) * PAGE)
    for change in changes:
        if visit.value(_key(change)):  # pressed: turned before it is drawn
            done(lambda change=change: turn(change))
            changes = project.history(limit=PAGE, offset=(page - 1) * PAGE)
    titles = project.headlines({id for change in changes for id in concerned(change)})
    for change in changes:
        _row(change, titles)


def concerned(change: Change) -> tuple[str, ...]:
    """The ids of the articles that a change is about."""
    if isinstance(change.what, Deletion):
        return change.what.articles[:NAMED]
    return (change.what.article,) if change.what.article else ()


def _key(change: Change) -> str:
    return f"turn_{change.id}"


def _row(change: Change, titles: Mapping[str, str]) -> None:
    with st.container(key=f"change_{change.id}", horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            line = plain(what(change, titles))
            st.markdown(f"~~{line}~~" if change.undone else line)
            st.caption(plain(" · ".join(filter(None, [*about(change, titles), "undone" if change.undone else ""]))))
        st.button(
            "Do again" if change.undone else "Undo",
            key=_key(change),
            help="Make this change again" if change.undone else "Take this change back; later ones stay",
        )


def turn(change: Change) -> None:
    """Undo a change, or do it again; the mention that is picked stays picked. Raises `DatelineError`."""
    project = deciding.changeable()
    deciding.keep_picked(lambda: project.redo(change.id) if change.undone else project.undo(change.id))


def what(change: Change, titles: Mapping[str, str]) -> str:
    """A change in plain words."""
    if isinstance(change.what, Deletion):
        named = ", ".join(f"“{_short(titles.get(id, id))}”" for id in concerned(change))
        more = " and others" if len(change.what.articles) > NAMED else ""
        return f"{count(len(change.what.articles), 'article')} removed: {named}{more}"
    if isinstance(change.what, Edit):
        return "; ".join(_fact(field, value) for field, value in change.what.fields.items())
    return f"“{_short(change.surface or '')}” {said(change.what.act)}{REACH[change.what.scope]}"


def _fact(field: str, value: str | None) -> str:
    name = FIELDS.get(field, field).partition(" (")[0]
    if not value:
        return f"{name}: taken out"
    return f"{name}: set to {span(value, value)}" if field == "date" else f"{name}: set to “{_short(value)}”"


def said(act: Act) -> str:
    """What was said of some words, to stand behind them."""
    if isinstance(act, Choose):
        return f"means {_short(act.place.label)}"
    if isinstance(act, Pin):
        return f"means the point {coordinates(lat=act.lat, lon=act.lon)}, “{_short(act.name)}”"
    if isinstance(act, Draw):
        sort = "line" if "Line" in str(act.geometry.get("type")) else "area"
        return f"means a drawn {sort}, “{_short(act.name)}”"
    if isinstance(act, Missed):
        return f"was overlooked and means {_short(act.place.label)}" if act.place else "was overlooked and is a place"
    if isinstance(act, SetRole):
        return "is a location" if act.role == "literal" else "is a government, people or team"
    if isinstance(act, Flag):
        return f"should be looked at again{f': {_short(act.note)}' if act.note else ''}"
    return SAID[type(act)]


SAID: dict[type[Act], str] = {
    NotAPlace: "is no place",
    Verify: "was looked at and is right",
    Unflag: "need not be looked at again",
}


def about(change: Change, titles: Mapping[str, str]) -> list[str]:
    """Who changed it, when, and in which article."""
    where = "" if isinstance(change.what, Deletion) else ", ".join(titles.get(id, id) for id in concerned(change))
    return [change.who, when(change.at), _short(where)]


def when(at: str) -> str:
    """A time for readers: "23 November 2026, 07:10 UTC"."""
    time = datetime.fromisoformat(at)
    return f"{time.day} {calendar.month_name[time.month]} {time.year}, {time:%H:%M} UTC"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
