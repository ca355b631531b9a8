"""What the gazetteer that ships must know. Names from knowledge of the world, one or more of every kind."""

import hashlib

import pytest
import shapely
import shapely.geometry

from geo import files
from geo.gazetteer import Gazetteer, key
from geo.sources.checks import ISO_COUNTRIES, MUST_KNOW, UNINHABITED
from geo.sources.pins import PINS

ISO_CODES = """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM
KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ
SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU
WF WS YE YT ZA ZM ZW""".split()

FIRST = {
    "Paris": "FR",
    "London": "GB",
    "Washington": "US",
    "Georgia": "GE",
    "Congo": "CD",
    "America": "US",
    "Britain": "GB",
    "Holland": "NL",
    "Burma": "MM",
    "DRC": "CD",
    "USSR": "RU",
    "UAE": "AE",
    "Scotland": "GB",
    "Northern Ireland": "GB",
    "Ivory Coast": "CI",
    "Palestinian": "PS",
    "Texans": "US",
    "Ont.": "CA",
    "N.S.W.": "AU",
    "Vitebsk Region": "BY",
    "Kursk Oblast": "RU",
    "Aleppo Governorate": "SY",
    "Kano State": "NG",
    "Sinai": "EG",
    "Darfur": "SD",
    "Zaporizhzhia Nuclear Power Plant": "UA",
    "Heathrow": "GB",
    "Guantanamo Bay": "CU",
    "Downing Street": "GB",
    "Manhattan": "US",
    "Abkhazia": "GE",
}
"""A name and the country of the place that comes first under it."""

NO_COUNTRY = [
    "Black Sea",
    "Strait of Hormuz",
    "Middle East",
    "Balkans",
    "Sahel",
    "Latin America",
    "Kurdistan",
    "Himalayas",
    "EU",
]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.mark.parametrize(("name", "place_id"), MUST_KNOW.items())
def test_a_name_that_it_must_know_reaches_its_place(gazetteer, name, place_id):
    assert place_id in [match.place.id for match in gazetteer.look_up(name)]


@pytest.mark.parametrize(("name", "country"), FIRST.items())
def test_the_best_known_bearer_of_a_name_comes_first(gazetteer, name, country):
    assert gazetteer.look_up(name)[0].place.country_code == country


@pytest.mark.parametrize("name", NO_COUNTRY)
def test_seas_and_world_regions_come_first_and_lie_in_no_country(gazetteer, name):
    assert gazetteer.look_up(name)[0].place.country_code is None


def test_every_country_is_there_with_name_point_population_and_demonym_or_name(gazetteer):
    assert len(ISO_CODES) == ISO_COUNTRIES
    for code in [*ISO_CODES, "XK"]:
        country = gazetteer.country(code)
        assert country is not None and country.country_code == code, code
        assert country.feature in ("A.PCLI", "A.PCLD"), code
        assert country.population or code in UNINHABITED, code
        assert country.id in {match.place.id for match in gazetteer.look_up(country.name)}, code


def test_geonames_own_points_are_used_for_countries(gazetteer):
    america = gazetteer.country("US")
    assert (america.lat, america.lon) == (39.76, -98.5)


def test_the_exclusion_zone_is_an_area_around_the_plant(gazetteer):
    zone = gazetteer.look_up("Chernobyl exclusion zone")[0].place
    assert (zone.feature, zone.geometry) == ("L.ZNX", "places:dateline:chernobyl-exclusion-zone")
    area = shapely.geometry.shape(gazetteer.outline(zone.id))
    assert shapely.intersects_xy(area, 30.099, 51.389) and not shapely.intersects_xy(area, 30.52, 50.45)


def test_gomel_and_its_region_are_told_apart(gazetteer):
    assert [match.place.feature for match in gazetteer.look_up("Gomel")] == ["P.PPLA", "A.ADM1"]
    assert [match.place.feature for match in gazetteer.look_up("Gomel Region")] == ["A.ADM1"]


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Гомель", "geonames:627907"),
        ("Київ", "geonames:703448"),
        ("北京", "geonames:1816670"),
        ("القاهرة", "geonames:360630"),
        ("Αθήνα", "geonames:264371"),
        ("서울", "geonames:1835848"),
        ("अयोध्या", "geonames:1278094"),
    ],
)
def test_a_name_in_its_own_script_reaches_the_place(gazetteer, name, place_id):
    assert place_id in [match.place.id for match in gazetteer.look_up(name)]


def test_a_place_has_parents_box_and_geometry(gazetteer):
    gomel, region = gazetteer.get("geonames:627907"), gazetteer.get("geonames:628281")
    assert (gomel.adm1_code, gomel.adm1_name, gomel.country_code) == ("BY.02", "Gomel Region", "BY")
    assert region.geometry == "shapes:geonames:628281"
    west, south, east, north = region.bbox
    assert west < gomel.lon < east and south < gomel.lat < north
    assert gazetteer.division("BY.02") == region


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [
        ("Sahel", {"ML", "NE", "TD"}, {"ZA"}),
        ("Western Europe", {"FR", "BE"}, {"RU"}),
        ("Horn of Africa", {"SO", "ET"}, {"NG"}),
    ],
)
def test_a_world_region_consists_of_its_members(gazetteer, region, inside, outside):
    place = gazetteer.look_up(region)[0].place
    members = {member.country_code for member in gazetteer.members(place.id)}
    assert inside <= members and not outside & members
    assert place.bbox is not None


def test_the_best_known_place_comes_first_in_a_search(gazetteer):
    assert "Paris" in [match.name for match in gazetteer.search("par", limit=3)]
    assert gazetteer.search("lond")[0].place.id == "geonames:2643743"


def test_crimea_is_ukraine_s_or_administered_by_russia(gazetteer):
    de_facto = Gazetteer(view="de-facto")
    simferopol = gazetteer.look_up("Simferopol")[0].place
    assert (simferopol.country_code, de_facto.get(simferopol.id).country_code) == ("UA", "RU")


def test_about_names_every_source_and_the_hash_of_the_file(gazetteer):
    about = gazetteer.about()
    assert about["sha256"] == hashlib.sha256(files.PLACES.read_bytes()).hexdigest()
    assert {pin.name: pin.sha256 for pin in PINS}.items() <= {s["name"]: s["sha256"] for s in about["sources"]}.items()
    assert about["places"] > 300_000 and about["names"] > 600_000


def test_the_file_keeps_to_its_size():
    assert files.PLACES.stat().st_size + files.SHAPES.stat().st_size <= 60_000_000


@pytest.mark.parametrize(
    ("misspelt", "place_id"),
    [("Philadephia", "geonames:4560349"), ("Lndon", "geonames:2643743"), ("Brelin", "geonames:2950159")],
)
def test_a_misspelt_name_means_the_best_known_place_first(gazetteer, misspelt, place_id):
    assert gazetteer.look_up(misspelt, fuzzy=True)[0].place.id == place_id


@pytest.mark.parametrize(("prefix", "begins"), [("St ", "saint "), ("Mt ", "mount "), ("New ", "new ")])
def test_a_search_box_understands_abbreviations_while_they_are_typed(gazetteer, prefix, begins):
    found = gazetteer.search(prefix)
    assert len(found) == 10 and all(key(match.name).startswith(begins) for match in found)


def test_who_types_a_space_after_paris_may_want_no_more_than_paris(gazetteer):
    assert gazetteer.search("Paris ")[0].place.id == "geonames:2988507"
