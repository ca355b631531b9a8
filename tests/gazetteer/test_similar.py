import pytest

from geo.gazetteer.similar import MOST_EQUALS, ranked, similar
from geo.types import Match
from tests import gazetteers as known

FILED = ["gomel", "gomel region", "gonal", "kharkiv", "kharkov", "rome", "rime", "homel", "saint louis"]


def keys(low, high, shortest, longest):
    return [name for name in FILED if low <= name < high and shortest <= len(name) <= longest]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("gomell", "gomel"), ("gmoel", "gomel"), ("kharkv", "kharkiv"), ("saint louise", "saint louis")],
)
def test_a_slip_of_the_pen_finds_the_name(asked, meant):
    assert similar(asked, keys)[0] == (meant, 1)


@pytest.mark.parametrize("asked", ["gom", "", "paris", "xomel", "gomelsk oblast"])
def test_another_name_finds_nothing(asked):
    assert similar(asked, keys) == []


def test_the_likest_name_comes_first():
    assert similar("kharkov", keys) == [("kharkov", 0), ("kharkiv", 1)]


@pytest.mark.parametrize("asked", ["gzomel", "ogmel", "gmel"])
def test_a_slip_in_the_second_letter_is_one_like_any_other_and_in_the_first_it_is_another_name(asked):
    assert bool(similar(asked, keys)) == (asked != "ogmel")


def test_more_than_the_usual_number_are_offered_only_where_they_are_as_similar():
    filed = [f"gome{letter}{other}" for letter in "abcdefgh" for other in "lm"]
    found = similar("gomel", lambda low, high, *_: [name for name in filed if low <= name < high])
    assert {edits for _, edits in found} == {1} and len(found) == 8
    filed = [f"gomelz{chr(1000 + number)}" for number in range(500)]
    assert len(similar("gomelzz", lambda low, high, *_: filed if low == "go" else [])) == MOST_EQUALS


def test_of_equally_similar_names_the_better_known_place_comes_first_under_a_name_it_goes_by():
    asked = [
        (1, Match(known.LAMAR, "a", "official")),
        (2, Match(known.FRANCE, "b", "official")),
        (1, Match(known.PARIS, "c", "alternate")),
        (1, Match(known.MINSK, "d", "alternate")),
        (1, Match(known.MINSK, "e", "official")),
    ]
    assert [match.name for match in ranked(asked)] == ["e", "a", "c", "b"]
