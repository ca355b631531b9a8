"""The model at run time: windows in, probabilities for each word out. ONNX Runtime on the CPU."""

import hashlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from geo import files
from geo.errors import DataError
from geo.gazetteer import Gazetteer
from geo.recognition.known import Ask, known
from geo.recognition.windows import FRAME_END, FRAME_START, Window, read_tokenizer, windows
from geo.recognition.words import Word

NEWS_HABITS = (1.0, 1.0, 0.25)
"""What counts as a place when the caller does not say: adjectives and peoples, names nested in names, and a quarter of the
facilities. Corpora that mark them mark halls and festivals too; with a quarter, held-aside LGL gains two points of F1, TR-News
and GeoVirus one, and GeoWebNews loses one."""

OUTSIDE, BEGIN, INSIDE = range(3)

_BLANK_LINE = re.compile(r"\n[^\S\n]*\r?\n|\r[^\S\r]*\r|\u2029")


class Tagged(NamedTuple):
    """The words of a text with the model's opinion of each; rows are words."""

    words: list[Word]
    tags: np.ndarray
    """(words, 3) probabilities of outside, begin, inside; a word that no piece stands for is outside."""
    associative: np.ndarray
    """(words,) probability that a mention beginning at the word is associative."""
    openings: np.ndarray
    """(words,) True where a window or a paragraph begins: no mention reaches across."""


class Tagger:
    """A loaded model. It keeps no state between calls and may be shared between threads."""

    def __init__(self, directory: Path = files.MODEL, *, ask: Ask | None = None, threads: int = 0):
        """`ask`: which words are names, by default the shipped gazetteer, whatever decides on places: the model learnt with
        it. `threads`: how many cores one text may use, 0 for all."""
        self._ask = ask or Gazetteer().bearer
        self._threads = threads or _cores()
        self.path = files.shipped(directory / "model.onnx")
        self._tokenizer = read_tokenizer(str(files.shipped(directory / "tokenizer.json")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        # The arena keeps the memory of the longest text for good; without it a shared server stays small.
        options.enable_cpu_mem_arena = False
        try:
            self._session = onnxruntime.InferenceSession(str(self.path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, none of them public
            raise DataError(f"{self.path} is not a readable model ({error}); restore it from the repository") from error

    def about(self) -> dict[str, str]:
        """The model file's name and SHA-256."""
        return {"file": self.path.name, "sha256": hashlib.sha256(self.path.read_bytes()).hexdigest()}

    def tag(self, text: str, habits: tuple[float, float, float] = NEWS_HABITS) -> Tagged:
        """Tag every word of a text. `habits`: for each of `geo.training.corpus`, how much of a yes, 0 to 1."""
        words, cut = windows(text, self._tokenizer)
        tags = np.tile(np.array([1.0, 0.0, 0.0], dtype=np.float32), (len(words), 1))
        associative = np.zeros(len(words), dtype=np.float32)
        openings = np.array(_open_paragraphs(text, words), dtype=bool)
        states, manner = known(text, words, self._ask), _manner(habits)
        opinions = self._run_all(cut, states, manner)
        for window, (tag_probabilities, role_probabilities) in zip(cut, opinions, strict=True):
            spoken_for = window.words[window.heads]
            tags[spoken_for] = tag_probabilities[window.heads]
            associative[spoken_for] = role_probabilities[window.heads, 1]
            openings[window.words[0]] = True
        return Tagged(words, tags, associative, openings)

    def _run_all(
        self, cut: list[Window], states: np.ndarray, manner: np.ndarray
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        """Every window, as many at a time as there are cores for it: each on one core is faster than one on all."""

        def run(window: Window) -> tuple[np.ndarray, np.ndarray]:
            return self._run(window, states[window.words], manner)

        workers = min(self._threads, len(cut))
        if workers < 2:
            return list(map(run, cut))
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(run, cut))

    def _run(self, window: Window, states: np.ndarray, manner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """One window a call: the quantised model scales its activations by the whole batch, so windows that ran
        together would change each other's last digits, and a text must read the same alone and in a crowd."""
        ids = np.concatenate(([FRAME_START], window.ids, [FRAME_END]))[None]
        cases, marks = (np.concatenate(([0], row, [0]))[None] for row in (window.cases, states))
        tags, roles = self._session.run(
            ["tags", "roles"], {"ids": ids, "cases": cases, "known": marks, "habits": manner}
        )
        return _softmax(tags[0, 1:-1]), _softmax(roles[0, 1:-1])


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _manner(habits: tuple[float, float, float]) -> np.ndarray:
    """(1, 9) shares of no, yes and unknown of each habit."""
    return np.array([[share for yes in habits for share in (1.0 - yes, yes, 0.0)]], dtype=np.float32)


def _open_paragraphs(text: str, words: list[Word]) -> list[bool]:
    """Whether each word is the first of its paragraph: a blank line stands before it."""
    ends = [0, *(word.end for word in words)]
    return [bool(_BLANK_LINE.search(text, end, word.start)) for end, word in zip(ends, words, strict=False)]


def _softmax(logits: np.ndarray) -> np.ndarray:
    e = np.exp(logits - logits.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
