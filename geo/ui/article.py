"""The article with its mentions as buttons."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from geo.drawing import text
from geo.drawing.memo import per_story
from geo.types import Story
from geo.ui import assets, memory, session, visit

KEY = "article_view"

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".article");
  const mapFrame = () => [...document.querySelectorAll("iframe")].map(frame => {
    try { return frame.contentWindow.dateline; } catch (error) { return null; }
  }).find(Boolean);
  let view = root.view;
  if (!view) {
    view = root.view = new ArticleView(root, (mention, place) => {
      try { mapFrame().lead(place >= 0 ? place : null); } catch (error) { /* the rerun moves it */ }
      view.send("pick", [mention, Date.now()]);
    });
    view.onHover = (place, on) => { try { mapFrame().glance(place, on); } catch (error) { /* no map yet */ } };
  }
  view.send = setTriggerValue;
  view.onSelect = data.markable ? (start, end) => view.send("select", [start, end, Date.now()]) : null;
  window.datelineArticle = view;
  if (root.dataset.version !== data.version) {
    const same = (root.dataset.version || "").split(":")[0] === data.version.split(":")[0];
    const at = root.scrollTop;
    root.dataset.version = data.version;
    view.fill(data.article);
    root.scrollTop = same ? at : 0;   // the same text, other marks: the reader stays where they are
  }
  if (view.order_ !== data.order || view.picked !== data.picked) view.show(data.picked, view.order_ !== data.order);
  view.order_ = data.order;
}
"""

_component = st.components.v2.component(
    "dateline_article",
    html='<div class="article" role="region" aria-label="Article" tabindex="-1"></div>',
    css=assets.style("article") + ".article { height: var(--text-height, 70vh); padding: 2px 14px 40px 2px; }",
    js=assets.script("article", _MOUNT),
)


def article_view(story: Story) -> None:
    """The text; a click or Enter on a mention picks it, Escape picks none."""
    shown_view(text.article(story), version=version(story), picked=session.mention(story), pick=session.pick_in_text)


def shown_view(
    shown: Mapping[str, Any], *, version: str, picked: int | None, pick: Callable[[int | None], None]
) -> None:
    """A text as `geo.drawing.text.article` tells it; `pick` is told the number of a mention, None: the reader picked none."""

    def report() -> None:
        reported = visit.trigger(KEY, "pick")
        if reported:
            pick(visit.number(reported[0]))

    _component(
        key=KEY,
        data={
            "article": shown,
            "version": version,
            "picked": picked,
            "order": session.scrolls(),
            "markable": session.is_own() and not session.is_looking(),
        },
        on_pick_change=report,
        on_select_change=_selected,
    )


@per_story
def version(story: Story) -> str:
    """The text's digest, and behind the colon that of what is shown of it: mentions, focus, whose borders."""
    rows = [(m.start, m.end, text.bits(m), m.place and m.place.id) for m in story.mentions]
    return f"{_digest(story.article)}:{_digest((rows, story.view, story.focus))}"


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _selected() -> None:
    """Keep the words that were marked; `geo.ui.correcting.missed_view` asks what they mean."""
    reported = visit.trigger(KEY, "select")
    if reported:
        memory.remember_selected((int(reported[0]), int(reported[1])))
