"""The one converter between latitude-longitude and the order of GeoJSON."""

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


def test_a_shift_moves_along_the_parallel():
    moved = lonlat.shifted(shapely.Point(10, 50), east=-20)
    assert lonlat.latlon(moved) == (50, -10)
