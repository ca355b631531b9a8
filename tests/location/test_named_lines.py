"""Lines that have a name are the arcs between the two sides of the table."""

import pytest
from shapely.geometry import shape

from geo.gazetteer import Gazetteer
from geo.location import Shapes, lines
from geo.location.named_lines import locate_line, table
from geo.types import Place


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


@pytest.mark.parametrize("id", sorted(table()))
def test_every_line_of_the_table_is_in_the_gazetteer_and_is_drawn(id, shapes):
    place = Gazetteer().get(id)
    location = locate_line(place, shapes)
    line = shape(location.geometry)
    assert line.geom_type in ("LineString", "MultiLineString") and line.is_valid
    assert line.distance(shape({"type": "Point", "coordinates": [location.lon, location.lat]})) < 1e-9


@pytest.mark.parametrize(
    ("id", "least_km", "most_km", "beside"),
    [
        ("line-of-control", 600, 800, (34.08, 74.03)),  # Uri
        ("durand-line", 2100, 2700, (34.1, 71.09)),  # Torkham
        ("mcmahon-line", 850, 1200, (27.6, 91.87)),  # Tawang
        ("blue-line-lebanon", 85, 130, (33.28, 35.57)),  # Metula
    ],
)
def test_a_line_is_about_as_long_as_it_is(id, least_km, most_km, beside, shapes):
    line = shape(locate_line(Place(f"dateline:{id}", id, 0.0, 0.0), shapes).geometry)
    assert least_km < lines.length_km(line) < most_km
    assert lines.distance_km(line, lat=beside[0], lon=beside[1]) < 20


def test_a_view_of_disputed_land_moves_no_such_line(shapes):
    for id in table():
        place = Place(id, id, 0.0, 0.0)
        assert locate_line(place, shapes).geometry == locate_line(place, Shapes(view="de-facto")).geometry


def test_another_place_is_no_line(shapes):
    assert locate_line(Place("geonames:1", "Elsewhere", 0.0, 0.0), shapes) is None
