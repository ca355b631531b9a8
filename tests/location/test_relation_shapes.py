"""What each sort of relation covers: the right side and distance, valid, with a point inside and its assumptions told."""

from dataclasses import replace

import pytest
import shapely
from geopy.distance import geodesic

from geo.location import lonlat, parts
from geo.location import relation_shapes as draw
from geo.location.lonlat import LatLon
from geo.location.quantities import length
from geo.location.relation_shapes import Anchor
from geo.types import Place

KYIV = Place("geonames:703448", "Kyiv", 50.45466, 30.5238, "UA", "P.PPLC", 2952301)
HOMS = Place("geonames:169577", "Homs", 34.72682, 36.72339, "SY", "P.PPLA", 775404)
HAMLET = Place("x:1", "Hamlet", 50.0, 31.0, "UA", "P.PPL")
ISLAND = Place("x:2", "Island", 0.0, 15.0, None, "T.ISL")
KYIV_ANCHOR, HOMS_ANCHOR = Anchor(KYIV, None), Anchor(HOMS, None)
SQUARE = Anchor(ISLAND, lonlat.box(south=-1, west=14, north=1, east=16))


def at(km, bearing, place=KYIV):
    there = geodesic(kilometers=km).destination((place.lat, place.lon), bearing=bearing)
    return lonlat.point(lat=there.latitude, lon=there.longitude)


def covers(sketch, *points):
    return [sketch.area.contains(point) for point in points]


@pytest.fixture(
    params=[
        lambda: draw.offset(KYIV_ANCHOR, "ne", length("30", "km")),
        lambda: draw.offset(SQUARE, "s", length("30", "km")),
        lambda: draw.ring(KYIV_ANCHOR, length("30", "km")),
        lambda: draw.ring(SQUARE, length("30", "km")),
        lambda: draw.within(KYIV_ANCHOR, length("30", "km")),
        lambda: draw.toward(KYIV_ANCHOR, "s", just=True),
        lambda: draw.toward(SQUARE, "n", just=False),
        lambda: draw.between(KYIV_ANCHOR, HOMS_ANCHOR, halfway=False),
        lambda: draw.between(KYIV_ANCHOR, Anchor(HAMLET, None), halfway=True),
        lambda: draw.road(KYIV_ANCHOR, Anchor(HAMLET, None)),
        lambda: draw.near(KYIV_ANCHOR, outside=True),
        lambda: draw.near(SQUARE, outside=False),
        lambda: draw.rim(KYIV_ANCHOR, "n"),
        lambda: draw.rim(KYIV_ANCHOR, None),
        lambda: draw.centre(KYIV_ANCHOR),
        lambda: draw.part(SQUARE, ("n", "e"), None, central=False),
        lambda: draw.part(KYIV_ANCHOR, ("w",), None, central=False),
    ]
)
def sketch(request):
    return request.param()


def test_every_sketch_is_valid_holds_its_point_and_tells_its_assumptions(sketch):
    assert sketch.area.is_valid and sketch.area.area > 0
    assert sketch.area.buffer(1e-6).contains(lonlat.point(lat=sketch.at.lat, lon=sketch.at.lon))
    assert sketch.why and all(sketch.why)


def test_an_offset_is_a_sector_at_its_distance():
    sketch = draw.offset(KYIV_ANCHOR, "n", length("30", "km"))
    assert covers(sketch, at(30, 0), at(30, 20), at(30, 30), at(30, 180), at(60, 0)) == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert "±22.5° from 18 to 42 km north of Kyiv" in sketch.why[0]


def test_an_offset_from_an_area_is_measured_from_its_edge():
    sketch = draw.offset(SQUARE, "n", length("50", "km"))
    assert covers(sketch, at(110 + 50, 0, ISLAND), at(50, 0, ISLAND), at(110 + 50, 180, ISLAND)) == [True, False, False]


def test_a_ring_lies_all_round():
    sketch = draw.ring(HOMS_ANCHOR, length("30", "km"))
    assert covers(sketch, *(at(30, b, HOMS) for b in (0, 90, 180, 270)), at(10, 0, HOMS)) == [True] * 4 + [False]


