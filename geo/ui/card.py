"""The card of the picked mention: the place, how sure that is and why, and every sentence that names it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.drawing import text, words
from geo.types import Mention, Place, Story
from geo.ui import assets, session

KEY = "card_view"

CONTEXT = 90
"""Code points of an excerpt on either side of its mention, cut at a word."""

MOST_ALTERNATIVES = 4
"""Alternatives shown; those after them are hardly ever right."""

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".card");
  root.view = root.view || new CardView(root, mention => root.send("pick", [mention, Date.now()]));
  root.send = setTriggerValue;
  root.view.fill(data);
}
"""

_component = st.components.v2.component(
    "dateline_card",
    html='<div class="card" role="region" aria-label="Picked place" aria-live="polite"></div>',
    css=assets.style("card"),
    js=assets.script("card", _MOUNT),
)


def card_view(story: Story) -> None:
    """The card, or what to do where nothing is picked yet."""
    picked = session.mention(story)
    _component(key=KEY, data=card(story, picked) if picked is not None else _empty(story), on_pick_change=_picked)


def card(story: Story, number: int) -> dict[str, Any]:
    """Everything the card shows of a mention, as plain values."""
    mention = story.mentions[number]
    same = _same_place(story, number)
    shown = {
        "excerpts": [[other, *excerpt(story.article.text, story.mentions[other])] for other in same],
        "current": same.index(number),
        "alternatives": _alternatives(mention),
        "reasons": list(mention.resolution.reasons) if mention.resolution else [],
    }
    return shown | (_found(mention, mention.place) if mention.place else _not_found(mention))


def excerpt(article: str, mention: Mention) -> tuple[str, str, str]:
    """What stands before, in and after a mention, within its paragraph."""
    before = article[max(0, mention.start - CONTEXT) : mention.start]
    after = article[mention.end : mention.end + CONTEXT]
    if "\n" in before:
        before = before.rpartition("\n")[2]
    elif mention.start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    if "\n" in after:
        after = after.partition("\n")[0]
    elif mention.end + CONTEXT < len(article):
        after = after.rpartition(" ")[0] + " …"
    return tuple(text.browser_text(part) for part in (before, article[mention.start : mention.end], after))


def _same_place(story: Story, number: int) -> list[int]:
    place = text.place_numbers(story).get(number)
    return [number] if place is None else list(story.places[place].mentions)


def _found(mention: Mention, place: Place) -> dict[str, Any]:
    where = mention.location or place
    about = [words.feature(place), words.coordinates(lat=where.lat, lon=where.lon)]
    if mention.location and mention.location.radius_km:
        about.append(f"about {mention.location.radius_km:g} km around")
    if mention.role == "associative":
        about.append("here for its government, people or team")
    return {
        "name": place.label,
        "about": " · ".join(about),
        "link": _geonames(place),
        "percent": words.percent(mention.confidence),
        "sure": words.sureness(mention.confidence),
        "question": "Why this place",
    }


def _not_found(mention: Mention) -> dict[str, Any]:
    return {
        "name": text.browser_text(mention.surface),
        "about": "Read as a place, but not on the map",
        "link": None,
        "percent": "",
        "sure": "Not located",
        "question": "Why not",
    }


def _alternatives(mention: Mention) -> list[list[str]]:
    found = mention.resolution.alternatives if mention.resolution else ()
    return [[other.place.label, words.percent(other.confidence)] for other in found[:MOST_ALTERNATIVES]]


def _geonames(place: Place) -> int | None:
    source, _, number = place.id.partition(":")
    return int(number) if source == "geonames" and number.isascii() and number.isdecimal() else None


def _empty(story: Story) -> dict[str, Any]:
    if not story.mentions:
        return {"empty": ["No place was found in this text.", "Names of towns, regions, countries, seas and borders are looked for."]}
    if not story.places:
        return {"empty": ["Nothing in this text could be put on the map.", "Pick a dotted name in the text to see why."]}
    return {"empty": ["Pick a place in the text or on the map.", "Its sentences, and why it was put there, appear here."]}


def _picked() -> None:
    picked = session.trigger(KEY, "pick")
    if picked:
        session.pick_elsewhere(int(picked[0]))
