"""What a filter asks, in plain English."""

from typing import get_args

import pytest

from geo.project import Filter, State
from geo.project.filters import DEFAULTS
from geo.types import Kind, Role
from geo.ui import conditions
from tests.stories import PLACES


@pytest.fixture(autouse=True)
def _names(hand_made):
    """Countries have the names of the hand-made engine."""


def said(**fields):
    return [condition.said for condition in conditions.conditions(Filter(**fields))]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, []),
        ({"boilerplate": True}, []),
        ({"text": "cease fire"}, ["Words: cease fire"]),
        ({"text": '"cease fire" talks'}, ["Words: “cease fire” talks"]),
        ({"text": 'cease" fire'}, ['Words: cease" fire']),
        ({"place": PLACES["paris-tx"]}, ["In: Paris, Texas, US"]),
        ({"place": "geonames:1"}, ["In: geonames:1"]),
        ({"countries": ("UA", "XX")}, ["Country: Ukraine", "Country: XX"]),
        ({"kinds": ("relation",), "roles": ("literal",)}, ["Kind: Told by another place", "Role: Locations"]),
        ({"confidence": (0.7, 1.0)}, ["Sure: 70–100%"]),
        ({"outlets": ("The\n<b>Post</b>",)}, ["Outlet: The <b>Post</b>"]),
        ({"languages": ("uk", "tlh-x")}, ["Language: Ukrainian", "Language: tlh-x"]),
        ({"published": ("2024-03-01", "2024-03-07")}, ["Published: 1–7 March 2024"]),
        ({"published": ("2024-03-01", "2024-03-31")}, ["Published: March 2024"]),
        ({"published": ("2024-03-01", None)}, ["Published: from 1 March 2024"]),
        ({"spoken_of": (None, "2024-03-01")}, ["Speaks of: until 1 March 2024"]),
        ({"spoken_of": (None, None)}, ["Speaks of: any day"]),
        ({"published": ("2024-99-99", None)}, ["Published: 2024-99-99 – "]),
        ({"states": ("unverified", "flagged")}, ["Checked: Not yet", "Checked: Flagged"]),
        ({"countries": tuple("ABCDEFG")}, ["Country: one of 7"]),
    ],
)
def test_every_condition_is_said_in_a_few_words(fields, words):
    assert said(**fields) == words


def test_conditions_stand_in_one_order_whatever_was_asked_first():
    assert said(states=("verified",), text="rain") == ["Words: rain", "Checked: Verified"]


def test_a_long_value_is_cut_and_a_broken_letter_replaced():
    (told,) = said(outlets=("\ud800" + "x" * 500,))
    assert (
        told.startswith("Outlet: \ufffdxxx")
        and told.endswith("x…")
        and len(told) <= len("Outlet: ") + conditions.LONGEST
    )


def test_a_condition_is_taken_away_alone():
    asked = Filter(text="rain", countries=("UA", "BY"), articles=("a",))
    rests = [condition.taken_from(asked) for condition in conditions.conditions(asked)]
    assert rests[0] == Filter(countries=("UA", "BY"), articles=("a",))
    assert rests[1] == Filter(text="rain", countries=("BY",), articles=("a",))
    assert rests[2] == Filter(text="rain", countries=("UA",), articles=("a",))
    assert rests[3] == Filter(text="rain", countries=("UA", "BY"))


def test_every_field_kind_role_and_state_has_a_name():
    assert set(conditions.FIELDS) == set(DEFAULTS) - {"boilerplate"}
    assert set(conditions.KINDS) == set(get_args(Kind))
    assert set(conditions.ROLES) == set(get_args(Role))
    assert set(conditions.STATES) == set(get_args(State))
