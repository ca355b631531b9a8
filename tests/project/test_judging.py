import pytest
from sqlalchemy import select

from geo.errors import ProjectError
from geo.project import Choose, Missed, NotAPlace, contents, judging
from geo.project.codec import Encoder
from geo.project.schema import mentions
from tests.project.made import KYIV, PARIS_TX, on, told

MADE = told("[Paris|paris] and Boma, [Paris|paris] and Boma.", "a")


@pytest.fixture
def kept(project):
    project.add([MADE])
    return project


def test_only_decisions_that_hold_are_applied_in_order_of_their_scope(kept):
    kept.decide(on(MADE, "Paris", NotAPlace()))
    kept.decide(on(MADE, "Paris", Choose(KYIV), "everywhere"))
    kept.undo(kept.decide(on(MADE, "Paris", Choose(PARIS_TX), "article")))
    with kept._read() as connection:
        assert [each.id for each in judging.decisions(connection)] == [2, 1]
        assert [each.id for each in judging.concerning(connection, 1)] == [2, 1]
        assert judging.concerning(connection, 2) == []


def test_an_overlooked_name_is_planted_once_and_never_over_another_mention(kept):
    kept.decide(on(MADE, "Boma", Missed(KYIV), "article"))
    kept.decide(on(MADE, "Boma", Missed(KYIV), "everywhere"))
    kept.decide(on(MADE, "and Boma", Missed(KYIV), "article"))
    with kept._read() as connection:
        planted = connection.execute(select(mentions.c.surface).where(mentions.c.origin.is_not(None))).scalars().all()
    assert planted == ["Boma", "Boma"]


def test_what_would_be_planted_is_told_without_doing_it(kept):
    kept.undo(kept.decide(on(MADE, "Boma", Missed(KYIV), "article")))
    kept.redo()
    with kept._write() as connection:
        among = judging.decisions(connection)
        assert list(judging.planned(connection, among)) == []
        assert judging.uproot(connection, 1) == {1}
        assert [(key, len(rows)) for key, rows in judging.planned(connection, among)] == [(1, 2)]
        assert judging.plant(connection, among, only=[99]) == set()
        assert judging.plant(connection, among) == {1}


def test_only_the_articles_that_are_named_are_worked_out_anew(kept):
    kept.add([told("[Paris|paris] too.", "b")])
    with kept._write() as connection:
        assert judging.refresh(connection, ["paris"]) == {1, 2}
        assert judging.refresh(connection, ["paris"], only=[2]) == {2}
        assert judging.refresh(connection, []) == set()


def test_more_mentions_than_fit_one_statement_are_done_in_several(kept, monkeypatch):
    monkeypatch.setattr(contents, "CHUNK", 1)
    kept.decide(on(MADE, "Paris", Choose(PARIS_TX), "article"))
    assert [row.place_id for row in kept.mentions()] == [PARIS_TX.id] * 2


def test_places_are_kept_before_the_rows_that_refer_to_them(connection):
    assert set(judging.keep_meant(connection, Encoder(), MADE.mentions)) == {MADE.mentions[0].place.id}


def test_an_added_mention_without_its_decision_is_a_damaged_project(kept):
    kept.decide(on(MADE, "Boma", Missed(KYIV)))
    with kept._write() as connection:
        connection.exec_driver_sql("UPDATE changes SET surface_key='other'")
    with pytest.raises(ProjectError, match="damaged"):
        kept.story("a")


def test_figures_are_of_what_is_left(kept):
    kept.decide(on(MADE, "Paris", NotAPlace()))
    with kept._write() as connection:
        connection.exec_driver_sql("UPDATE articles SET mentions=99")
        judging.count(connection, [1, 1])
    assert kept.articles()[0].mentions == 1
