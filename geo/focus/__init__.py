"""Focus: what a story is about, not what it names most. votes → evidence → decision → reasons.

The country is decided first, then a first-level division within it, then a place within that: each from the places that the
article names there, and each with "none" as one of the answers. So a confidence never exceeds that of what lies around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from geo.focus.evidence import Evidence, gather, is_country, is_division
from geo.focus.reasons import explain, explain_none
from geo.focus.votes import Vote, cast_votes
from geo.focus.weights import FOR_NONE, FOR_OPTION, NONE_AT, Level
from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.types import Article, Candidate, Focus, Mention, Place

TOWNS_NEAR, NEAR_KM = 5, 40.0
"""Towns that are asked which division a site lies in, and how far away they may be. Gold case: the Chernobyl exclusion zone,
whose nearest town is 28 km away."""


TOLD_AT = 0.25
"""Probability below which a part is not told: a blank is better than a guess that is wrong three times in four."""


class Decided(NamedTuple):
    """The answer of one level."""

    key: str | None
    """Country code, division code or id of a place. None: none of the options."""
    probability: float
    """Given the answer of the level above."""


NO_DIVISION = Decided(None, 1.0)
"""Of what lies in no country."""


def find_focus(
    article: Article, mentions: Sequence[Mention], headline: Sequence[Mention], gazetteer: Gazetteer | Layered
) -> Focus:
    """What the article is about, from its resolved mentions and those of a headline that stands apart from the text."""
    told = cast_votes(article, mentions, headline)
    country = decide(told, "country")
    division = decide(within(told, country.key), "adm1") if country.key else NO_DIVISION
    place = decide(inside(told, country.key, division.key, gazetteer), "place")
    in_division = country.probability * division.probability
    found = next((vote.place for vote in told if vote.chosen and vote.place.id == place.key), None)
    focus = Focus(
        country=_candidate(gazetteer.country(country.key) if country.key else None, country.probability),
        adm1=_candidate(gazetteer.division(division.key) if division.key else None, in_division),
        place=_candidate(found, in_division * place.probability),
    )
    if focus.country and focus.place and not focus.adm1:
        around = _division_around(focus.place.place, gazetteer)
        focus = replace(focus, adm1=_candidate(around, focus.place.confidence))
    return replace(focus, reasons=explain(focus, told) if focus.finest else explain_none(told))


def decide(told: Sequence[Vote], level: Level) -> Decided:
    """The likeliest option of a level, or none of them."""
    evidence = weigh(told, level)
    scores = np.append(evidence.rows @ FOR_OPTION, evidence.none @ FOR_NONE + NONE_AT[level])
    powers = np.exp(scores - scores.max())
    best = int(np.argmax(powers))
    return Decided((*evidence.keys, None)[best], float(powers[best] / powers.sum()))


def weigh(told: Iterable[Vote], level: Level) -> Evidence:
    """The options of a level with their evidence; the place is one that a mention was resolved to, so that it is on the map."""
    counted = [vote for vote in told if vote.chosen or level != "place"]
    return gather(counted, _OPTION_OF[level])


def within(told: Iterable[Vote], country: str | None) -> list[Vote]:
    """What is said of a country and of places in it."""
    return [vote for vote in told if vote.place.country_code == country]


def inside(
    told: Iterable[Vote], country: str | None, division: str | None, gazetteer: Gazetteer | Layered
) -> list[Vote]:
    """What may name the place that a story is about, once country and division are known.

    Without a country: what lies in none, a sea or a border. Without a division: what lies in none of the country's, and seas.
    """
    if country is None:
        return within(told, None)
    if division is None:
        return [v for v in told if v.place.country_code in (country, None) and not v.place.adm1_code]
    around = gazetteer.division(division)

    def is_inside(place: Place) -> bool:
        if place.adm1_code:
            return place.adm1_code == division
        return around is not None and not is_country(place) and around.covers(lat=place.lat, lon=place.lon)

    return [vote for vote in within(told, country) if is_inside(vote.place)]


_OPTION_OF: dict[Level, Callable[[Place], str | None]] = {
    "country": lambda place: place.country_code,
    "adm1": lambda place: place.adm1_code,
    "place": lambda place: None if is_country(place) or is_division(place) else place.id,
}
"""By level, the option that a place speaks for. None: for none of them."""


def _candidate(place: Place | None, confidence: float) -> Candidate | None:
    return Candidate(place, round(confidence, 4)) if place and confidence >= TOLD_AT else None


def _division_around(place: Place, gazetteer: Gazetteer | Layered) -> Place | None:
    """The division that a site or zone without one lies in, as the towns around it say."""
    if place.adm1_code or not (place.feature or "").startswith(("S.", "P.", "L.ZN", "A.ADM")):
        return None
    for km, town in gazetteer.near(lat=place.lat, lon=place.lon, limit=TOWNS_NEAR, feature_class="P"):
        if km <= NEAR_KM and town.country_code == place.country_code and town.adm1_code:
            return gazetteer.division(town.adm1_code)
    return None


__all__ = ["find_focus"]
