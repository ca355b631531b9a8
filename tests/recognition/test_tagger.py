import numpy as np
import pytest

from geo import files
from geo.errors import DataError
from geo.recognition import Tagger, recognise


@pytest.fixture(scope="module")
def tagger():
    return Tagger(threads=1)


def test_a_plain_sentence_has_its_places(tagger):
    found = recognise("Trains from Kyiv to Lviv were late, said a clerk in Warsaw.", tagger)
    assert [m.surface for m in found] == ["Kyiv", "Lviv", "Warsaw"]


def test_probabilities_of_a_word_sum_to_one(tagger):
    tagged = tagger.tag("Floods in Pakistan have cut the road to Quetta.")
    assert np.allclose(tagged.tags.sum(axis=1), 1.0, atol=1e-5)
    assert len(tagged.words) == len(tagged.tags) == len(tagged.associative)


def test_a_text_reads_the_same_after_any_other(tagger):
    text = "A tanker left Odesa for Istanbul on Monday."
    alone = tagger.tag(text).tags
    tagger.tag("Nairobi, Kampala and Kigali. " * 300)
    assert np.array_equal(alone, tagger.tag(text).tags)


def test_a_long_text_is_read_to_its_end(tagger):
    text = "Nothing happened that day in the office. " * 200 + "Then the convoy left Mogadishu."
    assert recognise(text, tagger)[-1].surface == "Mogadishu"


def test_no_mention_reaches_over_a_blank_line(tagger):
    text = "Freighter sinks off Lesbos\n\nATHENS — A helicopter lifted one man out of the sea."
    assert all("\n" not in m.surface for m in recognise(text, tagger))


@pytest.mark.parametrize("text", ["", "   \n\t ", "\x00\x00", "\ud800\udfff", "\u2028", "🗺️" * 5])
def test_text_without_names_has_no_mentions(text, tagger):
    assert recognise(text, tagger) == ()


def test_a_damaged_model_says_which_file(tmp_path):
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    (tmp_path / "tokenizer.json").write_bytes((files.MODEL / "tokenizer.json").read_bytes())
    with pytest.raises(DataError, match="model.onnx"):
        Tagger(tmp_path)


def test_a_missing_model_says_how_to_get_it_back(tmp_path):
    with pytest.raises(DataError, match="git checkout"):
        Tagger(tmp_path)


def test_the_shipped_model_tells_nothing_of_the_machine_that_made_it():
    content = (files.MODEL / "model.onnx").read_bytes()
    assert b"site-packages" not in content and b"stack_trace" not in content
