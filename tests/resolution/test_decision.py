"""The mechanism of deciding, with weights of a rule of thumb: what the shipped weights make of it is in tests/gold."""

from dataclasses import replace

import numpy as np
import pytest

from geo.gazetteer.yours import source_of
from geo.resolution import Weights, resolve
from geo.resolution.decision import Decision, decide, reconciled
from geo.resolution.evidence import FEATURES, NONE_FEATURES
from geo.types import Match, Place
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
AGAINST = {"doubt": 3.0}
WEIGHTS = Weights(
    np.array([RULE.get(f, 0.0) for f in FEATURES]), np.array([AGAINST.get(f, 0.0) for f in NONE_FEATURES])
)


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


ATHENS_IN_GEORGIA = {(0, 1): np.array([[0.0, 0.0], [0.0, 1.0]])}
"""Athens in Attica is in neither Georgia; that in the United States is in the second, the state."""


@pytest.mark.parametrize(
    ("athens", "georgia", "chosen"),
    [
        ([0.4, 0.5, 0.1], [0.52, 0.46, 0.02], (1, 1)),  # the text's pair is nearly as likely as the other
        ([0.5, 0.4, 0.1], [0.46, 0.52, 0.02], (1, 1)),
        ([0.8, 0.1, 0.1], [0.9, 0.1, 0.0], (0, 0)),  # here the text says something else
        ([0.1, 0.8, 0.1], [0.2, 0.8, 0.0], (1, 1)),  # no contradiction: nothing changes
    ],
)
def test_a_name_and_the_one_that_holds_it_are_chosen_together(athens, georgia, chosen):
    before = [Decision(None, None, np.array(belief)) for belief in (athens, georgia)]
    after = reconciled(ATHENS_IN_GEORGIA, before)
    assert tuple(int(d.probabilities[:-1].argmax()) for d in after) == chosen
    assert [d.probabilities.sum() for d in after] == pytest.approx([1.0, 1.0])
    assert [d.probabilities[-1] for d in after] == pytest.approx([athens[-1], georgia[-1]])
    if tuple(int(np.argmax(belief[:-1])) for belief in (athens, georgia)) == chosen:
        assert [list(d.probabilities) for d in after] == [athens, georgia]


def test_names_of_which_no_place_is_believed_at_all_are_left_alone():
    nothing = [Decision(None, None, np.array([0.0, 0.0, 1.0]))] * 2
    assert [list(d.probabilities) for d in reconciled(ATHENS_IN_GEORGIA, nothing)] == [[0.0, 0.0, 1.0]] * 2


class WithOwn:
    """The small gazetteer with two places of the user's own, both called Paris, and one called Mill."""

    OWN = {
        "Paris": [Place("z1", "Paris", 10.0, 20.0, source=source_of("mine.csv")),
                  Place("z2", "Paris", -10.0, 120.0, population=9, source=source_of("mine.csv"))],
        "Mill": [Place("z3", "Mill", 1.0, 1.0, source=source_of("mine.csv"))],
    }  # fmt: skip

    def look_up(self, name):
        return tuple(Match(place, name, "official") for place in self.OWN.get(name, ())) or small().look_up(name)


def with_own(sentence, score=1.0):
    text, mentions = marked(sentence)
    return resolve(text, [replace(m, score=score) for m in mentions], WithOwn(), WEIGHTS)


def test_the_users_own_place_is_the_one_meant_and_the_reason_names_its_file():
    (found,) = with_own("They met at the [Mill].")
    assert found.place.id == "z3" and found.resolution.reasons == ("one of your own places (mine.csv)",)


def test_of_the_users_own_namesakes_the_likelier_one_is_meant():
    (found,) = with_own("Rain in [Paris].")
    assert found.place.id in ("z1", "z2") and found.resolution.reasons[0] == "one of your own places (mine.csv)"
    assert [other.place.id for other in found.resolution.alternatives] == [{"z1": "z2", "z2": "z1"}[found.place.id]]


@pytest.mark.parametrize("score", [0.02, 0.3, 0.6, 0.98])
def test_however_little_speaks_for_it_the_users_own_place_is_shown_with_the_recognisers_belief(score):
    (found,) = with_own("They met at the [Mill].", score)
    assert found.place.id == "z3" and found.confidence == pytest.approx(score, abs=1e-3)


def test_other_names_are_decided_as_ever_beside_the_users_own():
    found = with_own("From the [Mill] to [Lyon].")
    assert found[1].place.id == "geonames:2996944"
