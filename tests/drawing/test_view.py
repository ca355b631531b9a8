"""Which part of the world a map opens on."""

import pytest

from geo.drawing import marks, view
from geo.drawing.view import WORLD
from tests.stories import PLACES, story


def bounds(told):
    return view.bounds(marks.of_story(told))


def whole(told):
    return view.whole(marks.of_story(told))


FOUR = "[a|gomel] [b|kyiv] [c|minsk] [d|kharkiv]"


def test_naming_russia_does_not_open_the_map_on_siberia():
    (south, west), (north, east) = bounds(story("[Gomel|gomel] … [Russia|russia] and [Moscow|moscow]"))
    assert east < 40
    assert (south, west) == (PLACES["gomel"].lat, PLACES["gomel"].lon)


def test_a_region_is_shown_whole():
    (south, west), (north, east) = bounds(story("in the [Gomel Region|gomel-region]"))
    assert west <= 27.3 and east >= 31.8


def test_an_unsure_place_overseas_does_not_stretch_the_map():
    (_, west), _ = bounds(story(f"{FOUR} … [Paris|paris-tx:0.4]"))
    assert west > 0


def test_a_story_of_unsure_places_shows_them_all_the_same():
    (_, west), _ = bounds(story("[Paris|paris-tx:0.4]"))
    assert west == -95.5555


def test_only_countries_open_the_map_around_their_points():
    (south, west), (north, east) = bounds(story("[Belarus|belarus]"))
    assert west < 28.0 < east and south < 53.0 < north
    assert east - west < 20


def test_governments_alone_are_shown_at_their_places():
    (south, _), (north, _) = bounds(story("[Moscow|moscow*] answered [Kyiv|kyiv*]"))
    assert (south, north) == (50.4547, 55.7522)


def test_a_story_without_places_shows_the_world():
    assert bounds(story("nothing here")) == WORLD


def test_far_places_named_in_passing_are_outside_at_first_and_inside_the_whole():
    told = story("[a|gomel] [b|gomel] [c|kyiv] [d|kyiv] [e|minsk] [f|zone] … flights to [g|paris]")
    (_, west), _ = bounds(told)
    (_, all_west), _ = whole(told)
    assert west > 20
    assert all_west < 3


def test_two_places_far_apart_are_both_shown():
    (_, west), (_, east) = bounds(story("from [a|paris] to [b|moscow]"))
    assert (west, east) == (2.3488, 37.6156)


@pytest.mark.parametrize("last", ["paris", "paris*", "paris-tx:0.4"])
def test_up_to_four_places_are_all_on_the_first_view_however_far_named_or_sure(last):
    told = story(f"[Gomel|gomel] [again|gomel] [Kyiv|kyiv] [Minsk|minsk] in [Belarus|belarus], then [x|{last}]")
    (south, west), (north, east) = bounds(told)
    for place in told.places:
        if place.place.name != "Belarus":
            assert south <= place.location.lat <= north and west <= place.location.lon <= east


def test_a_few_countries_are_all_on_the_first_view():
    (_, west), (_, east) = bounds(story("[Belarus|belarus] [Belarus|belarus] [Ukraine|ukraine] and [Russia|russia]"))
    assert west < 28 and east > 100
