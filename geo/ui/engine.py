"""Where the page gets its stories: the engine, loaded once for all readers, and a bounded memory of what it has read.

`load` is the seam: a test sets it to a function that returns anything with `parse(article) -> Story`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import streamlit as st

from geo import files
from geo.errors import DatelineError, InputError
from geo.project.decisions import Land
from geo.types import VIEWS, Article, Location, Match, Name, Place, Story, View

if TYPE_CHECKING:
    from geo.geocoders.nearest import Near

PLACES_SETTING = "DATELINE_PLACES"
"""Environment variable; docs/own-places.md."""

GAZETTEER_SETTING = "DATELINE_GAZETTEER"
"""Environment variable; docs/gazetteer.md."""

REMEMBERED = 64
"""Stories kept for all readers together; a story takes up to a few hundred kilobytes."""

FORGET_AFTER_S = 3600
"""Seconds after which a story is read anew: what somebody pasted does not stay in memory for long."""


class Engine(Protocol):
    """What the page needs of an engine."""

    left_out: Sequence[str]
    """What is wrong with files of the user's own places that it does without, a line each."""

    def parse(self, article: Article) -> Story: ...

    def seen(self, story: Story, view: View) -> Story: ...

    def search(self, text: str, limit: int) -> Sequence[Match]: ...

    def place(self, id: str) -> Place | None: ...

    def country(self, code: str) -> Place | None: ...

    def names(self, id: str) -> Sequence[Name]: ...

    def location(self, place: Place) -> Location: ...

    def beside(self, lat: float, lon: float) -> str: ...

    def land(self, lat: float, lon: float) -> Land: ...

    def about(self, view: View) -> dict[str, Any]: ...


