"""The page with a hand-made engine."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import DataError
from geo.ui import engine
from tests import stories

APP = Path(__file__).resolve().parents[2] / "app.py"


class HandMade:
    """Reads marked-up text, and tells the talks for every sample."""

    left_out = ()

    def parse(self, article):
        if article.id == "pasted":
            return stories.story(article.text, title=article.title, date=article.date, id=article.id)
        return replace(stories.story(id=article.id), focus=stories.FOCUS)

    def seen(self, story, view):
        return replace(story, view=view)

    def about(self, view):
        source = {"name": "hand-made", "version": "1", "date": None, "licence": "none", "attribution": "© Nobody"}
        return {"gazetteer": {"sources": [source]}, "shapes": {"disputed_land": f"In the {view} view …"}}


class Broken:
    """Finds no gazetteer."""

    def __init__(self):
        raise DataError("data/places.sqlite is missing; restore it")


@pytest.fixture
def page(monkeypatch):
    """Runs the app with an engine: `page(engine) -> AppTest`."""

    def run(load=HandMade):
        monkeypatch.setattr(engine, "load", load)
        engine.forget()
        return AppTest.from_file(str(APP), default_timeout=30).run()

    yield run
    engine.forget()


@pytest.fixture
def broken():
    return Broken
