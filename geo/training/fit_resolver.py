"""Fit the resolver's weights: `python -m geo.training.fit_resolver --models DIR0 DIR1 --out FILE CORPUS.jsonl …`.

    --models DIR …   taggers by fold: the n-th was trained without the documents of fold n, and finds the mentions of those;
                     - for a fold that is not to be learnt from
    --out FILE       the weights (JSON)

A conditional logit over each name's candidates and "none of these" (McFadden 1974), linear first and then with a hidden
layer beside it: the weights that make the right candidates likeliest. What the context features say depends on the weights, so
fitting and deciding take turns.
"""

from __future__ import annotations

import argparse
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
from geo.resolution.weights import Net, Weights
from geo.training.corpus import LEFT_OUT
from geo.training.lessons import Lesson, read_lessons, right_answers, snippets

LINEAR_TURNS, TURNS = 2, 4
"""Turns of deciding and fitting: the first with the linear part alone, so that the nets learn from a settled context."""
RIDGE = 0.003
"""Weight of the squared weights in the loss; keeps features that always come together from growing without bound."""
UNITS = 24
"""Of a net's hidden layer."""
NETS = 4
"""Nets fitted from different starts and averaged."""
NET_RIDGE = 0.03
"""Weight of the nets' squared weights, by the mean over their number."""
STEPS, RATE = 150, 0.01
"""Of Adam, on all cases at once."""
NOTHING = -30.0
"""Logarithm of a probability next to nothing, for a wrong answer."""
DROPOUT = 0.5
"""Share of the hidden units left out in a step."""
START = {"population": 3.0, "largest": 1.0, "country": 2.0, "adm1": 1.0, "held": 4.0, "country_share": 2.0, "near": 0.5}
"""Weights of the first turn, a rule of thumb."""


def main() -> None:
    options = _options()
    fit_on(options.models, options.corpora, Gazetteer(options.gazetteer)).save(options.out)


def fit_on(models: Sequence[Path], corpora: Sequence[Path], gazetteer: Gazetteer) -> Weights:
    """Weights from the mentions that the taggers find, each in the documents of its fold."""
    lessons = [
        lesson
        for number, directory in enumerate(models)
        if directory != LEFT_OUT
        for lesson in read_lessons(corpora, number, len(models), Tagger(directory), gazetteer)
    ]
    return fit([part for lesson in lessons for part in (lesson, *snippets(lesson))], gazetteer)


def fit(lessons: Sequence[Lesson], gazetteer: Gazetteer) -> Weights:
    """Weights from lessons; the same lessons give the same weights."""
    weights = Weights(np.array([START.get(f, 0.0) for f in FEATURES]), np.zeros(len(NONE_FEATURES)))
    for turn in range(TURNS):
        cases = [c for lesson in lessons for c in _cases(lesson, gazetteer, weights)]
        table = _Table.of(cases)
        weights, loss = _fit_linear(table, weights) if turn < LINEAR_TURNS else _fit_nets(table, weights)
        print(f"turn {turn}: {len(cases)} decisions, loss {loss:.4f}", flush=True)
    return weights


class _Case(NamedTuple):
    rows: np.ndarray
    against: np.ndarray
    right: np.ndarray
    """(candidates + 1,) True where the answer is right; the last is "none of these"."""
    weight: float


def _cases(lesson: Lesson, gazetteer: Gazetteer, weights: Weights) -> Iterator[_Case]:
    decisions = decide(lesson.text, lesson.mentions, gazetteer, weights, lesson.home)
    for decision in decisions:
        golds = [lesson.gold[i] for i in decision.name.mentions if lesson.gold[i] != "unknown"]
        if not golds or not decision.name.matches:
            continue
        against = against_all(decision.name, lesson.mentions, len(decisions) - 1)
        for gold in golds:
            # A name repeated n times counts as the root of n, or a few long articles would set the weights.
            yield _Case(decision.rows, against, right_answers(decision, gold), len(golds) ** -0.5)


