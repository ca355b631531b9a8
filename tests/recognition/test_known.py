import pytest

from geo.recognition.known import CITY, COUNTRY, DIVISION, FEATURE, PEOPLE, STATES, TOWN, known, sort_of
from geo.recognition.words import split
from geo.types import Bearer

BEARERS = {
    "Kyiv": Bearer("P.PPLC", 2_900_000, "official"),
    "New York": Bearer("P.PPL", 8_000_000, "official"),
    "York": Bearer("P.PPL", 150_000, "official"),
    "Russian": Bearer("A.PCLI", 140_000_000, "demonym"),
    "W. Va.": Bearer("A.ADM1", 1_800_000, "abbreviation"),
}


def states(text):
    return list(known(text, split(text), BEARERS.get))


def begin(sort):
    return 1 + 2 * sort


def test_a_name_on_file_is_marked_where_it_begins_and_goes_on():
    assert states("to New York now") == [0, begin(CITY), begin(CITY) + 1, 0]


def test_the_longest_name_wins_and_a_part_of_it_is_no_name_of_its_own():
    assert states("York or New York") == [begin(CITY), 0, begin(CITY), begin(CITY) + 1]


@pytest.mark.parametrize("text", ["kyiv", "New\nYork’s", "12 of 30", "", "Zzyzx"])
def test_what_has_no_capital_or_is_not_on_file_is_not_marked(text):
    assert not any(states(text)[: text.startswith("New") or None])


def test_a_dot_belongs_to_an_abbreviation_only():
    assert states("in Kyiv.") == [0, begin(CITY), 0]
    assert states("W. Va.") == [begin(DIVISION)] + [begin(DIVISION) + 1] * 3


@pytest.mark.parametrize(
    ("bearer", "sort"),
    [
        (Bearer("A.PCLI", 1, "official"), COUNTRY),
        (Bearer("A.PCLI", 1, "demonym"), PEOPLE),
        (Bearer("A.ADM2", 1, "official"), DIVISION),
        (Bearer("P.PPL", 100_000, "official"), CITY),
        (Bearer("P.PPL", 99_999, "official"), TOWN),
        (Bearer("H.STM", 0, "official"), FEATURE),
        (Bearer("", 0, "official"), FEATURE),
    ],
)
def test_sorts_of_bearers(bearer, sort):
    assert sort_of(bearer) == sort
    assert begin(sort) + 1 < STATES
