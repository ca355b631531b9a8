"""Points, lines and areas as people type, paste and draw them."""

import json

import pytest

from geo.errors import InputError
from geo.project import Draw, Pin
from geo.ui import given
from tests.stories import PAYLOADS, box


@pytest.mark.parametrize(
    "text",
    ["50.45, 30.52", " 50.45 30.52 ", "50.45;30.52", "(50.45, 30.52)", "50.45°, 30.52°", "50.4500° N, 30.5200° E"],
)
def test_coordinates_are_read_with_latitude_first(text):
    assert given.pin(text, "Kyiv") == Pin(50.45, 30.52, "Kyiv")


def test_south_and_west_are_below_zero():
    assert given.pin("−33.87, -151.21", "x") == Pin(-33.87, -151.21, "x")
    found = given.pin("33°52′08″S 151°12′33″E", "Sydney")
    assert (round(found.lat, 3), round(found.lon, 3)) == (-33.869, 151.209)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("50.45, 30.52", ""),
        ("(33°52′08″S 151°12′33″E)", ""),
        ("the well at 33°52′08″S 151°12′33″E, north of it", "the well at … north of it"),
    ],
)
def test_what_else_stands_beside_coordinates_is_told(text, rest):
    assert given.unread(text) == rest


@pytest.mark.parametrize("text", ["Kyiv", "50.45", "1, 2, 3", "50.45, x", "12345, 1", *PAYLOADS])
def test_what_is_no_pair_of_numbers_is_refused(text):
    with pytest.raises(InputError, match="no coordinates"):
        given.pin(text, "x")


AREA = box(30, 50, 31, 51)


@pytest.mark.parametrize(
    "told",
    [
        AREA,
        {"type": "Feature", "properties": {"name": "<img>"}, "geometry": AREA},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": AREA}]},
    ],
)
def test_a_geometry_a_feature_and_a_collection_of_one_are_the_same_area(told):
    assert given.geojson(json.dumps(told), "Zone") == Draw(AREA, "Zone")


def test_a_point_of_geojson_is_a_pin_with_longitude_first():
    assert given.geojson('{"type": "Point", "coordinates": [30.52, 50.45, 120]}', "Kyiv") == Pin(50.45, 30.52, "Kyiv")


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "1", '"x"', '{"type": "Feature"}', '{"type": "Feature", "geometry": 3}',
        '{"type": "FeatureCollection", "features": []}', '{"type": "FeatureCollection", "features": 1}',
        '{"type": "FeatureCollection", "features": [1, 2]}', '{"type": "FeatureCollection", "features": [1]}',
        '{"type": "Point"}', '{"type": "Point", "coordinates": [1]}', '{"type": "Point", "coordinates": ["1", "2"]}',
        '{"type": "Point", "coordinates": [true, 1]}', "[" * 100_000, "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_geojson_is_refused(text):
    with pytest.raises(InputError):
        given.geojson(text, "x")