class _Table(NamedTuple):
    """All cases, their answers one below the other: each case's candidates, and at the end every case's "none of these"."""

    rows: torch.Tensor
    """(candidates of all cases, features)"""
    against: torch.Tensor
    """(cases, none features)"""
    case: torch.Tensor
    """(answers,) number of the case that each answer belongs to."""
    right: torch.Tensor
    """(answers,) 0 where the answer is right, else the logarithm of next to nothing."""
    weight: torch.Tensor
    """(cases,)"""

    @classmethod
    def of(cls, cases: Sequence[_Case]) -> _Table:
        numbers = [np.full(len(c.rows), i) for i, c in enumerate(cases)]
        right = np.concatenate([*(c.right[:-1] for c in cases), [c.right[-1] for c in cases]]).astype(bool)
        return cls(
            torch.from_numpy(np.concatenate([c.rows for c in cases])).float(),
            torch.from_numpy(np.stack([c.against for c in cases])).float(),
            torch.from_numpy(np.concatenate([*numbers, np.arange(len(cases))])),
            torch.from_numpy(np.where(right, 0.0, NOTHING)).float(),
            torch.tensor([c.weight for c in cases]),
        )

    def loss(self, candidates: torch.Tensor, none: torch.Tensor) -> torch.Tensor:
        """How unlikely these scores make the right answers."""
        scores = torch.cat([candidates, none])
        likelihood = self._sum(scores + self.right) - self._sum(scores)
        return -(likelihood * self.weight).sum() / self.weight.sum()

    def _sum(self, scores: torch.Tensor) -> torch.Tensor:
        """(cases,) logarithm of the sum of the powers of each case's scores."""
        size = len(self.weight)
        top = torch.full((size,), NOTHING).scatter_reduce(0, self.case, scores.detach(), "amax")
        powers = (scores - top[self.case]).exp()
        return torch.zeros(size).index_add(0, self.case, powers).clamp_min(1e-12).log() + top


def _fit_linear(table: _Table, before: Weights) -> tuple[Weights, float]:
    """One convex fit with L-BFGS from the weights before."""
    w = torch.tensor(np.concatenate([before.candidate, before.none]), dtype=torch.float32, requires_grad=True)

    def loss() -> torch.Tensor:
        return table.loss(table.rows @ w[: len(FEATURES)], table.against @ w[len(FEATURES) :]) + RIDGE * (w**2).mean()

    optimiser = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        value = loss()
        value.backward()
        return value

    optimiser.step(closure)
    found = w.detach().double().numpy()
    with torch.no_grad():
        return Weights(found[: len(FEATURES)].copy(), found[len(FEATURES) :].copy()), loss().item()


def _fit_nets(table: _Table, before: Weights) -> tuple[Weights, float]:
    """The linear part goes on from before, the nets from small random weights; their mean is one net of all units."""
    fitted = [_fit_net(table, before, seed) for seed in range(NETS)]
    linear = [np.mean([parts[i].detach().double().numpy() for parts, _ in fitted], axis=0) for i in range(2)]
    nets = [_joined([parts[2 + 3 * i : 5 + 3 * i] for parts, _ in fitted]) for i in range(2)]
    return Weights(linear[0], linear[1], nets[0], nets[1]), float(np.mean([loss for _, loss in fitted]))


def _fit_net(table: _Table, before: Weights, seed: int) -> tuple[list[torch.Tensor], float]:
    random = torch.Generator().manual_seed(seed)
    parts = [torch.tensor(before.candidate, dtype=torch.float32), torch.tensor(before.none, dtype=torch.float32)]
    for size in (len(FEATURES), len(NONE_FEATURES)):
        inner = torch.randn(size, UNITS, generator=random) * size**-0.5
        parts += [inner, torch.zeros(UNITS), torch.randn(UNITS, generator=random) * 0.1]
    for part in parts:
        part.requires_grad_(True)
    optimiser = torch.optim.Adam(parts, lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)

    def scores(rows: torch.Tensor, linear: torch.Tensor, net: list[torch.Tensor], kept: torch.Tensor) -> torch.Tensor:
        return rows @ linear + ((rows @ net[0] + net[1]).relu() * kept) @ net[2]

    value = torch.zeros(())
    for _ in range(STEPS):
        kept = (torch.rand(2, UNITS, generator=random) >= DROPOUT).float() / (1 - DROPOUT)
        candidates = scores(table.rows, parts[0], parts[2:5], kept[0])
        none = scores(table.against, parts[1], parts[5:8], kept[1])
        linear = (parts[0] ** 2).mean() + (parts[1] ** 2).mean()
        inner = sum((part**2).mean() for part in parts[2:])
        value = table.loss(candidates, none) + RIDGE * linear + NET_RIDGE * inner
        optimiser.zero_grad()
        value.backward()
        optimiser.step()
        schedule.step()
    return parts, value.item()


def _joined(nets: Sequence[Sequence[torch.Tensor]]) -> Net:
    """The mean of nets as one net of all their units."""
    inner, bias, outer = ([part.detach().double().numpy() for part in parts] for parts in zip(*nets, strict=True))
    return Net(np.concatenate(inner, axis=1), np.concatenate(bias), np.concatenate(outer) / len(nets))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--models", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=files.RESOLVER)
    parser.add_argument("--gazetteer", type=Path, default=files.PLACES)
    return parser.parse_args()


if __name__ == "__main__":
    main()
