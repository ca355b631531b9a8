import pytest

from geo.errors import ProjectError
from geo.project import sqlite
from geo.project.upgrading import NEWEST, current, upgrade


@pytest.fixture
def empty(tmp_path):
    made = sqlite.engine(tmp_path / "empty")
    sqlite.create(made)
    yield made
    made.dispose()


def test_an_empty_file_becomes_the_newest_version_and_stays_it(empty):
    with empty.connect() as connection:
        assert current(connection) is None
    for _ in range(2):
        upgrade(empty)
        with empty.connect() as connection:
            assert current(connection) == NEWEST


def test_a_newer_version_is_refused_with_what_to_do(projects):
    with projects.create() as project, project._write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num='9999'")
    path = projects.path(project.token)
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="newer version of Dateline.*9999.*update Dateline"):
        projects.open(project.token)
    assert path.read_bytes() == before


def test_an_upgrade_that_fails_leaves_nothing_behind(empty, monkeypatch):
    def fail(_connection):
        raise ProjectError("no search")

    monkeypatch.setattr(sqlite, "create_words", fail)
    with pytest.raises(ProjectError, match="no search"):
        upgrade(empty)
    with empty.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
