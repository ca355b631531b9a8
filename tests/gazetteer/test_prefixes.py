"""The search box: prefixes prepared at build time give what sorting at once would give."""

import sqlite3
from dataclasses import replace

import pytest

from geo.gazetteer import Gazetteer, prefixes, schema
from geo.gazetteer.writing import Draft, NameRow, PlaceRow
from geo.sources.write import write
from geo.types import Match, Place
from tests.sources.places import BELARUS, GOMEL, GOMEL_REGION, entries_of


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("gazetteer") / "places.sqlite"
    write(path, entries_of(), {"sources": []})
    return path


def found(gazetteer, prefix, **options):
    return [match.place.id for match in gazetteer.search(prefix, **options)]


def test_the_best_known_place_comes_first_and_each_once(path):
    assert found(Gazetteer(path), "gom") == [GOMEL_REGION, GOMEL]  # three times the people


def test_a_place_is_shown_under_the_name_that_begins_so(path):
    assert [match.name for match in Gazetteer(path).search("hom")][0] == "Homyel'"


def test_a_whole_name_comes_before_a_longer_one(path):
    assert Gazetteer(path).search("paris")[0].place.country_code == "FR"


def test_after_a_space_another_word_is_to_come_or_the_name_is_whole(path):
    assert found(Gazetteer(path), "Gomel ") == [GOMEL_REGION, GOMEL]
    assert found(Gazetteer(path), "gom ") == []


def test_the_best_of_some_matches_come_each_once_and_whole_names_gain():
    place = Place("1", "St", 0, 0, importance=5.0)
    matches = [
        Match(replace(place, id="2", importance=5.5), "Saint Louis", "official"),
        Match(place, "Saint", "official"),
        Match(place, "Saint X", "official"),
        Match(replace(place, id="3", importance=7.0), "Saint Y", "alternate"),
    ]
    assert [match.name for match in prefixes.best("saint ", matches, 5)] == ["Saint", "Saint Louis", "Saint Y"]
    assert len(prefixes.best("saint ", matches, 2)) == 2


@pytest.mark.parametrize("prefix", ["", " ", "'", "\ud800", "zzz", "%", "_", "a" * 1000])
def test_what_begins_no_name_finds_nothing(path, prefix):
    assert Gazetteer(path).search(prefix) == ()


def test_no_more_places_are_given_than_asked_for(path):
    assert found(Gazetteer(path), "b", limit=1) == [BELARUS]


def test_prepared_prefixes_answer_like_those_sorted_when_asked(path, monkeypatch):
    live = [found(Gazetteer(path), prefix) for prefix in ("g", "p", "be")]
    monkeypatch.setattr(prefixes, "LIVE", 0)
    connection = sqlite3.connect(path)
    prepared = dict(prefixes.prepare(connection))
    connection.close()
    ids = [[_id(path, number) for number in schema.unpack_numbers(prepared[prefix])] for prefix in ("g", "p", "be")]
    assert ids == live


def _id(path, number):
    connection = sqlite3.connect(path)
    slug = connection.execute("SELECT slug FROM places WHERE id = ?", (number,)).fetchone()[0]
    connection.close()
    return slug or f"geonames:{number}"


def test_a_name_that_thousands_of_places_share_is_prepared_once(tmp_path, monkeypatch):
    """As "San Antonio" is in the full dump: the key is shorter than the longest prefix and has more names than `LIVE`."""
    monkeypatch.setattr(prefixes, "LIVE", 3)
    path = tmp_path / "places.sqlite"
    draft = Draft(path)
    for number in range(1, 1200):
        draft.add_places(
            [PlaceRow(f"geonames:{number}", "Ayr", 1, 1, None, None, None, None, None, None, "own", number / 100)]
        )
        draft.add_names([NameRow(number, "Ayr", "official", 0.0), NameRow(number, "Ayrton", "alternate", 1.0)])
    draft.finish({})
    connection = sqlite3.connect(path)
    prepared = dict(connection.execute("SELECT prefix, places FROM prefixes").fetchall())
    connection.close()
    best = list(range(1199, 1199 - prefixes.BEST, -1))
    assert list(prepared) == ["a", "ay", "ayr", "ayrt", "ayrto", "ayrton"]
    assert all(list(schema.unpack_numbers(packed)) == best for packed in prepared.values())
