"""Places told through others ("30 km north of Kyiv"): how many are drawn right, how many are seen in vain, and what they cost.

    python -m tests.benchmarks.expressions [--faults] [--rounds N]

Right are the cases of `tests/gold/expressions.jsonl` that are met. False alarms are mentions of kind border, zone or relation
in the plain news of `tests/gold/plain.jsonl`, which has none. The cost is that of `geo.location.locate`, which draws bare names
too, in seconds of the processor: per paragraph of plain news after a first round, and for each case on its own with outlines
that nothing is remembered of, as in the first document after a start; the slowest ones in some rounds. `--faults` lists what is
wrong, by cause.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple
from unittest import mock

import geo
from geo import pipeline
from geo.location import Shapes, locate
from geo.types import Article, Mention
from tests.gold.cases import read
from tests.gold.expressions import FILE, PLAIN, Case, Fault, alarms, judged, per_10_000_words

ROUNDS = 5
"""Times that each paragraph, and each of the slowest expressions, is located; the median counts."""


SLOWEST = 20
"""Expressions that are drawn again, as often: in a single round Python's own tidying falls to one of them, 100 ms of it."""


class Work(NamedTuple):
    """What `locate` is given."""

    article: Article
    mentions: tuple[Mention, ...]
    shapes: Shapes
    gazetteer: Any

    def seconds(self) -> float:
        """Of the processor, for one call."""
        started = time.process_time()
        locate(*self)
        return time.process_time() - started


def cold(one: Work, rounds: int = 1) -> float:
    """Seconds with outlines that nothing is remembered of; the median of some rounds."""
    return statistics.median(one._replace(shapes=Shapes()).seconds() for _ in range(rounds))


def work(text: str, engine: geo.Engine) -> Work:
    """What a parse of the text gives to `locate`."""
    with mock.patch.object(pipeline, "locate", side_effect=locate) as called:
        pipeline.parse(text, engine)
    return Work(*called.call_args.args)


def shares(cases: Sequence[Case], faults: Sequence[Fault | None]) -> list[str]:
    """A line a sort: cases met, of all, and the share; the last line is of all sorts."""
    every = Counter(case["sort"] for case in cases)
    right = Counter(case["sort"] for case, fault in zip(cases, faults, strict=True) if fault is None)
    rows = [*((sort, right[sort], number) for sort, number in every.items()), ("all", right.total(), every.total())]
    return [f"{sort:12}{met:5} of {number:4}{met / number:8.1%}" for sort, met, number in rows]


def listed(cases: Sequence[Case], faults: Sequence[Fault | None]) -> list[str]:
    """What is wrong, by cause and sort."""
    wrong = [
        (fault.cause, case["sort"], case["surface"], fault.words)
        for case, fault in zip(cases, faults, strict=True)
        if fault
    ]
    return [f"{cause:12} {sort:10} {surface}: {words}" for cause, sort, surface, words in sorted(wrong)]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--faults", action="store_true", help="list what is wrong")
    options.add_argument(
        "--rounds", type=int, default=ROUNDS, metavar="N", help=f"of each paragraph (default {ROUNDS})"
    )
    chosen = options.parse_args()
    engine, cases, texts = geo.load(threads=1), read(FILE), [paragraph["text"] for paragraph in read(PLAIN)]
    faults = [judged(case, geo.parse(case["text"], engine)) for case in cases]
    print("\n".join(shares(cases, faults)))
    if chosen.faults:
        print("\n" + "\n".join(listed(cases, faults)))
    report_alarms(texts, engine)
    report_cost(cases, texts, engine, chosen.rounds)


def report_alarms(texts: Sequence[str], engine: geo.Engine) -> None:
    found = [(mention, text) for text in texts for mention in alarms(geo.parse(text, engine))]
    print(
        f"\nfalse alarms: {len(found)} in {len(texts)} paragraphs, {per_10_000_words(len(found), texts):.1f} of 10,000 words"
    )
    for mention, text in found:
        print(f"    {mention.surface!r} {mention.kind} in {text[max(0, mention.start - 40) : mention.end + 40]!r}")


def report_cost(cases: Sequence[Case], texts: Sequence[str], engine: geo.Engine, rounds: int) -> None:
    plain = [work(text, engine) for text in texts]
    spent = [statistics.median(one.seconds() for _ in range(rounds)) for one in plain]
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(
        f"\nlocating a paragraph of {words:.0f} words: {1000 * statistics.mean(spent):.2f} ms, at most {1000 * max(spent):.2f}"
    )
    first = [(cold(work(case["text"], engine)), case["surface"], case["text"]) for case in cases]
    again = [(cold(work(text, engine), rounds), surface) for _, surface, text in sorted(first)[-SLOWEST:]]
    seconds, surface = max(again)
    print(
        f"one expression, with nothing remembered: median {1000 * statistics.median(s for s, *_ in first):.1f} ms, ",
        end="",
    )
    print(f"at most {1000 * seconds:.0f} ms: {surface}")


if __name__ == "__main__":
    main()
