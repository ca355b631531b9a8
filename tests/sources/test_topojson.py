import numpy as np

from geo.sources import topojson

SQUARE = {
    "transform": {"scale": [0.5, 0.5], "translate": [-180, -90]},
    "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
}


def test_arcs_are_steps_on_a_grid():
    one, other = topojson.arcs(SQUARE)
    assert one.tolist() == [[-180, -90], [-179, -90], [-179, -89]]
    assert other.tolist() == [[-180, -90], [-180, -89], [-179, -89]]


def test_a_ring_walks_arcs_forwards_and_backwards_and_names_no_corner_twice():
    corners = topojson.ring([0, ~1], list(topojson.arcs(SQUARE)))
    assert np.array_equal(corners[0], corners[-1]) and len(corners) == 5


def test_a_shape_is_one_polygon_or_many_or_none():
    assert topojson.polygons({"type": "Polygon", "arcs": [[0]]}) == [[[0]]]
    assert topojson.polygons({"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}) == [[[0]], [[1]]]
    assert topojson.polygons({"type": None}) == []
