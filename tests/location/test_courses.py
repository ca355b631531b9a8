"""Ways along the pieces of a river, on a river of three pieces with an arm."""

import shapely

from geo.location import courses

RIVER = shapely.MultiLineString([[(0, 0), (5, 0)], [(5.05, 0), (9, 0)], [(9, 0), (9, 3)], [(9, 0), (10, 0)]])


def test_a_way_goes_on_over_a_gap_and_takes_the_longer_arm():
    way = max(courses.ways(RIVER, apart=0.1), key=lambda way: way.length)
    assert {way.coords[0], way.coords[-1]} == {(0.0, 0.0), (9.0, 3.0)}
    assert way.is_simple


def test_there_is_a_way_from_every_loose_end():
    starts = {way.coords[0] for way in courses.ways(RIVER, apart=0.1)}
    assert starts == {(0.0, 0.0), (9.0, 3.0), (10.0, 0.0)}


def test_pieces_too_far_apart_stay_two_rivers():
    lone = shapely.MultiLineString([[(0, 0), (5, 0)], [(7, 0), (9, 0)]])
    assert sorted(way.length for way in courses.ways(lone, apart=0.1)) == [2, 2, 5, 5]


def test_a_ring_has_no_loose_end():
    ring = shapely.LineString([(0, 0), (1, 0), (1, 1), (0, 0)])
    assert courses.ways(ring, apart=0.1) == []


def test_a_thousand_pieces_take_no_longer():
    comb = shapely.MultiLineString(
        [[(x, 0), (x + 1, 0)] for x in range(500)] + [[(x, 0), (x, 0.5)] for x in range(500)]
    )
    assert courses.ways(comb, apart=0.1)
