import numpy as np
import pytest

from geo.drawing import frame

EUROPE = [[36.0, -10.0], [60.0, 30.0]]


def corner(place, lat, lon):
    return place.pixels(np.array([[lon, lat]]))[0]


def test_the_box_lies_within_the_margins_and_its_middle_in_the_middle():
    place = frame.around(EUROPE, 800, 600, margin=50, closest=8)
    left, bottom = corner(place, 36.0, -10.0)
    right, top = corner(place, 60.0, 30.0)
    assert 50 <= left < right <= 750 and 50 <= top < bottom <= 550
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((400, 300))
    assert min(left, top) == pytest.approx(50)


def test_a_single_place_is_shown_no_nearer_than_asked():
    place = frame.around([[50.0, 30.0], [50.0, 30.0]], 800, 600, margin=50, closest=8)
    assert place.zoom == pytest.approx(8)
    assert tuple(corner(place, 50.0, 30.0)) == pytest.approx((400, 300))


def test_a_map_of_the_world_shows_one_world_and_neither_end_of_it():
    place = frame.around([[-90.0, -180.0], [90.0, 180.0]], 1600, 700, margin=50, closest=8)
    assert corner(place, 0.0, 180.0)[0] - corner(place, 0.0, -180.0)[0] == pytest.approx(1600)
    assert corner(place, frame.NORTH, 0.0)[1] <= 0.001 and corner(place, frame.SOUTH, 0.0)[1] >= 699.999


def test_a_wide_map_blows_up_the_north_less():
    wide = frame.around([[0.0, -90.0], [70.0, 90.0]], 800, 600, margin=0, closest=8)
    near = frame.around([[0.0, -20.0], [70.0, 20.0]], 800, 600, margin=0, closest=8)

    def stretch(place):
        degree = corner(place, 0.0, 0.0)[1] - corner(place, 1.0, 0.0)[1]
        return (corner(place, 69.0, 0.0)[1] - corner(place, 70.0, 0.0)[1]) / degree

    assert stretch(wide) < 0.7 * stretch(near)


def test_the_poles_have_a_place_too():
    place = frame.around(EUROPE, 800, 600, margin=50, closest=8)
    assert np.isfinite([corner(place, 90.0, 0.0), corner(place, -90.0, 0.0)]).all()


def test_at_the_date_line_the_world_goes_on():
    fiji = frame.around([[-20.0, 175.0], [-15.0, 179.0]], 800, 600, margin=50, closest=8)
    assert fiji.turns(177.0, 178.0) == [0.0]
    assert fiji.turns(-180.0, -178.0) == [360.0]
    assert fiji.turns(10.0, 20.0) == []
