import pytest

from geo.drawing.style import APPROXIMATE, AREA, ASSOCIATIVE, COUNTRY, LINE, POINT, SURE, UNSURE, ZONE, bits, kind
from tests.stories import story


def only(markup):
    told = story(markup)
    return told, told.places[0]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[Gomel|gomel]", POINT),
        ("[Gomel Region|gomel-region]", AREA),
        ("[Belarus|belarus]", COUNTRY),
        ("[the zone|zone]", ZONE),
        ("[the border|border]", LINE),
    ],
)
def test_a_place_is_drawn_as_what_it_is(markup, expected):
    assert kind(only(markup)[1]) == expected


def test_a_zone_told_by_a_circle_is_approximate():
    assert bits(*only("[the zone|zone]")) & APPROXIMATE
    assert not bits(*only("[Gomel|gomel]")) & APPROXIMATE


def test_one_literal_mention_makes_a_place_literal():
    assert bits(*only("[Moscow|moscow*] said")) & ASSOCIATIVE
    assert not bits(*only("[Moscow|moscow*] said in [Moscow|moscow]")) & ASSOCIATIVE


def test_a_place_is_unsure_just_below_the_limit_and_not_at_it():
    assert bits(*only(f"[Gomel|gomel:{SURE - 0.01}]")) & UNSURE
    assert not bits(*only(f"[Gomel|gomel:{SURE}]")) & UNSURE
