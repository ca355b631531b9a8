"""The reader on rows of its own, and the shipped tables themselves."""

import csv

import pytest

from geo import files
from geo.errors import DataError
from geo.sources.tables import read, split_names

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
