import stat
from pathlib import Path

import pytest

from geo.errors import ProjectError
from geo.project import folder
from geo.project.folder import ENVIRONMENT, TOKEN, Projects, default_folder, reading_token
from tests.project.made import told


def test_a_project_is_made_with_a_token_opened_again_listed_and_deleted(projects):
    with projects.create("Sudan") as project:
        project.add([told("[Kyiv|kyiv]", "a")])
    with projects.open(project.token) as again:
        assert (again.name, again.article_count()) == ("Sudan", 1)
    (listed,) = projects.list()
    assert listed.token == project.token and listed.size > 0 and listed.changed.endswith("+00:00")
    projects.delete(project.token)
    assert projects.list() == [] and list(projects.folder.iterdir()) == []


def test_tokens_are_long_and_never_the_same(projects):
    tokens = set()
    for _ in range(3):
        projects.create().close()
    tokens = {listed.token for listed in projects.list()}
    assert len(tokens) == 3 and all(TOKEN.fullmatch(token) for token in tokens)


HOSTILE = [
    "", "x", "../" * 10 + "etc/passwd", "/etc/passwd", "a" * 31, "a" * 33, "a" * 31 + "/", "a" * 31 + ".", "a" * 31 + "\n",
    "a" * 32 + "\n", "a" * 31 + "é", "a" * 31 + "\0", "..", "a" * 10_000, "a" * 31 + "\\", "C:" + "a" * 30, None, 3, b"a" * 32,
    Path("x"),
]  # fmt: skip


@pytest.mark.parametrize("token", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_token_reaches_no_file(projects, token):
    for ask in (projects.open, projects.delete):
        with pytest.raises(ProjectError, match="no token") as refused:
            ask(token)
        assert "\n" not in str(refused.value)


def test_an_unknown_token_is_told(projects):
    for ask in (projects.open, projects.delete):
        with pytest.raises(ProjectError, match="no project"):
            ask("a" * 32)


def test_a_file_that_is_no_project_is_neither_opened_nor_deleted(projects):
    projects.folder.mkdir()
    path = projects.path("b" * 32)
    path.write_text("my notes")
    for ask in (projects.open, projects.delete):
        with pytest.raises(ProjectError, match="no project of Dateline"):
            ask("b" * 32)
    assert path.read_text() == "my notes"


def test_other_files_are_not_listed(projects):
    projects.create().close()
    (projects.folder / "notes.txt").write_text("x")
    (projects.folder / "short.dateline").write_text("x")
    assert len(projects.list()) == 1


def test_a_project_that_goes_while_it_is_listed_is_left_out(projects, monkeypatch):
    with projects.create():
        pass
    gone = projects.path("c" * 32)
    gone.symlink_to(projects.folder / "nothing")
    assert len(projects.list()) == 1


def test_others_on_the_machine_cannot_look(projects):
    with projects.create() as project:
        assert stat.S_IMODE(projects.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(projects.path(project.token).stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError, match="no project can be made"):
        Projects(tmp_path / "file" / "projects").create()


def test_nothing_is_left_where_a_project_cannot_be_made_whole(projects, monkeypatch):
    from geo.project import sqlite

    def fail(_engine):
        raise ProjectError("the disk is full")

    monkeypatch.setattr(sqlite, "create", fail)
    with pytest.raises(ProjectError, match="disk is full"):
        projects.create()
    assert list(projects.folder.iterdir()) == []


def test_the_folder_is_that_of_the_environment_else_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "mine"))
    assert default_folder() == tmp_path / "mine" == Projects().folder
    monkeypatch.delenv(ENVIRONMENT)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "dateline" / "projects"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder().parts[-4:] == ("Library", "Application Support", "dateline", "projects")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_folder() == tmp_path / "local" / "dateline" / "projects"


def test_nothing_of_an_article_is_in_the_name_of_a_file(projects):
    with projects.create("../name") as project:
        project.add([told("[Kyiv|kyiv]", "../../etc/cron.d/x")])
    assert [path.name for path in projects.folder.iterdir()] == [f"{project.token}.dateline"]


def test_asking_for_projects_loads_no_database():
    import subprocess
    import sys

    code = "import sys, geo.project; print([m for m in ('sqlalchemy', 'alembic', 'pandas', 'streamlit') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_copy_is_opened_whatever_its_name_and_another_file_is_not(projects, tmp_path):
    with projects.create("Horn") as project:
        path = projects.path(project.token)
    (tmp_path / "horn of africa.dateline").write_bytes(path.read_bytes())
    with projects.open_file(tmp_path / "horn of africa.dateline") as copy:
        assert copy.name == "Horn"
    (tmp_path / "a.txt").write_text("no project")
    for name in ("a.txt", "gone.dateline"):
        with pytest.raises(ProjectError):
            projects.open_file(tmp_path / name)


def test_no_token_looks_like_an_option_of_a_command(monkeypatch):
    made = iter(["-" + "a" * 31, "b" * 32])
    monkeypatch.setattr("secrets.token_urlsafe", lambda size: next(made))
    assert folder._new_token() == "b" * 32


def test_a_reading_token_leads_to_its_project_and_tells_nobody_its_token(projects):
    with projects.create() as one, projects.create() as other:
        reading = reading_token(one.token)
        assert projects.for_reading(reading) == one.token
        assert TOKEN.fullmatch(reading) and reading not in (one.token, reading_token(other.token))


@pytest.mark.parametrize("reading", ["", "x", "../" * 10, "A" * 32, "*" * 32, "\udcff" * 32])
def test_an_unknown_reading_token_leads_nowhere(projects, reading):
    with pytest.raises(ProjectError, match="no project to look at"):
        projects.for_reading(reading)
    projects.create().close()
    with pytest.raises(ProjectError, match="no project to look at"):
        projects.for_reading(reading)
