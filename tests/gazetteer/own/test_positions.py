import pytest
import shapely

from geo.errors import BadRecord
from geo.gazetteer.own.positions import box_of, outline, point_of, position

SQUARE = "POLYGON ((10 50, 12 50, 12 52, 10 52, 10 50))"


@pytest.mark.parametrize(
    ("lat", "lon", "at"),
    [
        ("52.43", "30.97", (52.43, 30.97)),
        ("52,43", " 30,97 ", (52.43, 30.97)),
        ("\u221233.9", "-151", (-33.9, -151)),
        ("1e1", "+5", (10, 5)),
        ("-90", "180", (-90, 180)),
        ("", "", None),
    ],
)
def test_decimal_degrees_are_read_with_points_and_commas(lat, lon, at):
    assert position({"lat": lat, "lon": lon}) == at


@pytest.mark.parametrize(
    ("lat", "lon", "reason"),
    [
        ("120.5", "45", "latitude 120.5 is beyond 90 degrees; are latitude and longitude swapped\\?"),
        ("120.5", "145", "latitude 120.5 is beyond 90 degrees$"),
        ("5", "200", "longitude 200 is beyond 180 degrees"),
        ("52°26′N", "5", "lat is not a number \\(“52°26′N”\\); decimal degrees are wanted"),
        ("nan", "5", "lat is not a number"),
        ("inf", "5", "lat is not a number"),
        ("5", "", "has no lon"),
        ("0", "0.0", "lat and lon are both 0"),
        ("=1+1", "5", "lat is not a number"),
        ("9" * 500, "5", "lat is not a number"),
    ],
)
def test_what_is_no_place_on_earth_is_refused_with_a_reason(lat, lon, reason):
    with pytest.raises(BadRecord, match=reason):
        position({"lat": lat, "lon": lon})


def test_an_area_has_an_inner_point_and_a_box():
    shape = outline({"wkt": SQUARE}, None)
    assert point_of(shape) == (51, 11) and box_of(shape) == (10, 50, 12, 52)


def test_the_point_of_a_line_lies_on_it():
    assert point_of(outline({"wkt": "LINESTRING (10 50, 11 51, 12 50)"}, None)) == (51, 11)


def test_the_point_of_an_area_lies_inside_where_its_middle_does_not():
    horseshoe = outline({"wkt": "POLYGON ((0 0, 9 0, 9 9, 8 9, 8 1, 1 1, 1 9, 0 9, 0 0))"}, None)
    lat, lon = point_of(horseshoe)
    assert horseshoe.covers(shapely.Point(lon, lat))


def test_of_a_collection_the_areas_count():
    shape = outline({"wkt": f"GEOMETRYCOLLECTION (POINT (1 1), GEOMETRYCOLLECTION ({SQUARE}))"}, None)
    assert shape.geom_type == "Polygon"


def test_heights_are_left_out_and_crossed_edges_made_good():
    shape = outline({"wkt": "POLYGON Z ((0 0 1, 2 2 1, 2 0 1, 0 2 1, 0 0 1))"}, None)
    assert shape.is_valid and not shape.has_z


@pytest.mark.parametrize(
    ("wkt", "reason"),
    [
        ("POLYGON ((50 120, 52 120, 52 122, 50 120))", "are latitude and longitude swapped"),
        ("POINT (500 5)", "longitude 500 is beyond"),
        ("hello", "no well-known text \\(“hello”\\)"),
        ("SRID=3857;POINT (1 1)", "EPSG:3857"),
        ("POINT (1 nan)", "no number"),
    ],
)
def test_geometries_off_the_earth_are_refused(wkt, reason):
    with pytest.raises(BadRecord, match=reason):
        outline({"wkt": wkt}, None)


@pytest.mark.parametrize("wkt", ["", "POINT EMPTY", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"])
def test_an_empty_geometry_is_none(wkt):
    assert outline({"wkt": wkt}, None) is None


def test_what_is_cut_at_the_antimeridian_has_no_box_of_the_whole_world():
    assert box_of(shapely.box(-180, 0, 180, 5)) is None and box_of(shapely.Point(1, 1)) is None
