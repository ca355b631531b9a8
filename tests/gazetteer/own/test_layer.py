import pytest
from geopy.distance import great_circle

from geo.gazetteer.own.entry import Entry
from geo.gazetteer.own.layer import Layer, with_ids
from geo.types import Name, Place


def entry(name, lat=50.0, lon=10.0, population=None, others=(), outline=None, feature="P.PPL"):
    names = (Name(name, "official"), *(Name(other, "alternate") for other in others))
    return Entry(Place("", name, lat, lon, feature=feature, population=population), names, outline)


def layer(**entries):
    return Layer(with_ids(entries.items()))


CAMP = entry("Camp Zulu", 52.1, 30.2, others=("Lager Zulu", "Zelta"), feature="S.CMP")
ZULU = layer(
    camp=CAMP, small=entry("Zelt", 1, 1, 5), large=entry("Zelt", 2, 2, 500), east=entry("Fiji Pier", -17, 179.9)
)


@pytest.mark.parametrize(
    ("name", "grade"), [("Camp Zulu", "exact"), ("CAMP ZULU", "normalised"), ("the camp-zulu's", "normalised")]
)
def test_a_name_is_found_as_the_gazetteer_would_find_it(name, grade):
    (match,) = ZULU.look_up(name)
    assert (match.place.id, match.name, match.grade) == ("camp", "Camp Zulu", grade)


def test_the_larger_of_two_namesakes_comes_first():
    assert [match.place.id for match in ZULU.look_up("Zelt")] == ["large", "small"]


@pytest.mark.parametrize("name", ["", "!", "Minsk", "x" * 10_000, "\udc80"])
def test_other_names_are_none_of_the_users(name):
    assert ZULU.look_up(name) == ZULU.forms(name) == ()


def test_other_forms_and_slips_of_the_pen_are_told_apart():
    assert [(m.place.id, m.grade) for m in ZULU.forms("northern Camp Zulu")] == [("camp", "form")]
    assert [(m.place.id, m.grade) for m in ZULU.similar("Camp Zulo")] == [("camp", "fuzzy")]


def test_search_gives_each_place_once_best_first():
    assert [match.place.id for match in ZULU.search("ze")] == ["large", "small", "camp"]
    assert [match.place.id for match in ZULU.search("ze", limit=1)] == ["large"]
    assert ZULU.search("") == ZULU.search("qq") == ()


def test_a_space_after_a_word_means_another_word_or_none():
    camps = layer(other=entry("Campus"), camp=entry("Camp"), zulu=CAMP, saint=entry("Saint Zulu"))
    assert [match.place.id for match in camps.search("Camp ")] == ["camp", "zulu"]
    assert [match.place.id for match in camps.search("st ")] == ["saint"]


def test_the_nearest_come_with_their_distance_across_the_antimeridian_too():
    ((km, place),) = ZULU.near(lat=-17, lon=-179.9)
    assert place.id == "east" and km == pytest.approx(great_circle((-17, -179.9), (-17, 179.9)).km)


def test_the_nearest_of_a_class():
    assert [place.id for _, place in ZULU.near(lat=2, lon=2, limit=9, feature_class="S")] == ["camp"]


def test_a_place_is_had_by_its_id_with_all_its_names():
    assert ZULU.get("camp").name == "Camp Zulu" and ZULU.get("nothing") is None
    assert [name.name for name in ZULU.names("camp")] == ["Camp Zulu", "Lager Zulu", "Zelta"] and ZULU.names("no") == ()


def test_a_geometry_is_kept_and_referred_to():
    line = bytes.fromhex("010200000002000000000000000000244000000000000049400000000000002640") + bytes.fromhex(
        "0000000000804940"
    )
    places = layer(road=entry("Road", outline=line))
    assert places.get("road").geometry == "places:road"
    assert places.outline("road") == {"type": "LineString", "coordinates": [[10.0, 50.0], [11.0, 51.0]]}
    assert ZULU.outline("camp") is None and ZULU.outline("nothing") is None


def test_every_spelling_is_known():
    assert ZULU.spellings == {"Camp Zulu", "Lager Zulu", "Zelta", "Zelt", "Fiji Pier"}
