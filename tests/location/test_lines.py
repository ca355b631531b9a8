"""Parts of lines: distances are checked against the ellipsoid's."""

import pytest
import shapely
from geopy.distance import geodesic

from geo.location import Shapes, lines
from geo.location.lonlat import LatLon
from tests.location.atlas import country


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 10.0), (60.0, 10.0), (-75.0, 10.0), (50.0, 179.9)])
def test_a_strip_reaches_as_far_as_it_says_in_every_direction(lat, lon):
    line = shapely.LineString([(lon - 0.5, lat), (lon, lat)])
    strip = lines.strip(line, 50)
    assert strip.is_valid
    for bearing in (0, 90, 180):
        for km, inside in ((48, True), (52, False)):
            at = geodesic(kilometers=km).destination((lat, lon), bearing)
            assert shapely.contains_xy(strip, at.longitude, at.latitude) == inside


def test_a_strip_across_the_antimeridian_stays_on_the_globe():
    strip = lines.strip(shapely.LineString([(179.5, -17), (180, -17)]), 100)
    west, _, east, _ = strip.bounds
    assert (west, east) == (-180, 180) and strip.is_valid


def test_near_is_wider_for_a_town_that_lies_off_and_nothing_for_one_far_away():
    line = shapely.LineString([(30, 49), (30, 51)])
    part, km = lines.near(line, lat=50, lon=30.01)
    assert km == 30 and lines.length_km(part) == pytest.approx(60, rel=0.01)
    part, km = lines.near(line, lat=50, lon=30.6)
    assert km == 65 and part.distance(shapely.Point(30, 50)) < 1e-9
    assert lines.near(line, lat=50, lon=32) is None


def test_near_looks_over_the_antimeridian():
    line = shapely.LineString([(179.9, -18), (179.9, -16)])
    assert lines.distance_km(line, lat=-17, lon=-179.9) == pytest.approx(21.3, abs=0.2)
    part, _ = lines.near(line, lat=-17, lon=-179.9)
    assert part.length > 0


def test_within_keeps_what_is_near_an_area_only():
    line = shapely.LineString([(10, 60), (20, 60)])
    part = lines.within(line, shapely.box(14, 61, 15, 62), 120)
    assert part.bounds[0] == pytest.approx(13.2, abs=0.5) and part.bounds[2] == pytest.approx(15.8, abs=0.5)
    assert lines.within(line, shapely.box(14, 65, 15, 66), 120).is_empty


@pytest.mark.parametrize(
    ("code", "side", "neighbours"),
    [
        ("EG", "west", {"LY"}),
        ("TD", "north", {"LY"}),
        ("MX", "south", {"GT", "BZ"}),
        ("UA", "north", {"BY", "RU"}),
        ("LB", "south", {"IL", "SY"}),
    ],
)
def test_the_border_on_a_side_is_shared_with_the_neighbours_there(code, side, neighbours, shapes):
    place = country(code)
    part = lines.boundary_facing(shapes.boundary(place), shapes.area(place), side)
    borders = {other: shapes.border(place, country(other)) for other in shapes.neighbours(place)}
    assert {
        other for other, border in borders.items() if border and part.intersection(border).length > 0.01
    } == neighbours


@pytest.mark.parametrize(
    ("code", "side", "at", "not_at"),
    [
        ("LK", "east", (7.7, 81.7), (6.9, 79.85)),  # Batticaloa, not Colombo
        ("GB", "south", (50.8, -0.1), (54.0, -0.2)),  # Brighton, not Bridlington
        ("LY", "east", (32.1, 24.0), (32.9, 13.2)),  # Tobruk, not Tripoli: the coast runs from west to east
        ("FJ", "north", (-16.4, 179.4), (-18.1, 178.4)),  # Labasa, not Suva, and across the antimeridian
    ],
)
def test_a_coast_faces_a_side(code, side, at, not_at, shapes):
    place = country(code)
    part = lines.facing(shapes.coast([place]), shapes.area(place), side)
    assert lines.distance_km(part, lat=at[0], lon=at[1]) < 25 < lines.distance_km(part, lat=not_at[0], lon=not_at[1])


def test_between_is_the_part_from_one_point_to_the_other():
    river = shapely.LineString([(8, 51), (8, 50), (7, 49)])
    part = lines.between(river, LatLon(50.5, 8.1), LatLon(50.1, 8.0), most_km=50)
    assert part.bounds == pytest.approx((8, 50.1, 8, 50.5))
    assert lines.between(river, LatLon(50.5, 8.1), LatLon(45.0, 8.0), most_km=50) is None


def test_a_cut_that_leaves_points_and_lines_keeps_the_lines():
    mixed = shapely.GeometryCollection(
        [shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 0)]), shapely.LineString([(1, 0), (2, 0)])]
    )
    assert lines.lines_of(mixed).equals(shapely.LineString([(0, 0), (2, 0)]))


@pytest.mark.parametrize(
    ("code", "other", "side", "least", "most"),
    [("MX", "GT", "south", 0.9, 1.0), ("MX", "US", "south", 0.0, 0.1), ("PL", "DE", "east", 0.0, 0.1)],
)
def test_a_neighbour_lies_on_a_side_with_a_share_of_the_line(code, other, side, least, most, shapes):
    place = country(code)
    share = lines.share_on(shapes.border(place, country(other)), shapes.area(place), side)
    assert least <= share <= most


def test_of_a_closed_line_the_shorter_way_between_two_points_is_taken():
    ring = shapely.LineString([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])
    found = lines.between(ring, LatLon(0.2, 0.0), LatLon(0.0, 0.2), most_km=5)
    assert found.length == pytest.approx(0.4)


def test_a_coast_that_nowhere_faces_a_side_has_its_outermost_third_there(shapes):
    kenya = country("KE")
    north = lines.facing(shapes.coast([kenya]), shapes.area(kenya), "north")
    assert lines.distance_km(north, lat=-2.27, lon=40.9) < 15 < lines.distance_km(north, lat=-4.66, lon=39.22)
