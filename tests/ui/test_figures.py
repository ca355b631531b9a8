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
