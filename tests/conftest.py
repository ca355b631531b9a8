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
