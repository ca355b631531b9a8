"""Deciding which place each name of an article means: all names at once, each in the light of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.gazetteer import Gazetteer
from geo.gazetteer.yours import own_file
from geo.resolution import evidence
from geo.resolution.context import Ground, gather, with_context
from geo.resolution.names import Name, group
from geo.resolution.outlet import Home
from geo.resolution.weights import Weights
from geo.types import Mention

ROUNDS = 5
"""Times the names look at each other. A sixth round moves 1 probability in 300 by more than .01 (development corpora)."""

LEAST_SHARE = 0.5
"""Belief in the likeliest pair of which the text is true, over that in the likeliest pair of all, from which a name and the one
said to hold it are brought together. Of nine such contradictions in the development corpora the two above it were what the
text said; of the seven below, six were two names beside each other ("China, Japan")."""

DOUBT = 0.2
"""Probability that the text says no such thing after all; a judgement."""


def is_own(name: Name) -> bool:
    """Whether the user's own places are what the name may mean: then it means one of them."""
    return bool(name.matches) and all(own_file(match.place) for match in name.matches)


@dataclass(frozen=True)
class Decision:
    """One name with the probability of each candidate and the evidence behind it."""

    name: Name
    rows: np.ndarray
    """(candidates, features) evidence."""
    probabilities: np.ndarray
    """(candidates + 1,) the last is "none of these"."""


def decide(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, weights: Weights, home: Home | None = None
) -> tuple[Decision, ...]:
    """Decide every name of an article, whose outlet's readers live at `home`."""
    names = group(text, mentions, gazetteer)
    others = len(names) - 1
    fixed = [evidence.fixed(text, mentions, name, others, home) for name in names]
    against = [_against(name, mentions, others, weights) for name in names]
    decisions = tuple(
        Decision(name, rows, _probabilities(name, rows, none, weights))
        for name, rows, none in zip(names, fixed, against, strict=True)
    )
    ground = Ground.of(names)
    heard = _heard(names)
    for turn in range(ROUNDS):
        looking = heard if 0 < turn < ROUNDS - 1 else range(len(names))
        decisions = _look_around(looking, ground, fixed, against, decisions, weights)
    return reconciled(ground.inside, decisions)


def _heard(names: Sequence[Name]) -> Sequence[int]:
    """The names that a whole article hears; in one of thousands the others look around in the first and last round only."""
    told = {i for name in names for i in (*name.holders, *name.held)}
    return sorted({*range(min(len(names), evidence.CONTEXT_NAMES)), *told})


def _look_around(
    looking: Iterable[int],
    ground: Ground,
    fixed: Sequence[np.ndarray],
    against: Sequence[float],
    decisions: tuple[Decision, ...],
    weights: Weights,
) -> tuple[Decision, ...]:
    beliefs = [d.probabilities[:-1] for d in decisions]
    context = gather(ground, beliefs)
    updated = list(decisions)
    for i in looking:
        rows = with_context(fixed[i], i, ground, beliefs, context)
        name = ground.names[i]
        updated[i] = Decision(name, rows, _probabilities(name, rows, against[i], weights))
    return tuple(updated)


def reconciled(
    inside_by_pair: Mapping[tuple[int, int], np.ndarray], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """The decisions without such as contradict each other: Athens in the state of Georgia, and Georgia the country.

    The rounds leave some, since each name hears the other's doubt and not its choice. `inside_by_pair` as in `Ground.inside`.
    """
    found = list(decisions)
    for (inner, outer), inside in inside_by_pair.items():
        held, holder = (found[i].probabilities[:-1] for i in (inner, outer))
        if not inside.any() or inside[held.argmax(), holder.argmax()]:
            continue
        if (np.outer(held, holder) * inside).max() <= LEAST_SHARE * held.max() * holder.max():
            continue
        found[outer] = _told(found[outer], held @ inside)
        found[inner] = _told(found[inner], inside @ found[outer].probabilities[:-1])
    return tuple(found)


def _told(decision: Decision, support: np.ndarray) -> Decision:
    """With the (candidates,) belief that what the text says is true of each; "none of these" stays as likely as it was."""
    *candidates, none = decision.probabilities
    weighed = np.array(candidates) * (DOUBT + (1.0 - DOUBT) * support)
    return replace(decision, probabilities=np.append(weighed * (1.0 - none) / weighed.sum(), none))


def _against(name: Name, mentions: Sequence[Mention], others: int, weights: Weights) -> float:
    """The score of "none of these". Against the user's own places nothing speaks but the recogniser's doubt."""
    speaking = evidence.against_all(name, mentions, others)
    if is_own(name):
        return float(speaking[evidence.NONE_FEATURES.index("doubt")])
    return float(weights.against(speaking[None])[0])


def _probabilities(name: Name, rows: np.ndarray, against: float, weights: Weights) -> np.ndarray:
    scores = weights.scores(rows)
    if is_own(name):
        scores = scores - np.logaddexp.reduce(scores)  # they weigh 1 together, so only namesakes among them compete
    scores = np.append(scores, against)
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
