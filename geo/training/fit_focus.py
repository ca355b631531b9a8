"""Fit the numbers of the focus: `python -m geo.training.fit_focus tests/gold/focus.jsonl`.

Reads the cases that are marked `"part": "learn"` with the engine as it ships and prints the numbers for `geo/focus/weights.py`.
A conditional logit over the options of each level and "none" (McFadden 1974), each level given the right answer above it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
from geopy.distance import great_circle

from geo import pipeline
from geo.focus import inside, weigh, within
from geo.focus.evidence import Evidence
from geo.focus.votes import Vote, cast_votes
from geo.focus.weights import FEATURES, NONE_FEATURES, Level
from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.types import Article

RIDGE = 0.002
"""Weight of the squared numbers for each decision; of .001 to .01 the best in six-fold cross-validation by a little."""

STEPS, STILL = 50, 1e-8
"""Newton steps at most, and the gradient at which it is done."""

SAME_KM = 25.0
"""How far the answer may lie from the place wanted: a town has its district and its airport beside it."""

LEVELS: tuple[Level, ...] = get_args(Level)


class Lesson(NamedTuple):
    """One decision with its right answer."""

    level: Level
    evidence: Evidence
    right: int
    """Number of the right option; that of options: none of them."""


def main() -> None:
    gold = [json.loads(line) for line in _options().gold.open(encoding="utf8")]
    engine = pipeline.load(threads=1)
    for_option, for_none, none_at = fit(lessons((case for case in gold if case["part"] == "learn"), engine))
    print("OPTION =", dict(zip(FEATURES, for_option, strict=True)))
    print("NONE =", dict(zip(NONE_FEATURES, for_none, strict=True)))
    print("NONE_AT =", none_at)


def lessons(cases: Iterable[Mapping[str, Any]], engine: pipeline.Engine) -> Iterator[Lesson]:
    """The decisions of every case; one whose right answer is no option teaches nothing."""
    for case in cases:
        article = Article(case["text"], title=case["title"])
        story = pipeline.parse(article, engine)
        told = cast_votes(article, story.mentions, pipeline.headline(article, story.mentions, engine))
        yield from of_case(case, told, engine.gazetteer)


def of_case(case: Mapping[str, Any], told: Sequence[Vote], gazetteer: Gazetteer | Layered) -> Iterator[Lesson]:
    """Country, division and place, each among the votes that the right answers above leave."""
    country, division = case["country"], case["adm1"]
    asked: list[tuple[Level, Sequence[Vote], str | None]] = [("country", told, country)]
    if country:
        asked.append(("adm1", within(told, country), division))
    asked.append(("place", inside(told, country, division, gazetteer), case["place_id"]))
    for level, concerned, wanted in asked:
        evidence = weigh(concerned, level)
        options = [*evidence.keys, None]
        right = [
            i
            for i, key in enumerate(options)
            if key == wanted or (level == "place" and is_same(key, wanted, gazetteer))
        ]
        if right:
            yield Lesson(level, evidence, right[0])


def fit(taught: Iterable[Lesson]) -> tuple[list[float], list[float], dict[Level, float]]:
    """The numbers that make the right answers likeliest: for an option, for none, and for none by level."""
    tables = [(_table(lesson), lesson.right) for lesson in taught]
    width = len(FEATURES) + len(NONE_FEATURES) + len(LEVELS)
    weights, ridge = np.zeros(width), RIDGE * len(tables)
    for _ in range(STEPS):
        gradient, curvature = ridge * weights, ridge * np.eye(width)
        for table, right in tables:
            powers = np.exp(table @ weights - (table @ weights).max())
            shares = powers / powers.sum()
            mean = shares @ table
            gradient += mean - table[right]
            curvature += (table * shares[:, None]).T @ table - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step * min(1.0, 3.0 / np.abs(step).max())  # a longer step would overshoot
        if np.abs(gradient).max() < STILL:
            break
    rounded = [round(float(weight), 2) + 0.0 for weight in weights]
    options, nones = len(FEATURES), len(FEATURES) + len(NONE_FEATURES)
    return rounded[:options], rounded[options:nones], dict(zip(LEVELS, rounded[nones:], strict=True))


def _table(lesson: Lesson) -> np.ndarray:
    """(options + 1, numbers) with "none" as the last row."""
    rows, none = lesson.evidence.rows, lesson.evidence.none
    table = np.zeros((len(rows) + 1, len(FEATURES) + len(NONE_FEATURES) + len(LEVELS)))
    table[:-1, : len(FEATURES)] = rows
    table[-1, len(FEATURES) : -len(LEVELS)] = none
    table[-1, LEVELS.index(lesson.level) - len(LEVELS)] = 1.0
    return table


def is_same(key: str | None, wanted: str | None, gazetteer: Gazetteer | Layered) -> bool:
    """Whether two ids are of one place, or of two so close that either will do; None is the same as None only."""
    if key == wanted:
        return True
    one, other = (gazetteer.get(id) if id else None for id in (key, wanted))
    return bool(one and other) and great_circle((one.lat, one.lon), (other.lat, other.lon)).km <= SAME_KM


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
