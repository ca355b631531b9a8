"""The evidence for each answer that a level has: numbers from 0 to 1 with one meaning each (`geo.focus.weights`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geo.focus.votes import BODY, Vote
from geo.focus.weights import FEATURES
from geo.types import Place

LEAST_NAMED = 0.05
"""Part of what is named that an option takes at least: a long text is not about the one place that it happens to begin with."""

Option = Callable[[Place], str | None]
"""Which option a place speaks for. None: for none, it stands above them."""


@dataclass(frozen=True)
class Evidence:
    """The options of a level and what speaks for each."""

    keys: tuple[str, ...]
    """The options in order of their first vote."""
    rows: np.ndarray
    """(options, features) by `weights.FEATURES`."""
    none: np.ndarray
    """(features,) by `weights.NONE_FEATURES`."""


def is_country(place: Place) -> bool:
    """Whether it is a country or dependency."""
    return (place.feature or "").startswith("A.PCL")


def is_division(place: Place) -> bool:
    """Whether it is a first-level division."""
    return place.feature == "A.ADM1"


def gather(told: Sequence[Vote], option: Option) -> Evidence:
    """The evidence of a level from the votes that concern it."""
    groups: dict[str, list[Vote]] = {}
    for vote in told:
        key = option(vote.place)
        if key is not None:
            groups.setdefault(key, []).append(vote)
    least = LEAST_NAMED * sum(vote.belief for vote in told)
    groups = {key: group for key, group in groups.items() if sum(vote.belief for vote in group) >= least}
    text = [vote for vote in told if vote.part in BODY]
    first = _first(text, option)
    whole = {
        "lead": sum(vote.belief for vote in text if vote.lead),
        "away": sum(vote.belief for vote in text if vote.away),
        "headline": max(1.0, sum(map(_in_headline, groups.values()))),
    }
    rows = [_row(group, first, whole) for group in groups.values()]
    named = [sum(vote.belief for vote in group if vote.part in BODY) for group in groups.values()]
    return Evidence(
        tuple(groups),
        np.array(rows) if rows else np.zeros((0, len(FEATURES))),
        np.array(_for_none(text, option, named, first)),
    )


def _row(group: Sequence[Vote], first: Mapping[int, float], whole: Mapping[str, float]) -> list[float]:
    text = [vote for vote in group if vote.part in BODY]
    named = [vote for vote in group if vote.literal or vote.part != "text"]
    return [
        sum(vote.belief * first[vote.mention] for vote in text if vote.mention in first),
        _part(sum(vote.belief for vote in text if vote.lead), whole["lead"]),
        _most(vote for vote in named if _is_local(vote.place)),
        _part(_in_headline(group), whole["headline"]),
        _most(vote for vote in group if vote.part == "dateline"),
        _part(sum(vote.belief for vote in text if vote.away), whole["away"]),
    ]


def _for_none(text: Iterable[Vote], option: Option, named: Iterable[float], first: Mapping[int, float]) -> list[float]:
    ranked = sorted(named, reverse=True)
    opening = [vote for vote in text if vote.mention == min(first, default=None)]
    return [
        sum(vote.belief for vote in opening if option(vote.place) is None),
        _part(ranked[1], ranked[0]) if len(ranked) > 1 else 0.0,
        float(len(first) > 1),
    ]


def _first(text: Sequence[Vote], option: Option) -> dict[int, float]:
    """The mention that the text names first, and what it counts: half each, where it shares its breath with another option."""
    first = min((vote.mention for vote in text), default=None)
    if first is None:
        return {}
    opening = [vote for vote in text if vote.mention == first]
    beside = opening[0].beside
    here, there = (
        {option(vote.place) for vote in text if vote.mention == number} - {None} for number in (first, beside)
    )
    return {first: 0.5, beside: 0.5} if beside is not None and there and not here & there else {first: 1.0}


def _most(group: Iterable[Vote]) -> float:
    return max((vote.belief for vote in group), default=0.0)


def _in_headline(group: Iterable[Vote]) -> float:
    return _most(vote for vote in group if vote.part == "headline" and not is_country(vote.place))


def _part(some: float, whole: float) -> float:
    return some / whole if whole else 0.0


def _is_seat(place: Place) -> bool:
    return place.feature == "P.PPLC"


def _is_local(place: Place) -> bool:
    return not (is_country(place) or is_division(place) or _is_seat(place))
