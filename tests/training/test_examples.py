import random

import numpy as np
import pytest

from geo import files
from geo.recognition.known import CITY
from geo.recognition.windows import FRAME_END, FRAME_START, read_tokenizer
from geo.recognition.words import LOWER, UPPER
from geo.training import examples as module
from geo.training.corpus import Document, Span
from geo.training.examples import IGNORED, batches, examples, padded
from geo.types import Bearer


@pytest.fixture(scope="module")
def tokenizer():
    return read_tokenizer(str(files.MODEL / "tokenizer.json"))


ASSOCIATIVE = (Span(0, 13, 1),)


def ask(name):
    return Bearer("P.PPLC", 2_000_000, "official") if name in ("Minsk", "Homyel") else None


def document(text="Homyel Region is calm", spans=ASSOCIATIVE):
    return Document("a", text, spans, (1, 0, 1))


def test_labels_stand_on_the_first_piece_of_each_word(tokenizer):
    (row,) = examples(document(), tokenizer, ask)
    assert list(row.tags[row.window.heads]) == [1, 2, 0, 0]
    assert set(row.tags[~row.window.heads]) <= {IGNORED}


def test_the_role_stands_on_the_first_word_of_its_mention(tokenizer):
    (row,) = examples(document(), tokenizer, ask)
    assert [r for r in row.roles if r != IGNORED] == [1]


def test_padding_frames_each_window_and_is_never_learnt(tokenizer):
    rows = [*examples(document(), tokenizer, ask), *examples(document("Minsk", (Span(0, 5, None),)), tokenizer, ask)]
    ids, _, known, habits, mask, tags, _ = padded(rows, None)
    assert ids[0, 0] == FRAME_START and FRAME_END in ids[1]
    assert (tags[mask == 0] == IGNORED).all()
    assert habits.tolist() == [[0, 1, 0, 1, 0, 0, 0, 1, 0]] * 2
    assert known[1, 1] == known[0, 1] == 1 + 2 * CITY


def test_recasing_shows_the_window_in_one_case(tokenizer, monkeypatch):
    rows = examples(document(), tokenizer, ask)
    monkeypatch.setattr(module, "RECASED", {UPPER: 1.0})
    assert set(padded(rows, random.Random(0))[1][0]) <= {0, UPPER}
    monkeypatch.setattr(module, "RECASED", {LOWER: 1.0})
    assert set(padded(rows, random.Random(0))[1][0]) <= {0, LOWER}


def test_habits_are_hidden_now_and_then(tokenizer, monkeypatch):
    rows = examples(document(), tokenizer, ask)
    monkeypatch.setattr(module, "HABIT_DROPOUT", 1.0)
    assert padded(rows, random.Random(0))[3].tolist() == [[0, 0, 1] * 3]


def test_what_the_gazetteer_knows_is_hidden_now_and_then_and_from_text_in_lower_case(tokenizer, monkeypatch):
    rows = examples(document(), tokenizer, ask)
    monkeypatch.setattr(module, "RECASED", {})
    monkeypatch.setattr(module, "KNOWN_DROPOUT", 1.0)
    assert not padded(rows, random.Random(0))[2].any()
    monkeypatch.setattr(module, "KNOWN_DROPOUT", 0.0)
    assert padded(rows, random.Random(0))[2].any()
    monkeypatch.setattr(module, "RECASED", {LOWER: 1.0})
    assert not padded(rows, random.Random(0))[2].any()


def test_batches_hold_every_row_once_and_stay_within_the_budget(tokenizer):
    rows = [r for n in range(1, 30) for r in examples(document("Minsk " * n, ()), tokenizer, ask)]
    groups = list(batches(rows, 60, random.Random(0)))
    assert sorted(len(r.window.ids) for g in groups for r in g) == sorted(len(r.window.ids) for r in rows)
    assert all(np.max([len(r.window.ids) + 2 for r in g]) * len(g) <= 60 or len(g) == 1 for g in groups)
