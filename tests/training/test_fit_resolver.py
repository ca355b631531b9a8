import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")

from geo.resolution.decision import decide
from geo.training.fit_resolver import fit
from geo.training.lessons import Gold, Lesson
from tests.gazetteers import PARIS, PARIS_TEXAS, TEXAS, small
from tests.marked import marked


def lesson(sentence, *places):
    text, mentions = marked(sentence)
    return Lesson(text, mentions, tuple(p and Gold(p.lat, p.lon, None) for p in places))


def test_weights_learn_that_a_holder_beats_population():
    lessons = [lesson("in [Paris], [Texas]", PARIS_TEXAS, TEXAS)] * 3 + [lesson("in [Paris]", PARIS)] * 3
    weights = fit(lessons, small())
    text, mentions = marked("Rain on [Paris], [Texas].")
    held = decide(text, mentions, small(), weights)[0]
    assert held.name.matches[int(np.argmax(held.probabilities[:-1]))].place == PARIS_TEXAS


def test_the_same_lessons_give_the_same_weights():
    lessons = [lesson("in [Paris], [Texas]", PARIS_TEXAS, TEXAS), lesson("in [Paris]", PARIS)]
    first, second = fit(lessons, small()), fit(lessons, small())
    assert np.array_equal(first.candidate, second.candidate) and np.array_equal(first.none, second.none)
