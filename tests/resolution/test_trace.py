import pytest

from geo.resolution import resolve_all
from geo.resolution.trace import CANDIDATES_TOLD, trace
from tests.gazetteers import PARIS_TEXAS, small
from tests.marked import marked
from tests.resolution.test_decision import WEIGHTS


def traced(sentence):
    text, mentions = marked(sentence)
    return list(trace(resolve_all(text, mentions, small(), WEIGHTS)[1], WEIGHTS))


def test_every_candidate_is_told_with_what_spoke_for_it():
    lines = traced("Rain on [Paris], [Texas].")
    assert lines[0].startswith("“Paris”, named once: 2 places of that name, none of them 0.")
    assert PARIS_TEXAS.label in lines[1] and "held 1.00 → +" in lines[2]


def test_a_name_that_the_gazetteer_lacks_is_told_so():
    assert traced("Rain on [Zzyzzx].") == ["“Zzyzzx”, named once: no place of that name, none of them 1.000"]


def test_the_probabilities_of_a_name_come_to_one():
    lines = traced("Rain on [Paris].")
    told = [float(line.split()[0]) for line in lines[1:] if line.startswith("  0.")]
    assert len(told) <= CANDIDATES_TOLD + 1
    assert sum(told) + float(lines[0].split()[-1]) == pytest.approx(1.0, abs=0.01)
