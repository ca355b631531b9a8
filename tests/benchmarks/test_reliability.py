import json
import sys

import pytest

from tests.benchmarks import reliability
from tests.benchmarks.reliability import Threshold, at_threshold

BELIEFS = [(0.9, True), (0.9, True), (0.6, False), (0.4, True)]


def test_a_threshold_shows_a_part_of_which_a_share_is_right_and_keeps_a_share_of_the_right_ones():
    assert at_threshold(BELIEFS, 0.5) == Threshold(3 / 4, 2 / 3, 2 / 3)
    assert at_threshold(BELIEFS, 0.0) == Threshold(1.0, 3 / 4, 1.0)
    assert at_threshold(BELIEFS, 0.9) == Threshold(1 / 2, 1.0, 2 / 3)


def test_of_nothing_no_share_is_told():
    assert at_threshold([]) == Threshold(None, None, None)
    assert at_threshold([(0.3, False)]) == Threshold(0.0, None, None)


def test_bins_tell_how_many_they_hold_and_their_mean_and_share():
    filled = {round(b.low, 1): b for b in reliability.reliability(BELIEFS) if b.count}
    assert filled.keys() == {0.4, 0.6, 0.9}
    assert filled[0.9].count == 2 and filled[0.9].confidence == pytest.approx(0.9) and filled[0.9].right == 1.0
    assert filled[0.6].right == 0.0


def test_the_command_prints_a_line_a_corpus_and_one_for_all(tmp_path, monkeypatch, capsys):
    place = {"start": 0, "end": 5, "lat": 53.9, "lon": 27.6}
    gold, told = tmp_path / "gold.jsonl", tmp_path / "told.jsonl"
    gold.write_text(json.dumps({"id": "a", "mentions": [place]}), encoding="utf8")
    spurious = {**place, "start": 9, "end": 12, "confidence": 0.45}
    told.write_text(json.dumps({"id": "a", "mentions": [{**place, "confidence": 0.8}, spurious]}), encoding="utf8")
    other = tmp_path / "other.jsonl"
    other.write_bytes(gold.read_bytes())
    monkeypatch.setattr(sys, "argv", ["reliability", *map(str, (gold, told, other, told))])
    reliability.main()
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["gold", "2", "0.3250", "50.0%", "100.0%", "100.0%"] in rows
    assert ["all", "4", "0.3250", "50.0%", "100.0%", "100.0%"] in rows
