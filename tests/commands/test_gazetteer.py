import argparse
from pathlib import Path

import pytest

from geo.commands import gazetteer


@pytest.fixture
def run(monkeypatch):
    called = []
    monkeypatch.setattr("geo.geonames.download.download", lambda *given: called.append(("download", *given)))
    monkeypatch.setattr("geo.geonames.build.build", lambda *given: called.append(("build", *given)))

    def run(*words):
        parser = argparse.ArgumentParser()
        gazetteer.add(parser)
        assert gazetteer.run(parser.parse_args(words)) == 0
        return called.pop()

    return run


def test_each_step_is_given_its_folders(run):
    assert run("download") == ("download", Path("geonames"))
    assert run("build", "--geonames", "g") == ("build", Path("g"), Path("g/places.sqlite"))
    assert run("build", "--geonames", "g", "--out", "x") == ("build", Path("g"), Path("x"))
