import pytest

from geo.resolution.names import candidates, group
from geo.types import Match, Place
from tests.gazetteers import small
from tests.marked import marked


def names(sentence):
    text, mentions = marked(sentence)
    return group(text, mentions, small())


def test_the_same_name_is_decided_once():
    found = names("[Gomel] is quiet. Officials in [Gomel] met.")
    assert [(n.surface, n.mentions) for n in found] == [("Gomel", (0, 1))]


@pytest.mark.parametrize(
    "sentence",
    ["in [Paris], [Texas]", "[Paris] in [Texas]", "[Paris] ([Texas])", "[Texas]' [Paris]", "[Paris] district, [Texas]"],
)
def test_a_holder_beside_a_name_is_seen(sentence):
    found = {n.surface: n for n in names(sentence)}
    texas = list(found).index("Texas")
    assert found["Paris"].holders == {texas}


def test_a_list_of_places_is_not_a_chain_of_holders():
    assert all(not n.holders for n in names("[Minsk], [Texas], [Gomel]"))


def test_two_holders_make_two_senses():
    found = names("[Paris], [Texas], is not [Paris], [France].")
    assert [n.surface for n in found].count("Paris") == 2


def test_a_bare_name_joins_the_sense_that_is_told_later():
    found = names("[Paris] burned. The fire in [Paris], [Texas] is out.")
    assert [n.mentions for n in found if n.surface == "Paris"] == [(0, 1)]


def test_a_name_with_the_word_for_its_sort_is_another_name_where_it_is_on_file():
    found = names("[Minsk] and the [Minsk] province; [Lamar] county and [Lamar].")
    assert [(n.surface, n.mentions) for n in found] == [("Minsk", (0, 1)), ("Lamar", (2,)), ("Lamar", (3,))]
    assert [match.name for match in found[1].matches] == ["Lamar County"]
    assert found[2].matches == ()


@pytest.mark.parametrize(
    ("surface", "ids"), [("U.N.", []), ("U.S.", ["geonames:6252001"]), ("Un", ["geonames:1253786"])]
)
def test_initials_are_no_town_that_is_spelt_like_them(surface, ids):
    class Knows:
        def look_up(self, name):
            town = Match(Place("geonames:1253786", "Un", 23.9, 72.0), "Un", "official")
            country = Match(Place("geonames:6252001", "United States", 39.8, -98.5), "U.S.", "abbreviation")
            return (country,) if name == "U.S." else (town,)

    assert [match.place.id for match in candidates(surface, Knows())] == ids


@pytest.mark.parametrize(
    ("surface", "asked"),
    [
        ("Luhansk Oblasts", ["Luhansk Oblasts", "Luhansk Oblast"]),
        ("Fannin Counties", ["Fannin Counties", "Fannin County"]),
        ("Regions", ["Regions"]),
        ("Las Vegas", ["Las Vegas"]),
        ("Fannin County", ["Fannin County"]),
    ],
)
def test_a_generic_word_for_several_is_that_for_one_where_nothing_is_called_so(surface, asked):
    looked_up = []

    class Knows:
        def look_up(self, name):
            looked_up.append(name)
            return ()

    assert candidates(surface, Knows()) == () and looked_up == asked


def test_an_unknown_name_has_no_candidates():
    assert names("[Zzyzxqq] fell.")[0].matches == ()