def test_just_south_ends_sooner_than_south():
    just, far = (draw.toward(HOMS_ANCHOR, "s", just=just) for just in (True, False))
    assert covers(just, at(12, 180, HOMS), at(30, 180, HOMS)) == [True, False]
    assert covers(far, at(30, 180, HOMS), at(30, 0, HOMS)) == [True, False]


def test_halfway_is_the_middle_of_what_lies_between():
    between, halfway = (draw.between(KYIV_ANCHOR, Anchor(HAMLET, None), halfway=half) for half in (False, True))
    way = geodesic((KYIV.lat, KYIV.lon), (50.0, 31.0)).km
    quarter, half = lonlat.point(lat=50.34, lon=30.643), lonlat.point(lat=50.227, lon=30.762)
    assert covers(between, quarter, half) == [True, True]
    assert covers(halfway, quarter, half) == [False, True]
    assert way == pytest.approx(61, abs=1)


def test_between_shores_goes_from_shore_to_shore():
    other = Anchor(Place("x:3", "Other", 0.0, 20.0, None, "T.ISL"), lonlat.box(south=-1, west=18, north=1, east=22))
    sketch = draw.between(SQUARE, other, halfway=False)
    west, _, east, _ = sketch.area.bounds
    assert (west, east) == pytest.approx((16, 18), abs=0.05)


def test_outside_leaves_the_town_out_and_near_does_not():
    outside, near = (draw.near(KYIV_ANCHOR, outside=outside) for outside in (True, False))
    assert covers(outside, at(1, 0), at(20, 90)) == [False, True]
    assert covers(near, at(1, 0), at(20, 90)) == [True, True]


def test_the_northern_suburbs_lie_north_of_the_middle():
    assert covers(draw.rim(KYIV_ANCHOR, "n"), at(12, 0), at(12, 180)) == [True, False]


def test_two_sides_of_an_area_are_one():
    both = draw.part(SQUARE, ("n", "e"), None, central=False)
    north, east, south_west = (lonlat.point(lat=lat, lon=lon) for lat, lon in ((0.9, 14.2), (-0.9, 15.9), (-0.9, 14.1)))
    assert covers(both, north, east, south_west) == [True, True, False]


def test_the_middle_of_a_side_lies_between_the_two():
    sketch = draw.part(SQUARE, ("n",), None, central=True)
    assert covers(sketch, lonlat.point(lat=0.4, lon=15), lonlat.point(lat=-0.8, lon=15)) == [True, False]


def test_a_share_is_kept():
    half = draw.part(SQUARE, ("s",), parts.HALF, central=False)
    assert half.area.area == pytest.approx(SQUARE.shape.area / 2, rel=0.01)


def test_the_size_of_a_town_is_told_by_its_people():
    assert KYIV_ANCHOR.km == pytest.approx(15.3, abs=0.1)
    assert Anchor(HAMLET, None).km == draw.UNKNOWN_TOWN_KM
    assert "by its population" in KYIV_ANCHOR.size and "population" not in Anchor(HAMLET, None).size


def test_between_two_rivers_lies_the_land_from_one_to_the_other():
    west, east = (Anchor(ISLAND, shapely.LineString([(lon, 0), (lon, 2)])) for lon in (15.0, 16.0))
    land = draw.between_lines(west, east).area
    assert land.is_valid and land.symmetric_difference(shapely.box(15, 0, 16, 2)).area < 0.01
    assert draw.between_lines(west, Anchor(ISLAND, shapely.LineString([(25, 0), (25, 2)]))) is None


def test_beside_a_country_a_bay_on_its_other_side_is_left_out():
    bay = lonlat.polygon(
        [LatLon(*at) for at in ((-1, 14), (-1, 16), (-0.2, 16), (-0.2, 15.9), (0.2, 15.9), (0.2, 16), (1, 16), (1, 14))]
    )
    country = Anchor(replace(ISLAND, feature="A.PCLI"), bay)
    sketch = draw.toward(country, "n", just=False)
    assert covers(sketch, lonlat.point(lat=1.1, lon=15), lonlat.point(lat=0.0, lon=15.95)) == [True, False]
