"""What the benchmarks of the recogniser share: annotated documents, engines that have not seen them, counted spans."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import geo
from geo import files
from geo.pipeline import Engine
from geo.training.corpus import LEFT_OUT, NO, Document, fold, read
from geo.types import Mention, Story

Span = tuple[int, int]

EXPRESSIONS = frozenset({"border", "relation", "coordinates"})
"""Kinds of mentions that no corpus marks: they are made of names that are mentions of their own, or are no names."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "corpora", nargs="+", type=Path, metavar="CORPUS.jsonl", help="gold documents with their mentions"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents of each corpus")
    parser.add_argument(
        "--models",
        nargs="+",
        type=Path,
        default=[files.MODEL],
        metavar="DIR",
        help="one model a fold, each trained without its fold, - for a fold to leave out (default: the shipped model)",
    )


def documents(corpus: Path, models: Sequence[Path], limit: int | None) -> list[Document]:
    """The documents of the folds that have a model."""
    return list(islice((d for d in read(corpus) if model_of(d, models) != LEFT_OUT), limit))


def model_of(document: Document, models: Sequence[Path]) -> Path:
    """The model that was trained without the document."""
    return models[fold(document.id, len(models))]


def engines(models: Sequence[Path], threads: int = 0) -> dict[Path, Engine]:
    return {model: geo.load(model=model, threads=threads) for model in models if model != LEFT_OUT}


def named(mentions: Iterable[Mention], *, demonyms: bool) -> Iterator[Span]:
    """The spans of names; without adjectives and peoples where the corpus marks none."""
    left_out = EXPRESSIONS if demonyms else EXPRESSIONS | {"demonym"}
    return ((mention.start, mention.end) for mention in mentions if mention.kind not in left_out)


def found(story: Story, document: Document) -> list[Span]:
    """What counts as found in a document by the habits of its annotators."""
    return list(named(story.mentions, demonyms=document.habits[0] != NO))


def count(gold: Sequence[Span], told: Sequence[Span]) -> Counter[str]:
    """Gold spans, told ones, and how many of these are exactly or partly right, one for one."""
    exact = set(gold) & set(told)
    return Counter(
        gold=len(gold), told=len(told), exact=len(exact), overlap=len(exact) + _overlapping(gold, told, exact)
    )


def _overlapping(gold: Sequence[Span], told: Sequence[Span], exact: set[Span]) -> int:
    """Pairs that share a character, from left to right, of those that are not the same."""
    free = sorted(set(told) - exact)
    pairs = 0
    for start, end in sorted(set(gold) - exact):
        partner = next((span for span in free if span[0] < end and start < span[1]), None)
        if partner:
            free.remove(partner)
            pairs += 1
    return pairs


def f1(counts: Counter[str], right: str = "exact") -> float:
    """Twice the right ones over the gold ones and the told ones: the harmonic mean of precision and recall."""
    return 2 * counts[right] / (counts["gold"] + counts["told"]) if counts["gold"] + counts["told"] else 0.0


def precision(counts: Counter[str]) -> float:
    return counts["exact"] / counts["told"] if counts["told"] else 0.0


def recall(counts: Counter[str]) -> float:
    return counts["exact"] / counts["gold"] if counts["gold"] else 0.0
