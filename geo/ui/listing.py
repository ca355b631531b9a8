"""The articles with something that the filter keeps, beside the project's map."""

from __future__ import annotations

import streamlit as st

from geo.drawing import text, words
from geo.project import ArticleRow, Filter
from geo.ui import assets, conditions, desk, figures, session, visit
from geo.ui.figures import Listed

KEY = "list_view"

_MOUNT = """
export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector(".list");
  root.view = root.view || new ListView(root, row => root.send("open", [row, Date.now()]));
  root.send = setTriggerValue;
  if (root.version !== data.version) root.view.fill(data.rows);
  root.version = data.version;
}
"""

_component = st.components.v2.component(
    "dateline_list",
    html='<ul class="list" aria-label="Articles"></ul>',
    css=assets.style("list"),
    js=assets.script("list", _MOUNT),
)


def list_view() -> None:
    """The list; a chosen article is opened."""
    asked = desk.asked()
    listed = figures.articles(asked)
    if not listed.rows:
        articles = desk.number()
        say = st.caption if articles else st.info
        say(nothing_listed(asked, articles, may_add=not session.is_looking()))
        return

    def choose() -> None:
        opened = visit.trigger(KEY, "open")
        if opened and 0 <= int(opened[0]) < len(listed.rows):
            session.open_article(listed.rows[int(opened[0])].id, None)

    st.caption(heading(len(listed.rows), listed.number, figures.totals(asked).articles if asked.asked else None))
    _component(key=KEY, data={"rows": rows(listed), "version": str(hash(listed))}, on_open_change=choose)


def rows(listed: Listed) -> list[list[str]]:
    """`[headline, what else is known]` for each article."""
    return [
        [text.browser_text(row.title or row.id), text.browser_text(facts(row, kept))]
        for row, kept in zip(listed.rows, listed.kept, strict=True)
    ]


def facts(row: ArticleRow, kept: int) -> str:
    """Outlet, day, and how many of its mentions are kept: "Reuters · 27 February 2022 · 3 of 31 mentions fit"."""
    mentions = words.count(max(kept, row.mentions), "mention")
    if kept < row.mentions:
        mentions = f"{kept:,} of {mentions} {'fits' if kept == 1 else 'fit'}"
    return " · ".join(filter(None, (row.outlet, words.day(row.date), mentions)))


def nothing_listed(asked: Filter, articles: int, *, may_add: bool) -> str:
    """What stands where the list has no rows, and what to do; `articles`: how many there are in all."""
    if articles:
        return f"{conditions.nothing(asked)} The line above the map says why."
    more = " Paste a text, drop files or give a web address: “Add articles …”." if may_add else ""
    return f"This project has no articles yet.{more}"


def heading(listed: int, number: int, placed: int | None = None) -> str:
    """What stands above the list; `placed`: how many of all these articles have a mention that fits, None: nothing is asked."""
    without = f", {placed or 'none'} of them with a place that fits" if placed is not None and placed < number else ""
    if listed < number:
        return f"The latest {listed:,} of {number:,} articles{without}. Choose one to read it."
    if number == 1:
        return f"One article{', without a place that fits' if without else ''}. Choose it to read it."
    return f"{number:,} articles{without}. Choose one to read it."
