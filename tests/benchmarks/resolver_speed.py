"""How long resolving takes: beside the recogniser on articles, and on one document of thousands of mentions.

    python -m tests.benchmarks.resolver_speed [CORPUS.jsonl …] [--limit N] [--mentions N] [--profile]

The articles are those of the corpora, or our samples. Each is parsed on one core with an engine loaded anew each round, and
every step of the pipeline is timed where it stands; what counts is its share of the recogniser's time, which differs less
between machines than seconds do. Aim: resolving takes a quarter of it at most, and a document of 5,000 mentions ten seconds.
That document is made of the names that the most places bear, each named once or several times: a hard one.

Seconds are those of the processor, so that other work on the machine counts little. `--profile` lists the functions in which
resolving spends its time.
"""

from __future__ import annotations

import argparse
import cProfile
import itertools
import json
import pstats
import statistics
import string
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import geo
from geo import pipeline
from geo.gazetteer import Gazetteer, key
from geo.resolution import resolve
from geo.training.cross_validate import article_of
from geo.types import Article, Mention
from tests.benchmarks.throughput import ROUNDS

STEPS = (
    "recognise",
    "whole_names",
    "with_overlooked",
    "with_coordinated",
    "with_social",
    "passages",
    "with_other_languages",
    "with_own_names",
    "resolve_all",
    "with_coordinates",
    "locate",
)
"""The functions that `geo.pipeline.parse` calls, as they are named there."""

NAMES_A_SENTENCE = 5
"""Names in each sentence of the long document, a paragraph of one sentence."""

TIMES_NAMED = (1, 5, 50)
"""How often each name of the long document is named, for one row each."""

UNDER_A_PREFIX = 200
"""Best-known places under each pair of letters that names are chosen from: 36,755 names together."""

PROFILED = 25
"""Functions listed."""


def step_seconds(articles: Sequence[Article]) -> dict[str, float]:
    """Processor seconds of each step over the articles, with fresh caches but for the first article, and of the whole."""
    engine = geo.load(threads=1)
    pipeline.parse("Rain fell in Minsk.", engine)
    spent = dict.fromkeys(STEPS, 0.0)

    def timed(step: str) -> Callable:
        work = getattr(pipeline, step)

        def run(*arguments: Any, **options: Any) -> Any:
            started = time.process_time()
            try:
                return work(*arguments, **options)
            finally:
                spent[step] += time.process_time() - started

        return run

    started = time.process_time()
    with mock.patch.multiple(pipeline, **{step: timed(step) for step in STEPS}):
        for article in articles:
            pipeline.parse(article, engine)
    return {**spent, "whole parse": time.process_time() - started}


def ambiguous_names(gazetteer: Gazetteer, count: int) -> list[str]:
    """So many names, those first that the most places bear, of the best-known places under each pair of letters."""
    pairs = map("".join, itertools.product(string.ascii_lowercase, repeat=2))
    found = {key(m.name): m.name for pair in pairs for m in gazetteer.search(pair, limit=UNDER_A_PREFIX)}
    return sorted(found.values(), key=lambda name: (-len(gazetteer.look_up(name)), name))[:count]


def long_document(names: Sequence[str], count: int) -> tuple[str, tuple[Mention, ...]]:
    """A text of so many mentions, the names one after the other and over again, and the mentions."""
    pieces: list[str] = []
    mentions: list[Mention] = []
    length = 0
    for number, name in enumerate(itertools.islice(itertools.cycle(names), count)):
        before = "Rain fell in " if number % NAMES_A_SENTENCE == 0 else ", "
        start = length + len(before)
        last = (number + 1) % NAMES_A_SENTENCE == 0 or number + 1 == count
        mentions.append(Mention(start, start + len(name), name))
        pieces += [before, name, ".\n\n" if last else ""]
        length = start + len(name) + len(pieces[-1])
    return "".join(pieces), tuple(mentions)


def seconds_of(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def report_steps(articles: Sequence[Article]) -> None:
    rounds = [step_seconds(articles) for _ in range(ROUNDS)]
    median = {step: statistics.median(one[step] for one in rounds) for step in rounds[0]}
    print(
        f"{len(articles)} articles, one core, median of {ROUNDS} rounds\n{'':24}{'ms/article':>12}{'of recognising':>16}"
    )
    for step, spent in median.items():
        print(f"{step:24}{1000 * spent / len(articles):12.2f}{spent / median['recognise']:15.1%}")


def report_long(count: int) -> None:
    engine = geo.load(threads=1)
    known = ambiguous_names(engine.gazetteer, count)
    print(f"\n{'mentions':>10}{'names':>8}{'places of a name':>18}{'seconds':>10}")
    for times in TIMES_NAMED:
        names = known[: max(1, count // times)]
        text, mentions = long_document(names, count)
        fresh = Gazetteer()
        spent = seconds_of(lambda: resolve(text, mentions, fresh, engine.weights))  # noqa: B023
        borne = statistics.mean(len(fresh.look_up(name)) for name in names)
        print(f"{count:10}{len(names):8}{borne:18.1f}{spent:10.2f}", flush=True)


def profile(articles: Sequence[Article], count: int) -> None:
    """The functions in which resolving spends its time: on the articles, then on the long document."""
    engine = geo.load(threads=1)
    names = ambiguous_names(engine.gazetteer, count)
    text, mentions = long_document(names, count)
    for title, work in (
        ("the articles", lambda profiler: _parse_with(profiler, articles, engine)),
        (f"{count} mentions", lambda profiler: profiler.runcall(resolve, text, mentions, Gazetteer(), engine.weights)),
    ):
        print(f"\n{title}")
        profiler = cProfile.Profile()
        work(profiler)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(PROFILED)


def _parse_with(profiler: cProfile.Profile, articles: Sequence[Article], engine) -> None:
    """Parse the articles with the profiler on while they are resolved."""

    def profiled(*arguments: Any, **options: Any) -> Any:
        return profiler.runcall(resolve, *arguments, **options)

    with mock.patch.object(pipeline, "resolve_all", profiled):
        for article in articles:
            pipeline.parse(article, engine)


def main() -> None:
    options = _options()
    articles = _articles(options.corpora)[: options.limit]
    if options.profile:
        profile(articles, options.mentions)
        return
    report_steps(articles)
    report_long(options.mentions)


def _articles(corpora: Sequence[Path]) -> list[Article]:
    if not corpora:
        from geo.reading import sample_articles

        return list(sample_articles())
    return [article_of(json.loads(line)) for corpus in corpora for line in corpus.open(encoding="utf8")]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS.jsonl", help="default: the sample articles")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N articles")
    parser.add_argument("--mentions", type=int, default=5000, metavar="N", help="of the long document (default 5000)")
    parser.add_argument("--profile", action="store_true", help="list the functions that take the time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
