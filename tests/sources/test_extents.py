import dataclasses

import shapely

from geo import files
from geo.sources import extents
from geo.sources.lands import Lands
from geo.sources.merge import Entry

LANDS = Lands(files.SHAPES)


def filled(**fields):
    blank = Entry("dateline:x", "X", 46.0, 11.0, None, "H.STM", None, None, None, None, "dateline")
    entry = dataclasses.replace(blank, **fields)
    extents.fill([entry], LANDS)
    return entry


def test_the_united_states_reach_across_the_antimeridian():
    entry = filled(id="geonames:6252001", lat=39.76, lon=-98.5, country_code="US", feature="A.PCLI")
    west, south, east, north = entry.bbox
    assert entry.geometry == "shapes:US"
    assert west > 170 and -68 < east < -66 and south < 20 and north > 71


def test_a_river_s_point_is_put_on_its_course():
    course = shapely.linestrings([(10.0, 47.0), (12.0, 45.0)])
    river = filled(outline=shapely.to_wkb(course), lat=46.5, lon=11.5, bbox=(10.0, 45.0, 12.0, 47.0))
    assert river.geometry == "places:dateline:x"
    assert course.distance(shapely.Point(river.lon, river.lat)) < 1e-5
    assert river.bbox == (10.0, 45.0, 12.0, 47.0)


def test_a_zone_s_point_stays_where_its_table_puts_it():
    zone = filled(outline=shapely.to_wkb(shapely.box(29, 51, 31, 52)), lat=51.389, lon=30.099, feature="L.ZNX")
    assert (zone.lat, zone.lon) == (51.389, 30.099)


def test_a_region_reaches_as_far_as_its_members():
    blank = Entry("geonames:2963597", "Ireland", 53.0, -8.0, "IE", "A.PCLI", None, None, None, None, "x")
    britain = dataclasses.replace(blank, id="geonames:2635167", country_code="GB", lat=54.7, lon=-2.7)
    isles = dataclasses.replace(blank, id="x:isles", country_code=None, feature="L.RGN", members=(blank.id, britain.id))
    extents.fill([isles, blank, britain], LANDS)
    assert isles.bbox == britain.bbox  # from Rockall to Lowestoft, Ireland between them


def test_a_town_has_neither_box_nor_geometry():
    town = filled(id="geonames:627907", country_code="BY", feature="P.PPLA")
    assert (town.bbox, town.geometry) == (None, None)
