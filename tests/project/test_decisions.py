from dataclasses import replace

import pytest

from geo.errors import InputError
from geo.project.decisions import (
    MAX_WORDS,
    Choose,
    Decided,
    Draw,
    Flag,
    Land,
    Missed,
    NotAPlace,
    Pin,
    SetRole,
    Unflag,
    Verify,
    checked,
    meant,
)
from geo.types import Location
from tests.project.made import KYIV

LINE = {"type": "LineString", "coordinates": [[30.0, 50.0], [31.0, 51.0]]}
KENYA = Land("KE", "KE.37", "Rift Valley")


@pytest.mark.parametrize(
    "act",
    [
        Choose(KYIV), Pin(50.4, 30.5, "the bridge"), Draw(LINE, "the front"), NotAPlace(), Missed(), Missed(KYIV),
        SetRole("associative"), Verify(), Flag("who said so?"), Unflag(),
    ],
)  # fmt: skip
def test_a_sensible_act_stays_as_it_is(act):
    assert checked(act) == act


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (Pin(91, 0, "x"), "latitude"), (Pin(0, 181, "x"), "longitude"), (Pin(float("nan"), 0, "x"), "latitude"),
        (Pin("50", 0, "x"), "latitude"), (Pin(True, 0, "x"), "latitude"), (Pin(0, 0, " \n"), "name"),
        (Pin(0, 0, "x" * (MAX_WORDS + 1)), "name"), (Draw({}, "x"), "cannot be drawn"), (Draw(LINE, ""), "name"),
        (Pin(0, 0, "x", Land("Kenya")), "country"), (Draw(LINE, "x", Land("ke")), "country"),
        (SetRole("king"), "role"), ("verify", "nothing to decide"), (None, "nothing to decide"),
    ],
)  # fmt: skip
def test_an_act_that_makes_no_sense_is_refused_with_the_reason(act, why):
    with pytest.raises(InputError, match=why):
        checked(act)


def test_names_are_cleaned():
    assert checked(Pin(1, 2, " the\n old\0 bridge ")).name == "the old\ufffd bridge"


def test_a_chosen_place_lies_at_its_point_unless_told():
    assert meant(Choose(KYIV)) == (KYIV, Location(KYIV.lat, KYIV.lon))
    assert meant(Choose(KYIV, Location(1, 2)))[1] == Location(1, 2)


@pytest.mark.parametrize("act", [Pin(0.5, 36, "a well", KENYA), Draw(LINE, "the front", KENYA)])
def test_a_place_made_by_hand_lies_in_its_country_and_division(act):
    place, _ = meant(checked(act))
    assert (place.country_code, place.adm1_code, place.adm1_name) == ("KE", "KE.37", "Rift Valley")
    assert place.id == meant(checked(replace(act, land=Land())))[0].id


def test_the_same_pin_is_the_same_place_and_another_name_another():
    assert meant(Pin(1.0, 2.0, "a"))[0].id == meant(Pin(1.0, 2.0, "a"))[0].id != meant(Pin(1.0, 2.0, "b"))[0].id


def test_a_drawing_lies_at_a_point_of_its_own():
    place, location = meant(Draw(LINE, "the front"))
    assert (place.lat, place.lon) == (location.lat, location.lon) == (50.5, 30.5) and location.geometry == LINE


@pytest.mark.parametrize("act", [NotAPlace(), Missed(), SetRole("literal"), Verify(), Flag(), Unflag()])
def test_other_acts_are_for_no_place(act):
    assert meant(act) == (None, None)


def test_wider_decisions_come_first_then_earlier_ones():
    def decided(id, scope):
        return Decided(id, NotAPlace(), scope, 1, 0, 1, "x", "x", "", "", 1)

    several = [decided(1, "mention"), decided(2, "everywhere"), decided(3, "article"), decided(4, "everywhere")]
    assert [each.id for each in sorted(several, key=lambda each: each.order)] == [2, 4, 3, 1]
