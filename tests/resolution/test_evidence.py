import numpy as np
import pytest
from geopy.distance import great_circle

from geo.resolution import evidence
from geo.resolution.evidence import FEATURES, NONE_FEATURES
from geo.resolution.names import group, unit_vectors
from geo.resolution.outlet import Home
from tests.gazetteers import DALLAS, PARIS, PARIS_TEXAS, small
from tests.marked import marked


def fixed(sentence, surface):
    """{candidate's place id: {feature: value}} of a name, without context."""
    text, mentions = marked(sentence)
    name = next(n for n in group(text, mentions, small()) if n.surface == surface)
    rows = evidence.fixed(text, mentions, name)
    return {m.place.id: dict(zip(FEATURES, row, strict=True)) for m, row in zip(name.matches, rows, strict=True)}


def test_population_counts_by_its_logarithm_and_its_share():
    rows = fixed("[Paris]", "Paris")
    assert rows[PARIS.id]["population"] == pytest.approx(np.log10(2_138_552) / 6)
    assert rows[PARIS.id]["share"] == pytest.approx(2_138_551 / (2_138_551 + 24_839))
    assert (rows[PARIS.id]["largest"], rows[PARIS_TEXAS.id]["largest"]) == (1.0, 0.0)


def test_a_capital_and_a_country_are_told_apart():
    assert fixed("[Minsk]", "Minsk")["geonames:625144"]["capital"] == 1.0
    row = fixed("[Belarus]", "Belarus")["geonames:630336"]
    assert (row["country"], row["capital"]) == (1.0, 0.0)


def test_a_dateline_in_capitals_is_spelt_alike():
    assert fixed("[PARIS] (AP)", "PARIS")[PARIS.id]["spelt_alike"] == 1.0
    assert fixed("[paris]", "paris")[PARIS.id]["spelt_alike"] == 0.0


def test_an_adjective_is_marked_as_one():
    assert fixed("The [French] navy", "French")["geonames:3017382"]["demonym"] == 1.0


def test_the_word_after_a_name_speaks_for_its_sort():
    assert fixed("in [Lyon] city", "Lyon")["geonames:2996944"]["cue"] == 1.0
    assert fixed("the [Lyon] river", "Lyon")["geonames:2996944"]["cue"] == -1.0
    assert fixed("in [Lyon] yesterday", "Lyon")["geonames:2996944"]["cue"] == 0.0


def test_distances_are_those_of_geopys_sphere():
    points = unit_vectors([(PARIS.lat, PARIS.lon)])
    here = unit_vectors([(DALLAS.lat, DALLAS.lon)])[0]
    expected = great_circle((PARIS.lat, PARIS.lon), (DALLAS.lat, DALLAS.lon)).km
    assert evidence.distances_km(points, here)[0] == pytest.approx(expected, rel=1e-6)


def test_how_far_a_candidate_leads_and_where_it_stands():
    rows = fixed("[Paris]", "Paris")
    gap = np.log10(2_138_552) / 6 - np.log10(24_840) / 6
    assert rows[PARIS.id]["lead"] == pytest.approx(gap) and rows[PARIS_TEXAS.id]["lead"] == pytest.approx(-gap)
    assert (rows[PARIS.id]["rank"], rows[PARIS_TEXAS.id]["rank"]) == (1.0, 0.5)


def test_the_outlets_home_speaks_for_what_lies_in_it():
    text, mentions = marked("[Paris]")
    (name,) = group(text, mentions, small())
    home = Home({"US": 1.0}, {"US.TX": 1.0}, ((PARIS_TEXAS.lat, PARIS_TEXAS.lon, 1.0),), "local", "table", "told")
    rows = evidence.fixed(text, mentions, name, home=home)
    told = {m.place.id: dict(zip(FEATURES, row, strict=True)) for m, row in zip(name.matches, rows, strict=True)}
    features = ("home_known", "home_country", "home_adm1", "home_near")
    assert [told[PARIS_TEXAS.id][f] for f in features] == pytest.approx([1.0, 1.0, 1.0, 1.0])
    assert [told[PARIS.id][f] for f in features] == pytest.approx([1.0, 0.0, 0.0, 0.0])


def test_nothing_is_known_of_a_home_that_is_not_told():
    assert fixed("[Paris]", "Paris")[PARIS.id]["home_known"] == 0.0


def test_the_features_against_all_are_told_in_order():
    text, mentions = marked("a bar called [Paris], [Texas]")
    paris, _ = group(text, mentions, small())
    told = dict(zip(NONE_FEATURES, evidence.against_all(paris, mentions, 1), strict=True))
    assert (told["none"], told["called"], told["held"], told["single_match"]) == (1.0, 1.0, 1.0, 0.0)
    assert told["prominence"] == pytest.approx(np.log10(2_138_552) / 6)
