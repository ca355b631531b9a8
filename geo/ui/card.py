"""The card of the picked mention: the place, how sure that is and why, and every sentence that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from geo.drawing import cards, words
from geo.types import Place, Story
from geo.ui import assets, engine, session, visit

KEY = "card_view"

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".card");
  root.view = root.view || new CardView(root, mention => {
    try { if (!data.apart) window.datelineArticle.show(mention, true); } catch (error) { /* the rerun shows it */ }
    root.send("pick", [mention, Date.now()]);
  });
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


def card_view(story: Story, *, of: Story) -> None:
    """The card, or what to do where nothing is picked yet; `of` is the whole story that `story` shows."""
    picked = session.mention(story)
    if picked is None:
        shown_view(cards.overview(story, of=of), pick=session.pick_elsewhere)
    else:
        mention_view(story, picked, pick=session.pick_elsewhere)


def mention_view(story: Story, number: int, *, pick: Callable[[int | None], None]) -> None:
    """The card of a mention of a story; `pick` as in `shown_view`."""
    shown_view(cards.card(story, number) | {"names": names(story.mentions[number].place)}, pick=pick)


def names(place: Place | None) -> str:
    """What else the place is called."""
    return words.other_names(engine.names(place.id), place.label) if place else ""


def shown_view(data: Mapping[str, Any], *, pick: Callable[[int | None], None]) -> None:
    """A card as `geo.drawing.cards` tells it; `pick` is told the number of an excerpt, None: back to the overview."""

    def report() -> None:
        reported = visit.trigger(KEY, "pick")
        if reported:
            pick(visit.number(reported[0]))

    _component(key=KEY, data=dict(data), on_pick_change=report)
