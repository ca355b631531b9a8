"""How fast, how big, how soon: figures for the README, run by hand on an otherwise idle machine.

    .venv/bin/python tests/benchmarks/throughput.py [--documents N]

Each figure is taken in a fresh process, on one core and on two. Beside the absolute figure stands its ratio to a reference
loop that runs in the same process: machines differ, the ratio much less.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

ROUNDS = 5
"""Times each measurement is taken in its process; the median counts, so one busy moment of the machine does not."""

REFERENCE_STEPS = 200_000
"""Steps of the reference loop: string and dictionary work in plain Python, about 30 ms on a core of 2020."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=60, help="articles a round (default 60)")
    options.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        print(json.dumps(measure(chosen.documents)))
        return
    available = sorted(os.sched_getaffinity(0))
    print(f"{len(available)} cores, {chosen.documents} sample articles a round, median of {ROUNDS} rounds\n")
    for cores in (1, 2):
        if cores <= len(available):
            report(cores, in_fresh_process(available[:cores], chosen.documents))
    print(f"start: {start_up():.2f} s from `python -m geo parse` to the table of one article (median of {ROUNDS})")


def in_fresh_process(cores: list[int], documents: int) -> dict[str, float]:
    """The figures of a process that may use these cores only."""
    command = [sys.executable, __file__, "--measure", "--documents", str(documents)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    return json.loads(done.stdout)


def measure(documents: int) -> dict[str, float]:
    """What one process sees: seconds, articles a second, reference loops an article, megabytes."""
    started = time.perf_counter()
    import geo

    engine = geo.load(threads=len(os.sched_getaffinity(0)))
    loaded = time.perf_counter() - started
    samples = list(geo.read(ROOT / "data" / "articles"))
    articles = [samples[i % len(samples)] for i in range(documents)]
    list(geo.parse_many(articles[:6], engine))  # the first texts fill the caches of the operating system
    seconds, reference = [], []
    for _ in range(ROUNDS):
        reference.append(timed(reference_loop))
        seconds.append(timed(lambda: sum(len(story.mentions) for story in geo.parse_many(articles, engine))))
    words = sum(len(article.text.split()) for article in articles)
    return {
        "load_s": loaded,
        "documents_per_s": documents / statistics.median(seconds),
        "words_per_s": words / statistics.median(seconds),
        "references_per_document": statistics.median(seconds) / documents / statistics.median(reference),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,  # Linux counts in KiB
    }


def timed(work) -> float:
    """Seconds of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def reference_loop() -> int:
    """Work that every machine can do and that uses what a parse uses most: strings and dictionaries."""
    counts: dict[str, int] = {}
    for step in range(REFERENCE_STEPS):
        word = str(step * 7919 % 10_007)
        counts[word] = counts.get(word, 0) + len(word)
    return len(counts)


def report(cores: int, figures: dict[str, float]) -> None:
    print(
        f"{cores} core{'s' if cores > 1 else ' '}: {figures['documents_per_s']:.1f} articles/s, "
        f"{figures['words_per_s']:.0f} words/s, {figures['references_per_document']:.2f} reference loops an article, "
        f"engine loaded in {figures['load_s']:.2f} s, at most {figures['peak_mb']:.0f} MB"
    )


def start_up() -> float:
    """Seconds of a whole command on one article, from the shell and back."""
    article = next((ROOT / "data" / "articles").glob("*.txt"))
    command = [sys.executable, "-m", "geo", "parse", str(article)]

    def run() -> None:
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)

    return statistics.median(timed(run) for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
