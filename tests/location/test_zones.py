"""Circles on the globe."""

import pytest
from geopy.distance import geodesic

from geo.location import Shapes, lonlat
from geo.location.zones import circle, locate_zone
from geo.types import Place

CHERNOBYL = Place(
    "dateline:chernobyl-exclusion-zone", "Chernobyl exclusion zone", 51.389, 30.099, "UA", "L.ZNX", radius_km=30.0
)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def test_the_exclusion_zone_reaches_30_km_around_the_plant_and_says_that_it_is_approximate(shapes):
    location = locate_zone(CHERNOBYL, shapes)
    edge = lonlat.latlons(lonlat.from_geojson(location.geometry))
    assert all(abs(geodesic((51.389, 30.099), tuple(at)).km - 30) < 0.01 for at in edge)
    assert (location.lat, location.lon, location.radius_km) == (51.389, 30.099, 30.0)
    assert lonlat.from_geojson(location.geometry).is_valid


def test_pripyat_is_inside_and_kyiv_is_not():
    zone = circle(lat=51.389, lon=30.099, radius_km=30)
    assert zone.contains(lonlat.point(lat=51.405, lon=30.057))
    assert not zone.contains(lonlat.point(lat=50.45, lon=30.52))


@pytest.mark.parametrize(
    ("lat", "lon", "radius_km"),
    [
        (-17.0, 179.9, 100),
        (66.0, -179.95, 200),
        (0.0, 180.0, 50),
        (0.0, -180.0, 50),
        (89.5, 10.0, 300),
        (-88.0, 170.0, 500),
    ],
)
def test_circles_over_the_antimeridian_or_a_pole_are_valid_and_hold_what_is_near(lat, lon, radius_km):
    zone = circle(lat=lat, lon=lon, radius_km=radius_km)
    west, south, east, north = zone.bounds
    assert zone.is_valid
    assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    for bearing in range(0, 360, 15):
        for share, inside in ((0.9, True), (1.1, False)):
            at = geodesic(kilometers=radius_km * share).destination((lat, lon), bearing=bearing)
            assert zone.covers(lonlat.point(lat=at.latitude, lon=at.longitude)) is inside


@pytest.mark.parametrize(
    "place",
    [
        Place("geonames:630671", "Black Sea", 43.0, 34.0, None, "H.SEA", radius_km=400.0),
        Place("dateline:zone", "A zone without a radius", 1.0, 1.0, None, "L.ZNX"),
        Place("dateline:plain", "A place that nobody classed", 1.0, 1.0, radius_km=5.0),
    ],
    ids=lambda place: place.name,
)
def test_what_is_no_zone_gets_no_circle(place, shapes):
    assert locate_zone(place, shapes) is None
