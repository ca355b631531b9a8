"""The card of the picked mention: the place, how sure that is and why, and every sentence that names it."""

from __future__ import annotations

import streamlit as st

from geo.drawing import cards
from geo.types import Story
from geo.ui import assets, session

KEY = "card_view"

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".card");
  root.view = root.view || new CardView(root, mention => {
    try { window.datelineArticle.show(mention, true); } catch (error) { /* the rerun shows it */ }
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
    data = cards.overview(story, of=of) if picked is None else cards.card(story, picked)
    _component(key=KEY, data=data, on_pick_change=_picked)


def _picked() -> None:
    picked = session.trigger(KEY, "pick")
    if picked:
        session.pick_elsewhere(session.number(picked[0]))
