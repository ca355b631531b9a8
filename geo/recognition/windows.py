"""A text as the encoder sees it: word pieces in windows that end where sentences do.

Training and running share this file, so a model never meets a window shaped otherwise than those it learnt from.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from geo.recognition.words import NO_CASE, Word, split

PIECES = 254
"""Word pieces in a window. With the two frame tokens that makes 256, half of what the base model has positions for;
attention over twice the length costs more than the context gains (the recipe's trials used 256)."""

FRAME_START, FRAME_END, PADDING = 101, 102, 0
"""Ids of [CLS], [SEP] and [PAD] in BERT's uncased vocabulary."""

_SENTENCE_ENDS = frozenset(".!?。！？…\n")
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


class Window(NamedTuple):
    """A stretch of an article ready for the encoder. The arrays have one entry a word piece."""

    ids: np.ndarray
    cases: np.ndarray
    words: np.ndarray
    """Index into the article's words for each piece."""
    heads: np.ndarray
    """True where a piece is the first of its word: that piece speaks for the word."""


def read_tokenizer(path: str) -> Tokenizer:
    """The tokenizer of a model directory, without its built-in cutting and padding."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def windows(text: str, tokenizer: Tokenizer) -> tuple[list[Word], list[Window]]:
    """All words of a text, and the windows that cover every word which has a piece."""
    words = split(text)
    # A lone surrogate cannot leave Python as UTF-8; its stand-in has the same length, so offsets hold.
    encoding = tokenizer.encode(text.translate(_SURROGATES), add_special_tokens=False)
    owner = _owners(words, encoding.offsets)
    kept = owner >= 0
    ids, owner = np.asarray(encoding.ids, dtype=np.int64)[kept], owner[kept]
    heads = np.ones(len(owner), dtype=bool)
    heads[1:] = owner[1:] != owner[:-1]
    case_of_word = np.array([w.case for w in words] or [NO_CASE], dtype=np.int64)
    closes = np.array([_closes_sentence(text, words, i) for i in range(len(words))], dtype=bool)
    return words, [
        Window(ids[a:b], case_of_word[owner[a:b]], owner[a:b], heads[a:b]) for a, b in _cuts(owner, heads, closes)
    ]


def _owners(words: list[Word], offsets: list[tuple[int, int]]) -> np.ndarray:
    """The word that each piece belongs to, -1 for a piece of no word."""
    owner = np.full(len(offsets), -1, dtype=np.int64)
    word = 0
    for piece, (start, end) in enumerate(offsets):
        while word < len(words) and words[word].end <= start:
            word += 1
        if word < len(words) and words[word].start < end:
            owner[piece] = word
    return owner


def _closes_sentence(text: str, words: list[Word], index: int) -> bool:
    following = words[index + 1].start if index + 1 < len(words) else len(text)
    gap = text[words[index].end : following]
    return "\n" in gap or (text[words[index].start] in _SENTENCE_ENDS and bool(gap))


def _cuts(owner: np.ndarray, heads: np.ndarray, closes: np.ndarray) -> Iterator[tuple[int, int]]:
    """Piece ranges of at most `PIECES`, cut after a sentence in their second half where there is one."""
    start, total = 0, len(owner)
    while start < total:
        stop = min(start + PIECES, total)
        if stop < total:
            stop = _best_stop(owner, heads, closes, start, stop)
        yield start, stop
        start = stop


def _best_stop(owner: np.ndarray, heads: np.ndarray, closes: np.ndarray, start: int, limit: int) -> int:
    starts = [i for i in range(limit, start, -1) if heads[i]]
    for stop in starts:
        if stop <= start + PIECES // 2:
            break
        if closes[owner[stop - 1]]:
            return stop
    return starts[0] if starts else limit
