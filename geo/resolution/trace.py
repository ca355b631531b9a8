"""The whole trace of a decision in lines of text: every candidate with its probability and what spoke for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from geo.resolution.decision import Decision
from geo.resolution.evidence import FEATURES
from geo.resolution.reasons import gains
from geo.resolution.weights import Weights

CANDIDATES_TOLD = 5
"""Candidates of a name, the likeliest first; the others are only counted."""

LEAST_GAIN = 0.05
"""Log-odds below which a feature is left out."""


def trace(decisions: Iterable[Decision], weights: Weights) -> Iterator[str]:
    """Lines for all decisions: the name, then each candidate with its gains in log-odds against the other candidates."""
    for decision in decisions:
        name = decision.name
        times = "once" if len(name.mentions) == 1 else f"{len(name.mentions)} times"
        yield f"“{name.surface}”, named {times}: {_counted(len(name.matches))}, none of them {decision.probabilities[-1]:.3f}"
        order = np.argsort(-decision.probabilities[:-1], kind="stable")
        for i in order[:CANDIDATES_TOLD]:
            match = name.matches[i]
            told = f"{match.place.label} ({match.place.id}, {match.place.feature}, {match.kind} name “{match.name}”)"
            yield f"  {decision.probabilities[i]:.3f} {told}"
            if words := _gains(decision, int(i), weights):
                yield f"        {words}"
        if len(order) > CANDIDATES_TOLD:
            rest = decision.probabilities[order[CANDIDATES_TOLD:]].sum()
            yield f"  {rest:.3f} the other {len(order) - CANDIDATES_TOLD} together"


def _counted(count: int) -> str:
    return {0: "no place of that name", 1: "1 place of that name"}.get(count, f"{count} places of that name")


def _gains(decision: Decision, chosen: int, weights: Weights) -> str:
    gain = gains(decision, chosen, weights)
    order = [i for i in np.argsort(-np.abs(gain), kind="stable") if abs(gain[i]) >= LEAST_GAIN]
    return ", ".join(f"{FEATURES[i]} {decision.rows[chosen, i]:.2f} → {gain[i]:+.2f}" for i in order)
