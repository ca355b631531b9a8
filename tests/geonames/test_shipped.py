from geo.gazetteer.writing import PlaceRow
from geo.geonames import shipped
from tests.geonames import dump


def row(place_id):
    return PlaceRow(place_id, "", 0, 0, None, None, None, None, None, None, "geonames", 0.0)


def test_countries_come_by_code():
    assert {code: place.name for code, place in shipped.countries(dump.Shipped()).items()} == {
        "BY": "Belarus",
        "FR": "France",
        "UA": "Ukraine",
        "US": "United States",
    }


def test_box_and_geometry_are_taken_over_where_they_are_known():
    known = shipped.with_extent(row("geonames:630336"), dump.Shipped())
    assert (known.bbox, known.geometry) == ((23.2, 51.3, 32.8, 56.2), "shapes:BY")
    assert shipped.with_extent(row("geonames:1"), dump.Shipped()) == row("geonames:1")


def test_a_geometry_is_copied_only_where_the_gazetteer_keeps_it():
    zone = shipped.with_extent(row(dump.ZONE.id), dump.Shipped())
    belarus = shipped.with_extent(row("geonames:630336"), dump.Shipped())
    assert list(shipped.outlines(zone, -1, dump.Shipped())) == [(-1, '{"type":"Point","coordinates":[30.1,51.4]}')]
    assert list(shipped.outlines(belarus, 630336, dump.Shipped())) == []
