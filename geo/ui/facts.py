"""What is known of an article, where each fact came from, and the way to set it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from geo.errors import DatelineError
from geo.project import Project
from geo.types import Article, Story
from geo.ui import desk, engine, memory, session
from geo.ui.plain import plain

FIELDS = {
    "title": "Headline",
    "date": "Published (YYYY-MM-DD)",
    "outlet": "Outlet",
    "author": "Author",
    "address": "Web address",
    "language": "Language (code)",
    "dateline": "Written at",
}
"""What is known of an article, with its label."""

HINTS = {
    "title": "The name of the article in lists and exports; it is read for places too",
    "date": "“On Sunday” is counted from it",
    "outlet": "Who published it; its home helps to tell namesakes apart",
    "author": "Who wrote it",
    "address": "Where it stands in the web",
    "language": "Two letters, as in en or fr",
    "dateline": "The place that the article names at its beginning as where it was written",
}
"""Fact → what it is good for, for a pointer that rests on its box."""

ROWS = (("date", "language"), ("outlet", "author"), ("address", "dateline"))
"""The fields below the headline, as they stand."""

READ_AGAIN = {"title", "date", "outlet", "address"}
"""Facts that the engine may go by: days, what the headline names, whose readers it is for."""

LONGEST = 1000
"""Characters of a fact; `geo.project` keeps no longer ones."""

SET = "set "
"""How a project begins to say that somebody set a fact."""


@st.dialog("About this article", width="medium")
def facts_dialog(story: Story) -> None:
    """The facts; those of the reader's own articles can be set."""
    if session.is_looking():
        st.text("\n".join(lines(story)))
    elif session.is_own():
        _form(story)
        st.divider()
        asked = st.button("Remove this article", key="remove", help="It can be taken back")
        if asked and done(lambda: remove(story.article.id)):
            st.rerun()
    else:
        st.text("\n".join(lines(story)))
        st.caption("This is a sample. Facts of articles that you add can be changed here.")


def lines(story: Story) -> list[str]:
    """Every fact with where it came from, a line each."""
    article = story.article
    known = {label: (getattr(article, field), article.told.get(field)) for field, label in FIELDS.items()}
    languages = ", ".join(f"{language.name} ({language.share:.0%})" for language in story.languages)
    told = [f"{label}: {value}{origin(where)}" for label, (value, where) in known.items() if value]
    told += [f"Written in: {languages} – from its words"] if languages else []
    return [*told, f"Length: {len(article.text):,} characters, {len(article.text.split()):,} words"]


def origin(where: str | None) -> str:
    """Where a fact came from, to stand behind it; nothing where that is not known."""
    if not where:
        return ""
    return f" – from a reader, {where}" if where.startswith(SET) else f" – from {where}"


def _form(story: Story) -> None:
    article = story.article
    with st.form("facts", border=False):
        given = {"title": _input(article, "title")}
        for row in ROWS:
            columns = st.columns(len(row))
            given |= {field: _input(article, field, column) for field, column in zip(row, columns, strict=True)}
        st.caption(plain(" · ".join(lines(_without_boxes(story)))))
        saved = st.form_submit_button(
            "Save", type="primary", help="The article may be read again: a date tells what “on Sunday” means"
        )
    changed = {field: value or None for field, value in given.items() if value != _value(article, field)}
    if saved and done(lambda: save(article.id, changed)):
        st.rerun()


def _without_boxes(story: Story) -> Story:
    """The story with only those facts that cannot be set."""
    return replace(story, article=Article(story.article.text))


def _input(article: Article, field: str, column: Any = st) -> str:
    """A box for a fact; where it came from stands in its label, which Streamlit reads as Markdown."""
    label = f"{FIELDS[field]} {plain(origin(article.told.get(field)))}".strip()
    return column.text_input(
        label, value=_value(article, field), key=f"fact_{field}", max_chars=LONGEST, help=HINTS[field]
    ).strip()


def _value(article: Article, field: str) -> str:
    """A fact as its box has it: on one line, and no longer than the box takes."""
    return " ".join((getattr(article, field) or "").split())[:LONGEST].strip()


def save(id: str, changed: dict[str, str | None]) -> None:
    """Set these facts. A new day changes what "on Sunday" means, so the article is then read again."""
    if not changed:
        return
    project = desk.project()
    project.edit(id, **changed)
    if READ_AGAIN & changed.keys():
        _read_again(project, id)
    memory.remember_changed({"article": id})


def _read_again(project: Project, id: str) -> None:
    """By the facts as people set them; the project goes on knowing the facts as they were, so that edits can be undone."""
    story = engine.parse(project.story(id).article)
    project.rerun(id, replace(story, article=project.story(id, raw=True).article))


def remove(id: str) -> None:
    """Take an article out; it can be taken back."""
    memory.remember_removed(desk.project().delete([id]), id)


def done(change: Callable[[], None]) -> bool:
    """Do it. False, with a message, where it cannot be done."""
    try:
        change()
    except DatelineError as error:
        st.error("This could not be saved.")
        st.text(str(error))
        return False
    return True


def removed_view() -> None:
    """A line with the way back, right after an article was removed."""
    removed = memory.removed()
    if removed is None:
        return
    change, id = removed
    with st.container(key="removed", border=True, horizontal=True, vertical_alignment="center"):
        st.text("The article was removed.")
        if st.button("Take it back", key="take_back", help="Put the article back as it was") and done(
            lambda: take_back(change, id)
        ):
            st.rerun()
        if st.button("All right", key="removed_seen", type="tertiary", help="Take this line away"):
            memory.remember_removed(None)
            st.rerun()


def take_back(change: int, id: str) -> None:
    """Bring an article back that was removed, and show it."""
    desk.project().undo(change)
    memory.remember_removed(None)
    session.choose_own(str(session.project()), id)
