"""Areas by distance and bearing: right in kilometres, valid, and whole across the antimeridian and at the poles."""

import pytest
import shapely
from geopy.distance import geodesic

from geo.location import geodesy, lonlat
from geo.location.lonlat import LatLon

KYIV = {"lat": 50.45, "lon": 30.52}


def holds(area, at):
    return area.intersects(lonlat.point(lat=at.latitude, lon=at.longitude))


@pytest.mark.parametrize("bearing", [0, 37, 90, 180, 271])
@pytest.mark.parametrize("km", [0.5, 30, 900])
@pytest.mark.parametrize(("lat", "lon"), [(50.45, 30.52), (0, 0), (-77.8, 166.7)])
def test_a_destination_is_where_geographiclib_puts_it(lat, lon, bearing, km):
    at = geodesy.destination(lat=lat, lon=lon, bearing=bearing, km=km)
    there = geodesic(kilometers=km).destination((lat, lon), bearing=bearing)
    assert geodesic((at.lat, (at.lon + 180) % 360 - 180), there).m < 0.1


def test_a_bearing_is_that_of_the_shortest_way():
    there = geodesic(kilometers=200).destination((50.45, 30.52), bearing=60)
    assert geodesy.bearing(LatLon(50.45, 30.52), LatLon(there.latitude, there.longitude)) == pytest.approx(60, abs=0.2)


def test_a_ring_holds_what_lies_between_its_distances_only():
    ring = geodesy.ring(**KYIV, inner_km=20, outer_km=30)
    ways = [(km, geodesic(kilometers=km).destination((50.45, 30.52), bearing=200)) for km in (15, 25, 35)]
    assert [km for km, at in ways if holds(ring, at)] == [25]


def test_a_sector_holds_its_own_bearings_and_distances_only():
    sector = geodesy.sector(**KYIV, bearing=45, half_angle=20, inner_km=20, outer_km=40)
    ways = [(b, km) for b in (0, 30, 60, 90, 225) for km in (10, 30, 50)]
    found = [(b, km) for b, km in ways if holds(sector, geodesic(kilometers=km).destination((50.45, 30.52), bearing=b))]
    assert found == [(30, 30), (60, 30)]


def test_a_lens_runs_from_one_end_to_the_other_and_is_widest_between():
    start, end = LatLon(36.34, 43.13), LatLon(36.19, 44.01)
    lens = geodesy.corridor(start, end, half_width_km=10, pointed=True)
    band = geodesy.corridor(start, end, half_width_km=10)
    off_middle = geodesy.destination(lat=36.27, lon=43.57, bearing=0, km=9)
    off_end = geodesy.destination(lat=36.33, lon=43.17, bearing=0, km=9)
    assert [area.contains(lonlat.point(lat=p.lat, lon=p.lon)) for area in (lens, band) for p in (off_middle, off_end)] == [
        True, False, True, True,
    ]  # fmt: skip


def test_a_strip_around_a_line_reaches_as_far_as_told():
    line = shapely.LineString([(30, 52), (32, 52), (33, 53)])
    strip = geodesy.around(line, km=20)
    near = geodesy.destination(lat=52, lon=31, bearing=180, km=19)
    far = geodesy.destination(lat=52, lon=31, bearing=180, km=21.5)
    assert [strip.contains(lonlat.point(lat=at.lat, lon=at.lon)) for at in (near, far)] == [True, False]


@pytest.mark.parametrize(("lat", "lon"), [(-17.8, 177.9), (52, -179.9), (89.9, 30), (-89.5, -170), (89.0, 179.9)])
def test_areas_are_valid_wherever_on_the_globe(lat, lon):
    made = [
        geodesy.disc(lat=lat, lon=lon, radius_km=400),
        geodesy.ring(lat=lat, lon=lon, inner_km=150, outer_km=400),
        *(
            geodesy.sector(lat=lat, lon=lon, bearing=bearing, half_angle=22.5, inner_km=50, outer_km=400)
            for bearing in (0, 90, 180, 270)
        ),
        geodesy.corridor(LatLon(lat, lon), LatLon(lat * 0.96, lon - 3), half_width_km=40),
    ]
    for area in made:
        west, south, east, north = area.bounds
        assert area.is_valid and area.area > 0
        assert west >= -180 and east <= 180 and south >= -90 and north <= 90


def test_a_disc_across_the_antimeridian_lies_on_both_sides():
    area = geodesy.disc(lat=-17.8, lon=179.5, radius_km=200)
    assert all(area.contains(lonlat.point(lat=-17.8, lon=lon)) for lon in (179, -179.5))
    assert not area.contains(lonlat.point(lat=-17.8, lon=0))


def test_a_sector_that_holds_the_pole_closes_over_it():
    area = geodesy.sector(lat=88, lon=20, bearing=0, half_angle=22.5, inner_km=0, outer_km=600)
    assert area.contains(lonlat.point(lat=89.5, lon=20)) and area.contains(lonlat.point(lat=88, lon=-160))
    assert not area.contains(lonlat.point(lat=86, lon=20))


def test_the_reach_is_that_of_the_farthest_corner():
    area = geodesy.disc(**KYIV, radius_km=100)
    assert geodesy.reach_km(area, LatLon(50.45, 30.52)) == pytest.approx(100, rel=0.005)


def test_all_within_a_distance_on_a_plane_is_within_five_percent():
    many = shapely.union_all([shapely.Point(x * 7 % 40, x * 11 % 30) for x in range(60)])
    grown, exact = geodesy.grown(many, 10.0), shapely.buffer(many, 10.0, quad_segs=32)
    assert grown.is_valid and shapely.symmetric_difference(grown, exact).area < 0.05 * exact.area
