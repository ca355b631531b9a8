import numpy as np
import pytest

from geo.recognition.agreement import DOUBT, agreed
from geo.recognition.tagger import BEGIN, INSIDE, OUTSIDE, Tagged
from geo.recognition.words import split


def heard(text, *named):
    """Probabilities of being a name after agreement; `named` are those that the tagger gives, all of them beginnings."""
    tags = np.array([[1 - p, p, 0.0] for p in named], dtype=np.float32).reshape(-1, 3)
    words = split(text)
    nothing = np.zeros(len(words), dtype=np.float32)
    return 1.0 - agreed(text, Tagged(words, tags, nothing, nothing.astype(bool))).tags[:, OUTSIDE]


def test_a_doubtful_word_goes_with_the_others_of_its_spelling():
    alone, _ = heard("Jordan fell", 0.6, 0.01)
    with_others = heard("Jordan Jordan Jordan", 0.6, 0.05, 0.05)
    assert alone == pytest.approx(1.5 / (1.5 + DOUBT))
    assert with_others[0] < 0.3


def test_a_sure_word_keeps_its_own_voice():
    assert heard("Paris Paris", 0.999, 0.01)[0] > 0.5


def test_capitals_are_alike_but_words_in_lower_case_have_no_say():
    assert heard("READING Reading", 0.9, 0.2)[1] > heard("reading Reading", 0.9, 0.2)[1]


def test_beginning_and_inside_keep_their_proportion_and_rows_sum_to_one():
    words = split("New York")
    tags = np.array([[0.2, 0.7, 0.1], [0.3, 0.1, 0.6]], dtype=np.float32)
    nothing = np.zeros(2, dtype=np.float32)
    found = agreed("New York", Tagged(words, tags, nothing, nothing.astype(bool))).tags
    assert found.sum(axis=1) == pytest.approx([1.0, 1.0])
    assert found[0, BEGIN] / found[0, INSIDE] == pytest.approx(7.0)


def test_no_words_stay_no_words():
    assert heard("").shape == (0,)
