"""The mechanism of deciding, with weights of a rule of thumb: what the shipped weights make of it is in tests/gold."""

from dataclasses import replace

import numpy as np
import pytest

from geo.resolution import Weights, resolve
from geo.resolution.decision import decide
from geo.resolution.evidence import FEATURES
from tests.gazetteers import BELARUS, FRANCE, PARIS, PARIS_TEXAS, small
from tests.marked import marked

RULE = {
    "population": 3.0,
    "largest": 1.0,
    "country": 2.0,
    "held": 4.0,
    "adm1_named": 2.0,
    "near": 1.0,
    "country_share": 2.0,
}
WEIGHTS = Weights(np.array([RULE.get(f, 0.0) for f in FEATURES]), np.array([0.0, 3.0, 0.0, 0.0, 0.0, 0.0]))


def resolved(sentence):
    text, mentions = marked(sentence)
    return resolve(text, mentions, small(), WEIGHTS)


def place_of(sentence, surface="Paris"):
    return next(m.place for m in resolved(sentence) if m.surface == surface)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Rain fell on [Paris].", PARIS),
        ("Rain fell on [Paris], [Texas].", PARIS_TEXAS),
        ("From [Dallas] to [Paris] in [Lamar County], [Texas].", PARIS_TEXAS),
        ("From [Lyon] to [Paris].", PARIS),
    ],
)
def test_which_paris(sentence, place):
    assert place_of(sentence) == place


def test_every_mention_of_a_name_means_the_same_place():
    found = resolved("A fire in [Paris] is out, police in [Paris], [Texas], said.")
    assert [m.place for m in found if m.surface == "Paris"] == [PARIS_TEXAS, PARIS_TEXAS]


def test_an_adjective_means_its_country_and_becomes_a_demonym():
    (found,) = resolved("The [French] navy")
    assert (found.place, found.kind) == (FRANCE, "demonym")


def test_a_name_that_no_gazetteer_knows_stays_unresolved_and_says_so():
    (found,) = resolved("Clashes near [Zzyzxqq]")
    assert found.place is None and found.resolution.reasons == ("the gazetteer has no place of that name",)


def test_probabilities_of_a_name_sum_to_one():
    text, mentions = marked("[Paris] and [Minsk] and [Texas]")
    for decision in decide(text, mentions, small(), WEIGHTS):
        assert decision.probabilities.sum() == pytest.approx(1.0)
        assert len(decision.probabilities) == len(decision.name.matches) + 1


def test_a_mention_the_recogniser_doubts_is_believed_less():
    text, mentions = marked("[Minsk]")
    sure = resolve(text, mentions, small(), WEIGHTS)[0]
    unsure = resolve(text, (replace(mentions[0], score=0.2),), small(), WEIGHTS)[0]
    assert sure.confidence > unsure.confidence


def test_other_candidates_are_told_with_what_is_left():
    (found,) = resolved("[Paris]")
    assert [a.place for a in found.resolution.alternatives] == [PARIS_TEXAS]
    assert found.confidence + found.resolution.alternatives[0].confidence <= 1.0


def test_the_same_article_is_decided_the_same_way_twice():
    sentence = "[Paris], [Texas], [Minsk], [Dallas] and [Gomel] in [Belarus]"
    assert resolved(sentence) == resolved(sentence)


def test_a_country_that_the_article_names_pulls_its_towns():
    assert place_of("[Belarus] and [Gomel]", "Gomel").country_code == BELARUS.country_code


def test_no_mentions_no_decisions():
    assert resolved("Nothing here.") == ()
