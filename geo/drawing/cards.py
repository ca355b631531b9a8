"""What a card says of a mention, as plain values for static/dateline/card.js."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from geo.drawing import text, words
from geo.excerpts import sentence
from geo.types import Mention, Place, Story

CONTEXT = 150
"""Code points of an excerpt on either side of its mention; a longer sentence is cut at a word."""

MOST_ALTERNATIVES = 4
"""Alternatives shown; those after them are hardly ever right."""

NOW, BEFORE = "It could also be", "Before a person decided, it could also be"
"""What stands above the alternatives; how likely they were is left out once somebody has decided."""

MOST_PLACES = 14
"""Places in the overview: two or three lines of them."""

MOST_EXCERPTS = 40
"""Excerpts in a card at a time, around the picked one; previous and next lead through all."""


def card(story: Story, number: int) -> dict[str, Any]:
    """Everything the card shows when a mention is picked."""
    same = same_place(story, number)
    at = same.index(number)
    first = max(0, min(at - MOST_EXCERPTS // 2, len(same) - MOST_EXCERPTS))
    return about(story.mentions[number]) | {
        "count": len(same),
        "position": at,
        "previous": same[at - 1] if at else None,
        "next": same[at + 1] if at + 1 < len(same) else None,
        "excerpts": [[other, *excerpt(story, other)] for other in same[first : first + MOST_EXCERPTS]],
        "current": number,
    }


@dataclass(frozen=True)
class Told:
    """A sentence of one of several articles that names a place."""

    before: str
    surface: str
    after: str
    when: str
    """The days that it speaks of, or nothing."""
    article: str
    """The headline of its article, with outlet and day."""
    confidence: float
    """That the place is the one meant there."""


def gathered(mention: Mention, told: Sequence[Told], count: int, at: int | None) -> dict[str, Any]:
    """Everything the card shows of a place that several articles name.

    `mention`: what is known of the place by one of them; `count`: all sentences, of which `told` are the first; `at`: which of
    them is open beside the map. None: none is, and what one mention alone says is left out.
    """
    here = -1 if at is None else at
    first = max(0, min(here - MOST_EXCERPTS // 2, len(told) - MOST_EXCERPTS))
    shown = list(enumerate(told))[first : first + MOST_EXCERPTS]
    picked = at is not None or len(told) == 1
    known = about(mention) if picked or not mention.place else _of_all(mention, mention.place, told)
    return known | {
        "count": count,
        "position": at,
        "previous": at - 1 if at else None,
        "next": here + 1 if here + 1 < len(told) else None,
        "excerpts": [_row(number, each, told[number - 1] if number > first else None) for number, each in shown],
        "current": at,
    }


def _row(number: int, each: Told, above: Told | None) -> list[Any]:
    """An excerpt for the card, headed by its article where that is another than the one above."""
    before, after = each.before[-CONTEXT:], each.after[:CONTEXT]
    before = "… " + before.partition(" ")[2] if len(before) < len(each.before) else before
    after = after.rpartition(" ")[0] + " …" if len(after) < len(each.after) else after
    heading = "" if above and above.article == each.article else each.article
    words = (before, each.surface, after, each.when, heading)
    return [number, *(text.browser_text(part) for part in words)]


def overview(story: Story, *, of: Story | None = None) -> dict[str, Any]:
    """What the card shows while nothing is picked: what to do, and the places named most.

    `of` is the whole story where `story` shows only a part of its mentions.
    """
    if not story.places and of and of != story:
        return {
            "empty": ["No location to show here.", _switched_off(story, of)],
            "most_named": [],
        }
    if not story.mentions:
        looked = "Names of towns, regions, countries, seas, borders and zones were looked for."
        return {"empty": ["No place was found in this text.", looked], "most_named": []}
    if not story.places:
        hint = "Pick a dotted name in the text to see why."
        return {"empty": ["Nothing in this text could be put on the map.", hint], "most_named": []}
    most = sorted(story.places, key=lambda place: -len(place.mentions))[:MOST_PLACES]
    return {
        "empty": ["Pick a place in the text or on the map.", _found_in(story, part=of is not None and of != story)],
        "most_named": [[place.mentions[0], place.place.name, len(place.mentions)] for place in most],
    }


def _switched_off(part: Story, whole: Story) -> str:
    """What of the whole story is not in the part."""
    body = whole.body if part.body is part else whole
    said = []
    if part.literal is part and body.literal is not body:
        said.append("Governments, peoples and teams are switched off.")
    if body is not whole:
        said.append("Menus, captions and links are switched off.")
    return " ".join(said)


def _found_in(story: Story, *, part: bool) -> str:
    mentions, places = len(story.mentions), len(story.places)
    said = ("is shown" if part else "was found") if mentions == 1 else ("are shown" if part else "were found")
    found = f"{words.count(mentions, 'mention')} of {words.count(places, 'place')} {said}"
    often = any(len(place.mentions) > 1 for place in story.places)
    return f"{found}; most often named:" if often else f"{found}:"


def about(mention: Mention) -> dict[str, Any]:
    """What the card says of the mention itself, without its sentences."""
    reasons = [*(mention.resolution.reasons if mention.resolution else ()), *filter(None, [words.review(mention)])]
    others = BEFORE if words.is_decided(mention) else NOW
    shown = {
        "others": others,
        "alternatives": _alternatives(mention),
        "reasons": [text.browser_text(reason) for reason in reasons],
    }
    return shown | (_found(mention, mention.place) if mention.place else _not_found(mention))


def excerpt(story: Story, number: int) -> tuple[str, str, str, str]:
    """What stands before, in and after a mention within its sentence; the days it speaks of and its page, or nothing."""
    whole, mention = story.article.text, story.mentions[number]
    first, last = sentence(whole, mention.start, mention.end)
    low, high = max(first, mention.start - CONTEXT), min(last, mention.end + CONTEXT)
    before, after = whole[low : mention.start], whole[mention.end : high]
    before = "… " + before.partition(" ")[2] if low > first else before
    after = after.rpartition(" ")[0] + " …" if high < last else after
    named = text.browser_text(whole[mention.start : mention.end])
    return text.browser_text(before), named, text.browser_text(after), _when_and_where(story, mention)


def _when_and_where(story: Story, mention: Mention) -> str:
    part = story.article.part(mention.start)
    told = [words.days(mention.when) if mention.when else "", text.browser_text(part.label) if part else ""]
    return " · ".join(filter(None, told))


def same_place(story: Story, number: int) -> list[int]:
    """The mentions of the same place in text order; of one without a place, those that are called the same."""
    place = text.place_numbers(story).get(number)
    if place is not None:
        return list(story.places[place].mentions)
    name = story.mentions[number].surface.lower()
    return [other for other, mention in enumerate(story.mentions) if mention.surface.lower() == name]


def _found(mention: Mention, place: Place) -> dict[str, Any]:
    where = mention.location or place
    facts = [words.feature(place), words.coordinates(lat=where.lat, lon=where.lon)]
    if mention.location and mention.location.radius_km:
        facts.append(f"within about {mention.location.radius_km:g} km")
    if mention.role == "associative":
        facts.append("here its government, people or team")
    facts += filter(None, [words.STATES.get(mention.state)])
    return {
        "name": place.label,
        "at": f"{where.lat:.5f}, {where.lon:.5f}",
        "about": " · ".join(facts),
        "link": _geonames(place),
        "percent": words.percent(mention.confidence),
        "sure": words.sureness(mention.confidence),
        "question": "Why this place",
        "counted": "Named",
    }


def _of_all(mention: Mention, place: Place, told: Sequence[Told]) -> dict[str, Any]:
    """What holds for the place in all its sentences."""
    low, high = (words.percent(bound(each.confidence for each in told)) for bound in (min, max))
    shared = replace(mention, role="literal", state="unverified")
    return _found(shared, place) | {
        "percent": high if low == high else f"{low[:-1]}–{high}",
        "sure": words.sureness(min(each.confidence for each in told)) + ("" if low == high else " or more"),
        "alternatives": [],
        "reasons": ["Pick a sentence to read why this place is meant there."],
    }


def _not_found(mention: Mention) -> dict[str, Any]:
    return {
        "name": text.browser_text(mention.surface),
        "about": "Read as a place, but not on the map",
        "link": None,
        "percent": "",
        "sure": "Not located",
        "question": "Why not",
        "counted": "In this article",
    }


def _alternatives(mention: Mention) -> list[list[str]]:
    found = mention.resolution.alternatives if mention.resolution else ()
    sure = ["" if words.is_decided(mention) else words.percent(other.confidence) for other in found]
    labels = words.told_apart((other.place for other in found), besides=mention.place)
    return [[label, told] for label, told in zip(labels, sure, strict=True)][:MOST_ALTERNATIVES]


def _geonames(place: Place) -> int | None:
    source, _, number = place.id.partition(":")
    return int(number) if source == "geonames" and number.isascii() and number.isdecimal() else None
