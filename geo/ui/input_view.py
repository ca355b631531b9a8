"""The header of the page: which article is shown, what is known of it, and the way to more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st

from geo.drawing import words
from geo.project import ArticleRow
from geo.reading import sample_articles
from geo.types import Article, Story
from geo.ui import desk, engine, session
from geo.ui.add_view import add_dialog, told_view
from geo.ui.deciding import changed_view
from geo.ui.export_view import export_dialog
from geo.ui.facts import facts_dialog, removed_view
from geo.ui.history import history_dialog
from geo.ui.open_view import open_view
from geo.ui.share_view import share_dialog

LOST = "This address names a project that there is not, or not any more. The samples are shown."


@st.cache_resource
def samples() -> dict[str, Article]:
    """The samples by id, the oldest first."""
    return {article.id: article for article in sample_articles()}


def input_view() -> Story | None:
    """The header; returns the story to show, None: the map of the whole project."""
    known = samples()
    _start(known)
    own = {row.id: row for row in desk.articles()}
    if session.is_own() and not desk.has_article(session.article()):
        leave(list(own), next(iter(known)))
    if session.is_embedded():
        return _framed(known, own)
    with st.container(key="header"):
        name, choice, ways = st.columns([2.4, 5, 5.6], vertical_alignment="center", gap="medium")
    with name:
        st.html('<h1 class="dl-title">Dateline</h1>')
    with choice:
        _choice(known, own)
    if session.is_lost():
        st.warning(LOST)
    with st.container(key="lines"):  # always there: what stands below keeps its place, and the map is not loaded anew
        told_view()
        removed_view()
        changed_view()
        told = None if session.scope() == "project" else story(known)
    with ways, st.container(key="ways", horizontal=True, horizontal_alignment="right", gap="small"):
        _ways(told)
    return told


def _start(known: dict[str, Article]) -> None:
    session.start(known, next(iter(known)), desk.has, desk.for_reading)


def _framed(known: dict[str, Article], own: dict[str, ArticleRow]) -> Story | None:
    """The header in a frame of another page: what is shown, or the choice of it, and the way to the page itself."""
    with st.container(key="header_framed", horizontal=True, vertical_alignment="center", gap="medium"):
        _choice(known, own)
        open_view()
    if session.is_lost():
        st.warning(LOST)
    with st.container(key="lines"):
        return None if session.scope() == "project" else story(known)


def _ways(told: Story | None) -> None:
    """What can be done with what is shown; `told` None: the project's map."""
    if told and _button("Details", "open_facts", "What is known of this article, and where from"):
        facts_dialog(told)
    if _button("Share", "open_share", "A link to just this, or a frame for a page"):
        share_dialog()
    if (
        session.project()
        and not session.is_looking()
        and _button("History", "open_history", "What was changed, and by whom")
    ):
        history_dialog()
    if _button("Export", "open_export", "Files for spreadsheets, maps, slides and programs"):
        export_dialog(told)
    if not session.is_looking() and st.button(
        "Add articles …", type="primary", key="open_add", help="Paste a text, read files or an address"
    ):
        add_dialog()


def _button(label: str, key: str, help: str) -> bool:
    return st.button(label, key=key, help=help)


def story(known: dict[str, Article]) -> Story:
    """The story that the session says is shown, in its view."""
    if session.is_own():
        return desk.story(session.article(), session.view())
    return engine.story(known[session.article()], session.view())


def leave(left: Sequence[str], sample: str) -> None:
    """Somebody removed the article that is open: show what is left of the project, a sample where nothing is."""
    if session.scope() == "project":
        session.close_article()
    elif len(left) > 1:
        session.choose_project_map()
    elif left:
        session.choose_own(str(session.project()), left[0])
    else:
        session.choose_sample(sample)


Choice = tuple[bool, str]
"""Whether it is the reader's own, and its id; `ALL` is the map of all of them."""

ALL: Choice = (True, "")
"""No article has an empty id in a project."""


def _choice(known: dict[str, Article], own: dict[str, ArticleRow]) -> None:
    current: Choice = ALL if session.scope() == "project" else (session.is_own(), session.article())
    framed = session.is_embedded()
    options: list[Choice] = [*((True, id) for id in own), *((False, id) for id in known if not (framed and own))]
    if current not in options and current != ALL:
        options.insert(0, current)  # an older article than the list holds
    if len(own) > 1 or current == ALL:
        options.insert(0, ALL)
    labels = named(options, lambda choice: _headline(choice, known, own))
    if len(options) == 1:
        st.html(f'<h1 class="dl-title">{escape(labels[current])}</h1>')
        return
    chosen = st.selectbox(
        "Article",
        options,
        index=options.index(current),
        format_func=lambda choice: labels.get(choice, ""),
        key=f"article_choice_{hash((current, *labels.values()))}",  # other lines: nothing is chosen yet
        label_visibility="collapsed",
    )
    if chosen == current:
        return
    if chosen == ALL:
        session.choose_project_map()
    elif chosen[0]:
        session.choose_own(str(session.project()), chosen[1])
    else:
        session.choose_sample(chosen[1])
    st.rerun()


def named(options: Iterable[Choice], headline: Callable[[Choice], str]) -> dict[Choice, str]:
    """The line of each choice. No two are the same, for Streamlit tells choices apart by their lines."""
    lines: dict[str, Choice] = {}
    for choice in options:
        line = headline(choice)
        while line in lines:
            line = f"{line} · {choice[1]}"
        lines[line] = choice
    return {choice: line for line, choice in lines.items()}


def _headline(choice: Choice, known: dict[str, Article], own: dict[str, ArticleRow]) -> str:
    is_own, id = choice
    if choice == ALL:
        return f"All articles on one map ({desk.number():,})"
    article = own.get(id) if is_own else known[id]
    if article is None:
        return id
    kind = "" if is_own else " · sample"
    day = f" ({words.day(article.date)})" if article.date else ""
    return f"{article.title or article.id}{day}{kind}"
