import pytest
import shapely

from geo.geocoders.reach import UNTOLD_KM, away_km, is_shared, reaches
from geo.types import Place

SQUARE = shapely.box(10, 50, 20, 60)
FAR_EAST = shapely.box(170, -20, 180, -10)


def sea(lat, lon, radius_km=None):
    return Place("sea", "Sea", lat, lon, feature="H.SEA", radius_km=radius_km)


@pytest.mark.parametrize(
    ("lat", "lon", "area", "km"),
    [(55, 15, SQUARE, 0), (49, 15, SQUARE, 111.2), (55, 21, SQUARE, 63.8), (-15, -179, FAR_EAST, 107.4)],
)
def test_the_way_to_an_area_is_told_along_the_globe_and_across_the_antimeridian(lat, lon, area, km):
    assert away_km(sea(lat, lon), area) == pytest.approx(km, abs=0.5)


def test_a_place_at_a_pole_has_a_way_too():
    assert away_km(sea(90, 0), SQUARE) == pytest.approx(30 * 111.2, rel=0.01)


@pytest.mark.parametrize(("radius_km", "reached"), [(120, True), (100, False), (None, False)])
def test_a_place_reaches_as_far_as_its_radius(radius_km, reached):
    assert reaches(sea(49, 15, radius_km), None, SQUARE) is reached


def test_a_place_without_a_radius_reaches_a_little():
    near = UNTOLD_KM / 111.2 - 0.01
    assert reaches(sea(50 - near, 15), None, SQUARE) and not reaches(sea(50 - near - 0.02, 15), None, SQUARE)


def test_an_outline_says_more_than_a_radius():
    river = shapely.LineString([(0, 55), (9.97, 55)])
    assert reaches(sea(0, 0), river, SQUARE)
    assert not reaches(sea(55, 15, 5_000), shapely.LineString([(0, 55), (9, 55)]), SQUARE)


@pytest.mark.parametrize(
    ("feature", "country", "shared"),
    [
        ("H.LK", "UG", True),
        ("T.MT", None, True),
        ("S.AIRP", None, True),
        ("P.PPL", "BY", False),
        ("A.ADM1", "BY", False),
    ],
)
def test_towns_and_divisions_of_a_country_are_its_own(feature, country, shared):
    assert is_shared(Place("x", "X", 0, 0, country, feature)) is shared
