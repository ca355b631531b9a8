import pytest

from geo.gazetteer import key
from geo.recognition.coordinated import with_coordinated
from geo.types import Match, Place
from tests.marked import marked

KNOWN = {
    "Gao": Place("geonames:2457161", "Gao", 16.3, 0.0, "ML", "P.PPLA", 86_633),
    "Timbuktu": Place("geonames:2449066", "Timbuktu", 16.8, -3.0, "ML", "P.PPLA", 54_453),
    "Mopti Region": Place("geonames:2453347", "Mopti Region", 14.5, -4.2, "ML", "A.ADM1"),
    "Kidal": Place("geonames:2455290", "Kidal", 18.4, 1.4, "ML", "P.PPLA", 25_617),
    "Jackson": Place("geonames:4431410", "Jackson", 32.3, -90.2, "US", "P.PPLA", 170_674),
    "al-Arish": Place("geonames:361546", "al-Arish", 31.1, 33.8, "EG", "P.PPLA", 150_000),
    "Mali": Place("geonames:2453866", "Mali", 18.0, -2.0, "ML", "A.PCLI"),
}


class Knows:
    def look_up(self, name):
        return tuple(Match(p, n, "official") for n, p in KNOWN.items() if key(n) == key(name))


def added(sentence):
    text, mentions = marked(sentence)
    found = with_coordinated(text, mentions, Knows())
    assert all(text[mention.start : mention.end] == mention.surface for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    return [mention.surface for mention in found if mention not in mentions]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("left for [Timbuktu] and Gao.", ["Gao"]),
        ("left for [Timbuktu], and Gao", ["Gao"]),
        ("left for Gao and [Timbuktu]", ["Gao"]),
        ("in [Timbuktu] or Mopti Region", ["Mopti Region"]),
        ("in Gao or [Timbuktu] and Mopti Region", ["Gao", "Mopti Region"]),
    ],
)
def test_a_well_known_place_joined_to_one_of_its_country_is_added(sentence, names):
    assert added(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "left for [Timbuktu] and Kidal",
        "left for [Timbuktu] and Jackson",
        "left for [Timbuktu] and Gao Airport",
        "left for [Timbuktu] and Gao-Nord",
        "left for [Timbuktu], Gao",
        "left for [Timbuktu] and [Gao]",
        "Gao and [Timbuktu] met.",
        "said Moussa Gao and [Timbuktu]",
        "the Gao and [Timbuktu] Authority",
        "left for [Nowhere] and Gao",
        "the state of [Mali] and Gao",
        "left for [Timbuktu] and gao",
    ],
)
def test_others_are_left_to_the_tagger(sentence):
    assert added(sentence) == []


def test_no_mentions_stay_none():
    assert with_coordinated("Gao and Timbuktu", (), Knows()) == ()
