"""The one converter between latitude-longitude and the order of GeoJSON."""

import json

import pytest
import shapely

from geo.location import lonlat


def test_geojson_has_longitude_first_rounded_in_lists():
    assert lonlat.geojson(lonlat.point(lat=52.4345678, lon=30.9754)) == {
        "type": "Point",
        "coordinates": [30.9754, 52.43457],
    }


def test_there_and_back_keeps_the_shape():
    box = lonlat.box(south=1, west=2, north=3, east=4)
    assert lonlat.from_geojson(lonlat.geojson(box)).equals(box)
    assert lonlat.latlon(lonlat.point(lat=1, lon=2)) == (1, 2)


@pytest.mark.parametrize(
    "wkt",
    [
        "POINT EMPTY",
        "LINESTRING (1 2, 3 4)",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))",
        "MULTIPOINT (1 2, 3 4)",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
    ],
)
def test_every_geometry_is_written_as_shapely_writes_it(wkt):
    shape = shapely.from_wkt(wkt)
    assert lonlat.geojson(shape) == json.loads(shapely.to_geojson(shape))


def test_a_shift_moves_along_the_parallel():
    moved = lonlat.shifted(shapely.Point(10, 50), east=-20)
    assert lonlat.latlon(moved) == (50, -10)
