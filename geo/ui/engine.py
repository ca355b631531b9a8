"""Where the page gets its stories: the engine, loaded once for all readers, and a bounded memory of what it has read.

`load` is the seam: a test sets it to a function that returns anything with `parse(article) -> Story`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import streamlit as st

from geo.errors import DatelineError
from geo.types import Article, Story

REMEMBERED = 64
"""Stories kept for all readers together; a story takes up to a few hundred kilobytes."""

FORGET_AFTER_S = 3600
"""Seconds after which a story is read anew: what somebody pasted does not stay in memory for long."""


class Engine(Protocol):
    """What the page needs of an engine."""

    def parse(self, article: Article) -> Story: ...

    def about(self) -> dict[str, Any]: ...


class _Pipeline:
    """The real engine."""

    def __init__(self) -> None:
        import geo
        from geo import pipeline

        self._engine = pipeline.load()
        self._parse = geo.parse

    def parse(self, article: Article) -> Story:
        return self._parse(article, engine=self._engine)

    def about(self) -> dict[str, Any]:
        return self._engine.about()


load: Callable[[], Engine] = _Pipeline


@st.cache_resource(show_spinner="Opening the gazetteer and the model …")
def _engine() -> Engine:
    return load()


@st.cache_resource(max_entries=REMEMBERED, ttl=FORGET_AFTER_S, show_spinner="Reading the article …")
def _read(text: str, title: str | None, date: str | None, id: str, source: str | None) -> Story:
    # cache_resource, not cache_data: a story is frozen, so all readers can share one without a copy on every rerun
    return _engine().parse(Article(text=text, id=id, title=title, date=date, source=source))


def story(article: Article) -> Story:
    """The article with its places."""
    return _read(article.text, article.title, article.date, article.id, article.source)


@st.cache_resource(show_spinner=False)
def _about() -> dict[str, Any]:
    return _engine().about()


def about() -> dict[str, Any]:
    """The engine's files with their sources, versions and digests; empty where the engine cannot be loaded."""
    try:
        return _about()
    except DatelineError:
        return {}  # the page has said so where the story should be


def forget() -> None:
    """Empty the memory; tests call it when they change `load`."""
    for memory in (_engine, _read, _about):
        memory.clear()
