import argparse
from pathlib import Path

import pytest

from geo.commands import engine
from geo.errors import OutputError


def options(*words):
    parser = argparse.ArgumentParser()
    engine.add(parser)
    return parser.parse_args(words)


def test_what_the_options_do_not_say_is_left_to_the_engine(monkeypatch):
    monkeypatch.delenv(engine.GAZETTEER_SETTING, raising=False)
    assert engine.chosen(options()) == {}


def test_what_they_say_is_chosen(monkeypatch):
    monkeypatch.setenv(engine.GAZETTEER_SETTING, "big.sqlite")
    said = engine.chosen(options("--places", "a.csv", "--places", "b.csv", "--view", "de-facto"))
    assert said == {"gazetteer": Path("big.sqlite"), "places": [Path("a.csv"), Path("b.csv")], "view": "de-facto"}


def test_a_file_that_is_read_is_not_written(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(OutputError, match="read as part of .*; give --errors another name"):
        engine.spare({"--out": None, "--errors": tmp_path / "a.txt"}, ["-", None, tmp_path])
    engine.spare({"--out": tmp_path / "b.txt"}, [tmp_path])
