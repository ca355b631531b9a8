import json

import numpy as np
import pytest

from geo.resolution.decision import Decision
from geo.resolution.names import group
from geo.training.corpus import fold
from geo.training.lessons import Gold, read_lessons, right_answers
from tests.fake_tagger import CapitalTagger
from tests.gazetteers import PARIS, PARIS_TEXAS, small
from tests.marked import marked


def decision(sentence="[Paris]"):
    (name,) = group(*marked(sentence), small())
    return Decision(name, np.zeros((len(name.matches), 1)), np.full(len(name.matches) + 1, 0.5))


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        (Gold(48.85, 2.35, None), [True, False, False]),
        (Gold(48.1, 2.0, None), [True, False, False]),
        (Gold(0.0, 0.0, PARIS_TEXAS.id.split(":")[1]), [False, True, False]),
        (Gold(0.0, 0.0, None), [False, False, True]),
        (None, [False, False, True]),
    ],
)
def test_a_candidate_is_right_by_its_id_or_else_within_161_km(gold, right):
    assert [m.place for m in decision().name.matches] == [PARIS, PARIS_TEXAS]
    assert list(right_answers(decision(), gold)) == right


def lessons(tmp_path, name, mentions, text="Rain in Paris today"):
    path = tmp_path / name
    record = {"id": "a", "text": text, "mentions": mentions}
    path.write_text(json.dumps(record) + "\n", encoding="utf8")
    return list(read_lessons([path], fold("a", 2), 2, CapitalTagger(), small()))


def test_gold_is_what_the_corpus_marks_on_the_found_mention(tmp_path):
    gold = {"start": 8, "end": 13, "lat": 48.85, "lon": 2.35, "geonameid": "2988507"}
    (lesson,) = lessons(tmp_path, "lgl.jsonl", [gold])
    by_surface = {m.surface: g for m, g in zip(lesson.mentions, lesson.gold, strict=True)}
    assert by_surface["Paris"] == Gold(48.85, 2.35, "2988507")


def test_a_found_mention_that_a_corpus_leaves_unmarked_is_no_place_or_unknown(tmp_path):
    (strict,) = lessons(tmp_path, "lgl.jsonl", [])
    (silent,) = lessons(tmp_path, "geovirus.jsonl", [])
    assert set(strict.gold) == {None} and set(silent.gold) == {"unknown"}


def test_documents_of_other_folds_are_left_out(tmp_path):
    path = tmp_path / "lgl.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "Paris", "mentions": []}) + "\n", encoding="utf8")
    assert list(read_lessons([path], 1 - fold("a", 2), 2, CapitalTagger(), small())) == []
