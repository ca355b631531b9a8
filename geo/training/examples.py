"""Documents as labelled windows, and windows as batches."""

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from geo.recognition.known import Ask, known
from geo.recognition.windows import FRAME_END, FRAME_START, Window, windows
from geo.recognition.words import LOWER, NO_CASE, TITLE, UPPER, Word
from geo.training.corpus import UNKNOWN, Document, Span

IGNORED = -100
"""The label that torch's cross-entropy passes over."""

RECASED = {UPPER: 0.05, LOWER: 0.04, TITLE: 0.04}
"""Share of the windows shown in capitals, in lower case and as a headline: text that no corpus here holds."""

KNOWN_DROPOUT = 0.1
"""Share of the windows shown without what the gazetteer knows, so that the model does not come to rely on it."""

HABIT_DROPOUT = 0.1
"""Share of habits shown as unknown, so that the model can be asked without saying."""


class Example(NamedTuple):
    window: Window
    tags: np.ndarray
    """0 outside, 1 begin, 2 inside at the first piece of each word, `IGNORED` elsewhere."""
    roles: np.ndarray
    """0 literal, 1 associative at the first piece of a mention whose role is known, `IGNORED` elsewhere."""
    habits: tuple[int, int, int]
    known: np.ndarray
    """What `geo.recognition.known` says of the word of each piece."""


def examples(document: Document, tokenizer: Tokenizer, ask: Ask) -> list[Example]:
    """The windows of a document with their labels and what `ask` knows of their words."""
    words, cut = windows(document.text, tokenizer)
    tags, roles = _labels(words, document.spans)
    states = known(document.text, words, ask)
    return [
        Example(
            w,
            np.where(w.heads, tags[w.words], IGNORED),
            np.where(w.heads, roles[w.words], IGNORED),
            document.habits,
            states[w.words],
        )
        for w in cut
    ]


def _labels(words: list[Word], spans: tuple[Span, ...]) -> tuple[np.ndarray, np.ndarray]:
    tags = np.zeros(len(words), dtype=np.int64)
    roles = np.full(len(words), IGNORED, dtype=np.int64)
    for span in spans:
        inside = [i for i, w in enumerate(words) if w.start < span.end and w.end > span.start]
        if inside:
            tags[inside], tags[inside[0]] = 2, 1
            roles[inside[0]] = IGNORED if span.role is None else span.role
    return tags, roles


def batches(rows: list[Example], pieces: int, rng: random.Random) -> Iterator[list[Example]]:
    """Rows of like length together, about `pieces` padded pieces a batch, in random order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].window.ids) + rng.random() * 16)
    groups: list[list[Example]] = [[]]
    longest = 0
    for i in order:
        length = len(rows[i].window.ids) + 2
        longest = max(longest, length)
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = length
        groups[-1].append(rows[i])
    rng.shuffle(groups)
    yield from groups


def padded(rows: list[Example], rng: random.Random | None) -> tuple[np.ndarray, ...]:
    """ids, cases, known, habits, mask, tags, roles as padded arrays; with a generator, augmented for training."""
    length = max(len(r.window.ids) for r in rows) + 2
    ids, cases, known, mask = (np.zeros((len(rows), length), dtype=np.int64) for _ in range(4))
    tags, roles = (np.full((len(rows), length), IGNORED, dtype=np.int64) for _ in range(2))
    habits = np.zeros((len(rows), 9), dtype=np.float32)
    for i, row in enumerate(rows):
        n = len(row.window.ids)
        ids[i, 0], ids[i, 1 : n + 1], ids[i, n + 1] = FRAME_START, row.window.ids, FRAME_END
        shown = _recased(row.window.cases, rng)
        cases[i, 1 : n + 1] = shown
        known[i, 1 : n + 1] = np.where((shown == LOWER) | _forgotten(rng), 0, row.known)
        mask[i, : n + 2] = 1
        tags[i, 1 : n + 1], roles[i, 1 : n + 1] = row.tags, row.roles
        for k, state in enumerate(row.habits):
            habits[i, 3 * k + (UNKNOWN if rng and rng.random() < HABIT_DROPOUT else state)] = 1.0
    return ids, cases, known, habits, mask, tags, roles


def _forgotten(rng: random.Random | None) -> bool:
    return rng is not None and rng.random() < KNOWN_DROPOUT


def _recased(cases: np.ndarray, rng: random.Random | None) -> np.ndarray:
    draw = rng.random() if rng else 1.0
    for case, share in RECASED.items():
        if draw < share:
            return np.where(cases == NO_CASE, NO_CASE, case)
        draw -= share
    return cases
