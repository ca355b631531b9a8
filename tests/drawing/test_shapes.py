"""Areas and lines as coordinates for the screen."""

from dataclasses import replace

import pytest
from shapely.geometry import MultiPolygon, Point, mapping

from geo.drawing import shapes
from geo.drawing.style import AREA, COUNTRY, LINE, POINT, ZONE, kind
from tests.stories import story


@pytest.mark.parametrize(
    ("key", "expected"),
    [("gomel", POINT), ("gomel-region", AREA), ("belarus", COUNTRY), ("zone", ZONE), ("border", LINE)],
)
def test_each_sort_of_geometry_has_its_way_of_being_drawn(key, expected):
    assert kind(story(f"[x|{key}]").places[0]) == expected


def test_large_areas_are_drawn_first_so_that_small_ones_can_be_clicked():
    told = story("[a|zone] [b|belarus] [c|gomel-region] [d|russia*]")
    assert [told.places[row[0]].place.name for row in shapes.rows(told)] == [
        "Russia", "Belarus", "Homyel Voblasc'", "Chernobyl Exclusion Zone",
    ]  # fmt: skip


def test_points_have_no_shape():
    assert shapes.rows(story("[a|gomel] [b|kyiv]")) == []


@pytest.mark.parametrize(("key", "depth"), [("border", 3), ("gomel-region", 4)])
def test_coordinates_nest_as_in_a_multi_geometry(key, depth):
    value, levels = shapes.coordinates(story(f"[x|{key}]").places[0]), 0
    while isinstance(value, list):
        value, levels = value[0], levels + 1
    assert levels == depth


def test_a_shape_with_ten_thousand_corners_is_thinned_to_what_a_screen_shows():
    place = story("[x|zone]").places[0]
    detailed = mapping(Point(30.1, 51.4).buffer(5, quad_segs=2500))
    thinned = shapes.coordinates(replace(place, location=replace(place.location, geometry=detailed)))
    assert 40 < len(thinned[0][0]) < 400


def test_an_island_beside_a_continent_is_thinned_by_its_own_width():
    place = story("[x|zone]").places[0]
    both = mapping(MultiPolygon([Point(60, 0).buffer(100), Point(170, 0).buffer(0.02)]))
    drawn = shapes.coordinates(replace(place, location=replace(place.location, geometry=both)))
    assert len(drawn[1][0]) > 12
