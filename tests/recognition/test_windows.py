import pytest

from geo import files
from geo.recognition.windows import PIECES, read_tokenizer, windows


@pytest.fixture(scope="module")
def tokenizer():
    return read_tokenizer(str(files.MODEL / "tokenizer.json"))


def covered(text, tokenizer):
    words, cut = windows(text, tokenizer)
    return words, [i for w in cut for i in w.words[w.heads]]


def test_every_word_is_spoken_for_once_and_in_order(tokenizer):
    text = "Talks were held near Gomel. Nobody signed anything. " * 60
    words, spoken = covered(text, tokenizer)
    assert spoken == list(range(len(words)))


def test_no_window_is_longer_than_the_encoder_takes(tokenizer):
    _, cut = windows("Antidisestablishmentarianism in Llanfairpwllgwyngyll " * 200, tokenizer)
    assert max(len(w.ids) for w in cut) <= PIECES


def test_a_window_ends_with_a_sentence_where_one_ends(tokenizer):
    text = "The convoy left Mariupol in the morning and reached Zaporizhzhia at night. " * 40
    words, cut = windows(text, tokenizer)
    ends = [text[words[w.words[-1]].start : words[w.words[-1]].end] for w in cut]
    assert set(ends) == {"."}


def test_one_endless_word_is_cut_and_nothing_is_lost(tokenizer):
    words, cut = windows("ab-" + "кх" * 3000, tokenizer)
    assert sum(len(w.ids) for w in cut) > 0 and len(words) == 3


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x00", "\ud800"])
def test_text_without_words_has_no_windows(text, tokenizer):
    _, cut = windows(text, tokenizer)
    assert cut == []


def test_a_lone_surrogate_keeps_the_offsets_of_what_follows(tokenizer):
    text = "\udc80 Gomel"
    words, spoken = covered(text, tokenizer)
    assert text[words[spoken[-1]].start : words[spoken[-1]].end] == "Gomel"
