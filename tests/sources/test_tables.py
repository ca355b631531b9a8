"""The reader on rows of its own, and the shipped tables themselves."""

import csv
import json

import pytest
import shapely

from geo import files
from geo.errors import DataError
from geo.sources.tables import read, read_views, split_names

PLACES = "id,name,names,feature,lat,lon,radius_km,country_code,population,source,precision\n"
NAMES = "place,kind,names,source,precision\n"
IDS = {"US": "geonames:6252001", "US.CA": "geonames:5332921"}


def read_table(tmp_path, text):
    (tmp_path / "table.csv").write_text(text, encoding="utf-8")
    return list(read(tmp_path, IDS))


def test_a_row_of_places_becomes_a_place_with_its_names_and_kinds(tmp_path):
    row = 'dateline:sea,Aral Sea,"the Aral|former:Aral Lake",H.SEA,45,60,150,,,own,"to 50 km"\n'
    (sea,) = read_table(tmp_path, PLACES + row)
    assert (sea.id, sea.lat, sea.radius_km, sea.country_code, sea.population) == (
        "dateline:sea",
        45.0,
        150.0,
        None,
        None,
    )
    assert sea.names == (("the Aral", "english"), ("Aral Lake", "former"))


def test_a_row_of_names_finds_its_place_by_code_or_id(tmp_path):
    rows = "US,demonym,American|Americans,own,exact\nUS.CA,abbreviation,Calif.,own,exact\ngeonames:1,official,One,own,exact\n"
    american, calif, one = read_table(tmp_path, NAMES + rows)
    assert (american.id, american.names) == ("geonames:6252001", (("American", "demonym"), ("Americans", "demonym")))
    assert (calif.id, calif.name) == ("geonames:5332921", None)
    assert one.name == "One"


@pytest.mark.parametrize("row", ["XX,demonym,Exian,own,exact", "US,nickname,Uncle Sam,own,exact"])
def test_a_bad_row_is_told_by_file_and_line(tmp_path, row):
    with pytest.raises(DataError, match="table.csv, line 2"):
        read_table(tmp_path, NAMES + row + "\n")


def test_a_bad_number_is_told_by_file_and_line(tmp_path):
    with pytest.raises(DataError, match="table.csv, line 2.*north"):
        read_table(tmp_path, PLACES + "x:y,Y,,H.SEA,north,1,,,,own,\n")


def test_names_without_a_kind_are_english_ones():
    assert split_names("Donbass| |demonym:Kurd") == (("Donbass", "english"), ("Kurd", "demonym"))


MEMBERS = "region,members,source,precision\n"
VIEWS = "place,view,country_code,source,precision\n"
ZONE = {
    "type": "Feature",
    "properties": {"id": "dateline:z", "name": "Z zone", "names": None, "feature": "L.ZND", "country_code": "CY"},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[32.5, 35.0], [34.0, 35.0], [34.0, 35.2], [32.5, 35.2], [32.5, 35.0]]],
    },
}


def test_members_of_a_region_are_given_by_code_or_id(tmp_path):
    (region,) = read_table(tmp_path, MEMBERS + "dateline:west,US|US.CA|geonames:3,own,\n")
    assert region.id == "dateline:west"
    assert region.members == ("geonames:3", "geonames:5332921", "geonames:6252001")


def test_an_unknown_member_is_told_by_file_and_line(tmp_path):
    with pytest.raises(DataError, match="table.csv, line 2.*QQ"):
        read_table(tmp_path, MEMBERS + "dateline:west,US|QQ,own,\n")


def test_views_are_no_places_and_are_read_apart(tmp_path):
    rows = "US.CA,de-facto,US,own,\ndateline:nobody,de-facto,,own,\n"
    assert read_table(tmp_path, VIEWS + rows) == []
    assert read_views(tmp_path, IDS) == [("de-facto", "US.CA", "US"), ("de-facto", "dateline:nobody", None)]


@pytest.mark.parametrize("row", ["US.CA,mine,US,own,", "US.ZZ,de-facto,US,own,"])
def test_a_view_of_a_kind_or_a_place_that_there_is_not_is_told(tmp_path, row):
    (tmp_path / "table.csv").write_text(VIEWS + row + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="no such view or place"):
        read_views(tmp_path, IDS)


def test_a_table_of_an_unknown_layout_is_told(tmp_path):
    with pytest.raises(DataError, match="no layout of ours"):
        read_table(tmp_path, "a,b\n1,2\n")


def test_a_zone_brings_its_outline_its_box_and_a_point_inside(tmp_path):
    (tmp_path / "zones.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [ZONE]}), encoding="utf-8"
    )
    (zone,) = read(tmp_path, IDS)
    area = shapely.from_wkb(zone.outline)
    assert (zone.id, zone.feature, zone.radius_km, zone.bbox) == ("dateline:z", "L.ZND", None, (32.5, 35.0, 34.0, 35.2))
    assert area.contains(shapely.Point(zone.lon, zone.lat))


def test_an_outline_that_crosses_itself_is_told_by_its_number(tmp_path):
    ring = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]
    broken = {**ZONE, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "zones.geojson").write_text(json.dumps({"features": [ZONE, broken]}), encoding="utf-8")
    with pytest.raises(DataError, match="zones.geojson, feature 2.*Self-intersection"):
        list(read(tmp_path, IDS))


TABLES = sorted(files.TABLES.glob("*.csv"))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_row_names_its_source_and_fills_its_columns(path):
    for row in rows_of(path):
        assert row["source"] and None not in row and None not in row.values(), row


def test_places_of_ours_are_on_the_globe_with_a_precision_and_an_id_of_their_own():
    rows = [row for path in TABLES for row in rows_of(path) if "lat" in row and row["id"].startswith("dateline:")]
    assert len({row["id"] for row in rows}) == len(rows) > 1000
    for row in rows:
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["precision"] and row["feature"] and float(row["radius_km"]) > 0, row
