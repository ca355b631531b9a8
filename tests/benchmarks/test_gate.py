import json
import sys

import pytest

from tests.benchmarks import gate
from tests.benchmarks.gate import Change, changes, fallen, other_files, verdict

BEFORE = {"lgl": {"text": {"acc_id": 0.85, "ece": 0.04}}}


def fell(**now):
    return [
        change.figure for change in fallen(changes(BEFORE, {"lgl": {"text": {"acc_id": 0.85, "ece": 0.04, **now}}}))
    ]


@pytest.mark.parametrize(("acc_id", "found"), [(0.85, []), (0.845, []), (0.8449, ["acc_id"]), (0.99, [])])
def test_a_fall_of_more_than_half_a_point_is_found(acc_id, found):
    assert fell(acc_id=acc_id) == found


@pytest.mark.parametrize(("ece", "found"), [(0.045, []), (0.0451, ["ece"]), (0.0, [])])
def test_of_the_calibration_error_a_rise_is_a_fall(ece, found):
    assert fell(ece=ece) == found


def test_a_figure_a_way_of_reading_or_a_corpus_that_is_gone_has_fallen():
    for now in ({"lgl": {"text": {"ece": 0.04}}}, {"lgl": {}}, {}):
        assert Change("lgl", "text", "acc_id", 0.85, None) in fallen(changes(BEFORE, now))


def test_a_corpus_that_the_table_does_not_know_cannot_fall():
    assert fallen(changes(BEFORE, {**BEFORE, "more": {"text": {"acc_id": 0.0}}})) == []


def test_a_missing_and_a_changed_corpus_are_said():
    said = list(other_files({"lgl": "ab", "trnews": "cd", "geovirus": "ef"}, {"trnews": "cd", "geovirus": "99"}))
    assert len(said) == 2
    assert said[0].startswith("lgl.dev.jsonl is missing") and said[1].startswith("geovirus.dev.jsonl is another file")


def test_the_exit_status_is_1_with_a_table_of_what_fell(capsys):
    assert verdict([]) == 0
    assert verdict([Change("lgl", "text", "acc_id", 0.85, 0.8), Change("lgl", "text", "ece", 0.04, None)]) == 1
    told = capsys.readouterr().out
    assert "85.00 → 80.00" in told and "4.00 → gone" in told


def test_an_empty_folder_and_a_missing_corpus_are_told_before_anything_is_parsed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["gate", str(tmp_path)])
    assert gate.main() == 1
    assert "holds no *.dev.jsonl" in capsys.readouterr().err
    (tmp_path / "lgl.dev.jsonl").write_text("", encoding="utf8")
    assert gate.main() == 1
    assert "trnews.dev.jsonl is missing" in capsys.readouterr().err


def test_both_ways_are_measured_written_and_found_unfallen(tmp_path, monkeypatch, capsys):
    text = "Rain fell in Minsk."
    mention = {"start": 13, "end": 18, "lat": 53.9, "lon": 27.57, "geonameid": "625144"}
    record = {"id": "a", "text": text, "mentions": [mention]}
    (tmp_path / "ours.dev.jsonl").write_text(json.dumps(record) + "\n", encoding="utf8")
    monkeypatch.setattr(gate, "TABLE", tmp_path / "gate.json")
    monkeypatch.setattr(sys, "argv", ["gate", str(tmp_path), "--write"])
    assert gate.main() == 0
    written = json.loads((tmp_path / "gate.json").read_text(encoding="utf8"))
    assert "have learnt from these very documents" in written["note"]
    assert written["figures"]["ours"]["text"]["exact_f1"] == written["figures"]["all"]["gold spans"]["acc_id"] == 1.0
    monkeypatch.setattr(sys, "argv", ["gate", str(tmp_path)])
    assert gate.main() == 0
    assert "nothing fell" in capsys.readouterr().out


def test_the_committed_table_says_what_it_is_not_and_watches_every_figure():
    table = json.loads(gate.TABLE.read_text(encoding="utf8"))
    assert table["note"] == gate.NOTE
    assert table["figures"].keys() == {*table["corpora"], gate.ALL}
    for ways in table["figures"].values():
        assert {way: set(names) - {"role_accuracy", "role_f1"} for way, names in gate.WATCHED.items()} == {
            way: set(names) - {"role_accuracy", "role_f1"} for way, names in ways.items()
        }
