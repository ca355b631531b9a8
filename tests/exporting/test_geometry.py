import pytest

from geo.exporting.geometry import point, shape
from geo.types import Location

CLOCKWISE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
COUNTER = CLOCKWISE[::-1]


def test_a_point_is_longitude_then_latitude():
    assert point(lat=53.9, lon=27.5) == {"type": "Point", "coordinates": [27.5, 53.9]}


def test_a_location_without_geometry_has_no_shape():
    assert shape(Location(53.9, 27.5)) is None


def test_tuples_become_lists_and_degrees_are_rounded():
    line = {"type": "LineString", "coordinates": ((27.123456789, 53.0), (-0.000000001, 54.0))}
    assert shape(Location(53.9, 27.5, line)) == {"type": "LineString", "coordinates": [[27.12346, 53.0], [0.0, 54.0]]}


@pytest.mark.parametrize("rings", [[CLOCKWISE, COUNTER], [COUNTER, CLOCKWISE]])
def test_outer_rings_turn_left_and_holes_right(rings):
    assert shape(Location(0, 0, {"type": "Polygon", "coordinates": rings}))["coordinates"] == [COUNTER, CLOCKWISE]


def test_every_polygon_of_several_is_turned():
    several = {"type": "MultiPolygon", "coordinates": [[CLOCKWISE], [COUNTER]]}
    assert shape(Location(0, 0, several))["coordinates"] == [[COUNTER], [COUNTER]]


def test_a_collection_keeps_its_parts():
    collection = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": (1.0, 2.0)}]}
    assert shape(Location(0, 0, collection)) == {
        "type": "GeometryCollection",
        "geometries": [{"type": "Point", "coordinates": [1.0, 2.0]}],
    }


def test_a_geometry_is_rounded_once_for_all_who_ask_and_another_like_it_is_its_own():
    line = {"type": "LineString", "coordinates": [[27.0, 53.0], [28.0, 54.0]]}
    first = shape(Location(53.9, 27.5, line))
    assert shape(Location(0, 0, line)) is first
    assert shape(Location(53.9, 27.5, dict(line))) == first
