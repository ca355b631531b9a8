import math

import pytest

from geo.errors import InputError
from geo.project.drawn import MAX_CORNERS, checked_geometry, point_inside

SQUARE = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]
NAN = float("nan")


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("LineString", [[0, 0], [1, 1]]),
        ("MultiLineString", [[[0, 0], [1, 1]], [[5, 5], [6, 6]]]),
        ("Polygon", SQUARE),
        ("MultiPolygon", [SQUARE]),
    ],
)
def test_lines_and_areas_are_kept_as_plain_lists(kind, coordinates):
    kept = checked_geometry({"type": kind, "coordinates": coordinates, "extra": "<script>"})
    assert kept == {"type": kind, "coordinates": coordinates}


def test_heights_are_dropped():
    drawn = {"type": "LineString", "coordinates": ((0, 0, 9), (1, 1, 9))}
    assert checked_geometry(drawn)["coordinates"] == [[0.0, 0.0], [1.0, 1.0]]


@pytest.mark.parametrize(
    "geometry",
    [
        None, 3, "POLYGON((0 0))", {}, {"type": "Point", "coordinates": [0, 0]}, {"type": "LineString"},
        {"type": ["LineString"], "coordinates": []}, {"type": "LineString", "coordinates": []},
        {"type": "LineString", "coordinates": [[0, 0]]}, {"type": "LineString", "coordinates": [[0, 0], [0, 0]]},
        {"type": "LineString", "coordinates": [["0", "0"], ["1", "1"]]},
        {"type": "LineString", "coordinates": [[True, False], [0, 1]]},
        {"type": "LineString", "coordinates": [[0, 0], [1]]},
        {"type": "LineString", "coordinates": [[0, 0], [181, 0]]},
        {"type": "LineString", "coordinates": [[0, 0], [0, 91]]},
        {"type": "LineString", "coordinates": [[0, 0], [NAN, 1]]},
        {"type": "LineString", "coordinates": [[0, 0], [math.inf, 1]]},
        {"type": "LineString", "coordinates": SQUARE}, {"type": "Polygon", "coordinates": [[0, 0], [1, 1]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[[[[[0, 0]]]]]]]}, {"type": "Polygon", "coordinates": {"0": 1}},
        {"type": "LineString", "coordinates": [[0, 0], [1, 1]] * MAX_CORNERS},
    ],
)  # fmt: skip
def test_what_is_no_valid_line_or_area_is_refused_in_one_line(geometry):
    with pytest.raises(InputError) as refused:
        checked_geometry(geometry)
    assert "\n" not in str(refused.value)


def test_the_point_of_an_area_lies_inside_it_also_where_it_is_bent():
    bent = [[[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3], [0, 0]]]
    lat, lon = point_inside({"type": "Polygon", "coordinates": bent})
    assert lat < 1 or not 1 < lon < 2


def test_the_point_of_a_line_is_its_middle():
    assert point_inside({"type": "LineString", "coordinates": [[0, 0], [4, 2]]}) == (1.0, 2.0)
