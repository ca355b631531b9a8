"""What the reader's project answers to a filter, remembered for all readers: the same is asked of the same revision once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from geo.project import ArticleRow, DayCount, Excerpt, Filter, Order, Project, Timeline, Totals
from geo.ui import desk, engine, session

REMEMBERED = 256
"""Answers of figures kept for all readers together; one takes some ten kilobytes."""

PAGES = 32
"""Pages of sentences kept for all readers together; one takes about half a megabyte."""

EXCERPTS = 200
"""Sentences of a place that its card leads through; the table has them all."""

ARTICLES = 200
"""Articles listed beside the map, the latest first."""

Ask = Callable[[Project], Any]


class Listed(NamedTuple):
    """The articles that fit, or the latest of them."""

    rows: tuple[ArticleRow, ...]
    number: int
    """All of them."""
    kept: tuple[int, ...]
    """Mentions of each row's article that the filter keeps."""


@st.cache_resource(max_entries=REMEMBERED, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _figures(token: str, revision: int, question: str, _ask: Ask) -> Any:
    return _ask(desk.project())


@st.cache_resource(max_entries=PAGES, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _page(token: str, revision: int, question: str, _ask: Ask) -> Any:
    return _ask(desk.project())


def _asked_once(memory: Callable[..., Any], ask: Ask, *question: object) -> Any:
    return memory(str(session.project()), desk.revision(), repr(question), ask)


def totals(asked: Filter) -> Totals:
    """How much a filter keeps."""
    return _asked_once(_figures, lambda project: project.totals(asked), "totals", asked)


def choices() -> dict[str, list[str]]:
    """The outlets, languages and countries that there are."""
    return _asked_once(_figures, lambda project: project.choices(), "choices")


def emptied_by(asked: Filter) -> dict[str, int]:
    """Which fields of a filter that keeps nothing would give how many mentions if they were taken away."""
    return _asked_once(_figures, lambda project: project.emptied_by(asked), "emptied by", asked)


def days(asked: Filter, of: Timeline) -> Sequence[DayCount]:
    """How many mentions go with which days."""
    return _asked_once(_figures, lambda project: project.days(asked, of=of), "days", of, asked)


def days_of_places(place_ids: tuple[str, ...], asked: Filter) -> Sequence[tuple[str, str, int]]:
    """How often places are named in the articles of each day."""
    return _asked_once(
        _figures, lambda project: project.days_of_places(place_ids, asked), "days of places", place_ids, asked
    )


def sentences(asked: Filter, order: Order, limit: int, offset: int) -> Sequence[Excerpt]:
    """A page of the mentions that a filter keeps."""
    page = {"order": order, "limit": limit, "offset": offset}
    return _asked_once(_page, lambda project: project.sentences(asked, **page), page, asked)


def excerpts(place_id: str, asked: Filter) -> Sequence[Excerpt]:
    """The sentences that name a place, as far as a filter keeps them, those of the newest articles first."""
    return _asked_once(_page, lambda project: project.excerpts(place_id, asked, limit=EXCERPTS), place_id, asked)


def articles(asked: Filter) -> Listed:
    """The articles with something that a filter keeps, the latest first."""

    def ask(project: Project) -> Listed:
        rows = tuple(project.articles(asked, order="date", limit=ARTICLES))
        kept = project.mentions_in([row.id for row in rows], asked)
        number = len(rows) if len(rows) < ARTICLES else project.article_count(asked)
        return Listed(rows, number, tuple(kept.get(row.id, 0) for row in rows))

    return _asked_once(_page, ask, "articles", asked)


def forget() -> None:
    """Empty the memory; tests call it when they change the folder."""
    for memory in (_figures, _page):
        memory.clear()
