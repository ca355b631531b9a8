"""The seam between the page and the engine."""

import os
from pathlib import Path

import pytest

from geo import files
from geo.types import Article
from geo.ui import engine
from tests.ui.conftest import HandMade


def test_an_article_is_read_once_and_the_engine_loaded_once(monkeypatch):
    calls = []

    class Counting(HandMade):
        def __init__(self):
            calls.append("load")

        def parse(self, article):
            calls.append(article.text)
            return super().parse(article)

    monkeypatch.setattr(engine, "load", Counting)
    engine.forget()
    for text in ("a", "a", "b"):
        engine.story(Article(text, id="pasted"))
    engine.forget()
    assert calls == ["load", "a", "b"]


@pytest.mark.parametrize(
    ("setting", "named"),
    [
        ({}, ()),
        ({"DATELINE_PLACES": ""}, ()),
        ({"DATELINE_PLACES": f"a.csv{os.pathsep}{os.pathsep}b.tsv"}, ("a.csv", "b.tsv")),
    ],
)
def test_a_setting_names_the_files_of_the_readers_own_places(setting, named):
    assert engine.own_places(setting) == named


def test_a_setting_names_the_gazetteer_and_else_it_is_the_shipped_one():
    assert engine.gazetteer({"DATELINE_GAZETTEER": "/full/places.sqlite"}) == Path("/full/places.sqlite")
    assert engine.gazetteer({}) == engine.gazetteer({"DATELINE_GAZETTEER": ""}) == files.PLACES
