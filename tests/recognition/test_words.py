import pytest

from geo.recognition.words import LOWER, MIXED, NO_CASE, TITLE, UPPER, case_of, split


def test_words_are_runs_of_letters_and_single_marks():
    text = "Kyiv's well-known"
    assert [text[w.start : w.end] for w in split(text)] == ["Kyiv", "'", "s", "well", "-", "known"]


def test_offsets_are_code_points_beyond_the_basic_plane():
    text = "🗺 Gomel"
    assert [(w.start, w.end) for w in split(text)] == [(0, 1), (2, 7)]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("in", LOWER),
        ("Gomel", TITLE),
        ("U", TITLE),
        ("NATO", UPPER),
        ("McAllen", MIXED),
        ("iPhone", MIXED),
        ("2022", NO_CASE),
        ("-", NO_CASE),
        ("東京", NO_CASE),
        ("Київ", TITLE),
    ],
)
def test_case_of_a_word(word, case):
    assert case_of(word) == case


def test_nothing_has_no_words():
    assert split("") == [] and split(" \n\t") == []
