"""A country or division is where its outline is."""

import json

import pytest

from geo.location import Shapes, lonlat
from geo.location.areas import locate_area
from geo.location.outlines import MOST_VERTICES
from geo.types import Place
from tests.location.atlas import PLACES, country

EVERY = 15
"""Of the 4,500 divisions one in so many is looked at; all of them take ten seconds."""


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def vertices(geometry: dict) -> list:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [point for polygon in polygons for ring in polygon for point in ring]


@pytest.mark.parametrize("name", ["Ukraine", "United States", "Russia", "Chile", "Gomel Region", "Texas", "Scotland"])
def test_the_outline_is_small_valid_and_holds_the_gazetteers_point(name, shapes):
    place = PLACES[name]
    location = locate_area(place, shapes)
    outline = lonlat.from_geojson(location.geometry)
    assert outline.is_valid
    assert len(vertices(location.geometry)) <= MOST_VERTICES
    assert (location.lat, location.lon) == (place.lat, place.lon)
    assert outline.contains(lonlat.point(lat=location.lat, lon=location.lon))


def test_coordinates_are_plain_longitude_latitude_pairs_of_five_decimals(shapes):
    geometry = locate_area(PLACES["Gomel Region"], shapes).geometry
    assert geometry == json.loads(json.dumps(geometry))
    for lon, lat in vertices(geometry):
        assert 27 < lon < 32 and 51 < lat < 54
        assert (round(lon, 5), round(lat, 5)) == (lon, lat)


def test_every_country_and_many_divisions_have_their_point_inside(shapes):
    countries = sum(record["level"] == 0 for record in shapes.records)
    for record in [*shapes.records[:countries], *shapes.records[countries::EVERY]]:
        key = record["keys"][0]
        place = country(key) if len(key) == 2 else Place(key, "", 0.0, 0.0)
        location = locate_area(place, shapes)
        outline = lonlat.from_geojson(location.geometry)
        assert outline.is_valid and outline.contains(lonlat.point(lat=location.lat, lon=location.lon)), key
        assert len(vertices(location.geometry)) <= 2 * MOST_VERTICES, key


def test_the_point_of_an_archipelago_moves_to_the_nearest_island(shapes):
    cabo_verde = Place("geonames:3374766", "Cabo Verde", 16.0, -24.0, "CV", "A.PCLI")
    location = locate_area(cabo_verde, shapes)
    assert abs(location.lat - 16.0) < 0.8 and abs(location.lon + 24.0) < 0.8


def test_a_town_has_no_area(shapes):
    assert locate_area(PLACES["Gomel"], shapes) is None


def test_the_same_place_is_drawn_once(shapes):
    assert locate_area(PLACES["Ukraine"], shapes) is locate_area(PLACES["Ukraine"], shapes)
