import pytest

from geo.gazetteer import Gazetteer, key
from geo.recognition.whole import sort_after, whole_names
from geo.types import Match, Place
from tests.marked import marked


class Knows:
    """A gazetteer of the names it is given, which like the real one answers a longer name with its core."""

    def __init__(self, *names):
        self._names = {key(n): n for n in names}

    def look_up(self, name):
        known = self._names.get(key(name)) or self._names.get(key(name.rsplit(" ", 1)[0]))
        return (Match(Place("geonames:1", known, 0.0, 0.0), known, "official"),) if known else ()


@pytest.mark.parametrize(
    ("sentence", "names", "expected"),
    [
        ("near the [Gomel] Region today", ("Gomel Region",), ["Gomel Region"]),
        ("the [Chernobyl] exclusion zone", ("Chernobyl exclusion zone",), ["Chernobyl exclusion zone"]),
        ("the [Gomel] Region today", ("Gomel",), ["Gomel"]),
        ("the [Gomel] region today", ("Gomel region",), ["Gomel"]),
        ("a [Gomel] security Zone", ("Gomel security zone",), ["Gomel security Zone"]),
        ("[Gomel] police", ("Gomel police",), ["Gomel"]),
        ("[Sea of] [Azov]", ("Sea of Azov",), ["Sea of Azov"]),
        ("[Gulf] of [Aden]", ("Gulf of Aden",), ["Gulf of Aden"]),
        ("along the Sea of [Azov] to", ("Sea of Azov",), ["Sea of Azov"]),
        ("along the Sea of [Azov] to", ("Azov",), ["Azov"]),
        ("along the sea of [Azov] to", ("sea of Azov",), ["Azov"]),
        ("Mayor of [Azov] says", ("Mayor of Azov",), ["Azov"]),
        ("[Kerch], Sea of [Azov]", ("Sea of Azov",), ["Kerch", "Sea of Azov"]),
        ("[Yellow Sea] of [Azov]", ("Sea of Azov",), ["Yellow Sea", "Azov"]),
        ("[Gomel] Region Council", ("Gomel Region",), ["Gomel"]),
        ("[Paris] [Texas]", ("Paris", "Texas"), ["Paris", "Texas"]),
        ("outside [Rostov-on]-[Don] and", ("Rostov-on-Don",), ["Rostov-on-Don"]),
        ("[Sharm] el-Sheikh today", ("Sharm el-Sheikh",), ["Sharm el-Sheikh"]),
        ("of [Tyne] and [Wear] and [Durham]", ("Tyne and Wear", "Durham"), ["Tyne and Wear", "Durham"]),
        (
            "[Antigua] and Barbuda and [Saint Kitts] and Nevis",
            ("Antigua and Barbuda", "Saint Kitts and Nevis"),
            ["Antigua and Barbuda", "Saint Kitts and Nevis"],
        ),
        ("[Martha]'s [Vineyard] was", ("Martha's Vineyard",), ["Martha's Vineyard"]),
        ("[St. John]'s, Newfoundland", ("St. John's", "Newfoundland"), ["St. John's"]),
        ("[Provence]-Alpes-Côte d'Azur burned", ("Provence-Alpes-Côte d'Azur",), ["Provence-Alpes-Côte d'Azur"]),
        (
            "[Paris]-[Nice] race, [Gomel]'s mayor and [Minsk]",
            ("Paris", "Nice", "Gomel", "Minsk"),
            ["Paris", "Nice", "Gomel", "Minsk"],
        ),
        ("[Gomel]\nRegion", ("Gomel Region",), ["Gomel"]),
    ],
)
def test_mentions_grow_and_join_only_to_a_known_name(sentence, names, expected):
    text, mentions = marked(sentence)
    grown = whole_names(text, mentions, Knows(*names))
    assert [m.surface for m in grown] == expected
    assert all(text[m.start : m.end] == m.surface for m in grown)


@pytest.mark.parametrize(
    ("following", "sort"),
    [(" region, today", "region"), (" Region", ""), (" regional", ""), (" police", ""), ("\nregion", ""), ("", "")],
)
def test_the_word_after_a_name_says_what_sort_of_place_it_is(following, sort):
    assert sort_after("Gomel" + following, 5) == sort


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("some [White] House aides", ["White House"]),
        ("a [Paris] Police officer", ["Paris"]),
        ("at [Kabul] University", ["Kabul"]),
        ("the [European] Union's fund", ["European Union"]),
        ("[European] Unions met", ["European"]),
        ("[Port] Said was shut", ["Port Said"]),
        ("[Saint] Lucia, they said", ["Saint Lucia"]),
        ("[North] Carolina Panthers", ["North"]),
        ("in [Paris] Texas lost", ["Paris"]),
        ("[Port] Nowhere was shut", ["Port"]),
    ],
)
def test_half_the_name_of_a_landmark_region_or_city_grows_to_the_whole(sentence, expected):
    text, mentions = marked(sentence)
    assert [m.surface for m in whole_names(text, mentions, Gazetteer())] == expected


def test_no_mentions_stay_none():
    assert whole_names("Nothing here.", (), Knows("Gomel")) == ()
