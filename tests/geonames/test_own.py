import pytest

from geo.gazetteer.writing import PlaceRow
from geo.geonames import own, places
from tests.geonames import dump

IDS = {"UA": "geonames:690791", "US.TX": "geonames:4736286"}


@pytest.fixture
def owns(tmp_path):
    return own.read(dump.tables(tmp_path / "tables"), IDS).owns


def rows():
    return {row[1]: row for row in places.read(dump.PLACES.encode())[0]}


def test_codes_of_countries_and_divisions_lead_to_ids(owns):
    assert owns["geonames:690791"].names == [("Ukrainian", "demonym"), ("Ukrainians", "demonym")]
    assert owns["geonames:4736286"].names == [("Tex.", "abbreviation")]


def test_rows_that_name_what_the_dump_lacks_are_left_out_and_counted(tmp_path):
    folder = dump.tables(tmp_path / "tables")
    (folder / "regions.csv").write_text("region,members,source,precision\nx:west,US.TX|US.CA,own,\n", encoding="utf-8")
    views = "place,view,country_code,source,precision\nUA,de-facto,,own,\nUA.11,de-facto,RU,own,\nx:1,de-facto,,own,\n"
    (folder / "views.csv").write_text(views, encoding="utf-8")
    found = own.read(folder, {"US.TX": "geonames:4736286", "UA": "geonames:690791"})
    assert found.owns["x:west"].first("members") == ("geonames:4736286",)
    assert [code for _, code, _ in found.views] == ["UA", "x:1"]
    assert found.left_out == 2
    alone = own.read(folder, {})
    assert "geonames:627907" in alone.owns and not any(own.ABSENT in place_id for place_id in alone.owns)
    assert alone.owns["x:west"].first("members") == () and alone.left_out == 5


def test_our_name_and_radius_win_over_the_dump_and_its_point_stays(owns):
    gomel = PlaceRow(
        "geonames:627907", "Homyel'", 52.4, 31.0, "BY", "P.PPLA", 480951, "BY.02", None, None, "geonames", 5.7
    )
    over = owns["geonames:627907"].over(gomel)
    assert (over.name, over.lat, over.population, over.source) == ("Gomel", 52.4, 480951, "geonames")


def test_a_place_that_only_we_have_has_a_row_and_one_without_a_point_has_none(owns):
    zone = owns["dateline:chernobyl-exclusion-zone"].row()
    assert (zone.name, zone.radius_km, zone.source) == ("Chernobyl exclusion zone", 30, "dateline")
    assert owns["geonames:690791"].row() is None


def test_the_black_sea_of_the_dump_is_ours(owns):
    assert own.Twins(owns.values()).find(rows()["Black Sea"]) == "dateline:black-sea"


def test_a_brook_called_black_sea_is_not_ours(owns):
    brook = (1, "Black Sea", 43.0, 34.0, None, "H.STM", None, None, None, 1.0, None, 0)
    assert own.Twins(owns.values()).find(brook) is None


@pytest.mark.parametrize(("names", "twin"), [(2, None), (40, "dateline:black-sea")])
def test_far_from_our_point_it_takes_many_names_to_be_the_same(owns, names, twin):
    sea = (1, "Black Sea", 43.0, 37.0, None, "H.SEA", None, None, None, 1.0, None, names)
    assert own.Twins(owns.values()).find(sea) == twin


def test_beyond_our_radius_nothing_is_the_same(owns):
    sea = (1, "Black Sea", -43.0, 34.0, None, "H.SEA", None, None, None, 1.0, None, 400)
    assert own.Twins(owns.values()).find(sea) is None


def test_a_division_by_its_short_name_comes_after_the_town():
    town, division = (next(own.name_rows(1, feature, [("Gomel", "english")])) for feature in ("P.PPLA", "A.ADM1"))
    assert division.penalty > town.penalty
