import random

from geo.gazetteer import Gazetteer
from geo.training import augment
from geo.training.augment import augmented, renamed, sentences, town_names
from geo.training.corpus import Document, Span
from tests.gazetteers import small

TEXT = "Rain fell on Paris. The French navy left Lyon.\nParis is wet."


def document():
    places = ("Paris", "French", "Lyon")
    starts = [(TEXT.index(p), p) for p in places] + [(TEXT.rindex("Paris"), "Paris")]
    return Document("a", TEXT, tuple(Span(s, s + len(p), None) for s, p in sorted(starts)), (1, 1, 1))


def surfaces(d):
    return [d.text[s.start : s.end] for s in d.spans]


def test_each_sentence_keeps_its_spans():
    parts = list(sentences(document()))
    assert "".join(p.text for p in parts) == TEXT
    assert [surfaces(p) for p in parts] == [["Paris"], ["French", "Lyon"], ["Paris"]]


def test_a_span_across_a_full_stop_keeps_its_sentences_together():
    text = "In Washington. D.C. it rained."
    parts = list(sentences(Document("a", text, (Span(3, 19, None),), (1, 1, 1))))
    assert surfaces(parts[0]) == ["Washington. D.C."]


def test_towns_are_renamed_the_same_way_throughout_and_adjectives_stay(monkeypatch):
    monkeypatch.setattr(augment, "RENAMED_NAMES", 1.0)
    new = renamed(document(), ["Goma"], small(), random.Random(0))
    assert surfaces(new) == ["Goma", "French", "Goma", "Goma"]
    assert new.text == "Rain fell on Goma. The French navy left Goma.\nGoma is wet."


def test_an_epoch_holds_every_text_in_some_shape(monkeypatch):
    monkeypatch.setattr(augment, "RENAMED", 0.0)
    shown = list(augmented([document()] * 20, ["Goma"], small(), random.Random(0)))
    assert "".join(d.text for d in shown) == TEXT * 20 and 20 < len(shown) < 60


def test_names_of_the_worlds_towns_come_from_the_gazetteer():
    names = town_names(Gazetteer())
    assert {"Goma", "Khabarovsk"} <= set(names) and names == sorted(set(names))
