"""The words around the mentions; which places they are does not matter here."""

import pytest

from geo.location.folded import FOLD
from geo.location.phrases import phrases
from tests.location.atlas import marked


@pytest.mark.parametrize(
    ("sentence", "rule", "anchors"),
    [
        ("the [Ukraine]–[Belarus] border", "pair", ["Ukraine", "Belarus"]),
        ("[Turkey]'s [Syrian] border", "pair", ["Turkey", "Syrian"]),
        ("the border between [Gansu] and [Qinghai]", "between", ["Gansu", "Qinghai"]),
        ("the border between North and [South Korea]", "between", ["North", "South Korea"]),
        ("[Ukraine]'s border with [Russia]'s [Kursk Oblast]", "owned", ["Ukraine", "Kursk Oblast"]),
        ("its borders with [Russia] and [Belarus]", "with", ["Russia", "Belarus"]),
        ("the borders of both [Russia] and [Ukraine]", "of", ["Russia", "Ukraine"]),
        ("the [Belarusian] border", "side", ["Belarusian"]),
    ],
)
def test_each_rule_finds_its_anchors(sentence, rule, anchors):
    text, mentions = marked(sentence)
    (found,) = phrases(text, mentions)
    assert (found.rule, [anchor.surface for anchor in found.anchors]) == (rule, anchors)


def test_offsets_are_those_of_the_text_after_many_mentions():
    text, mentions = marked("[Texas], [Oklahoma], [Kyiv]: the [Texas]–[Oklahoma] border and its border with [Mexico].")
    assert [text[found.start : found.end] for found in phrases(text, mentions)] == [
        "Texas–Oklahoma border",
        "its border with Mexico",
    ]


def test_the_longest_reading_wins_and_none_lies_inside_another():
    text, mentions = marked("[Ukraine]'s border with [Belarus]")
    assert [text[found.start : found.end] for found in phrases(text, mentions)] == ["Ukraine's border with Belarus"]


def test_a_text_that_holds_the_folding_sign_itself_is_read_as_if_it_were_a_space():
    text, mentions = marked(f"{FOLD} border between {FOLD} and {FOLD}; the [Texas]{FOLD}border")
    (found,) = phrases(text, mentions)
    assert text[found.start : found.end] == f"Texas{FOLD}border"


def test_how_a_phrase_is_put_is_told():
    text, mentions = marked("[Ukraine]'s borders. Its border with [Belarus]. The western border of [Poland].")
    possessive, pronoun, compass = phrases(text, mentions)
    assert (possessive.possessive, possessive.plural) == (True, True)
    assert (pronoun.pronoun, pronoun.plural) == (True, False)
    assert compass.compass and not pronoun.compass
