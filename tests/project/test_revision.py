import pytest

from geo.errors import ProjectError
from geo.project import Verify
from tests.project.made import on, told


def test_every_change_is_counted_and_no_question_is(project):
    story = told("Rain in [Kyiv|kyiv].", "a")
    seen = [project.revision]
    for change in (
        lambda: project.add([story]),
        lambda: project.decide(on(story, "Kyiv", Verify())),
        lambda: project.undo(),
        lambda: project.edit("a", title="Rain"),
        lambda: project.delete(["a"]),
    ):
        change()
        project.tallies()
        seen.append(project.revision)
    assert seen == sorted(set(seen))


def test_what_fails_is_not_counted(project):
    before = project.revision
    with pytest.raises(ProjectError):
        project.delete(["nothing"])
    assert project.revision == before


def test_it_is_the_same_for_everybody_who_has_the_project_open(project, projects):
    with projects.open(project.token) as other:
        project.rename("Rain")
        assert other.revision == project.revision > 0
