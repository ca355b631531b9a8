import pytest

from geo.gazetteer.layered import Layered
from geo.gazetteer.own.entry import Entry
from geo.gazetteer.own.layer import Layer, with_ids
from geo.recognition.own_names import SCORE, with_own_names
from geo.types import Mention, Name, Place
from tests.gazetteers import small
from tests.marked import marked

NAMES = ("Camp 16", "Gomel Station East", "Gomel", "old mill", "Hope", "base", "Saint-Zulu")
LAYER = Layer(with_ids((name, Entry(Place(name, name, 1.0, 1.0), (Name(name, "official"),), None)) for name in NAMES))


def found(sentence):
    text, mentions = marked(sentence)
    return [m.surface for m in with_own_names(text, mentions, Layered(small(), LAYER))]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Shells hit Camp 16 at noon.", ["Camp 16"]),
        ("Camp 16 is quiet, Saint-Zulu is not.", ["Camp 16", "Saint-Zulu"]),
        ("They left the old mill.", ["old mill"]),
        ("Near Camp 161 and Base Camp 16A.", []),
        ("The convoy came to Hope on Monday.", ["Hope"]),
        ("Hope is not lost.", []),
        ("He met Bob Hope and Hope Hicks.", []),
        ("The base is empty.", []),
    ],
)
def test_names_are_found_as_they_are_spelt(sentence, names):
    assert found(sentence) == names


def test_the_longest_name_is_taken_and_a_mention_inside_it_gives_way():
    assert found("Trains stop at [Gomel] Station East today.") == ["Gomel Station East"]


def test_a_mention_that_is_as_long_or_longer_stays():
    text, mentions = marked("In [Gomel] and the [Gomel Station East Region].")
    assert with_own_names(text, mentions, Layered(small(), LAYER)) == mentions


def test_mentions_come_in_the_order_of_the_text_with_a_score():
    text, mentions = marked("Camp 16, [Minsk], Camp 16.")
    both = with_own_names(text, mentions, Layered(small(), LAYER))
    assert [(m.start, m.score) for m in both] == [(0, SCORE), (9, 1.0), (16, SCORE)]


def test_without_places_of_ones_own_nothing_changes():
    mentions = (Mention(0, 4, "Camp"),)
    assert with_own_names("Camp 16", mentions, small()) == mentions
