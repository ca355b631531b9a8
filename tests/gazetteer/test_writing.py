"""A draft becomes the same file whether it was made in one go or after an interruption."""

import itertools

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.writing import Draft, NameRow, PlaceRow

MINSK = PlaceRow("geonames:625144", "Minsk", 53.9, 27.567, "BY", "P.PPLC", 1_742_124, "BY.04", None, None, "x", 7.7)
CITY = PlaceRow("geonames:625143", "Minsk City", 53.9, 27.56, "BY", "A.ADM1", 1_742_124, "BY.04", None, None, "x", 6.7)
COUNTY = PlaceRow("geonames:9", "Some County", 53.8, 27.5, "BY", "A.ADM2", 9, "BY.04", "BY.04.7", None, "x", 1.0)
VILLAGE = PlaceRow("dateline:village", "Village", -90.0, 180.0, "BY", "P.PPL", 9, "BY.04", "BY.04.7", 2.0, "y", 1.0)
PLACES = (MINSK, CITY, COUNTY, VILLAGE)
NAMES = (
    NameRow(625144, "Minsk", "official", 0.0),
    NameRow(625144, "MINSK", "alternate", 1.0),
    NameRow(625143, "Minsk", "english", 1.5),
    NameRow(625144, "Мінск", "alternate", 1.0),
    NameRow(625144, "a\tb\nc", "alternate", 1.0),
)


def written(path, *, interrupted):
    draft = Draft(path)
    draft.add_places(PLACES[:2])
    draft.add_names(NAMES[:2])
    draft.commit({"line": "2"})
    if interrupted:
        draft.add_names([NameRow(625144, "Lost", "english", 0.0)])  # not committed
        draft.close()
        draft = Draft(path)
    assert draft.progress == {"line": "2"}
    draft.add_places(PLACES[2:])
    draft.add_names([*NAMES[2:], NameRow(draft.number("dateline:village"), "Village", "official", 0.0)])
    return draft.finish({"sources": []})


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("writing") / "places.sqlite"
    written(path, interrupted=False)
    return Gazetteer(path)


def test_an_interrupted_draft_gives_the_same_bytes(tmp_path):
    counts = [written(tmp_path / f"{cut}.sqlite", interrupted=cut) for cut in (False, True)]
    assert counts[0] == counts[1]
    assert (tmp_path / "False.sqlite").read_bytes() == (tmp_path / "True.sqlite").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["False.sqlite", "True.sqlite"]


def test_one_spelling_of_each_name_is_kept_the_better_kind(gazetteer):
    assert list(gazetteer.names("geonames:625144")) == [
        ("Minsk", "official"),
        ("a b c", "alternate"),
        ("Мінск", "alternate"),
    ]


def test_namesakes_are_ranked_by_weight_less_penalty(gazetteer):
    assert [match.place.name for match in gazetteer.look_up("minsk")] == ["Minsk", "Minsk City"]


def test_a_place_knows_both_its_divisions_with_names_and_codes(gazetteer):
    village = gazetteer.get("dateline:village")
    assert (village.adm1_code, village.adm1_name) == ("BY.04", "Minsk City")
    assert (village.adm2_code, village.adm2_name) == ("BY.04.7", "Some County")
    assert gazetteer.division("BY.04").id == "geonames:625143"
    assert gazetteer.division("BY.04.7").name == "Some County"
    assert gazetteer.division("XX") is None


def test_the_ends_of_the_globe_can_be_found_by_point(gazetteer):
    assert gazetteer.near(lat=-90, lon=-180)[0] == (pytest.approx(0.0), gazetteer.get("dateline:village"))


def test_numbers_of_our_own_are_negative_and_stay(tmp_path):
    draft = Draft(tmp_path / "x.sqlite")
    assert [draft.number(place_id) for place_id in ("a", "b", "a", "geonames:7")] == [-1, -2, -1, 7]


def test_each_long_step_is_told(tmp_path):
    told, draft = [], Draft(tmp_path / "x.sqlite")
    draft.add_places(PLACES)
    draft.finish({}, told.append)
    assert len(told) > 5 and not any(a == b == "" for a, b in itertools.pairwise(told))


def test_an_empty_draft_is_an_empty_gazetteer(tmp_path):
    Draft(tmp_path / "x.sqlite").finish({"sources": []})
    assert Gazetteer(tmp_path / "x.sqlite").look_up("Minsk") == ()


def test_of_two_places_with_a_countrys_feature_the_better_known_is_the_country(tmp_path):
    belarus = PlaceRow("geonames:630336", "Belarus", 53, 28, "BY", "A.PCLI", 9, None, None, None, "x", 10.0)
    former = belarus._replace(id="geonames:1", name="Belarusian Democratic Republic", weight=2.0)
    draft = Draft(tmp_path / "a.sqlite")
    draft.add_places([former, belarus])
    draft.finish({})
    assert Gazetteer(tmp_path / "a.sqlite").country("BY").name == "Belarus"


def test_a_place_that_is_added_again_is_replaced_and_a_draft_tells_what_it_knows(tmp_path):
    draft = Draft(tmp_path / "a.sqlite")
    draft.add_places([MINSK._replace(name="Miensk"), CITY, MINSK])
    assert sorted(set(draft.known())) == [(625143, "A.ADM1"), (625144, "P.PPLC")]
    assert draft.finish({})["places"] == 2
    assert Gazetteer(tmp_path / "a.sqlite").get("geonames:625144").name == "Minsk"
