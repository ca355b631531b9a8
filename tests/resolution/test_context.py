import numpy as np
import pytest

from geo.resolution import evidence
from geo.resolution.context import Ground, gather, with_context
from geo.resolution.evidence import FEATURES
from geo.resolution.names import group
from tests.gazetteers import PARIS, PARIS_TEXAS, small
from tests.marked import marked


def in_context(sentence, surface):
    """The same with context, where every name is sure of its first candidate."""
    text, mentions = marked(sentence)
    names = group(text, mentions, small())
    beliefs = [np.eye(len(n.matches))[0] if len(n.matches) else np.zeros(0) for n in names]
    ground = Ground.of(names)
    index = next(i for i, n in enumerate(names) if n.surface == surface)
    rows = with_context(evidence.fixed(text, mentions, names[index]), index, ground, beliefs, gather(ground, beliefs))
    return {
        m.place.id: dict(zip(FEATURES, row, strict=True)) for m, row in zip(names[index].matches, rows, strict=True)
    }


def test_a_holder_speaks_for_the_candidate_inside_it_and_against_the_other():
    rows = in_context("[Paris], [Texas]", "Paris")
    assert rows[PARIS_TEXAS.id]["held"] == pytest.approx(1.0) and rows[PARIS_TEXAS.id]["not_held"] == pytest.approx(0.0)
    assert rows[PARIS.id]["held"] == 0.0 and rows[PARIS.id]["not_held"] == 1.0


def test_a_name_does_not_speak_for_itself():
    rows = in_context("[Paris]", "Paris")
    assert rows[PARIS.id]["country_share"] == 0.0 and rows[PARIS.id]["near"] == 0.0


def test_the_other_names_speak_for_their_country_and_division():
    rows = in_context("[Paris] and [Dallas] and [Texas]", "Paris")
    assert rows[PARIS_TEXAS.id]["country_share"] == pytest.approx(1.0)
    assert rows[PARIS_TEXAS.id]["adm1_named"] == 1.0
    assert rows[PARIS.id]["country_share"] == 0.0


def test_near_counts_neighbours_by_their_distance():
    rows = in_context("[Paris] and [Lamar County]", "Paris")
    assert rows[PARIS_TEXAS.id]["near"] == pytest.approx(np.log(2), abs=0.02)
    assert rows[PARIS.id]["near"] == pytest.approx(0.0, abs=1e-6)


def test_what_stands_beside_counts_apart():
    rows = in_context("[Paris] and [Dallas]. " + "x" * 200 + " [Lyon]", "Paris")
    assert rows[PARIS_TEXAS.id]["country_beside"] == pytest.approx(1.0) and rows[PARIS.id]["country_beside"] == 0.0
    assert rows[PARIS.id]["country_share"] == pytest.approx(0.5)
    assert rows[PARIS_TEXAS.id]["near_beside"] == pytest.approx(rows[PARIS_TEXAS.id]["near"], abs=1e-3)


def test_the_names_that_an_article_begins_with_count_apart():
    late = "[Dallas] and [Texas] and [Lamar County] and [Lyon] and [France] and [Paris]"
    rows = in_context(late, "Paris")
    assert rows[PARIS_TEXAS.id]["country_first"] == pytest.approx(1.0) and rows[PARIS.id]["country_first"] == 0.0


def test_a_namesake_elsewhere_is_no_context():
    """The sure one of two would otherwise draw the other to itself."""
    rows = in_context("Rain in [Paris], [France], and in [Paris], [Texas]", "Paris")
    assert rows[PARIS_TEXAS.id]["country_named"] == 0.0 and rows[PARIS.id]["country_named"] == 1.0
