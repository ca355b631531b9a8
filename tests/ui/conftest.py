"""The page with a hand-made engine."""

from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from geo.errors import DataError
from geo.project import Land, Projects
from geo.types import Location, Match, Name
from geo.ui import desk, engine, session
from tests import stories

APP = Path(__file__).resolve().parents[2] / "app.py"


class HandMade:
    """Reads marked-up text, and tells the talks for every sample."""

    left_out = ()

    def parse(self, article):
        if article.id.startswith("pasted"):
            read = stories.story(article.text)
            return replace(read, article=replace(article, text=read.article.text))
        return replace(stories.story(id=article.id), focus=stories.FOCUS)

    def seen(self, story, view):
        return replace(story, view=view)

    def search(self, text, limit):
        found = [
            place for place in stories.PLACES.values() if place.name.casefold().startswith(text.strip().casefold())
        ]
        return [Match(place, place.name, "official", "exact") for place in found[:limit]]

    def place(self, id):
        return next((place for place in stories.PLACES.values() if place.id == id), None)

    def country(self, code):
        countries = (place for place in stories.PLACES.values() if place.feature == "A.PCLI")
        return next((place for place in countries if place.country_code == code), None)

    def names(self, id):
        place = self.place(id)
        return (Name(place.name, "official"),) if place else ()

    def location(self, place):
        return Location(place.lat, place.lon)

    def beside(self, lat, lon):
        return f"beside {lat:g}, {lon:g}"

    def land(self, lat, lon):
        return Land("UA", "UA.12", "Kyiv City") if 44 < lat < 53 and 22 < lon < 41 else Land()

    def about(self, view):
        source = {"name": "hand-made", "version": "1", "date": None, "licence": "none", "attribution": "© Nobody"}
        return {
            "version": "1",
            "gazetteer": {"sources": [source]},
            "shapes": {"disputed_land": f"In the {view} view …"},
        }


class Broken:
    """Finds no gazetteer."""

    def __init__(self):
        raise DataError("data/places.sqlite is missing; restore it")


@pytest.fixture(autouse=True, scope="session")
def components():
    """What is installed stays: a page under test would read about every package anew, which takes longer than its own run."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture(autouse=True)
def projects(tmp_path, monkeypatch, copied_projects):
    """The folder of projects of this test alone."""
    monkeypatch.setenv("DATELINE_PROJECTS", str(tmp_path / "projects"))
    monkeypatch.delenv("DATELINE_OFFLINE", raising=False)
    desk.forget()
    yield Projects()
    desk.forget()


@pytest.fixture
def hand_made(monkeypatch):
    """The hand-made engine, for views without the page."""
    monkeypatch.setattr(engine, "load", HandMade)
    engine.forget()
    yield
    engine.forget()


@pytest.fixture
def reader(projects, monkeypatch):
    """A reader's session without a page, whose project is empty: gives what the session keeps."""
    kept, address = {}, _Address()
    monkeypatch.setattr(st, "session_state", kept)
    monkeypatch.setattr(st, "query_params", address)
    with projects.create() as made:
        address["project"] = made.token
    session.start({"one", "two"}, "one", desk.has)
    return kept


class _Address(dict):
    """The address bar."""

    def from_dict(self, wanted):
        self.clear()
        self.update(wanted)

    def get_all(self, name):
        value = self.get(name, [])
        return value if isinstance(value, list) else [value]


@pytest.fixture
def page(monkeypatch):
    """Runs the app with an engine at an address: `page(engine, article="pasted") -> AppTest`."""

    def run(load=HandMade, **address):
        monkeypatch.setattr(engine, "load", load)
        engine.forget()
        test = AppTest.from_file(str(APP), default_timeout=30)
        for name, value in address.items():
            test.query_params[name] = value
        return test.run()

    yield run
    engine.forget()


@pytest.fixture
def broken():
    return Broken
