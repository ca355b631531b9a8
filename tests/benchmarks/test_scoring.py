import pytest

from tests.benchmarks.scoring import (
    Tally,
    bins,
    calibration_error,
    figures,
    is_right,
    kept,
    marks_demonyms,
    pairs,
    read_gold,
    tally,
)

PARIS = {"lat": 48.85, "lon": 2.35}
LONDON = {"lat": 51.51, "lon": -0.13}
PARIS_TEXAS = {"lat": 33.66, "lon": -95.55, "geonameid": "4717560"}


def at(start, end, point=None, **more):
    return {"start": start, "end": end, "lat": None, "lon": None, **(point or {}), **more}


GOLD = {
    "a": [at(0, 5, PARIS, type="Literal"), at(10, 16, LONDON, type="Metonymic"), at(20, 28, type="Demonym")],
    "b": [at(3, 9, PARIS_TEXAS, type="Literal")],
}


def scored(told, gold=GOLD):
    return figures(tally(gold, told))


def test_the_gold_itself_is_perfect():
    perfect = scored(GOLD)
    assert perfect["exact_f1"] == perfect["acc161"] == perfect["acc_id"] == perfect["e2e_f1"] == 1.0


def test_nothing_told_is_nothing_found_and_no_place_to_judge():
    assert scored({}) == {"exact_f1": 0.0, "overlap_f1": 0.0, "e2e_f1": 0.0}


def test_a_found_mention_without_a_place_is_wrong():
    told = {**GOLD, "b": [at(3, 9)]}
    assert scored(told)["acc_id"] == scored(told)["acc161"] == pytest.approx(2 / 3)
    assert scored(told)["exact_f1"] == 1.0


def test_the_gold_id_is_right_however_far_its_point_lies():
    told = {**GOLD, "b": [at(3, 9, PARIS, place_id="geonames:4717560")]}
    assert scored(told)["acc_id"] == 1.0 and scored(told)["acc161"] == pytest.approx(2 / 3)


def test_100_miles_off_is_right_and_a_little_more_is_not():
    assert is_right(at(0, 5, {"lat": 0.0, "lon": 179.5}), at(0, 5, {"lat": 0.0, "lon": -179.1}))
    assert not is_right(at(0, 5, {"lat": 0.0, "lon": 0.0}), at(0, 5, {"lat": 1.46, "lon": 0.0}))


def test_a_spurious_place_costs_precision_and_one_on_gold_without_a_point_does_not():
    spurious = {**GOLD, "b": [*GOLD["b"], at(50, 55, PARIS)]}
    assert scored(spurious)["e2e_f1"] == pytest.approx(2 * 3 / (3 + 4))
    on_a_demonym = {**GOLD, "a": [*GOLD["a"][:2], at(20, 28, PARIS)]}
    assert scored(on_a_demonym)["e2e_f1"] == 1.0


def test_of_two_overlapping_predictions_the_identical_span_is_the_pair():
    assert pairs([at(5, 10)], [at(0, 30), at(5, 10)]) == [(0, 1)]
    assert pairs([at(0, 30), at(5, 10)], [at(5, 10)]) == [(1, 0)]


def test_spans_that_only_touch_are_no_pair():
    assert pairs([at(0, 5)], [at(5, 9)]) == []


def test_roles_are_counted_where_both_sides_say_one():
    told = {
        "a": [at(0, 5, role="literal"), at(10, 16, role="literal"), at(20, 28, role="associative")],
        "b": [at(3, 9)],
    }
    assert scored(told)["role_accuracy"] == pytest.approx(2 / 3)
    assert scored(told)["role_f1"] == pytest.approx(2 / 3)


def test_a_corpus_without_types_has_no_figures_of_roles():
    gold = {"a": [at(0, 5, PARIS)]}
    assert not {"role_accuracy", "role_f1"} & scored({"a": [at(0, 5, PARIS, role="literal")]}, gold).keys()


def test_calibration_is_the_gap_between_confidence_and_share_right():
    assert calibration_error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0.0)
    assert calibration_error([(1.0, False)]) == 1.0
    assert calibration_error([(0.25, False), (0.85, True)]) == pytest.approx(0.2)
    assert calibration_error([]) is None


@pytest.mark.parametrize(("confidence", "place"), [(0.0, 0), (0.0999, 0), (0.1, 1), (0.3, 3), (0.7, 7), (1.0, 9)])
def test_a_bin_begins_with_its_lower_edge_and_certainty_is_in_the_last(confidence, place):
    assert [len(inside) for inside in bins([(confidence, True)])] == [int(n == place) for n in range(10)]


def test_tallies_of_two_corpora_add_up_to_that_of_both():
    a, b = ({"a": GOLD["a"]}, {"b": GOLD["b"]})
    both = sum((tally(part, GOLD) for part in (a, b)), Tally())
    assert both == tally(GOLD, GOLD)


def test_what_the_corpus_s_authors_leave_out_is_no_gold(tmp_path):
    path = tmp_path / "ours.jsonl"
    path.write_text('{"id": "a", "mentions": [{"type": "Non_Toponym"}, {"type": "Literal"}]}\n\n', encoding="utf8")
    assert read_gold(path) == {"a": [{"type": "Literal"}]}


def test_adjectives_are_left_out_where_the_corpus_marks_none(tmp_path):
    mentions = [at(0, 5, kind="demonym"), at(9, 12, kind="name")]
    assert kept(mentions, demonyms=marks_demonyms(tmp_path / "geovirus.dev.jsonl")) == mentions[1:]
    assert kept(mentions, demonyms=marks_demonyms(tmp_path / "trnews.jsonl")) == mentions
    assert marks_demonyms(tmp_path / "another.jsonl")
