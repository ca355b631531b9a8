"""The page from top to bottom."""

from __future__ import annotations

import streamlit as st

from geo.errors import DatelineError
from geo.types import Story
from geo.ui import desk, engine, ground, session
from geo.ui.article import article_view
from geo.ui.boilerplate import boilerplate_view
from geo.ui.borders import borders_view
from geo.ui.card import card_view
from geo.ui.correcting import correct_view, missed_view
from geo.ui.explorer import explorer
from geo.ui.ground import ground_view
from geo.ui.input_view import input_view
from geo.ui.legend import about_view, legend_view
from geo.ui.map_view import map_view
from geo.ui.narrow import panes_view, turn_view
from geo.ui.notices import notices_view
from geo.ui.overlooked import overlooked_view
from geo.ui.plain import plain
from geo.ui.roles import roles_view
from geo.ui.showing import shown
from geo.ui.table import table_view


def page() -> None:
    """Header, article and map, table, sources. A mistake of the reader or a missing file is one message, nothing more."""
    for line in engine.left_out():
        st.warning(f"Your own places: {plain(line)}")
    wrong = ground.fault()
    if wrong:
        st.warning(f"The street map is not offered. {plain(wrong)}")
    try:
        story = input_view()
        if story is None:
            explorer(desk.number())
        else:
            reader(story)
    except DatelineError as error:
        st.error("This could not be mapped.")
        st.text(str(error))  # text, not markdown: a message may name what the reader gave
    about_view(engine.about(session.view()))


@st.fragment
def reader(story: Story) -> None:
    """Article, map, card and table: what a pick changes, and nothing else of the page."""
    if session.is_own() and not (
        desk.has_article(session.article()) and desk.story(session.article(), session.view()) is story
    ):
        st.rerun()  # somebody changed it at another page, or removed it
    told = shown(story)
    picked = session.mention(told)
    with st.container(key="reader"):
        panes_view()
        left, right = st.columns([5, 7], gap="medium")
        with left, st.container(key="pane_article"):
            notices_view(story)
            article_view(told)
            overlooked_view(story)
        with right:
            with st.container(key="pane_map"):
                map_view(told)
            with st.container(key="pane_legend"):
                legend_view(session.roles())
                with st.container(key="choices", horizontal=True, vertical_alignment="center"):
                    roles_view(story)
                    boilerplate_view(story)
                    borders_view(story.view)
                    ground_view()
            with st.container(key="pane_card"):
                card_view(told, of=story)
                if picked is not None and not session.is_looking():
                    correct_view(story.article.id, told.mentions[picked])
        turn_view(picked is not None and told.mentions[picked].place is not None, picked is not None)
    missed_view(story)
    table_view(told, of=story)
