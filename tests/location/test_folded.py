"""A text with its mentions folded, and the way back."""

import pytest

from geo.location.folded import EMPTY_LINE, FOLD, LENGTH, Folded, Said, apart
from geo.types import Mention
from tests.location.atlas import marked


def test_each_mention_is_one_sign():
    text, mentions = marked("from [Gomel] to [Kyiv].")
    assert Folded(text, mentions).words == f"from {FOLD} to {FOLD}."


def test_offsets_and_mentions_are_found_again():
    text, mentions = marked("from [Gomel] to [Kyiv], they said")
    folded = Folded(text, mentions)
    second = folded.words.rindex(FOLD)
    assert folded.mention(second).surface == "Kyiv"
    assert text[folded.back(second) : folded.back(second + 1)] == "Kyiv"
    assert text[folded.back(folded.words.index("they")) :] == "they said"


def test_the_sign_in_a_text_is_read_as_a_space():
    assert Folded(f"a{FOLD}b", ()).words == "a b"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a \t b", "a b"),
        ("a\u00a0b", "a b"),
        ("a  \n\tb", "a\nb"),
        ("a\n\nb", f"a{EMPTY_LINE}\nb"),
        ("a\n ", f"a{EMPTY_LINE} "),
    ],
)
def test_a_gap_is_one_sign_a_line_break_and_an_empty_line_others(text, words):
    folded = Folded(text, ())
    assert folded.words == words
    assert text[folded.back(folded.words.index(words[-1])) :] == text[text.index(words[-1]) :]


def test_distances_are_folded_where_they_are_asked_for():
    text, mentions = marked("[Gomel]  is 30 km off.")
    folded = Folded(text, mentions, lambda words: [Said(words.index("30"), words.index(" off"), LENGTH, "30", "km")])
    at = folded.words.index(LENGTH)
    assert folded.words == f"{FOLD} is {LENGTH} off." and folded.said(at).number == "30"
    assert text[folded.back(at) : folded.back(at + 1)] == "30 km"
    assert folded.mention(0).surface == "Gomel"


def test_of_nested_mentions_the_outer_one_is_folded():
    text = "Kyiv Oblast"
    assert Folded(text, [Mention(0, 11, text), Mention(0, 4, "Kyiv")]).words == FOLD


def test_a_hyphen_taken_into_a_name_and_the_state_of_a_state_line_stay():
    text, mentions = marked("[Texas-][Oklahoma state] line")
    assert Folded(text, mentions).words == f"{FOLD}-{FOLD} state line"


def test_of_stretches_that_overlap_the_first_one_told_counts():
    later, inner, first, beside = (Mention(start, end, "x") for start, end in ((8, 12), (9, 10), (2, 5), (5, 8)))
    assert apart([later, inner, first, beside], 20) == [first, beside, later]
