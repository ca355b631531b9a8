import pytest

from geo.location import compass


@pytest.mark.parametrize(
    ("words", "wind", "bearing"),
    [
        ("north", "n", 0), ("North-East", "ne", 45), ("southwestern", "sw", 225), ("south east", "se", 135),
        ("NNE", "nne", 22.5), ("west-north-west", "wnw", 292.5), ("eastern", "e", 90),
    ],
)  # fmt: skip
def test_compass_words_have_their_bearing(words, wind, bearing):
    assert (compass.wind(words), compass.bearing(compass.wind(words))) == (wind, bearing)


def test_sixteen_winds_are_told_more_exactly_than_eight():
    assert (compass.half_angle("ne"), compass.half_angle("nne")) == (22.5, 11.25)


def test_winds_are_said_in_full():
    assert (compass.noun("sw"), compass.adjective("n")) == ("south-west", "northern")


def test_corners_lie_between_two_of_the_four_directions():
    assert compass.is_corner("north-west") and not compass.is_corner("northern")
