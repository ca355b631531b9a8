"""Fitting the numbers of the focus, on articles of our own."""

import pytest

from geo.focus.votes import cast_votes
from geo.focus.weights import FEATURES, NONE_FEATURES
from geo.training.fit_focus import Lesson, fit, is_same, of_case
from tests.focus.told import PLACES, Known, told


def lessons(sentence, *keys, country=None, adm1=None, place=None):
    wanted = {"country": country, "adm1": adm1, "place_id": place and PLACES[place].id}
    return list(of_case(wanted, cast_votes(*told(sentence, *keys), ()), Known()))


def taught():
    """Twice what comes first is right, and once nothing is, since two are named in one breath."""
    first = lessons("In [Gomel], not [Kyiv].", "gomel", "kyiv", country="BY", adm1="BY.02", place="gomel")
    second = lessons("In [Paris], not [Kyiv].", "paris-tx", "kyiv", country="US", adm1="US.TX", place="paris-tx")
    return [*first, *second, *lessons("[Peru] and [Chile] agreed.", "peru", "chile")]


def test_a_case_teaches_a_lesson_a_level_each_under_the_right_answer_above():
    found = lessons("In [Gomel], not [Kyiv].", "gomel", "kyiv", country="BY", adm1="BY.02", place="gomel")
    assert [(lesson.level, lesson.evidence.keys, lesson.right) for lesson in found] == [
        ("country", ("BY", "UA"), 0),
        ("adm1", ("BY.02",), 0),
        ("place", (PLACES["gomel"].id,), 0),
    ]


def test_none_is_the_last_answer_and_without_a_country_there_is_no_division_to_learn():
    found = lessons("[Peru] and [Chile] agreed.", "peru", "chile")
    assert [(lesson.level, lesson.right) for lesson in found] == [("country", 2), ("place", 0)]


def test_what_is_no_option_teaches_nothing():
    found = lessons("In [Kyiv].", "kyiv", country="BY", adm1="BY.02", place="gomel")
    assert found == []


def test_what_comes_first_learns_to_weigh_more_and_one_breath_to_speak_for_none():
    option, none, at = fit(taught())
    assert dict(zip(FEATURES, option, strict=True))["first"] > 0.5
    assert dict(zip(NONE_FEATURES, none, strict=True))["side_by_side"] > 0.5
    assert set(at) == {"country", "adm1", "place"}


def test_the_same_lessons_give_the_same_numbers_and_features_that_never_occur_get_none():
    assert fit(taught()) == fit(taught())
    assert dict(zip(FEATURES, fit(taught())[0], strict=True))["dateline"] == 0.0


def test_a_lesson_without_options_is_answered_by_none():
    (country, place) = lessons("Soup.")
    assert isinstance(country, Lesson) and (country.right, place.right) == (0, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("gomel", "gomel", True),
        ("gomel", "airport", True),
        ("gomel", "minsk", False),
        ("gomel", None, False),
        (None, None, True),
    ],
)
def test_a_town_and_its_airport_are_the_same_answer_and_two_towns_are_not(one, other, same):
    ids = [key and PLACES[key].id for key in (one, other)]
    assert is_same(*ids, Known()) is same
