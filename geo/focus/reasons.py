"""Why a story is about a place, or about none, in plain words. Names are the gazetteer's, never the text's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.focus.evidence import is_country, is_division
from geo.focus.votes import BODY, Vote
from geo.types import Focus, Place

REASONS = 4
"""Reasons given at most."""

LEAST_COMPANY = 1 / 3
"""Part of the places from which it is worth telling that they lie in one area."""


def explain(focus: Focus, told: Sequence[Vote]) -> tuple[str, ...]:
    """Reasons for a focus that there is, as they weigh in general: headline, dateline, beginning, company, contrast."""
    chosen = [vote for vote in told if vote.chosen]
    areas = [part.place for part in focus.parts]
    tellers = (_headline, _dateline, _opening, _company)
    said = [reason for teller in tellers if (reason := teller(areas, chosen))]
    contrast = _contrast(areas, chosen)
    return (*(said or ["the likeliest of what is named"]), *([contrast] if contrast else []))[:REASONS]


def explain_none(told: Sequence[Vote]) -> tuple[str, ...]:
    """Why a story is about no one place."""
    chosen = [vote for vote in told if vote.chosen]
    if not chosen:
        return ("no place is named that could be told",)
    first = next((vote for vote in chosen if vote.part in BODY), chosen[0])
    other = next((vote for vote in chosen if vote.mention == first.beside), None)
    if other and other.place.country_code != first.place.country_code:
        return (f"{first.place.name} and {other.place.name} are named in one breath",)
    countries = len({vote.place.country_code for vote in chosen} - {None})
    if countries > 1:
        return (f"places in {countries} countries are named, and too little speaks for one of them",)
    return ("too little speaks for what is named",)


def _headline(areas: Sequence[Place], chosen: Iterable[Vote]) -> str | None:
    named = _finest_in(areas, [vote.place for vote in chosen if vote.part == "headline"])
    return f"the headline names {named.name}" if named else None


def _dateline(areas: Sequence[Place], chosen: Iterable[Vote]) -> str | None:
    named = next((vote.place for vote in chosen if vote.part in ("dateline", "hometown")), None)
    return f"the dateline is {named.name}" if named and _lies_in(named, areas[0]) else None


def _opening(areas: Sequence[Place], chosen: Iterable[Vote]) -> str | None:
    text = [vote for vote in chosen if vote.part == "text"]
    if text and _finest_in(areas, [text[0].place]):
        return f"{text[0].place.name} is the first place that the text names"
    lead = _finest_in(areas, [vote.place for vote in text if vote.lead])
    return f"the first lines name {lead.name}" if lead else None


def _company(areas: Sequence[Place], chosen: Iterable[Vote]) -> str | None:
    """How many of the locations lie in the smallest area that holds more than one of them."""
    named = {vote.place.id: vote.place for vote in chosen if vote.literal or vote.part != "text"}
    for area in areas:
        inside = sum(_lies_in(place, area) for place in named.values())
        if inside > 1 and inside >= LEAST_COMPANY * len(named):
            return f"{inside} of {len(named)} places lie in {area.name}"
    return None


def _contrast(areas: Sequence[Place], chosen: Iterable[Vote]) -> str | None:
    """What is named more often than the focus and is passed over all the same."""
    mentions: dict[str, list[Vote]] = {}
    for vote in chosen:
        mentions.setdefault(vote.place.id, []).append(vote)
    most = max(mentions.values(), key=len, default=())
    if not most:
        return None
    place, times, first = most[0].place, len(most), next((vote for vote in chosen if vote.part == "text"), None)
    if times <= max(1, len(mentions.get(areas[0].id, ()))) or any(place.id == area.id for area in areas):
        return None
    if _lies_in(place, areas[0]) or (first and first.place.id == place.id):
        return None
    if not any(vote.literal for vote in most):
        return f"{place.name} is named {times} times, but as a government, people or team"
    return f"{place.name} is named {times} times, but further down or in passing"


def _finest_in(areas: Sequence[Place], places: Sequence[Place]) -> Place | None:
    """The first of the places that lies in the finest area which holds any of them."""
    return next((place for area in areas for place in places if _lies_in(place, area)), None)


def _lies_in(place: Place, area: Place) -> bool:
    if place.id == area.id:
        return True
    if is_country(area):
        return place.country_code == area.country_code
    return is_division(area) and place.adm1_code is not None and place.adm1_code == area.adm1_code
