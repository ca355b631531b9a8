"""A text of a megabyte: seconds and memory of one parse, for the README, run by hand on an otherwise idle machine.

    python -m tests.benchmarks.long_text [--megabytes N]

The text is made of the sentences of the sample articles, shuffled anew each time they are used up, so that names meet in ever
new company. Each row is measured in a fresh process, on one core and on two, for half the text and for all of it: time should
double and memory hardly grow. Beside the seconds stands their ratio to the reference loop of `throughput.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import time

from tests.benchmarks.throughput import ROOT, ROUNDS, reference_loop, timed

MEGABYTE = 1_000_000
"""Bytes of UTF-8."""

SENTENCES_A_PARAGRAPH = 5

_SENTENCE_END = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])|\n+")


def main() -> None:
    options = _options()
    if options.measure:
        print(json.dumps(measure(options.megabytes)))
        return
    available = sorted(os.sched_getaffinity(0))
    print(
        f"{'MB of text':>10}{'cores':>7}{'seconds':>9}{'ref. loops':>12}{'mentions':>10}{'MB loaded':>11}{'MB at most':>12}"
    )
    for cores in (1, 2)[: len(available)]:
        for megabytes in (options.megabytes / 2, options.megabytes):
            report(megabytes, available[:cores])


def long_text(size: int, seed: int = 1) -> str:
    """About so many bytes of the sample articles' sentences in paragraphs, the same for the same seed."""
    from geo.reading import sample_articles

    chance = random.Random(seed)
    sentences = [part for article in sample_articles() for part in _SENTENCE_END.split(article.text) if part.strip()]
    paragraphs: list[str] = []
    written = 0
    while written < size:
        chance.shuffle(sentences)
        for first in range(0, len(sentences), SENTENCES_A_PARAGRAPH):
            paragraphs.append(" ".join(sentences[first : first + SENTENCES_A_PARAGRAPH]))
            written += len(paragraphs[-1].encode()) + 2
            if written >= size:
                break
    return "\n\n".join(paragraphs)


def report(megabytes: float, cores: list[int]) -> None:
    """One row, measured in a fresh process on those cores."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.long_text", "--measure", "--megabytes", str(megabytes)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    row = json.loads(done.stdout)
    times = f"{row['seconds']:9.1f}{row['references']:12.0f}"
    sizes = f"{row['mentions']:10}{row['loaded_mb']:11.0f}{row['peak_mb']:12.0f}"
    print(f"{megabytes:10.2f}{len(cores):7}{times}{sizes}", flush=True)


def measure(megabytes: float) -> dict[str, float]:
    """What one process sees of one parse; the reference loop runs before and after it, since machines are not always alike."""
    import geo

    engine = geo.load(threads=len(os.sched_getaffinity(0)))
    geo.parse("Rain fell in Minsk.", engine)
    text = long_text(round(megabytes * MEGABYTE))
    loaded_mb = _peak_mb()
    reference = [timed(reference_loop) for _ in range(ROUNDS)]
    started = time.perf_counter()
    story = geo.parse(text, engine)
    seconds = time.perf_counter() - started
    reference += [timed(reference_loop) for _ in range(ROUNDS)]
    return {
        "seconds": seconds,
        "references": seconds / statistics.median(reference),
        "mentions": len(story.mentions),
        "loaded_mb": loaded_mb,
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    """Most memory so far; Linux counts in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1.0, metavar="N", help="size of the text (default 1)")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
