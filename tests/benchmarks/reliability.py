"""How far confidences can be believed: reliability bins, expected calibration error, what a threshold shows and keeps.

    python -m tests.benchmarks.reliability GOLD.jsonl TOLD.jsonl [GOLD.jsonl TOLD.jsonl …] [--at P] [--told-only]

TOLD is the output of `python -m geo parse --format jsonl` or, for documents that the models have not learnt from, of
`geo.training.cross_validate`. Counted are the located predictions, but for those on nothing but gold without a point; one is
right when it overlaps a gold mention and is within 161 km of its point or has its id, so a spurious mention is wrong too.

    ece             mean distance of confidence and share right over ten equal bins, weighted by what they hold
    shown           share of the predictions with a confidence of P and more (.5 unless told)
    right           share of these that is right
    kept            share of the right predictions that is among them: what a reader who sees no others still sees
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from tests.benchmarks.scoring import BINS, add_pairs, bins, calibration_error, read_pairs, tally

AT = 0.5
"""Where the map begins to draw a place as believed."""

Beliefs = Sequence[tuple[float, bool]]


class Threshold(NamedTuple):
    """What showing only the predictions from a confidence on would do; shares of 1, None of nothing."""

    shown: float | None
    right: float | None
    kept: float | None


class Bin(NamedTuple):
    low: float
    high: float
    count: int
    confidence: float
    """Mean of the bin; with no predictions 0."""
    right: float
    """Share; with no predictions 0."""


def at_threshold(beliefs: Beliefs, at: float = AT) -> Threshold:
    rights = [right for p, right in beliefs if p >= at]
    every = sum(right for _, right in beliefs)
    return Threshold(
        len(rights) / len(beliefs) if beliefs else None,
        sum(rights) / len(rights) if rights else None,
        sum(rights) / every if every else None,
    )


def reliability(beliefs: Beliefs) -> list[Bin]:
    """The bins from the least to the most confident."""
    return [
        Bin(n / BINS, (n + 1) / BINS, len(inside), _mean(p for p, _ in inside), _mean(right for _, right in inside))
        for n, inside in enumerate(bins(beliefs))
    ]


def _mean(values) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def summary(name: str, beliefs: Beliefs, at: float) -> str:
    error, shares = calibration_error(beliefs), at_threshold(beliefs, at)
    told = "".join(f"{'–':>10}" if share is None else f"{100 * share:9.1f}%" for share in shares)
    return f"{name:16}{len(beliefs):8}" + (f"{'–':>8}" if error is None else f"{error:8.4f}") + told


def table(name: str, beliefs: Beliefs) -> list[str]:
    """The corpus's filled bins; the gap is confidence less share right: above 0 it is too sure."""
    rows = [f"{name:16}{'count':>8}{'confidence':>12}{'right':>8}{'gap':>8}"]
    for low, high, count, confidence, right in reliability(beliefs):
        if count:
            rows.append(
                f"    {low:.1f} to {high:.1f}  {count:8}{confidence:12.3f}{right:8.3f}{confidence - right:+8.3f}"
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_pairs(parser)
    parser.add_argument("--at", type=float, default=AT, metavar="P", help="the threshold (default .5)")
    options = parser.parse_args()
    beliefs: dict[str, Beliefs] = {n: tally(gold, told).beliefs for n, gold, told in read_pairs(options, parser)}
    if len(beliefs) > 1:
        beliefs["all"] = tuple(chain.from_iterable(beliefs.values()))
    print(f"{'':16}{'count':>8}{'ece':>8}{'shown':>10}{'right':>10}{'kept':>10}   at p ≥ {options.at}")
    print("\n".join(summary(name, found, options.at) for name, found in beliefs.items()))
    for name, found in beliefs.items():
        print("\n" + "\n".join(table(name, found)))


if __name__ == "__main__":
    main()
