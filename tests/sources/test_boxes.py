import pytest
import shapely

from geo.sources import boxes

FIJI = shapely.multipolygons([shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -178, -16)])
CHUKCHI = (177.4904, 65.9582, -156.4814, 71.8072)


def test_the_box_of_islands_on_both_sides_of_the_antimeridian_crosses_it():
    assert boxes.around(FIJI) == (177.0, -19.0, -178.0, -16.0)


def test_the_box_of_a_land_far_from_it_does_not():
    land = shapely.multipolygons([shapely.box(-10, 36, -5, 42), shapely.box(-31, 37, -25, 40)])
    assert boxes.around(land) == (-31.0, 36.0, -5.0, 42.0)


def test_antarctica_goes_all_around():
    assert boxes.around(shapely.box(-180, -90, 180, -60)) == (-180.0, -90.0, 180.0, -60.0)


def test_overlapping_parts_leave_no_gap():
    parts = shapely.multipolygons([shapely.box(0, 0, 50, 1), shapely.box(10, 2, 20, 3), shapely.box(40, 4, 60, 5)])
    assert boxes.around(parts) == (0.0, 0.0, 60.0, 5.0)


@pytest.mark.parametrize(
    ("lon", "inside"), [(178.0, True), (-170.0, True), (180.0, True), (-180.0, True), (0.0, False)]
)
def test_a_box_across_the_antimeridian_holds_both_sides(lon, inside):
    assert boxes.contains(CHUKCHI, lat=68.0, lon=lon) is inside


@pytest.mark.parametrize(("slack", "inside"), [(0.0, False), (0.9, False), (1.1, True)])
def test_slack_lets_a_point_miss_the_box(slack, inside):
    assert boxes.contains((10.0, 50.0, 20.0, 60.0), lat=61.0, lon=9.0, slack=slack) is inside


def test_the_middle_lies_across_the_antimeridian_too():
    lat, lon = boxes.middle(CHUKCHI)
    assert (lat, lon) == (68.8827, -169.4955)
    assert boxes.middle((0.0, 0.0, 10.0, 10.0)) == (5.0, 5.0)


def test_longitudes_beyond_the_turn_come_back():
    assert round(boxes.longitude(203.5186), 4) == -156.4814
    assert boxes.longitude(180.0) == 180.0
