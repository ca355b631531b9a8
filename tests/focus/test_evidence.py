"""The evidence for each answer of a level."""

import numpy as np
import pytest

from geo.focus.evidence import gather, is_country, is_division
from geo.focus.votes import cast_votes
from geo.focus.weights import FEATURES, NONE_FEATURES
from tests.focus.told import PLACES, told


def evidence(sentence, *keys, headline=(), title=None):
    return gather(cast_votes(*told(sentence, *keys, title=title), headline), lambda place: place.country_code)


def value(found, option, feature):
    return found.rows[found.keys.index(option), FEATURES.index(feature)]


def none(found, feature):
    return found.none[NONE_FEATURES.index(feature)]


def test_the_options_come_in_the_order_in_which_they_are_named_and_a_sea_is_none():
    found = evidence("In the [Barents Sea] ships of [Russia] and [Ukraine] met.", "barents", "russia", "ukraine")
    assert found.keys == ("RU", "UA")
    assert found.rows.shape == (2, len(FEATURES)) and found.none.shape == (len(NONE_FEATURES),)


def test_without_votes_there_is_no_option_and_nothing_speaks_for_none():
    found = gather([], lambda place: place.country_code)
    assert found.keys == () and found.rows.shape == (0, len(FEATURES)) and not found.none.any()


def test_everything_lies_between_0_and_1():
    found = evidence(
        "[GOMEL] — In [Minsk] and [Kyiv], from [Moscow], [~Russia] spoke. [Gomel] heard it.",
        *("gomel", "minsk:0.7|gomel:0.2", "kyiv", "moscow", "russia", "gomel"),
    )
    for table in (found.rows, found.none):
        assert ((table >= 0) & (table <= 1)).all()


def test_the_first_mention_counts_by_its_belief_also_where_it_is_a_government():
    found = evidence("[~Moscow] spoke. It rained in [Minsk].", "moscow:0.8", "minsk")
    assert (value(found, "RU", "first"), value(found, "BY", "first")) == (0.8, 0.0)


def test_two_countries_in_one_breath_share_it_and_two_towns_of_one_country_do_not():
    found = evidence("[Peru] and [Chile] agreed.", "peru:1", "chile:1")
    assert (value(found, "PE", "first"), value(found, "CL", "first"), none(found, "side_by_side")) == (0.5, 0.5, 1.0)
    found = evidence("[Minsk] and [Gomel] froze.", "minsk:1", "gomel:1")
    assert (value(found, "BY", "first"), none(found, "side_by_side")) == (1.0, 0.0)


def test_a_dateline_is_not_the_first_mention_unless_it_is_of_a_small_town():
    found = evidence("[DALLAS] — It rained in [Minsk].", "dallas:0.9", "minsk:1")
    assert (value(found, "US", "dateline"), value(found, "US", "first"), value(found, "BY", "first")) == (0.9, 0.0, 1.0)
    found = evidence("[PARIS] — It rained in [Minsk].", "paris-tx:0.9", "minsk:1")
    assert (value(found, "US", "dateline"), value(found, "US", "first"), value(found, "BY", "first")) == (0.0, 0.9, 0.0)


def test_the_first_lines_are_shared_out_among_their_locations():
    found = evidence("In [Gomel], in [Minsk], in [Kyiv] and for [~Moscow].", *("gomel", "minsk", "kyiv", "moscow"))
    assert [round(value(found, code, "lead"), 3) for code in found.keys] == [0.667, 0.333, 0.0]


def test_a_town_is_local_and_a_capital_a_country_or_a_government_is_not():
    found = evidence("In [Gomel], in [Kyiv], in [Peru], for [~Dallas].", "gomel:0.9", "kyiv", "peru", "dallas")
    assert [value(found, code, "local") for code in found.keys] == [0.9, 0.0, 0.0, 0.0]


def test_a_headline_is_shared_out_among_its_towns_and_its_countries_do_not_count():
    _, headline = told("[Gomel], [Dallas] and [Peru]", "gomel:1", "dallas:1", "peru:1")
    found = evidence("In [Peru] it rained.", "peru", headline=headline)
    assert [value(found, code, "headline") for code in ("BY", "US", "PE")] == [0.5, 0.5, 0.0]


def test_a_headline_of_one_doubtful_town_keeps_its_doubt():
    _, headline = told("[Gomel]", "gomel:0.4")
    assert value(evidence("In [Peru].", "peru", headline=headline), "BY", "headline") == 0.4


def test_rivals_are_as_near_as_the_second_is_to_the_first():
    found = evidence("[Peru]. [Chile]. [Peru]. [Kyiv].", "peru:1", "chile:1", "peru:1", "kyiv:0.5")
    assert none(found, "rivals") == 0.5
    assert none(evidence("[Peru].", "peru"), "rivals") == 0.0


def test_what_is_named_first_and_is_no_option_speaks_for_none():
    assert none(evidence("In the [Barents Sea], off [Russia].", "barents:0.9", "russia"), "above_first") == 0.9


def test_what_is_away_is_shared_out():
    found = evidence("Lorries from [Gomel] and from [Kyiv] met in [Minsk].", "gomel:1", "kyiv:1", "minsk:1")
    assert [value(found, code, "away") for code in found.keys] == [0.5, 0.5]


def test_what_takes_less_than_a_twentieth_of_a_long_text_is_no_option():
    sentence = "In [Gomel]. " + "In [Kyiv]. " * 10 + "In [Dallas]. " * 10
    assert evidence(sentence, "gomel", *["kyiv"] * 10, *["dallas"] * 10).keys == ("UA", "US")
    assert evidence("In [Gomel]. " + "In [Kyiv]. " * 10, "gomel", *["kyiv"] * 10).keys == ("BY", "UA")


@pytest.mark.parametrize(
    ("key", "country", "division"), [("peru", True, False), ("texas", False, True), ("gomel", False, False)]
)
def test_a_country_and_a_division_are_told_by_their_features(key, country, division):
    assert (is_country(PLACES[key]), is_division(PLACES[key])) == (country, division)


def test_the_same_votes_give_the_same_evidence():
    one, other = (evidence("[Peru] and [Chile].", "peru", "chile") for _ in range(2))
    assert np.array_equal(one.rows, other.rows) and np.array_equal(one.none, other.none)
