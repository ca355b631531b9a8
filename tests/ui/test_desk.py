"""The reader's project: found, made, and let go."""

from dataclasses import replace

import pytest

from geo.errors import ProjectError
from geo.project import Filter
from geo.ui import desk, engine, session
from tests.stories import story

RAIN = story("It rained in [Minsk|minsk].", id="a.txt", title="Rain", date="2024-03-01")


@pytest.fixture
def kept(reader):
    """A reader with an article in their project."""
    desk.project().add([RAIN])


def test_a_project_and_an_article_of_it_are_there(kept):
    token = session.project()
    assert desk.has(token, "") and desk.has(token, "a.txt") and not desk.has(token, "b.txt")


@pytest.mark.parametrize("token", ["", "A" * 32, "../x", "..", "%00", "\0", "/etc/passwd", "\udcff", "x" * 10_000])
def test_a_token_of_no_project_has_nothing_and_makes_nothing(projects, token):
    assert not desk.has(token, "") and not desk.has(token, "a.txt")
    assert not projects.folder.exists()


@pytest.mark.parametrize("id", ["\0", "%00", "\udcff", "../x", "x" * 10_000, "' OR 1=1 --"])
def test_an_article_of_a_nonsense_name_is_not_there(kept, id):
    assert not desk.has(session.project(), id)


def test_a_reader_without_a_project_has_no_articles_and_none_is_made_for_looking(projects, reader):
    session.choose_project("")
    assert desk.project() is None and desk.articles() == []
    assert len(projects.list()) == 1  # that of the fixture


def test_a_project_is_made_once_and_stands_in_the_address_at_once(projects, reader):
    session.choose_project("")
    made = desk.made()
    assert desk.made() is made and session.project() == made.token
    assert desk.st.query_params["project"] == made.token
    assert made.token in {listed.token for listed in projects.list()}


def test_a_new_project_is_made_where_the_old_one_was_deleted(projects, reader):
    old = session.project()
    projects.delete(old)
    desk.forget()
    assert desk.articles() == []
    assert desk.made().token == session.project() != old


def test_no_project_can_be_made_where_the_folder_cannot(tmp_path, monkeypatch, reader):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATELINE_PROJECTS", str(tmp_path / "file"))
    desk.forget()
    with pytest.raises(ProjectError, match="no project can be made"):
        desk.made()


def test_the_latest_article_is_listed_first(kept):
    desk.project().add([replace(RAIN, article=replace(RAIN.article, text="Another.", id="b.txt"), mentions=())])
    assert [row.id for row in desk.articles()] == ["b.txt", "a.txt"]


def test_a_story_is_remembered_until_it_is_changed(kept, hand_made):
    one = desk.story("a.txt", "un")
    assert desk.story("a.txt", "un") is one and one.article.title == "Rain"
    desk.project().edit("a.txt", title="Snow")
    assert desk.story("a.txt", "un").article.title == "Snow"


def test_a_story_is_shown_in_the_reader_s_view(kept, hand_made):
    assert desk.story("a.txt", "de-facto").view == "de-facto"


def test_another_reader_s_article_of_the_same_name_is_not_shown(projects, kept, hand_made):
    desk.story("a.txt", "un")
    with projects.create() as other:
        other.add([story("It snowed in [Kyiv|kyiv].", id="a.txt")])
    session.choose_project(other.token)
    assert desk.story("a.txt", "un").article.text == "It snowed in Kyiv."


def test_an_article_that_is_not_there_is_an_error(kept):
    with pytest.raises(ProjectError, match="no article of this project"):
        desk.story("b.txt", engine.VIEWS[0])


def test_what_is_asked_of_a_project_goes_by_the_switches_too(kept, hand_made):
    session.choose_filter(Filter(text="rain"))
    assert desk.asked() == Filter(text="rain")
    session.choose_roles("literal", None)
    session.choose_boilerplate(True, None)
    assert desk.asked() == Filter(text="rain", roles=("literal",), boilerplate=True)


def test_a_region_to_look_in_is_known_by_the_gazetteer_where_no_article_names_it(kept, hand_made):
    session.choose_filter(Filter(place="geonames:630336"))
    assert desk.asked().place.name == "Belarus"
    session.choose_filter(Filter(place="nowhere:1"))
    assert desk.asked().place == "nowhere:1"


def test_what_another_program_changes_is_seen_at_once(projects, kept, hand_made):
    before = desk.story("a.txt", "un").article.title
    with projects.open(session.project()) as other:
        other.edit("a.txt", title="Snow")
    assert (before, desk.story("a.txt", "un").article.title) == ("Rain", "Snow")
