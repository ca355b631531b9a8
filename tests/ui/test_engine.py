"""The seam between the page and the engine."""

import os
from pathlib import Path

import pytest

from geo import files
from geo.project import Land
from geo.types import Article
from geo.ui import engine
from tests.ui.conftest import Broken, HandMade


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


def test_files_of_own_places_that_cannot_be_read_are_told_and_done_without(tmp_path):
    good, empty, gone = (tmp_path / name for name in ("good.csv", "empty.csv", "gone.csv"))
    good.write_text("name,lat,lon\nCamp Zulu,52.4,30.9\nbad,x,y\n", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    kept, told = engine.readable([str(gone), str(good), str(empty)])
    assert kept == (str(good),)
    assert told == (f"{gone}: there is no such file of places", "empty.csv: is empty")


def test_the_engine_is_loaded_without_the_files_that_cannot_be_read(tmp_path, monkeypatch):
    (tmp_path / "good.csv").write_text("name,lat,lon\nCamp Zulu,52.4,30.9\n", encoding="utf-8")
    named = os.pathsep.join((str(tmp_path / "gone.csv"), str(tmp_path / "good.csv")))
    monkeypatch.setenv("DATELINE_PLACES", named)
    loaded = engine._Pipeline()
    assert [line.split(": ")[1] for line in loaded.left_out] == ["there is no such file of places"]
    assert loaded.about("un")["gazetteer"]["own"][0]["name"] == "good.csv"


def test_an_engine_that_cannot_be_loaded_leaves_nothing_out(monkeypatch):
    monkeypatch.setattr(engine, "load", Broken)
    engine.forget()
    assert engine.left_out() == ()
    engine.forget()


def test_an_article_of_one_s_own_is_read_each_time_and_not_remembered(hand_made):
    article = Article("It rained in [Minsk|minsk].", id="pasted")
    one, other = engine.parse(article), engine.parse(article)
    assert one == other and one is not other and len(one.mentions) == 1


def test_a_story_in_its_own_view_is_that_story_and_in_another_one_it_is_seen_so(hand_made):
    told = engine.parse(Article("It rained in [Minsk|minsk].", id="pasted"))
    assert engine.seen(told, "un") is told
    assert engine.seen(told, "de-facto").view == "de-facto"


def test_a_country_is_called_by_its_name_and_by_its_code_where_the_gazetteer_has_none(hand_made):
    assert engine.country("UA") == "Ukraine"
    assert engine.country("XX") == "XX"


def test_the_shipped_engine_says_what_a_point_is_beside_and_lies_in():
    engine.forget()
    try:
        assert engine.land(50.45, 30.52) == Land("UA", "UA.12", "Kyiv City")
        assert engine.land(4.8, 36.05).country_code == "ET" and engine.land(0, -30) == Land()
        assert engine.beside(50.45, 30.52).endswith("Ukraine")
        assert engine.beside(0, -30) == "Atlantic Ocean"
    finally:
        engine.forget()
