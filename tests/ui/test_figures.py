"""What a project answers is remembered of a revision."""

import pytest

from geo.project import Filter, Project
from geo.ui import desk, figures
from tests.project.made import KYIV, told

RAIN = told("Rain in [Kyiv|kyiv:0.9].", "a")


@pytest.fixture(autouse=True)
def _kept(reader):
    figures.forget()
    desk.project().add([RAIN])
    yield
    figures.forget()


def test_the_same_is_asked_once_until_somebody_changes_the_project(monkeypatch):
    asked = []
    totals = Project.totals
    monkeypatch.setattr(Project, "totals", lambda self, filter: asked.append(filter) or totals(self, filter))
    rain, all = Filter(text="rain"), Filter()
    assert [figures.totals(filter).mentions for filter in (rain, all, rain)] == [1, 1, 1]
    assert asked == [rain, all]
    desk.project().add([told("More rain in [Minsk|minsk].", "b")])
    assert figures.totals(rain).mentions == 2 and asked == [rain, all, rain]


def test_each_question_has_its_own_answer():
    assert figures.choices()["countries"] == ["UA"]
    assert figures.emptied_by(Filter(text="snow")) == {"text": 1}
    assert figures.days_of_places((KYIV.id,), Filter()) == [(KYIV.id, "2024-03-01", 1)]
    (sentence,) = figures.sentences(Filter(), "text", 10, 0)
    assert sentence.before == "Rain in " and figures.sentences(Filter(), "text", 10, 1) == []
    assert figures.days(Filter(text="rain"), "published") == [("2024-03-01", "2024-03-01", 1)]
    assert figures.days(Filter(text="rain"), "spoken of") == []


def test_the_excerpts_of_a_place_are_those_of_the_newest_articles_first():
    desk.project().add([told("Snow in [Kyiv|kyiv].", "b", date="2024-04-01")])
    assert [each.mention.article for each in figures.excerpts(KYIV.id, Filter())] == ["b", "a"]
    early = Filter(published=(None, "2024-03-01"))
    assert [each.mention.article for each in figures.excerpts(KYIV.id, early)] == ["a"]


def test_articles_are_listed_the_latest_first_with_how_many_there_are(monkeypatch):
    desk.project().add([told("Snow in [Kyiv|kyiv].", "b", date="2024-04-01")])
    assert [row.id for row in figures.articles(Filter()).rows] == ["b", "a"]
    monkeypatch.setattr(figures, "ARTICLES", 1)
    figures.forget()
    listed = figures.articles(Filter())
    assert [row.id for row in listed.rows] == ["b"] and listed.number == 2
