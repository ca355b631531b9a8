"""The file of outlines, on a world of three squares: two side by side, one apart."""

import pytest
import shapely

from geo.errors import DataError
from geo.location import topology
from geo.sources import natural_earth_topology

WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
ISLAND = shapely.box(5, 5, 6, 6)
HOLED = shapely.Polygon([(10, 0), (14, 0), (14, 4), (10, 4)], [[(11, 1), (11, 2), (12, 2), (12, 1)]])
ENCLAVE = shapely.box(11, 1, 12, 2)


@pytest.fixture
def world() -> topology.Topology:
    shapes = [
        ({"keys": ["west"], "name": "West"}, [0]),
        ({"keys": ["both"]}, [0, 1]),
        ({"keys": ["island"], "name": "Island"}, [2]),
        ({"keys": ["holed"], "name": "Holed"}, [3]),
        ({"keys": ["filled"]}, [3, 4]),
    ]
    return natural_earth_topology.build([WEST, EAST, ISLAND, HOLED, ENCLAVE], shapes, {"view": "none"})


def test_outlines_come_back_as_they_went_in(world):
    assert world.outline(0).equals(WEST)
    assert world.outline(1).equals(shapely.box(0, 0, 2, 1))
    assert world.outline(2).equals(ISLAND)
    assert world.outline(3).equals(HOLED)


def test_an_enclave_fills_the_hole(world):
    assert world.outline(4).equals(shapely.box(10, 0, 14, 4))


def test_the_line_between_two_units_is_stored_once(world):
    shared = [arc for arc, sides in enumerate(world.sides.tolist()) if sorted(sides) == [0, 1]]
    assert len(shared) == 1
    assert world.lines(shared).equals(shapely.MultiLineString([[(1, 0), (1, 1)]]))


def test_units_together_are_one_area_whatever_shapes_they_make(world):
    assert world.union([0, 1]).equals(shapely.box(0, 0, 2, 1))
    assert world.union([3]).equals(HOLED)
    assert world.union([0, 2]).area == WEST.area + ISLAND.area


def test_a_coarse_union_leaves_out_islets_and_keeps_its_lines_within_the_tolerance(world):
    assert world.coarse_union([0, 1], 0.1).equals(shapely.box(0, 0, 2, 1))
    assert world.coarse_union([2], 9.0).is_empty
    assert world.coarse_union([3, 4], 0.1).equals(shapely.box(10, 0, 14, 4))


def together(units: list[shapely.Polygon]) -> shapely.Geometry:
    everything = natural_earth_topology.build(units, [({"keys": ["all"]}, list(range(len(units))))], {})
    return everything.union(range(len(units)))


def test_a_land_on_an_island_in_a_lake_of_another_is_an_area_in_a_hole():
    inmost = shapely.box(11.4, 1.4, 11.6, 1.6)
    assert together([HOLED, inmost]).equals(shapely.MultiPolygon([HOLED, inmost]))


def test_lands_that_touch_at_a_corner_only_stay_as_large_as_they_are():
    squares = [shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)]
    whole = together(squares)
    assert whole.is_valid and whole.equals(shapely.union_all(squares))


def test_a_ring_of_lands_that_touch_at_corners_only_is_one_area():
    squares = [shapely.box(x, y, x + 1, y + 1) for x, y in [(0, 0), (1, 1), (2, 0), (1, -1)]]
    whole = together(squares)
    assert whole.is_valid and whole.covers(shapely.union_all(squares))


def test_a_coast_has_the_sea_on_its_other_side(world):
    assert [sorted(sides) for sides in world.sides.tolist() if 2 in sides] == [[topology.NO_UNIT, 2]]


def test_the_file_gives_back_what_was_written_and_is_the_same_each_time(world, tmp_path):
    for name in ("one", "two"):
        topology.write(world, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    again = topology.read(tmp_path / "one")
    assert again.header["about"] == {"view": "none"}
    assert again.outline(3).equals(HOLED)


def test_overlapping_areas_are_refused():
    with pytest.raises(DataError, match="more than two"):
        natural_earth_topology.build([WEST, WEST, WEST], [({"keys": ["x"]}, [0])], {})
