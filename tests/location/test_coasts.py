"""Which coasts are a sea's, and the waters off them."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.location import Shapes, coasts, lines
from tests.location.atlas import country
from tests.location.waters import PLACES


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


ISTANBUL_NORTH, IZMIT, ANTALYA = (41.24, 29.03), (40.76, 29.92), (36.88, 30.7)
TANGIER_WEST, CASABLANCA, AL_HOCEIMA = (35.6, -6.0), (33.6, -7.6), (35.25, -3.93)


@pytest.mark.parametrize(
    ("code", "sea", "on", "off"),
    [
        ("TR", "Black Sea", (ISTANBUL_NORTH, (41.0, 39.7)), (IZMIT, ANTALYA)),
        ("TR", "Mediterranean", (ANTALYA, (38.42, 26.8)), (ISTANBUL_NORTH, IZMIT)),
        ("MA", "Atlantic", (TANGIER_WEST, CASABLANCA), (AL_HOCEIMA,)),
        ("MA", "Mediterranean", (AL_HOCEIMA,), (CASABLANCA,)),
        ("ZA", "Indian Ocean", ((-29.86, 31.04),), ((-33.9, 18.4),)),
        ("ZA", "Atlantic", ((-33.0, 17.95),), ((-29.86, 31.04),)),
        ("RU", "Bering Sea", ((64.7, 177.5), (64.4, -173.0)), ((43.1, 131.9),)),
        ("KZ", "Caspian", ((43.6, 51.2),), ()),
        ("CL", "Pacific", ((-33.0, -71.6),), ()),
    ],
)
def test_the_coast_along_a_sea_ends_where_the_sea_ends(code, sea, on, off, shapes):
    found = coasts.coast([country(code)], shapes, PLACES[sea], fine=True)
    assert found.is_valid
    assert [lines.distance_km(found, lat=lat, lon=lon) < 15 for lat, lon in on] == [True] * len(on)
    assert [lines.distance_km(found, lat=lat, lon=lon) > 15 for lat, lon in off] == [True] * len(off)
    whole = shapely.buffer(shapes.coast([country(code)]), 1e-6)
    assert shapely.difference(found, whole).length == 0


@pytest.mark.parametrize(("code", "sea"), [("NO", "Atlantic"), ("MX", "Pacific"), ("TR", "Black Sea")])
def test_a_coast_that_is_looked_at_whole_has_few_corners_and_lies_where_the_exact_one_does(code, sea, shapes):
    plain, exact = (coasts.coast([country(code)], shapes, PLACES[sea], fine=fine) for fine in (False, True))
    assert shapely.get_num_coordinates(plain) < shapely.get_num_coordinates(exact)
    corners = shapely.points(shapely.get_coordinates(plain))
    assert np.quantile(shapely.distance(corners, exact), 0.99) < 0.01


def test_the_atlantic_ends_at_gibraltar_the_sound_and_hudson_strait(shapes):
    ocean = coasts.flooded(PLACES["Atlantic"], shapes)
    inland = [(4.0, 39.0), (18.0, 56.0), (-85.0, 58.0)]
    assert not any(shapely.contains_xy(ocean, *at) for at in inland)


def test_a_country_without_a_coast_there_has_none(shapes):
    assert coasts.coast([country("NP")], shapes) is None
    assert coasts.coast([country("UA")], shapes, PLACES["Caspian"]) is None


def test_the_shores_of_a_sea_go_all_round_it(shapes):
    shores = coasts.shores(PLACES["Black Sea"], shapes)
    for lat, lon in ((46.4, 30.76), (43.2, 27.93), (41.0, 39.7), (43.58, 39.72)):
        assert lines.distance_km(shores, lat=lat, lon=lon) < 15


def test_a_lake_has_the_shore_that_is_known_of_it_whole_or_in_one_country(shapes):
    whole = coasts.shores(PLACES["Lake Victoria"], shapes)
    assert 1500 < lines.length_km(whole) < 5000
    kenyan = coasts.coast([country("KE")], shapes, PLACES["Lake Victoria"])
    assert lines.distance_km(kenyan, lat=-0.09, lon=34.75) < 25, "Kisumu"
    assert lines.distance_km(kenyan, lat=-2.5, lon=32.9) > 25, "Mwanza"
    assert coasts.coast([country("NO")], shapes, PLACES["Lake Victoria"]) is None


def test_a_lake_that_nobody_draws_has_no_shore(shapes):
    assert coasts.shores(replace(PLACES["Lake Victoria"], id="dateline:lake-nowhere"), shapes) is None


@pytest.mark.parametrize("code", ["YE", "FJ", "PT"])
def test_waters_off_a_coast_hold_next_to_no_land_and_are_valid(code, shapes):
    place = country(code)
    waters = coasts.waters_off(shapes.coast([place]), shapes)
    assert waters.is_valid
    assert shapely.intersection(waters, shapes.area(place)).area < waters.area / 200
    assert shapely.bounds(waters)[0] >= -180 and shapely.bounds(waters)[2] <= 180


def test_every_ocean_and_sea_says_what_it_is():
    assert all(coasts.is_water(PLACES[name]) for name in ("Black Sea", "Atlantic", "Lake Victoria"))
    assert coasts.is_ocean(PLACES["Atlantic"]) and not coasts.is_ocean(PLACES["Black Sea"])
    assert not coasts.is_water(PLACES["Dnieper"])
