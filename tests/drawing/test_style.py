import pytest

from geo.drawing.outline import Outline
from geo.drawing.style import AREA, COUNTRY, COURSE, LINE, POINT, REGION, WIDE, ZONE, kind
from tests.stories import SHAPES, box


@pytest.mark.parametrize(
    ("key", "feature", "radius_km", "expected"),
    [
        (None, "P.PPL", None, POINT),
        ("gomel-region", "A.ADM1", None, AREA),
        ("belarus", "A.PCLI", None, COUNTRY),
        ("zone", "L.ZNX", 30.0, ZONE),
        ("border", "L.BDRY", None, LINE),
        ("border", "", None, LINE),
        ("border", "H.STM", None, COURSE),
    ],
)
def test_a_place_is_drawn_as_what_it_is(key, feature, radius_km, expected):
    assert kind(Outline(SHAPES[key]) if key else None, feature, radius_km) == expected


def test_several_points_are_a_point():
    assert kind(Outline({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}), "", None) == POINT


@pytest.mark.parametrize(
    ("feature", "width", "expected"),
    [("L.RGN", WIDE + 1, REGION), ("L.RGN", WIDE - 1, AREA), ("A.ADM1", WIDE + 1, AREA), ("A.PCLI", WIDE + 1, COUNTRY)],
)
def test_a_part_of_the_world_is_drawn_more_faintly_than_a_division(feature, width, expected):
    assert kind(Outline(box(0, 50, width, 51)), feature, None) == expected
