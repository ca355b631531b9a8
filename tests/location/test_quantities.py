"""Distances in words: how far, between which ends, and what was assumed."""

import re

import pytest

from geo.location.folded import FOLD, LENGTH, TIME
from geo.location.quantities import NUMBER, UNIT, length, said, trip


@pytest.mark.parametrize(
    ("number", "unit", "hedge", "km", "least", "most"),
    [
        ("30", "km", "", 30, 25.5, 34.5),
        ("30", "kilometres", "about", 30, 24, 36),
        ("7", "km", "", 7, 6.3, 7.7),
        ("19", "miles", "", 30.6, 27.5, 33.6),
        ("a few", "km", "", 4, 2, 6),
        ("20 to 30", "km", "", 25, 20, 30),
        ("1,200", "metres", "", 1.2, 1.02, 1.38),
        ("two hundred", "kilometers", "", 200, 170, 230),
        ("10", "nautical miles", "", 18.5, 15.7, 21.3),
        ("four and a half", "km", "", 4.5, 4.05, 4.95),
        ("twenty-five", "miles", "", 40.2, 36.2, 44.3),
        ("two-and-a-half", "km", "", 2.5, 2.25, 2.75),
        ("three-quarters of a", "mile", "", 1.21, 1.09, 1.33),
        ("a hundred and twenty", "km", "", 120, 102, 138),
        ("two thousand five hundred", "km", "", 2500, 2125, 2875),
        ("thirty to forty", "km", "", 35, 30, 40),
        ("forty-odd", "km", "", 40, 32, 48),
        ("half a dozen", "km", "", 6, 5.4, 6.6),
        ("2½", "miles", "", 4.02, 3.62, 4.43),
        ("a and a half", "km", "", 1.5, 1.35, 1.65),
        ("30", "km", "no more than", 15, 0, 30),
        ("50", "km", "less than", 25, 0, 50),
        ("50", "km", "more than", 57.5, 50, 65),
    ],
)
def test_a_distance_has_two_ends(number, unit, hedge, km, least, most):
    said = length(number, unit, hedge)
    assert (said.km, said.least_km, said.most_km) == pytest.approx((km, least, most), rel=0.01)


def test_an_hour_by_car_is_told_as_an_assumption():
    said = trip("two", "hours", "drive")
    assert (said.km, said.words) == (120, "2 hours’ drive")
    assert "an hour of driving taken as 60 km" in said.why


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (length("a", "mile"), "1 mile"),
        (length("one", "foot"), "1 foot"),
        (length("1,200", "km"), "1,200 km"),
        (length("two", "nautical miles"), "2 nautical miles"),
        (trip("1", "hour", "drive"), "1 hour’s drive"),
        (trip("half an", "hour", "drive"), "30 minutes’ drive"),
        (trip("an and a half", "hour", "by road"), "1.5 hours’ drive"),
    ],
)
def test_a_length_is_told_in_its_singular_or_plural(said, words):
    assert said.words == words


def test_minutes_on_foot():
    assert trip("30", "minute", "walk").km == pytest.approx(2.5)


@pytest.mark.parametrize(
    "words",
    [
        "30",
        "1,200",
        "7.5",
        "20-30",
        "20 to 30",
        "a few",
        "several",
        "half a",
        "two dozen",
        "ninety-nine",
        "a quarter of a",
    ],
)
def test_the_pattern_reads_numbers(words):
    assert re.fullmatch(NUMBER, words, re.IGNORECASE)


@pytest.mark.parametrize("words", ["km²", "km/h", "miles an hour", "minutes"])
def test_areas_and_speeds_are_no_distances(words):
    assert not re.match(UNIT, words)


def test_distances_and_times_are_found_in_a_text():
    text = "a 30-km zone, two hours' drive or 20 to 30 miles off"
    found = [(text[one.start : one.end], one.sign, one.number, one.unit) for one in said(text)]
    assert found == [
        ("30-km", LENGTH, "30", "km"),
        ("two hours", TIME, "two", "hours"),
        ("20 to 30 miles", LENGTH, "20 to 30", "miles"),
    ]


@pytest.mark.parametrize("text", ["the A30 km", f"{FOLD}30 km", "–30 km", "30 km²", "thirty people", "one 30th km"])
def test_numbers_in_words_or_without_a_unit_are_no_distance(text):
    assert list(said(text)) == []
