"""A country or division is where its outline is."""

import json

import numpy as np
import pytest
import shapely

from geo.location import Shapes, lonlat, outlines
from geo.location.areas import locate_area
from geo.location.outlines import PARTLY, WHOLE
from geo.types import Place
from tests.location.atlas import PLACES, SmallGazetteer, country

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
    location = locate_area(place, shapes, SmallGazetteer())
    outline = lonlat.from_geojson(location.geometry)
    assert outline.is_valid
    assert len(vertices(location.geometry)) <= WHOLE.most
    assert (location.lat, location.lon) == (place.lat, place.lon)
    assert outline.contains(lonlat.point(lat=location.lat, lon=location.lon))


def test_coordinates_are_plain_longitude_latitude_pairs_of_five_decimals(shapes):
    geometry = locate_area(PLACES["Gomel Region"], shapes, SmallGazetteer()).geometry
    assert geometry == json.loads(json.dumps(geometry))
    for lon, lat in vertices(geometry):
        assert 27 < lon < 32 and 51 < lat < 54
        assert (round(lon, 5), round(lat, 5)) == (lon, lat)


def test_every_country_and_many_divisions_have_their_point_inside(shapes):
    countries = sum(record["level"] == 0 for record in shapes.records)
    for record in [*shapes.records[:countries], *shapes.records[countries::EVERY]]:
        key = record["keys"][0]
        place = country(key) if len(key) == 2 else Place(key, "", 0.0, 0.0)
        location = locate_area(place, shapes, SmallGazetteer())
        outline = lonlat.from_geojson(location.geometry)
        assert outline.is_valid and outline.contains(lonlat.point(lat=location.lat, lon=location.lon)), key
        assert len(vertices(location.geometry)) <= WHOLE.most, key


def test_the_point_of_an_archipelago_moves_to_the_nearest_island(shapes):
    cabo_verde = Place("geonames:3374766", "Cabo Verde", 16.0, -24.0, "CV", "A.PCLI")
    location = locate_area(cabo_verde, shapes, SmallGazetteer())
    assert abs(location.lat - 16.0) < 0.8 and abs(location.lon + 24.0) < 0.8


def test_a_town_has_no_area(shapes):
    assert locate_area(PLACES["Gomel"], shapes, SmallGazetteer()) is None


def test_the_same_place_is_drawn_once(shapes):
    assert locate_area(PLACES["Ukraine"], shapes, SmallGazetteer()) is locate_area(
        PLACES["Ukraine"], shapes, SmallGazetteer()
    )


class Regions(SmallGazetteer):
    """Knows what some regions consist of, and keeps a river and a zone."""

    MEMBERS = {"dateline:benelux": "BE NL LU", "dateline:eurasia": "RU CN TW KZ MN UA FR DE PL", "dateline:lost": "BE"}
    MEMBERS["dateline:west"] = "IE GB IS IT FR DE NL BE SE DK NO RU"
    KEPT = {
        "dateline:river": {"type": "LineString", "coordinates": [[30.0, 50.0], [31.0, 51.0], [31.0, 52.0]]},
        "dateline:zone": {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]]},
    }

    def members(self, place_id):
        unknown = (Place("dateline:nowhere", "Nowhere", 0.0, 0.0),) if place_id == "dateline:lost" else ()
        return tuple(country(code) for code in self.MEMBERS.get(place_id, "").split()) + unknown

    def outline(self, place_id):
        return self.KEPT.get(place_id)


def region(name: str, lat: float, lon: float, **more) -> Place:
    return Place(f"dateline:{name}", name, lat, lon, **{"feature": "L.RGN", **more})


def test_a_region_is_its_members_without_the_lines_between_them(shapes):
    location = locate_area(region("benelux", 51.0, 5.0), shapes, Regions())
    outline = lonlat.from_geojson(location.geometry)
    wanted = sum(shapes.area(country(code)).area for code in ("BE", "NL", "LU"))
    assert outline.area == pytest.approx(wanted, rel=0.03)
    assert outline.contains(lonlat.point(lat=51.5, lon=4.9))  # on the line between Belgium and the Netherlands
    assert (location.lat, location.lon, location.radius_km) == (51.0, 5.0, None)


def test_a_huge_region_stays_small_to_carry(shapes):
    location = locate_area(region("eurasia", 50.0, 60.0), shapes, Regions())
    assert len(vertices(location.geometry)) <= PARTLY.most
    assert lonlat.from_geojson(location.geometry).is_valid


ISLANDS = {
    "Sicily": (37.5, 14.1), "Sardinia": (40.1, 9.0), "Corsica": (42.1, 9.1), "Iceland": (64.9, -18.6),
    "Ireland": (53.2, -7.8), "Gotland": (57.5, 18.5), "Zealand": (55.5, 11.8), "Lewis and Harris": (58.2, -6.6),
}  # fmt: skip
"""Islands of 2,000 km² and more, and a point inland of each."""


def part_with(outline: shapely.Geometry, lat: float, lon: float) -> shapely.Geometry:
    return next(part for part in outline.geoms if part.contains(lonlat.point(lat=lat, lon=lon)))


@pytest.mark.parametrize("name", ISLANDS)
def test_a_region_across_half_the_globe_keeps_its_islands_with_more_than_a_few_corners(name, shapes):
    outline = lonlat.from_geojson(locate_area(region("west", 50.0, 9.0), shapes, Regions()).geometry)
    assert shapely.get_num_coordinates(part_with(outline, *ISLANDS[name])) > 12


@pytest.mark.parametrize("code", ["CA", "GR", "ID", "NO", "CL", "PH"])
def test_but_for_the_ends_of_fjords_an_indented_coast_stays_within_two_pixels_of_a_map_that_it_fills(code, shapes):
    drawn = lonlat.from_geojson(locate_area(country(code), shapes, SmallGazetteer()).geometry)
    mainland = max(shapes.area(country(code)).geoms, key=lambda part: part.area)
    on_map = shapely.points(shapely.get_coordinates(mainland)[::7])
    pixel = outlines.extent(drawn) / 1_400
    assert np.quantile(shapely.distance(on_map, drawn.boundary), 0.99) < 2 * pixel


@pytest.mark.parametrize("name", ["lost", "unknown"])
def test_a_region_of_which_too_little_is_known_has_no_area(name, shapes):
    assert locate_area(region(name, 51.0, 5.0), shapes, Regions()) is None


def test_a_river_is_its_line_with_the_point_of_it_nearest_to_the_gazetteers_own(shapes):
    river = region("river", 51.4, 31.5, feature="H.STM", geometry="places:dateline:river")
    location = locate_area(river, shapes, Regions())
    assert location.geometry["type"] == "LineString"
    assert (location.lat, location.lon) == (51.0, 31.0)


def test_a_zone_with_a_geometry_is_drawn_as_that_and_keeps_its_stated_reach(shapes):
    zone = region("zone", 50.2, 30.2, feature="L.ZNX", radius_km=30.0, geometry="places:dateline:zone")
    location = locate_area(zone, shapes, Regions())
    assert location.geometry["type"] == "Polygon" and location.radius_km == 30.0


def test_a_geometry_that_the_gazetteer_lost_leaves_the_place_without_one(shapes):
    gone = region("gone", 50.2, 30.2, geometry="places:dateline:gone")
    assert locate_area(gone, shapes, Regions()) is None
