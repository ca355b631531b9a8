"""The places that a filter keeps of the reader's project, for one map."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from geo.drawing import marks, scene
from geo.drawing.outline import Outline
from geo.drawing.scene import Scene
from geo.project import Filter, PlaceTally
from geo.types import VIEWS
from geo.ui import desk, engine, session

REMEMBERED = 32
"""Maps kept for all readers together."""

OUTLINES = 4000
"""Geometries kept for all readers together; a large one takes some hundred kilobytes, most a few."""


@dataclass(frozen=True, eq=False)
class Gathered:
    """The places that a filter keeps, most mentioned first; a place's number is its position."""

    version: str
    """The project's, behind a colon that of what is shown of it, and behind another that of what is asked, days apart: whoever
    plays through the days looks at one part of the world."""
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
    whenever = _asked.without("published").without("spoken_of")
    version = f"{token}:{_digest(f'{revision} {words}')}:{_digest(repr(whenever))}"
    return Gathered(version, tuple(desk.opened(token).tallies(_asked)), token)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@st.cache_resource(max_entries=OUTLINES, show_spinner=False)
def _outline(token: str, shape: str) -> Outline:
    return Outline(desk.opened(token).geometry(shape))


def forget() -> None:
    """Empty the memory; tests call it when they change the folder."""
    for memory in (_gathered, _outline):
        memory.clear()
