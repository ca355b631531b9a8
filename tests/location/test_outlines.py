"""Shapes cut down to what a map of their own size can show."""

import pytest
import shapely

from geo.location import lonlat, outlines


def comb(teeth: int) -> shapely.Polygon:
    """A rectangle with a jagged upper edge."""
    jagged = [(tooth / teeth * 10, 5 + 0.001 * (tooth % 2)) for tooth in range(teeth + 1)]
    return shapely.Polygon([(0, 0), *jagged, (10, 0)])


def test_what_no_reader_could_see_is_left_out():
    simple = outlines.simplified(comb(1_000))
    assert shapely.get_num_coordinates(simple) < 10
    assert simple.area == pytest.approx(50, rel=1e-3)


def test_islets_vanish_but_a_country_of_islets_does_not():
    mainland, islet = shapely.box(0, 0, 10, 10), shapely.box(11, 11, 11.001, 11.001)
    assert outlines.simplified(shapely.MultiPolygon([mainland, islet])).geom_type == "Polygon"
    far = shapely.MultiPolygon([shapely.box(0, 0, 0.001, 0.001), shapely.box(50, 0, 50.002, 0.002)])
    assert outlines.simplified(far).area > 0


def test_in_a_country_of_islands_the_peers_of_the_largest_stay():
    atolls = [shapely.box(lon, 0, lon + 0.01, 0.01) for lon in range(0, 50, 10)]
    assert len(outlines.simplified(shapely.MultiPolygon(atolls)).geoms) == 5


def test_an_island_too_small_for_the_tolerance_keeps_its_form():
    disc = shapely.Point(150, 0).buffer(0.3)
    simple = outlines.simplified(shapely.MultiPolygon([shapely.box(0, 0, 100, 50), disc]))
    assert simple.geoms[1].area == pytest.approx(disc.area, rel=0.15)


def test_parts_that_come_to_lie_over_each_other_become_one():
    teeth = [(x / 10, 0.02 if x % 2 else 0.0) for x in range(1_001)]
    upper = shapely.Polygon([*teeth, (100, 20), (0, 20)])
    lower = shapely.Polygon([(x, y - 0.001) for x, y in teeth] + [(100, -20), (0, -20)])
    simple = outlines.simplified(shapely.MultiPolygon([upper, lower]))
    assert simple.is_valid and simple.area == pytest.approx(4_000, rel=0.01)


def test_an_area_that_crosses_itself_by_a_hair_is_mended_and_keeps_its_size():
    hair = shapely.Polygon([(0, 0), (10, 0), (10, 10), (5.0001, 0.001), (5, -0.001), (0, 10)])
    mended = outlines.mended(hair)
    assert not hair.is_valid and mended.is_valid
    assert mended.area == pytest.approx(hair.area, rel=1e-3)


def test_both_halves_of_a_bow_stay():
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert outlines.mended(bow).is_valid and outlines.mended(bow).area == pytest.approx(2.0)


def test_what_is_valid_is_left_as_it_is():
    square = shapely.box(0, 0, 1, 1)
    assert outlines.mended(square) is square


def test_more_detail_is_kept_where_more_is_asked_for():
    disc = shapely.Point(0, 0).buffer(10, quad_segs=5_000)
    corners = [
        shapely.get_num_coordinates(outlines.simplified(disc, detail)) for detail in (outlines.WHOLE, outlines.PARTLY)
    ]
    assert corners[0] < corners[1]
    assert shapely.get_num_coordinates(outlines.simplified(disc, outlines.Detail(share=1e-7, most=40))) <= 40


def test_extent_of_a_shape_across_the_antimeridian_leaves_out_its_widest_gap():
    shape = shapely.MultiPolygon([shapely.box(-20, 0, 180, 0.1), shapely.box(-180, 0, -170, 0.1)])
    assert outlines.extent(shape) == pytest.approx(210, rel=1e-3)


def test_extent_is_measured_across_the_antimeridian_where_that_is_shorter():
    assert outlines.extent(shapely.MultiPolygon([shapely.box(179, 0, 180, 0.1), shapely.box(-180, 0, -179, 0.1)])) < 3
    assert outlines.extent(shapely.box(-10, 0, 10, 0.1)) == pytest.approx(20, rel=1e-3)


def test_a_point_outside_comes_to_the_nearest_inner_one():
    area = shapely.MultiPolygon(
        [lonlat.box(south=0, west=0, north=10, east=10), lonlat.box(south=0, west=50, north=30, east=90)]
    )
    at = outlines.point_inside(area, lat=5, lon=10.5)
    assert area.contains(lonlat.point(lat=at.lat, lon=at.lon))
    assert abs(at.lat - 5) < 0.6 and 9.9 < at.lon < 10


def test_a_point_inside_stays_as_it_is():
    assert outlines.point_inside(shapely.box(0, 0, 10, 10), lat=1.234567, lon=2.0) == (1.234567, 2.0)


def test_the_middle_of_a_line_is_one_of_its_points_halfway_along_its_longest_part():
    line = shapely.MultiLineString([[(0, 0), (1, 0)], [(5, 5), (6, 5), (7, 5), (8, 5), (9, 5)]])
    assert outlines.middle(line) == (5, 7)
