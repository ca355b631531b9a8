from geo.project import Flag, Unflag
from tests.project.made import on, told


def test_the_newest_change_comes_first_page_by_page_with_undone_ones(project):
    made = told("[Paris|paris] fell.", "a")
    project.add([made])
    for act in (Flag(), Unflag(), Flag("again")):
        project.decide(on(made, "Paris", act), "Ann")
    project.undo(2)
    assert [(change.id, change.undone) for change in project.history()] == [(3, False), (2, True), (1, False)]
    assert [change.id for change in project.history(limit=1, offset=1)] == [2]
    assert [change.at for change in project.history()] == sorted((c.at for c in project.history()), reverse=True)
