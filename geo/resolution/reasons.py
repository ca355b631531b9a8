"""Why a place was chosen, in plain words, from the evidence that made the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from geo.gazetteer.yours import own_file
from geo.resolution.context import is_wide
from geo.resolution.decision import Decision
from geo.resolution.evidence import FEATURES, NEAR_KM, distances_km
from geo.resolution.outlet import Home
from geo.resolution.weights import Weights
from geo.types import Place

REASONS = 4
"""Reasons given at most: what the card shows without scrolling."""

LEAST_SHARE = 0.15
"""Log-odds below which a feature made no difference worth telling (odds of 1.16)."""


@dataclass(frozen=True)
class Outcome:
    """What the decisions of an article came to, looked up once for all of their reasons."""

    decisions: Sequence[Decision]
    places: tuple[Place | None, ...]
    """The likeliest place of each decision. None: "none of these" is likelier than any one candidate."""
    points: np.ndarray
    """(decisions, 3) unit vectors of those places; NaN, which is near nothing, where there is none or it is a country."""
    home: Home | None = None
    """Where the outlet's readers live."""
    codes: Counter[str | None] = field(default_factory=Counter)
    """How many of those places are in each country and division, by code; under "" how many there are."""

    @classmethod
    def of(cls, decisions: Sequence[Decision], home: Home | None = None) -> Outcome:
        tops = [int(np.argmax(d.probabilities)) for d in decisions]
        places = tuple(
            d.name.matches[top].place if top < len(d.name.matches) else None
            for d, top in zip(decisions, tops, strict=True)
        )
        points = np.full((len(decisions), 3), np.nan)
        for i, (decision, top, place) in enumerate(zip(decisions, tops, places, strict=True)):
            if place is not None and not (place.feature or "").startswith("A.PCL"):
                points[i] = decision.name.vectors[top]
        told = [place for place in places if place]
        codes = Counter(code for place in told for code in (place.country_code, place.adm1_code, ""))
        return cls(decisions, places, points, home, codes)


def explain(index: int, chosen: int, outcome: Outcome, weights: Weights) -> tuple[str, ...]:
    """Reasons for candidate `chosen` of decision `index`, most weighty first, each said once."""
    decision = outcome.decisions[index]
    told = [_own(decision, chosen) or _sole(decision)] if len(decision.name.matches) == 1 else [_own(decision, chosen)]
    told += [_TELL[f](index, chosen, outcome) for f in _weighty(decision, chosen, weights) if f in _TELL]
    told += [_spelling(decision, chosen)]
    said = tuple(dict.fromkeys(filter(None, told)))[:REASONS]
    return said or (f"the likeliest of {len(decision.name.matches)} places of that name",)


def explain_none(decision: Decision) -> tuple[str, ...]:
    """Reasons for an unresolved name."""
    count = len(decision.name.matches)
    if not count:
        return ("the gazetteer has no place of that name",)
    best = int(np.argmax(decision.probabilities[:-1]))
    guess = f"{decision.name.matches[best].place.label} is the likeliest, with {decision.probabilities[best]:.0%}"
    if count == 1:
        return ("too little speaks for the only place of that name that the gazetteer has", guess)
    return (f"too little speaks for any of the {count} places of that name", guess)


def _weighty(decision: Decision, chosen: int, weights: Weights) -> list[str]:
    """Features that the chosen candidate has more of than the others, and gains by, largest gain first."""
    gain = np.where(decision.rows[chosen] > 0, gains(decision, chosen, weights), 0.0)
    return [FEATURES[i] for i in np.argsort(-gain, kind="stable") if gain[i] >= LEAST_SHARE]


def gains(decision: Decision, chosen: int, weights: Weights) -> np.ndarray:
    """(features,) log-odds that a candidate gains by each feature: what its score loses when it has what the others have."""
    rows, probabilities = decision.rows, decision.probabilities[:-1]
    rest = np.delete(rows, chosen, axis=0)
    shares = np.delete(probabilities, chosen) + 1e-9
    usual = (rest * shares[:, None]).sum(axis=0) / shares.sum() if len(rest) else np.zeros(rows.shape[1])
    without = np.repeat(rows[chosen][None], rows.shape[1], axis=0)
    np.fill_diagonal(without, usual)
    return weights.scores(rows[chosen][None])[0] - weights.scores(without)


def _place(decision: Decision, chosen: int) -> Place:
    return decision.name.matches[chosen].place


def _own(decision: Decision, chosen: int) -> str | None:
    file = own_file(_place(decision, chosen))
    return f"one of your own places ({file})" if file else None


def _sole(decision: Decision) -> str:
    return "the only place of that name in the gazetteer"


def _prominence(index: int, chosen: int, outcome: Outcome) -> str | None:
    decision = outcome.decisions[index]
    people = [m.place.population or 0 for m in decision.name.matches]
    if len(people) < 2 or people[chosen] < max(people) or not people[chosen]:
        return None
    if (_place(decision, chosen).feature or "").startswith("A.PCL"):
        return "it is a country"
    return f"the most populous of {len(people)} places of that name"


