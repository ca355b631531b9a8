"""Setting a picked mention right, and marking one that was overlooked. Only in the reader's own articles."""

from __future__ import annotations

import streamlit as st

from geo.errors import DatelineError
from geo.project import Decision, Flag, NotAPlace, SetRole, Unflag, Verify
from geo.project.decisions import Act, Scope
from geo.types import Mention, Story
from geo.ui import adding, deciding, desk, engine, input_view, memory, session
from geo.ui.choosing import Words, place_dialog, words_of
from geo.ui.facts import done
from geo.ui.showing import number_at


def correct_view(article_id: str, mention: Mention) -> None:
    """What can be said of a mention; of a sample's, how to get there."""
    with st.container(key="correct", gap="small"):
        if session.is_own():
            _corrections(article_id, mention)
        else:
            _sample(article_id, mention)


def _corrections(article: str, mention: Mention) -> None:
    key = f"{article}_{mention.start}_{mention.end}"
    row = st.container(key="correct_acts", horizontal=True, gap="small")
    with st.container(key="correct_reach", horizontal=True, vertical_alignment="center", gap="small"):
        scope = deciding.scope_view(f"scope_{key}", labelled=False)
        deciding.who_view("correct_who", labelled=False)
    with row:
        _buttons(article, mention, scope)


def _buttons(article: str, mention: Mention, scope: Scope) -> None:
    for label, act, off in acts(mention):
        reached = 0 if off else _reach(article, mention, act, scope)
        if _pressed(label, reached, scope, off=off or not reached):
            decision = Decision(article, mention.start, mention.end, act, scope)
            if done(lambda decision=decision: deciding.decide(decision)):
                st.rerun()
        if isinstance(act, Verify) and st.button("Another place …", key="another", help=ANOTHER):
            place_dialog(words_of(article, mention, scope))


def _pressed(label: str, reached: int, scope: Scope, *, off: bool) -> bool:
    """A button that says how many mentions it touches where that is not this one alone."""
    told = f"{label} ({reached})" if scope != "mention" and not off else label
    return st.button(told, key=f"act_{label}", disabled=off, help=MEANINGS[label])


MEANINGS = {
    "Right": "Somebody looked at it, and this is the place",
    "Not a place": "The words name no place here",
    "A government, not a location": "The place is named for its government, people or team",
    "A location": "The place is named for where something is",
    "Flag": "Somebody should look at it again",
    "Take the flag off": "Nobody needs to look at it again",
}
"""What each button says of the mention, for its tooltip."""

ANOTHER = "Choose it by name, on a map, by coordinates or as GeoJSON"


def _reach(article: str, mention: Mention, act: Act, scope: Scope) -> int:
    """How many mentions it would touch; none where it cannot be decided: a mention that only this view of borders has."""
    try:
        return deciding.reach(article, mention.start, mention.end, act, scope)
    except DatelineError:
        return 0


def acts(mention: Mention) -> list[tuple[str, Act, bool]]:
    """What can be said of a mention without a dialog: the button's label, the act, whether it is of no use now."""
    if mention.role == "literal":
        role: tuple[str, Act, bool] = ("A government, not a location", SetRole("associative"), False)
    else:
        role = ("A location", SetRole("literal"), False)
    flag: tuple[str, Act, bool] = ("Flag", Flag(), False)
    return [
        ("Right", Verify(), mention.place is None or mention.state == "verified"),
        ("Not a place", NotAPlace(), False),
        role,
        ("Take the flag off", Unflag(), False) if mention.state == "flagged" else flag,
    ]


def _sample(article: str, mention: Mention) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("This is a sample. Add it to your project to correct it.")
        if st.button("Add it", key="add_sample", help="Keep a copy of the sample in your project") and done(
            lambda: add_sample(article, mention)
        ):
            st.rerun()


def add_sample(id: str, mention: Mention) -> None:
    """Put a sample into the reader's project, made if they have none, and open it there at the same mention."""
    outcome = adding.Outcome()
    kept = adding.kept(input_view.samples()[id], desk.made(), engine.story, outcome)
    session.choose_own(str(session.project()), kept or outcome.already[0])
    deciding.show(session.article(), mention.start, mention.end)


def missed_view(story: Story) -> None:
    """Opens the dialog for words that the reader has just marked as a place in the text of their own article."""
    span = memory.selected()
    if span is None:
        return
    memory.remember_selected(None)
    if not session.is_own() or session.is_looking():
        return
    number = number_at(story, *span)
    if number is not None:
        place_dialog(words_of(story.article.id, story.mentions[number]))
    else:
        place_dialog(Words(story.article.id, *span, missed=True))
