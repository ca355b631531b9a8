import pytest

from geo.gazetteer import key
from geo.recognition.whole import whole_names
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
        ("[Gomel] police", ("Gomel police",), ["Gomel"]),
        ("[Sea of] [Azov]", ("Sea of Azov",), ["Sea of Azov"]),
        ("[Gulf] of [Aden]", ("Gulf of Aden",), ["Gulf of Aden"]),
        ("[Paris] [Texas]", ("Paris", "Texas"), ["Paris", "Texas"]),
        ("[Gomel]\nRegion", ("Gomel Region",), ["Gomel"]),
    ],
)
def test_mentions_grow_and_join_only_to_a_known_name(sentence, names, expected):
    text, mentions = marked(sentence)
    grown = whole_names(text, mentions, Knows(*names))
    assert [m.surface for m in grown] == expected
    assert all(text[m.start : m.end] == m.surface for m in grown)


def test_no_mentions_stay_none():
    assert whole_names("Nothing here.", (), Knows("Gomel")) == ()
