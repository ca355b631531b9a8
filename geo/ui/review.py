"""The queue of mentions that nobody has looked at, one at a time, the least certain first, with a key for every answer."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.drawing import cards, text, words
from geo.types import Mention
from geo.ui import assets, choosing, deciding, desk, reviewing, session, visit
from geo.ui.facts import done
from geo.ui.reviewing import Looked

KEY = "review_view"

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".review");
  root.view = root.view || new ReviewView(root, (what, number) => {
    root.send("press", [root.view.key, what, number, Date.now()]);
  });
  root.send = setTriggerValue;
  root.view.fill(data);
  return () => root.view.leave();
}
"""

_component = st.components.v2.component(
    "dateline_review",
    html='<div class="review" role="region" aria-label="Mention to look at" tabindex="-1"></div>',
    css=assets.style("review"),
    js=assets.script("review", _MOUNT),
)


def review_view() -> None:
    """The mention at hand with its sentence, its place and why, and the others that it may mean.

    Stands beside the project's map, and before it: it picks the place that the map shows.
    """
    with st.container(key="review", gap="small"):
        looked = reviewing.current()
        if looked is None:
            _end()
        else:
            _component(key=KEY, data=told(looked), on_press_change=_pressed)
            deciding.who_view("review_who", labelled=False)
            if reviewing.asks_place():
                _, article, *_ = looked.spot
                asked = choosing.words_of(article, looked.mention, reviewing.scope())
                choosing.place_dialog(asked, decide=reviewing.answer)


def told(looked: Looked) -> dict[str, Any]:
    """What static/dateline/review.js shows, as plain values."""
    kept, mention, article = reviewing.kept(), looked.mention, looked.story.article
    before, surface, after, when = cards.excerpt(looked.story, looked.number)
    about = cards.about(mention)
    return {
        "key": looked.spot[0],
        "turn": kept["turn"],
        "progress": list(reviewing.progress()),
        "title": text.browser_text(article.title or article.id),
        "published": " · ".join(text.browser_text(fact) for fact in (article.outlet, words.day(article.date)) if fact),
        "excerpt": [before, surface, after, when],
        "sign": GONE if looked.gone else "",
        "name": about["name"],
        "about": about["about"],
        "percent": about["percent"],
        "sure": about["sure"],
        "reasons": about["reasons"],
        "heading": about["others"],
        "others": others(mention),
        "role": "A location" if mention.role == "associative" else "A government",
        "flagged": mention.state == "flagged",
        "can": {"right": mention.place is not None, "back": bool(kept["trail"]), "undo": bool(kept["done"])},
        "wide": kept["wide"],
        "same": reviewing.same(looked),
        "told": text.browser_text(kept["told"]),
        "last": last(kept),
    }


GONE = "✕ Said to be no place"


def others(mention: Mention) -> list[list[str]]:
    """The places that a number chooses: name, probability, what tells it from its namesakes."""
    decided = words.is_decided(mention)
    offered = reviewing.choices(mention)
    labels = words.told_apart((other.place for other in offered), besides=mention.place)
    return [
        [label, "" if decided else words.percent(other.confidence), choosing.facts(other.place)]
        for label, other in zip(labels, offered, strict=True)
    ]


def last(kept: dict[str, Any]) -> str:
    """What the last decision changed, where that was more than one mention."""
    count = kept["done"][-1]["count"] if kept["done"] else 0
    return f"Changed {words.count(count, 'mention')}." if count > 1 else ""


def _pressed() -> None:
    reported = visit.trigger(KEY, "press")
    if reported:
        key, what, number = reported[:3]
        before = desk.revision()
        reviewing.press(int(key), str(what), int(number or 0))
        if desk.revision() != before:  # filters and figures follow
            st.rerun(session.EXPLORER)


def _end() -> None:
    """Behind the last one: what is left, and the ways on."""
    looked, everything = reviewing.progress()
    left = everything - looked
    if not everything:
        st.info("There is no mention that the filter keeps.")
        return
    st.success(
        f"All {everything:,} mentions were looked at." if not left else f"This is the end. {left:,} were skipped."
    )
    with st.container(horizontal=True):
        if (
            left
            and st.button("Look at those", type="primary", key="review_again", help="Go through the skipped ones")
            and done(reviewing.again)
        ):
            st.rerun()
        if reviewing.kept()["trail"] and st.button(
            "‹ Back to the last one", key="review_back", help="Look at the last one once more"
        ):
            reviewing.press(0, "back")
            st.rerun()
        if reviewing.kept()["done"] and st.button("Undo", key="review_undo", help="Take the last decision back"):
            reviewing.press(0, "undo")
            st.rerun()
