"""The shipped gazetteer with a few places of somebody's own over it."""

import inspect
from concurrent.futures import ThreadPoolExecutor

import pytest

from geo.gazetteer import Gazetteer, own
from geo.gazetteer.layered import Layered
from geo.gazetteer.yours import own_file
from geo.types import Bearer

MINE = """id,name,lat,lon,names,country,feature,population
z1,Camp Zulu,52.4,31.0,Zulu Base,Belarus,camp,
z2,Gomel,52.0,30.0,,BY,city,7
geonames:2988507,Paris,48.9,2.4,Paname-sur-Seine,FR,P.PPLC,2000000
z3,Zuluville,1,1,,,,
"""


@pytest.fixture(scope="module")
def base():
    return Gazetteer()


@pytest.fixture(scope="module")
def layered(base, tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "mine.csv"
    path.write_text(MINE, encoding="utf-8")
    return own.over(base, [path])


def ids(matches):
    return [match.place.id for match in matches]


def test_it_answers_all_that_a_gazetteer_answers():
    def public(kind):
        return {name for name, member in inspect.getmembers(kind) if not name.startswith("_")}

    assert public(Gazetteer) <= public(Layered) | {"view"}


@pytest.mark.parametrize(
    "method", ["look_up", "bearer", "search", "get", "country", "names", "members", "near", "division", "outline"]
)
def test_it_is_asked_in_the_same_words(method):
    def asked(kind):
        return [(p.name, p.kind, p.default) for p in inspect.signature(getattr(kind, method)).parameters.values()]

    assert asked(Layered) == asked(Gazetteer)


@pytest.mark.parametrize("name", ["Gomel", "GOMEL", "the Gomel"])
def test_a_name_of_the_users_hides_its_namesakes(layered, base, name):
    assert ids(layered.look_up(name)) == ["z2"] and len(base.look_up(name)) >= 1


def test_the_bearer_of_a_name_is_the_users_place_or_else_the_best_known(layered, base):
    own_place = layered.get("z2")
    assert layered.bearer("Gomel") == Bearer(own_place.feature or "", own_place.population or 0, "official")
    assert layered.bearer("Gomel") != base.bearer("Gomel")
    assert layered.bearer("Minsk") == base.bearer("Minsk")


def test_names_that_the_user_does_not_have_are_the_gazetteers(layered, base):
    assert layered.look_up("Minsk") == base.look_up("Minsk")
    assert layered.look_up("Gomel Region") == base.look_up("Gomel Region")
    assert layered.look_up("Zzyzxqq") == ()


def test_a_guess_at_the_users_names_comes_before_a_guess_at_others(layered):
    assert ids(layered.look_up("northern Zuluville")) == ["z3"]
    assert ids(layered.look_up("Zuluvile", fuzzy=True)) == ["z3"] and layered.look_up("Zuluvile") == ()


def test_a_place_with_the_id_of_one_on_file_takes_its_stead_under_every_name(layered):
    assert layered.get("geonames:2988507").lat == 48.9
    assert any(own_file(match.place) for match in layered.look_up("Paname-sur-Seine"))
    names = [name.name for name in layered.names("geonames:2988507")]
    assert names[:2] == ["Paris", "Paname-sur-Seine"] and len(names) > 10 and len(names) == len(set(names))


def test_both_are_had_by_id(layered, base):
    assert layered.get("z1").name == "Camp Zulu"
    assert layered.get("geonames:625144") == base.get("geonames:625144")
    assert layered.get("nothing") is None


def test_the_country_of_a_row_may_be_named(layered):
    assert layered.get("z1").country_code == "BY"


def test_countries_and_divisions_stay_the_gazetteers(layered, base):
    assert layered.country("BY") == base.country("BY")
    assert layered.division("BY.02") == base.division("BY.02")
    assert layered.people("BY") == base.people("BY") != ()
    assert layered.members("geonames:6255148") == base.members("geonames:6255148")


def test_the_nearest_are_of_both(layered, base):
    (first, second) = layered.near(lat=52.4345, lon=30.9754, limit=2)
    assert {first[1].id, second[1].id} == {"geonames:627907", "z1"} and first[0] <= second[0]
    assert len(layered.near(lat=52.4, lon=31.0, limit=5, feature_class="P")) == 5


def test_search_offers_the_users_places_first(layered):
    assert ids(layered.search("zulu"))[:2] == ["z1", "z3"]
    found = ids(layered.search("paris", limit=10))
    assert found[0] == "geonames:2988507" and len(found) == len(set(found)) <= 10


def test_it_says_which_files_lie_over_which_gazetteer(layered, base):
    about = layered.about()
    assert about["sha256"] == base.about()["sha256"]
    assert [(f["name"], f["places"]) for f in about["own"]] == [("mine.csv", 4)]


def test_it_is_seen_in_either_view(layered):
    assert layered.view == "un" and layered.seen("un") is layered
    assert ids(layered.seen("de-facto").look_up("Gomel")) == ["z2"]


def test_many_threads_get_the_same_answers(layered):
    names = ["Gomel", "Minsk", "Camp Zulu", "Paris", "northern Zuluville"] * 20
    with ThreadPoolExecutor(8) as pool:
        assert [ids(m) for m in pool.map(layered.look_up, names)] == [ids(layered.look_up(name)) for name in names]