def _sort(word: str) -> Callable[..., str]:
    return lambda index, chosen, outcome: f"it is {word}"


def _held(index: int, chosen: int, outcome: Outcome) -> str | None:
    outer = sorted(outcome.decisions[index].name.holders)
    return f"the text puts it in “{outcome.decisions[outer[0]].name.surface}”" if outer else None


def _holds(index: int, chosen: int, outcome: Outcome) -> str | None:
    inner = sorted(outcome.decisions[index].name.held)
    return f"the text puts “{outcome.decisions[inner[0]].name.surface}” in it" if inner else None


def _times(index: int, chosen: int, outcome: Outcome, level: str) -> str | None:
    """How often the place that holds the candidate is itself named."""
    here = _place(outcome.decisions[index], chosen)
    for i, best in enumerate(outcome.places):
        if i == index or best is None or not _is_holder(best, here, level):
            continue
        times = len(outcome.decisions[i].name.mentions)
        return f"{best.name} is named {'once' if times == 1 else f'{times} times'}"
    return None


def _is_holder(outer: Place, inner: Place, level: str) -> bool:
    if level == "country":
        return (outer.feature or "").startswith("A.PCL") and outer.country_code == inner.country_code
    return outer.feature == "A.ADM1" and outer.adm1_code == inner.adm1_code


def _company(index: int, chosen: int, outcome: Outcome, level: str) -> str | None:
    """How many of the article's other places are in the same country or division."""
    here = _place(outcome.decisions[index], chosen)
    code = here.country_code if level == "country" else here.adm1_code
    own = outcome.places[index]
    others = outcome.codes[""] - (own is not None)
    same = outcome.codes[code] - (own is not None and code in (own.country_code, own.adm1_code))
    if not code or not same:
        return None
    where = _country_name(code, outcome) if level == "country" else here.adm1_name or code
    return f"{same} of the article’s {others} other places {'is' if same == 1 else 'are'} in {where}"


def _beside(index: int, chosen: int, outcome: Outcome, level: str) -> str | None:
    """A place named beside this one that is in the same country or division."""
    decision = outcome.decisions[index]
    here = _place(decision, chosen)
    code = here.country_code if level == "country" else here.adm1_code
    for i in sorted(decision.name.beside - decision.name.namesakes):
        other = outcome.places[i]
        if code and other and code == (other.country_code if level == "country" else other.adm1_code):
            where = _country_name(code, outcome) if level == "country" else here.adm1_name or code
            return f"“{outcome.decisions[i].name.surface}” beside it is in {where}"
    return None


def _home(index: int, chosen: int, outcome: Outcome) -> str | None:
    return outcome.home.told if outcome.home else None


def _country_name(code: str, outcome: Outcome) -> str:
    return next(
        (p.name for p in outcome.places if p and p.country_code == code and (p.feature or "")[:5] == "A.PCL"), code
    )


def _neighbours(index: int, chosen: int, outcome: Outcome) -> str | None:
    if is_wide(_place(outcome.decisions[index], chosen)):
        return None
    km = distances_km(outcome.points, outcome.decisions[index].name.vectors[chosen])
    count = int((np.delete(km, index) <= NEAR_KM).sum())
    if not count:
        return None
    return f"{count} other place{'s' if count > 1 else ''} of this article within {NEAR_KM:.0f} km"


def _spelling(decision: Decision, chosen: int) -> str | None:
    match = decision.name.matches[chosen]
    telling = {
        "demonym": f"“{decision.name.surface}” names the people or things of {match.place.name}",
        "abbreviation": f"“{decision.name.surface}” is short for {match.place.name}",
        "former": f"“{match.name}” is a former name of {match.place.name}",
        "alternate": f"“{match.name}” is another name of {match.place.name}",
    }
    return telling.get(match.kind) if match.name != match.place.name else None


_TELL: dict[str, Callable[..., str | None]] = {
    "population": _prominence,
    "largest": _prominence,
    "share": _prominence,
    "country": _sort("a country"),
    "adm1": _sort("a first-level division"),
    "capital": _sort("a national capital"),
    "cue": _sort("the sort of place that the words beside it name"),
    "held": _held,
    "holds": _holds,
    "country_share": lambda i, c, d: _company(i, c, d, "country"),
    "adm1_share": lambda i, c, d: _company(i, c, d, "division"),
    "country_named": lambda i, c, d: _times(i, c, d, "country"),
    "adm1_named": lambda i, c, d: _times(i, c, d, "division"),
    "near": _neighbours,
    "near_beside": _neighbours,
    "lead": _prominence,
    "rank": _prominence,
    "seat": _sort("the seat of a first-level division"),
    "top_country": lambda i, c, d: _company(i, c, d, "country"),
    "top_adm1": lambda i, c, d: _company(i, c, d, "division"),
    "country_beside": lambda i, c, d: _beside(i, c, d, "country"),
    "adm1_beside": lambda i, c, d: _beside(i, c, d, "division"),
    "country_first": lambda i, c, d: _company(i, c, d, "country"),
    "adm1_first": lambda i, c, d: _company(i, c, d, "division"),
    "home_country": _home,
    "home_adm1": _home,
    "home_near": _home,
}
