"""The reader's project: articles kept in a file on the machine that serves the page, until somebody removes them.

Whoever has the address of the page has the project; its token cannot be guessed. The files lie where `geo.project.Projects`
puts them.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.errors import DatelineError, ProjectError
from geo.project import ArticleRow, Filter, Project, Projects
from geo.types import ROLES, Place, Story, View
from geo.ui import engine, session

OPEN = 32
"""Projects that are open at a time, for all readers together; the others are opened again when asked for."""

CLOSE_AFTER_S = 3600
"""Seconds after which an open project that nobody opened since is let go."""

LISTED = 200
"""Articles in the list, the latest first."""


@st.cache_resource(max_entries=OPEN, ttl=CLOSE_AFTER_S, show_spinner=False)
def opened(token: str) -> Project:
    """The project of a token. `ProjectError`: there is none, or it cannot be opened."""
    return Projects().open(token)


def has(token: str, article: str) -> bool:
    """Whether there is a project of that token, and in it an article of that id; an empty id asks for the project alone."""
    try:
        Projects().path(token)  # an address may say anything
        project = opened(token)
        return not article or project.has(article)
    except DatelineError:
        return False


def has_article(id: str) -> bool:
    """Whether the reader's project has that article still: somebody at another page may have removed it."""
    return has(str(session.project()), id)


def for_reading(reading: str) -> str | None:
    """The token of the project that an address leads to which lets people look only; None: there is none."""
    try:
        return Projects().for_reading(reading)
    except ProjectError:
        return None


def project() -> Project | None:
    """The reader's project; None: they have none yet."""
    token = session.project()
    return opened(token) if token else None


def made() -> Project:
    """The reader's project, made if they have none (any more), and theirs at once. `ProjectError`: it cannot be."""
    token = session.project()
    if not token or not has(token, ""):
        token = _new()
        session.choose_project(token)
    return opened(token)


def _new() -> str:
    with Projects().create() as fresh:
        return fresh.token


def articles() -> list[ArticleRow]:
    """The articles of the reader's project, the latest first; none where it cannot be opened any more."""
    try:
        found = project()
        return found.articles(limit=LISTED) if found else []
    except ProjectError:
        return []


def number() -> int:
    """How many articles the reader's project has."""
    found = project()
    return found.article_count() if found else 0


def story(id: str, view: View) -> Story:
    """An article of the reader's project with its places in a view."""
    return _shown(str(session.project()), revision(), id, view)


def revision() -> int:
    """Grows whenever somebody changes the reader's project; what is remembered of it is remembered of a revision."""
    found = project()
    return found.revision if found else 0


@st.cache_resource(max_entries=engine.REMEMBERED, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _shown(token: str, revision: int, id: str, view: View) -> Story:
    return engine.seen(opened(token).story(id), view)


def asked() -> Filter:
    """What the reader asks of the project: the filter, and the switches of roles and boilerplate."""
    chosen = session.filter()
    if isinstance(chosen.place, str):
        chosen = replace(chosen, place=_place(chosen.place))
    if session.roles() != ROLES[0]:
        chosen = replace(chosen, roles=("literal",))
    return replace(chosen, boilerplate=session.boilerplate())


def _place(id: str) -> Place | str:
    """A place as the project knows it, else as the gazetteer does: what lies inside it is known either way."""
    try:
        return project().place(id)
    except ProjectError:
        return engine.place(id) or id


def forget() -> None:
    """Let all projects go; tests call it when they change the folder."""
    for memory in (opened, _shown):
        memory.clear()
