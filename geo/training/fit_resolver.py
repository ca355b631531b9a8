"""Fit the resolver's weights: `python -m geo.training.fit_resolver --models DIR0 DIR1 --out FILE CORPUS.jsonl …`.

    --models DIR …   taggers by fold: the n-th was trained without the documents of fold n, and finds the mentions of those;
                     - for a fold that is not to be learnt from
    --out FILE       the weights (JSON)

A conditional logit over each name's candidates and "none of these" (McFadden 1974): the weights that make the right
candidates likeliest. What the context features say depends on the weights, so fitting and deciding take turns.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from geo import files
from geo.gazetteer import Gazetteer
from geo.recognition import Tagger
from geo.resolution.decision import decide
from geo.resolution.evidence import FEATURES, NONE_FEATURES, against_all
from geo.resolution.weights import Weights
from geo.training.corpus import LEFT_OUT
from geo.training.lessons import Lesson, read_lessons, right_answers, snippets

TURNS = 3
"""Turns of deciding and fitting; from the second on the loss moves by less than .005."""
RIDGE = 0.003
"""Weight of the squared weights in the loss; keeps features that always come together from growing without bound."""
START = {"population": 3.0, "largest": 1.0, "country": 2.0, "adm1": 1.0, "held": 4.0, "country_share": 2.0, "near": 0.5}
"""Weights of the first turn, a rule of thumb."""


def main() -> None:
    options = _options()
    write(fit_on(options.models, options.corpora, Gazetteer(options.gazetteer)), options.out)


def fit_on(models: Sequence[Path], corpora: Sequence[Path], gazetteer: Gazetteer) -> Weights:
    """Weights from the mentions that the taggers find, each in the documents of its fold."""
    lessons = [
        lesson
        for number, directory in enumerate(models)
        if directory != LEFT_OUT
        for lesson in read_lessons(corpora, number, len(models), Tagger(directory), gazetteer)
    ]
    return fit([part for lesson in lessons for part in (lesson, *snippets(lesson))], gazetteer)


def write(weights: Weights, path: Path) -> None:
    """The weights as the engine reads them."""
    table = {
        "candidate": dict(zip(FEATURES, (round(float(w), 4) for w in weights.candidate), strict=True)),
        "none": dict(zip(NONE_FEATURES, (round(float(w), 4) for w in weights.none), strict=True)),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")


def fit(lessons: Sequence[Lesson], gazetteer: Gazetteer) -> Weights:
    """Weights from lessons; the same lessons give the same weights."""
    weights = Weights(np.array([START.get(f, 0.0) for f in FEATURES]), np.zeros(len(NONE_FEATURES)))
    for turn in range(TURNS):
        cases = [c for lesson in lessons for c in _cases(lesson, gazetteer, weights)]
        weights, loss = _fit_once(cases, weights)
        print(f"turn {turn}: {len(cases)} decisions, loss {loss:.4f}", flush=True)
    return weights


class _Case(NamedTuple):
    rows: np.ndarray
    against: np.ndarray
    right: np.ndarray
    """(candidates + 1,) True where the answer is right; the last is "none of these"."""
    weight: float


def _cases(lesson: Lesson, gazetteer: Gazetteer, weights: Weights) -> Iterator[_Case]:
    decisions = decide(lesson.text, lesson.mentions, gazetteer, weights)
    for decision in decisions:
        golds = [lesson.gold[i] for i in decision.name.mentions if lesson.gold[i] != "unknown"]
        if not golds or not decision.name.matches:
            continue
        against = against_all(decision.name, lesson.mentions, len(decisions) - 1)
        for gold in golds:
            # A name repeated n times counts as the root of n, or a few long articles would set the weights.
            yield _Case(decision.rows, against, right_answers(decision, gold), len(golds) ** -0.5)


def _fit_once(cases: list[_Case], before: Weights) -> tuple[Weights, float]:
    """One convex fit with L-BFGS from the weights before."""
    most = max(len(c.rows) for c in cases)
    rows = torch.zeros(len(cases), most, len(FEATURES), dtype=torch.float64)
    real = torch.zeros(len(cases), most + 1, dtype=torch.bool)
    right = torch.zeros(len(cases), most + 1, dtype=torch.bool)
    for i, case in enumerate(cases):
        n = len(case.rows)
        rows[i, :n] = torch.from_numpy(case.rows)
        real[i, :n], real[i, -1] = True, True
        right[i, :n], right[i, -1] = torch.from_numpy(case.right[:-1]), bool(case.right[-1])
    against = torch.from_numpy(np.stack([c.against for c in cases]))
    weight = torch.tensor([c.weight for c in cases], dtype=torch.float64)
    w = torch.tensor(np.concatenate([before.candidate, before.none]), requires_grad=True)

    def loss() -> torch.Tensor:
        scores = torch.cat([rows @ w[: len(FEATURES)], (against @ w[len(FEATURES) :])[:, None]], dim=1)
        logs = scores.masked_fill(~real, -1e9).log_softmax(1)
        likelihood = logs.masked_fill(~right, -1e9).logsumexp(1)
        return -(likelihood * weight).sum() / weight.sum() + RIDGE * (w**2).mean()

    optimiser = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        value = loss()
        value.backward()
        return value

    optimiser.step(closure)
    found = w.detach().numpy()
    with torch.no_grad():
        return Weights(found[: len(FEATURES)].copy(), found[len(FEATURES) :].copy()), loss().item()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--models", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=files.RESOLVER)
    parser.add_argument("--gazetteer", type=Path, default=files.PLACES)
    return parser.parse_args()


if __name__ == "__main__":
    main()
