import json

from geo.training.corpus import NO, UNKNOWN, YES, fold, read


def written(tmp_path, name, *records):
    path = tmp_path / name
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf8")
    return list(read(path))


def record(**more):
    return {"id": "a", "text": "Paris Police in Lyon", "mentions": [], **more}


def test_habits_of_a_document_win_over_those_of_its_corpus(tmp_path):
    said = {"demonyms": False, "nested": True, "facilities": False}
    documents = written(tmp_path, "lgl.dev.jsonl", record(), record(habits=said))
    assert [d.habits for d in documents] == [(YES, YES, NO), (NO, YES, NO)]


def test_an_unknown_corpus_has_unknown_habits(tmp_path):
    assert written(tmp_path, "ours.jsonl", record())[0].habits == (UNKNOWN,) * 3


def test_of_two_overlapping_names_the_longer_is_learnt(tmp_path):
    mentions = [{"start": 0, "end": 5}, {"start": 0, "end": 12}, {"start": 16, "end": 20}]
    spans = written(tmp_path, "x.jsonl", record(mentions=mentions))[0].spans
    assert [(s.start, s.end) for s in spans] == [(0, 12), (16, 20)]


def test_expressions_are_left_out_and_types_become_roles(tmp_path):
    mentions = [
        {"start": 0, "end": 5, "type": "Metonymic"},
        {"start": 6, "end": 12, "type": "Literal_Expression"},
        {"start": 16, "end": 20, "type": "Literal"},
    ]
    spans = written(tmp_path, "geowebnews.dev.jsonl", record(mentions=mentions))[0].spans
    assert [s.role for s in spans] == [1, 0]


def test_folds_are_stable_and_all_used():
    folds = [fold(f"lgl-{i}", 2) for i in range(50)]
    assert set(folds) == {0, 1} and folds == [fold(f"lgl-{i}", 2) for i in range(50)]
