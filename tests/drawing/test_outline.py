"""Geometries as coordinates for the screen."""

import json

import pytest
from shapely.geometry import MultiPolygon, Point, mapping

from geo.drawing.outline import Outline
from tests.stories import SHAPES, box


def drawn(geometry, **options):
    return json.loads(Outline(geometry).script(**options))


@pytest.mark.parametrize(("key", "depth"), [("border", 3), ("gomel-region", 4)])
def test_coordinates_nest_as_in_a_multi_geometry(key, depth):
    value, levels = drawn(SHAPES[key]), 0
    while isinstance(value, list):
        value, levels = value[0], levels + 1
    assert levels == depth


def test_a_shape_with_ten_thousand_corners_is_thinned_to_what_a_screen_shows():
    detailed = mapping(Point(30.1, 51.4).buffer(5, quad_segs=2500))
    assert 40 < len(drawn(detailed)[0][0]) < 400
    assert len(drawn(detailed, detail=100)[0][0]) < len(drawn(detailed)[0][0])


def test_an_island_beside_a_continent_is_thinned_by_its_own_width():
    both = mapping(MultiPolygon([Point(60, 0).buffer(100), Point(170, 0).buffer(0.02)]))
    assert len(drawn(both)[1][0]) > 12


def test_its_extent_is_the_longer_side_of_its_box():
    outline = Outline(box(10, 50, 13, 51))
    assert (outline.type, outline.bounds, outline.extent) == ("Polygon", (10, 50, 13, 51), 3)
