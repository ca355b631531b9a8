"""All that a filter keeps of the reader's project, for one map: its places, their excerpts, and the articles that name them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from geo.drawing import marks, scene
from geo.drawing.outline import Outline
from geo.drawing.scene import Scene
from geo.project import ArticleRow, Excerpt, Filter, PlaceTally
from geo.types import VIEWS
from geo.ui import desk, engine, session

REMEMBERED = 32
"""Answers kept for all readers together, of each question."""

OUTLINES = 4000
"""Geometries kept for all readers together; a large one takes some hundred kilobytes, most a few."""

EXCERPTS = 200
"""Excerpts of a place that the card leads through; the table has them all."""

ARTICLES = 500
"""Articles listed beside the map, the latest first."""


@dataclass(frozen=True, eq=False)
class Gathered:
    """The places that a filter keeps, most mentioned first; a place's number is its position."""

    version: str
    """The project's, and behind a colon that of what is shown of it."""
    tallies: tuple[PlaceTally, ...]
    token: str

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each place, by its id."""
        return {tally.place_id: number for number, tally in enumerate(self.tallies)}

    @cached_property
    def scene(self) -> Scene:
        """What the map shows. Shapes are as the articles were read, in the first view."""
        return scene.of_marks(marks.of_tallies(self.tallies, lambda shape: _outline(self.token, shape)), VIEWS[0])


def gathered() -> Gathered:
    """What the reader's filter keeps."""
    asked = desk.asked()
    return _gathered(str(session.project()), desk.revision(), repr(asked), asked)


@st.cache_resource(max_entries=REMEMBERED, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _gathered(token: str, revision: int, words: str, _asked: Filter) -> Gathered:
    told = hashlib.sha256(f"{revision} {words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Gathered(f"{token}:{told}", tuple(desk.opened(token).tallies(_asked)), token)


@st.cache_resource(max_entries=OUTLINES, show_spinner=False)
def _outline(token: str, shape: str) -> Outline:
    return Outline(desk.opened(token).geometry(shape))


def excerpts(place_id: str) -> tuple[Excerpt, ...]:
    """The sentences that name a place, as far as the filter keeps them, those of the newest articles first."""
    asked = desk.asked()
    return _excerpts(str(session.project()), desk.revision(), repr(asked), place_id, asked)


@st.cache_resource(max_entries=REMEMBERED, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _excerpts(token: str, revision: int, words: str, place_id: str, _asked: Filter) -> tuple[Excerpt, ...]:
    return tuple(desk.opened(token).excerpts(place_id, _asked, limit=EXCERPTS))


@dataclass(frozen=True)
class Listed:
    """The articles that fit, or the latest of them."""

    rows: tuple[ArticleRow, ...]
    number: int
    """All of them."""


def articles() -> Listed:
    """The articles with something that the filter keeps."""
    asked = desk.asked()
    return _articles(str(session.project()), desk.revision(), repr(asked), asked)


@st.cache_resource(max_entries=REMEMBERED, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _articles(token: str, revision: int, words: str, _asked: Filter) -> Listed:
    project = desk.opened(token)
    rows = tuple(project.articles(_asked, order="date", limit=ARTICLES))
    return Listed(rows, len(rows) if len(rows) < ARTICLES else project.article_count(_asked))


def forget() -> None:
    """Empty the memory; tests call it when they change the folder."""
    for memory in (_gathered, _outline, _excerpts, _articles):
        memory.clear()
