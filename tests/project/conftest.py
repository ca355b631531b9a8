from __future__ import annotations

from collections.abc import Iterator

import pytest

from geo.project import Project, Projects
from tests.project.made import Ticking


@pytest.fixture
def projects(tmp_path) -> Projects:
    return Projects(tmp_path / "projects", clock=Ticking())


@pytest.fixture
def project(projects, copied_projects) -> Iterator[Project]:
    with projects.create() as opened:
        yield opened


@pytest.fixture
def connection(project):
    """Inside one transaction of a project, for tests of its parts."""
    with project._write() as inside:
        yield inside


@pytest.fixture(scope="session")
def gomel_story(engine):
    """A story of the real engine."""
    import geo
    from geo.files import ARTICLES

    return geo.parse(next(iter(geo.read(ARTICLES / "2022-02-27-gomel-talks.txt"))), engine)
