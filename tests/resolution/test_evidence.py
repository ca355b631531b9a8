import numpy as np
import pytest
from geopy.distance import great_circle

from geo.resolution import evidence
from geo.resolution.evidence import FEATURES
from geo.resolution.names import group, unit_vectors
from tests.gazetteers import DALLAS, PARIS, PARIS_TEXAS, small
from tests.marked import marked


def fixed(sentence, surface):
    """{candidate's place id: {feature: value}} of a name, without context."""
    text, mentions = marked(sentence)
    name = next(n for n in group(text, mentions, small()) if n.surface == surface)
    rows = evidence.fixed(text, mentions, name)
    return {m.place.id: dict(zip(FEATURES, row, strict=True)) for m, row in zip(name.matches, rows, strict=True)}


def in_context(sentence, surface):
    """The same with context, where every name is sure of its first candidate."""
    text, mentions = marked(sentence)
    names = group(text, mentions, small())
    beliefs = [np.eye(len(n.matches))[0] if len(n.matches) else np.zeros(0) for n in names]
    context = evidence.gather(names, beliefs)
    index = next(i for i, n in enumerate(names) if n.surface == surface)
    rows = evidence.with_context(evidence.fixed(text, mentions, names[index]), index, names, beliefs, context)
    return {
        m.place.id: dict(zip(FEATURES, row, strict=True)) for m, row in zip(names[index].matches, rows, strict=True)
    }


def test_population_counts_by_its_logarithm_and_its_share():
    rows = fixed("[Paris]", "Paris")
    assert rows[PARIS.id]["population"] == pytest.approx(np.log10(2_138_552) / 6)
    assert rows[PARIS.id]["share"] == pytest.approx(2_138_551 / (2_138_551 + 24_839))
    assert (rows[PARIS.id]["largest"], rows[PARIS_TEXAS.id]["largest"]) == (1.0, 0.0)


def test_a_capital_and_a_country_are_told_apart():
    assert fixed("[Minsk]", "Minsk")["geonames:625144"]["capital"] == 1.0
    row = fixed("[Belarus]", "Belarus")["geonames:630336"]
    assert (row["country"], row["capital"]) == (1.0, 0.0)


def test_an_adjective_is_marked_as_one():
    assert fixed("The [French] navy", "French")["geonames:3017382"]["demonym"] == 1.0


def test_the_word_after_a_name_speaks_for_its_sort():
    assert fixed("in [Lyon] city", "Lyon")["geonames:2996944"]["cue"] == 1.0
    assert fixed("the [Lyon] river", "Lyon")["geonames:2996944"]["cue"] == -1.0
    assert fixed("in [Lyon] yesterday", "Lyon")["geonames:2996944"]["cue"] == 0.0


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


def test_distances_are_those_of_geopys_sphere():
    points = unit_vectors([(PARIS.lat, PARIS.lon)])
    here = unit_vectors([(DALLAS.lat, DALLAS.lon)])[0]
    expected = great_circle((PARIS.lat, PARIS.lon), (DALLAS.lat, DALLAS.lon)).km
    assert evidence.distances_km(points, here)[0] == pytest.approx(expected, rel=1e-6)
