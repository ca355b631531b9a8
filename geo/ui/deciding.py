"""What people decide about mentions, on its way into their project: how far it reaches, who says so, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.drawing.words import count
from geo.errors import DatelineError, ProjectError
from geo.project import Decision, Missed, Project
from geo.project.decisions import SCOPES, Act, Scope
from geo.ui import desk, memory, session, visit
from geo.ui.facts import done
from geo.ui.showing import number_at, shown

SCOPE_NAMES: dict[Scope, str] = {
    "mention": "Only here",
    "article": "In this article",
    "everywhere": "In all articles",
}
"""How far a decision reaches, for readers."""

LONGEST_NAME = 100
"""Letters of a person's name; a project keeps no longer ones."""


def scope_view(key: str, *, first: Scope = SCOPES[0], labelled: bool = True) -> Scope:
    """Whether a decision is about this mention, or about the same words elsewhere too; `first` is chosen at first."""
    return st.segmented_control(
        "For the same words",
        SCOPES,
        default=first,
        required=True,
        format_func=lambda scope: SCOPE_NAMES[scope],
        key=key,
        help="In all articles: also in those that are added later. A narrower decision wins over a wider one.",
        label_visibility="visible" if labelled else "collapsed",
    )


NAME = "Your name (optional)"


def who_view(key: str, *, labelled: bool = True) -> None:
    """A box for the name that stands beside what somebody decides; it is remembered, and may stay empty."""
    st.text_input(
        NAME,
        value=memory.who(),
        placeholder=None if labelled else NAME,
        label_visibility="visible" if labelled else "collapsed",
        key=key,
        max_chars=LONGEST_NAME,
        on_change=lambda: memory.remember_who(" ".join(str(visit.value(key)).split())),
        help="It stands in the history beside what you decide, for everybody who has this project.",
    )


def changeable() -> Project:
    """The reader's project, to change it. `ProjectError`: they have none, or may only look at it."""
    project = desk.project()
    if project is None or session.is_looking():
        raise ProjectError("this address lets you look at the project, not change it")
    return project


def decide(decision: Decision) -> None:
    """Keep a decision in the reader's project and show the words it was made on. Raises `DatelineError`."""
    project = changeable()
    span = (decision.start, decision.end)
    touched, before = project.touches(decision), _place_at(decision.article, *span)
    change = project.decide(decision, memory.who())
    added = isinstance(decision.act, Missed)
    memory.remember_changed(
        {"change": change, "count": touched, "added": added, "article": decision.article, "span": span}
    )
    show(decision.article, *span, move=_place_at(decision.article, *span) != before)


def _place_at(article: str, start: int, end: int) -> str | None:
    """The id of the place that these words mean now. None: they name none."""
    story = desk.story(article, session.view())
    number = number_at(story, start, end)
    place = None if number is None else story.mentions[number].place
    return place.id if place else None


def show(article: str, start: int, end: int, *, move: bool = True) -> None:
    """Pick the mention at these words of an article that is open, as it is now; none where there is none any more.

    `move`: whether text and map go there; where only something else is said of the same place, they stay.
    """
    if article != session.article():
        return
    story = shown(desk.story(article, session.view()))
    number = number_at(story, start, end)
    if session.scope() == "project":
        place = story.mentions[number].place if number is not None else None
        session.pick_place(place.id if place else session.place(), number, move=move and place is not None)
    elif move:
        session.pick_elsewhere(number)
    else:
        session.pick_quietly(number)


def keep_picked(change: Callable[[], object]) -> None:
    """Change something; the mention that is picked in the reader's open article stays picked, whatever its number is then."""
    id = session.article()
    before = (
        shown(desk.story(id, session.view())) if session.is_own() and desk.has(str(session.project()), id) else None
    )
    number = session.mention(before) if before else None
    change()
    if before is not None and number is not None and desk.has(str(session.project()), id):
        picked = before.mentions[number]
        if number_at(shown(desk.story(id, session.view())), picked.start, picked.end) != number:
            show(id, picked.start, picked.end)


def reach(article: str, start: int, end: int, act: Act, scope: Scope) -> int:
    """How many mentions a decision would touch. Raises `DatelineError` where it makes no sense."""
    return desk.project().touches(Decision(article, start, end, act, scope))


def changed_view() -> None:
    """A line on what was changed last, with the way back of a decision; nothing where nothing was, or it has been seen."""
    changed = memory.changed()
    if changed is None:
        return
    with st.container(key="changed", horizontal=True, vertical_alignment="center"):
        if "change" not in changed:
            st.text("Saved.")
        else:
            st.text(f"{'Added' if changed['added'] else 'Changed'} {count(changed['count'], 'mention')}.")
            if st.button("Undo", key="undo_changed", type="tertiary", help="As it was before") and done(_take_back):
                st.rerun()
        if st.button("All right", key="changed_seen", type="tertiary", help="Take this line away"):
            memory.remember_changed(None)
            st.rerun()


def _take_back() -> None:
    changed = memory.changed()
    memory.remember_changed(None)  # it may have been undone elsewhere, and cannot be twice
    if changed:
        article, span = changed["article"], changed["span"]
        before = _place_at(article, *span)
        changeable().undo(changed["change"])
        show(article, *span, move=_place_at(article, *span) != before)


def reached(article: str, start: int, end: int, act: Act, scope: Scope) -> str | None:
    """What a decision would touch, in a sentence. None: it cannot be made, and a message says why."""
    try:
        touched = reach(article, start, end, act, scope)
    except DatelineError as error:
        st.error("This cannot be saved so.")
        st.text(str(error))
        return None
    later = " Articles that are added later follow it too." if scope == "everywhere" else ""
    return f"This {'adds' if isinstance(act, Missed) else 'changes'} {count(touched, 'mention')}.{later}"
