import pytest

from geo.drawing.style import (
    APPROXIMATE,
    AREA,
    ASSOCIATIVE,
    COUNTRY,
    COURSE,
    LINE,
    POINT,
    REGION,
    SURE,
    UNSURE,
    WIDE,
    ZONE,
    bits,
    kind,
)
from geo.types import Location, Place, StoryPlace
from tests.stories import box, story


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


def shaped(feature, geometry):
    place = Place("dateline:somewhere", "Somewhere", 50.0, 10.0, feature=feature)
    return StoryPlace(place, Location(50.0, 10.0, geometry=geometry), (0,))


@pytest.mark.parametrize(
    ("feature", "width", "expected"),
    [("L.RGN", WIDE + 1, REGION), ("L.RGN", WIDE - 1, AREA), ("A.ADM1", WIDE + 1, AREA), ("A.PCLI", WIDE + 1, COUNTRY)],
)
def test_a_part_of_the_world_is_drawn_more_faintly_than_a_division(feature, width, expected):
    assert kind(shaped(feature, box(0, 50, width, 51))) == expected


def test_a_river_is_a_course_and_no_border():
    line = {"type": "LineString", "coordinates": [[10, 50], [11, 51]]}
    assert kind(shaped("H.STM", line)) == COURSE
    assert kind(shaped("L.BDRY", line)) == LINE
