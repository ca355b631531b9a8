"""What all tests share."""

import pytest

from tests.fakes import fake_parse


@pytest.fixture
def parse():
    """From text to a story, without the data files."""
    return fake_parse


@pytest.fixture(scope="session")
def engine():
    """The engine as shipped, loaded once."""
    from geo import load

    return load()


@pytest.fixture(scope="session")
def blank_project(tmp_path_factory):
    """The bytes of a project as it is made."""
    from geo.project import Projects

    projects = Projects(tmp_path_factory.mktemp("blank"))
    with projects.create() as made:
        pass
    return projects.path(made.token).read_bytes()


@pytest.fixture
def copied_projects(blank_project, monkeypatch):
    """Projects are made by copying one: to make their tables takes longer than most tests that need a project."""
    from geo.project import Projects

    opened = Projects._opened

    def copied(self, path, token, *, fresh=False):
        if fresh:
            path.write_bytes(blank_project)
        return opened(self, path, token)

    monkeypatch.setattr(Projects, "_opened", copied)
