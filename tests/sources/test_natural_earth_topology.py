import numpy as np
import pytest
import shapely

from geo.errors import DataError
from geo.sources.natural_earth_topology import build, simplify

WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)


def built(*areas, shapes=None):
    return build(areas, shapes or [({"keys": [str(n)]}, [n]) for n in range(len(areas))], {})


def test_a_shared_line_is_stored_once_with_both_its_sides():
    sides = built(WEST, EAST).sides.tolist()
    assert sorted(map(sorted, sides)).count([0, 1]) == 1
    assert len(sides) == 3


def test_a_union_walks_round_both_units_without_the_line_between():
    topology = built(WEST, EAST, shapes=[({"keys": ["both"]}, [0, 1])])
    shared = next(n for n, beside in enumerate(topology.sides.tolist()) if sorted(beside) == [0, 1])
    assert not {shared, ~shared} & set(topology.steps.tolist())


def test_an_island_has_the_sea_on_one_side():
    topology = built(WEST)
    assert topology.sides.tolist() == [[0, -1]]


def test_three_units_on_one_edge_are_refused():
    with pytest.raises(DataError, match="more than two units"):
        built(WEST, EAST, shapely.box(1, 0, 3, 1))


def test_simplifying_keeps_neighbours_together():
    wavy = [(1 + 0.001 * (n % 2), n / 100) for n in range(101)]
    left, right = shapely.Polygon([(0, 1), (0, 0), *wavy]), shapely.Polygon([(2, 0), (2, 1), *wavy[::-1]])
    a, b = simplify([left, right])
    assert shapely.get_num_coordinates(a) < shapely.get_num_coordinates(left)
    assert np.isclose(shapely.intersection(a, b).length, 1.0, atol=0.01) and shapely.intersection(a, b).area == 0
