import pytest

from geo.errors import ProjectError
from geo.project import Choose, Decision, Deletion, Edit, Flag
from tests.project.made import KYIV, told


@pytest.fixture
def changed(project):
    project.add([told("[Paris|paris] fell.", "a")])
    project.decide(Decision("a", 0, 5, Choose(KYIV), "article"))
    project.decide(Decision("a", 0, 5, Flag("why?")))
    project.edit("a", outlet=None, author="Ann")
    project.delete(["a"])
    return project


def test_changes_are_read_as_they_were_made(changed):
    deletion, edit, flag, choice = (change.what for change in changed.history())
    assert deletion == Deletion(("a",)) and flag.act == Flag("why?")
    assert edit == Edit("a", {"outlet": None, "author": "Ann"})
    assert choice.act.place == KYIV and choice.scope == "article" and choice.article == "a"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE changes SET act='Explode' WHERE id=1", "UPDATE changes SET what='{' WHERE id=2",
        "UPDATE changes SET what='[]' WHERE id=3", "UPDATE changes SET what='3' WHERE id=4",
        "UPDATE changes SET act=NULL WHERE id=1", "UPDATE changes SET what='{\"place\":\"p:x\"}' WHERE id=1",
    ],
)  # fmt: skip
def test_a_damaged_change_is_a_project_error(changed, damage):
    with changed._write() as connection:
        connection.exec_driver_sql(damage)
    with pytest.raises(ProjectError, match="damaged"):
        changed.history()