def own_places(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The files of the user's own places that the setting names, parted as in PATH. Empty: none."""
    return tuple(filter(None, environment.get(PLACES_SETTING, "").split(os.pathsep)))


def gazetteer(environment: Mapping[str, str]) -> Path:
    """The gazetteer that the setting names, or the shipped one."""
    return Path(environment.get(GAZETTEER_SETTING) or files.PLACES)


def readable(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those files of own places that can be read, and what is wrong with the others."""
    from geo.gazetteer import own

    good, wrong = [], []
    for path in paths:
        try:
            own.read([path], _nowhere, _in_silence)
            good.append(path)
        except InputError as error:
            wrong.append(str(error))
    return tuple(good), tuple(wrong)


def _nowhere(country: str) -> str:
    """Whose code a country is does not matter for whether a file can be read."""
    return country


def _in_silence(error: InputError) -> None:
    """Bad rows are told when the file is read for good."""


class _Pipeline:
    """The real engine."""

    left_out: Sequence[str] = ()

    def __init__(self) -> None:
        import geo
        from geo import pipeline
        from geo.location import place_location

        chosen, named = gazetteer(os.environ), own_places(os.environ)
        try:
            engine = pipeline.load(gazetteer=chosen, places=named)
        except InputError:
            named, self.left_out = readable(named)
            engine = pipeline.load(gazetteer=chosen, places=named)
        self._engines = {view: engine.seen(view) for view in VIEWS}
        self._first = self._engines[VIEWS[0]]
        self._parse, self._seen, self._location = geo.parse, pipeline.seen, place_location

    def parse(self, article: Article) -> Story:
        return self._parse(article, engine=self._engines[VIEWS[0]])

    def seen(self, story: Story, view: View) -> Story:
        return self._seen(story, self._engines[view])

    def search(self, text: str, limit: int) -> Sequence[Match]:
        return self._first.shown.search(text, limit)

    def place(self, id: str) -> Place | None:
        return self._first.shown.get(id)

    def country(self, code: str) -> Place | None:
        return self._first.shown.country(code)

    def names(self, id: str) -> Sequence[Name]:
        return self._first.shown.names(id)

    def location(self, place: Place) -> Location:
        return self._location(place, self._first.shapes, self._first.shown)

    def beside(self, lat: float, lon: float) -> str:
        from geo.geocoders import answer  # brings geopy along, which few readers need

        near = self._near(lat, lon)
        return answer.beside(near, self._first.shown).address if near else ""

    def land(self, lat: float, lon: float) -> Land:
        near = self._near(lat, lon)
        return _land(near) if near else Land()

    def _near(self, lat: float, lon: float) -> Near | None:
        from geo.geocoders.nearest import nearest

        found = nearest(lat=lat, lon=lon, limit=1, gazetteer=self._first.shown, shapes=self._first.shapes)
        return found[0] if found else None

    def about(self, view: View) -> dict[str, Any]:
        return self._engines[view].about()


def _land(near: Near) -> Land:
    from geo.geocoders.nearest import COAST_KM, OUTLINE_ERROR_KM

    place, (country, adm1) = near.place, near.outlined
    if near.km <= (OUTLINE_ERROR_KM if country else COAST_KM):
        return Land(place.country_code, place.adm1_code, place.adm1_name)
    if country is None:
        return Land()
    known = adm1 if adm1 and adm1.adm1_code else None  # some outlines are of divisions that are no more
    return Land(country.country_code, known and known.adm1_code, known and known.name)


load: Callable[[], Engine] = _Pipeline


@st.cache_resource(show_spinner="Opening the gazetteer and the model …")
def _engine() -> Engine:
    return load()


@st.cache_resource(max_entries=REMEMBERED, ttl=FORGET_AFTER_S, show_spinner="Reading the article …")
def _read(text: str, title: str | None, date: str | None, id: str, source: str | None) -> Story:
    # cache_resource, not cache_data: a story is frozen, so all readers can share one without a copy on every rerun
    return _engine().parse(Article(text=text, id=id, title=title, date=date, source=source))


@st.cache_resource(max_entries=REMEMBERED, ttl=FORGET_AFTER_S, show_spinner=False)
def _seen(text: str, title: str | None, date: str | None, id: str, source: str | None, view: View) -> Story:
    return _engine().seen(_read(text, title, date, id, source), view)


def story(article: Article, view: View = VIEWS[0]) -> Story:
    """The article with its places in a view; it is read once for all views."""
    facts = (article.text, article.title, article.date, article.id, article.source)
    return _read(*facts) if view == VIEWS[0] else _seen(*facts, view)


def parse(article: Article) -> Story:
    """An article read now, in the first view; nothing of it is remembered."""
    return _engine().parse(article)


def seen(story: Story, view: View) -> Story:
    """A story in a view."""
    return story if story.view == view else _engine().seen(story, view)


def search(text: str, limit: int) -> Sequence[Match]:
    """Places of the gazetteer whose names begin so, the likeliest first."""
    return _engine().search(text, limit) if text.strip() else ()


def place(id: str) -> Place | None:
    """A place of the gazetteer. None: it has none of that id."""
    return _engine().place(id)


def country(code: str) -> str:
    """The name of the country with an ISO 3166-1 alpha-2 code; the code where the gazetteer has none."""
    found = _engine().country(code)
    return found.name if found else code


def names(id: str) -> Sequence[Name]:
    """Every name that the gazetteer has of a place; none of a place that it does not have."""
    return _engine().names(id)


def location(place: Place) -> Location:
    """Where a place lies: its outline where one is known, else its point."""
    return _engine().location(place)


def beside(lat: float, lon: float) -> str:
    """What is nearest to a point in WGS 84 degrees, in a line: a town with what holds it, or a sea; empty: nothing is known.

    Raises `InputError` where there is no such point.
    """
    return _engine().beside(lat, lon)


def land(lat: float, lon: float) -> Land:
    """The country and the first-level division that a point in WGS 84 degrees lies in, in the first view of borders.

    Up to 20 km off a coast those of the nearest town; farther out neither.
    """
    return _engine().land(lat, lon)


@st.cache_resource(show_spinner=False)
def _about(view: View) -> dict[str, Any]:
    return _engine().about(view)


def about(view: View = VIEWS[0]) -> dict[str, Any]:
    """The engine's files with their sources, versions and digests; empty where the engine cannot be loaded."""
    try:
        return _about(view)
    except DatelineError:
        return {}  # the page has said so where the story should be


def left_out() -> Sequence[str]:
    """What is wrong with files of own places that the engine does without; nothing where the engine cannot be loaded."""
    try:
        return _engine().left_out
    except DatelineError:
        return ()


def forget() -> None:
    """Empty the memory; tests call it when they change `load`."""
    for memory in (_engine, _read, _seen, _about):
        memory.clear()
