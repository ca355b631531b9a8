import pytest

from geo.gazetteer.similar import similar

FILED = ["gomel", "gomel region", "gonal", "kharkiv", "kharkov", "rome", "rime", "homel", "saint louis"]


def keys(low, high, shortest, longest):
    return [name for name in FILED if low <= name < high and shortest <= len(name) <= longest]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("gomell", "gomel"), ("gmoel", "gomel"), ("kharkv", "kharkiv"), ("saint louise", "saint louis")],
)
def test_a_slip_of_the_pen_finds_the_name(asked, meant):
    assert similar(asked, keys)[0] == meant


@pytest.mark.parametrize("asked", ["gom", "", "paris", "xomel", "gomelsk oblast"])
def test_another_name_finds_nothing(asked):
    assert similar(asked, keys) == []


def test_the_likest_name_comes_first():
    assert similar("kharkov", keys) == ["kharkov", "kharkiv"]
