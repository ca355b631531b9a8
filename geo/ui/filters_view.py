"""What is asked of the project: words, a place, and more behind a button; what is asked stands there to be taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any, get_args

import streamlit as st

from geo.drawing import words
from geo.project import Filter, State, Totals
from geo.project.filters import MAX_TEXT, Days
from geo.types import ROLES, Kind, Match, Role
from geo.ui import address, conditions, desk, figures, session, visit
from geo.ui.conditions import Condition
from geo.ui.plain import plain
from geo.ui.searching import place_box

KEY = "filter"

MATCHES = 6
"""Places offered for what was typed."""

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)
"""Days that can be chosen: all that Python knows, for a text may speak of any."""

SHORT = 32
"""Characters of a condition that is named as a whole where it leaves nothing."""

WITHIN = str.maketrans("“”", "‘’")
"""Quotes within quotes."""

SWITCHES = {
    "roles": "Show governments, peoples and teams",
    "boilerplate": "Show places in menus, captions and links",
}
"""What is offered where a switch, not a condition, leaves nothing."""


def filters_view() -> None:
    """The search, the other conditions, what is asked now, and what that keeps."""
    filter, asked = session.filter(), desk.asked()
    shown = replace(filter, place=asked.place, roles=filter.roles if session.roles() == ROLES[0] else ())
    active = conditions.conditions(shown)
    with st.container(key="filters", gap="xsmall"):
        with st.container(key="filter_row", horizontal=True, vertical_alignment="center", gap="small"):
            _search(filter)
            with st.popover(_title(active), key="filter_more"), st.container(key="filter_choices"):
                _choices(filter)
            for condition in active:
                _chip(condition)
            if active:
                st.button(
                    "Clear all",
                    key="filter_clear",
                    type="tertiary",
                    help="Ask for nothing in particular",
                    on_click=_ask,
                    args=(Filter(),),
                )
        kept = figures.totals(asked)
        with st.container(key="kept", horizontal=True, vertical_alignment="center"):
            line = told(kept, desk.number(), is_asked=bool(asked.asked), listed=figures.articles(asked).number)
            st.html(f'<p class="dl-kept" role="status">{escape(line)}</p>', width="content")
            if not kept.mentions and asked.asked:
                _emptied(asked, active)


def told(kept: Totals, articles: int, *, is_asked: bool = True, listed: int = 0) -> str:
    """What is kept, in a line; `articles`: how many there are in all, `is_asked`: whether anything is asked of them,
    `listed`: how many are in the list, which may have articles without a place."""
    if not articles:
        return "No articles yet."
    if not kept.mentions:
        if is_asked and listed:
            return f"{listed:,} of {_count(articles, 'article')} {'fits' if listed == 1 else 'fit'}, with no place to show."
        return f"No {'mention fits' if is_asked else 'place was found'} in {_count(articles, 'article')}."
    some = f"{kept.articles:,} of " if kept.articles < articles else ""
    return (
        f"{_count(kept.mentions, 'mention')} of {_count(kept.places, 'place')} in {some}{_count(articles, 'article')}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {words.count(number, noun).partition(' ')[2]}"


def _title(active: Sequence[Condition]) -> str:
    number = sum(condition.field != "text" for condition in active)
    return f"Filter ({number})" if number else "Filter"


def _ask(filter: Filter) -> None:
    session.choose_filter(filter)


# What is asked


def _chip(condition: Condition) -> None:
    """A condition that a click takes away."""
    number = hashlib.sha256(condition.said.encode()).hexdigest()[:12]  # a second click shall not hit the next one
    rest = condition.taken_from(session.filter())
    label = f"{plain(condition.said)} ×"
    st.button(label, key=f"chip_{number}", help="Take this condition away", on_click=_ask, args=(rest,))


def _emptied(asked: Filter, active: Sequence[Condition]) -> None:
    """Why nothing is left, and the ways out."""
    found = figures.emptied_by(asked)
    if not found:
        st.text("No condition alone is the reason: take several away.", width="content")
    for field, number in found.items():
        _way_out(field, number, [condition for condition in active if condition.field == field])


def _way_out(field: str, number: int, its: Sequence[Condition]) -> None:
    mentions = _count(number, "mention")
    if its:
        said = its[0].said if len(its) == 1 and len(its[0].said) <= SHORT else conditions.FIELDS[field]
        rest = session.filter().without(field)
        said = said.translate(WITHIN)
        _link(f"Without {plain(f'“{said}”')}: {mentions}", f"without_{field}", lambda: _ask(rest))
    elif field in SWITCHES:
        switch = _all_roles if field == "roles" else _all_text
        _link(f"{SWITCHES[field]}: {mentions}", f"without_{field}", switch)


def _link(label: str, key: str, do: Callable[[], None]) -> None:
    st.button(label, key=key, type="tertiary", help="Take this away and see the rest", on_click=do)


def _all_roles() -> None:
    session.choose_roles(ROLES[0], None)


def _all_text() -> None:
    session.choose_boilerplate(True, None)


# What can be asked


def _set(field: str, key: str, understand: Callable[[Any], Any]) -> Callable[[], None]:
    """What to do when a widget changes: the field gets what is understood of its value."""

    def report() -> None:
        session.choose_filter(replace(session.filter(), **{field: understand(visit.value(key))}))

    return report


def _choice(field: str) -> str:
    """The key of a widget behind the button: another one each turn."""
    return f"{KEY}_{field}_{session.turn()}"


def _chosen(
    field: str, understand: Callable[[], Any], *, is_shown: Callable[[], bool] = lambda: True
) -> Callable[[], None]:
    """What to do when a widget behind the button changes: the field gets what is understood; `is_shown`: as it stands there."""
    turn = session.turn()

    def report() -> None:
        if turn == session.turn():
            session.choose_filter(replace(session.filter(), **{field: understand()}), among_choices=is_shown())

    return report


def _search(filter: Filter) -> None:
    key = f"{KEY}_text"
    visit.show(key, filter.text or "")
    st.text_input(
        "Words in the articles",
        key=key,
        type="search",
        placeholder="Words in the articles",
        label_visibility="collapsed",
        max_chars=MAX_TEXT,
        on_change=_set("text", key, lambda text: text.strip() or None),
    )


def _choices(filter: Filter) -> None:
    there = figures.choices()
    st.caption("Ask for places, countries, days, outlets and more; what is shown meets all of it.")
    _place()
    left, right = st.columns(2)
    with left:
        _several(filter, "countries", there["countries"])
        _several(filter, "outlets", there["outlets"])
    with right:
        _sureness(filter)
        _several(filter, "languages", there["languages"])
    _days(filter, "published", "Published")
    _days(filter, "spoken_of", "Speaks of")
    _pills(filter, "kinds", get_args(Kind))
    if session.roles() == ROLES[0]:
        _pills(filter, "roles", get_args(Role))
    _pills(filter, "states", get_args(State))


def _place() -> None:
    """Places by the beginning of their names; a country or region keeps what lies inside it."""
    key = f"{KEY}_place"
    typed, found = place_box("Place or region", key, help=conditions.HINTS["place"], most=MATCHES)
    if not typed:
        return
    if not found:
        st.caption("The gazetteer has no place whose name begins so.")
    with st.container(key="filter_matches", gap=None):
        for number, match in enumerate(found):
            st.button(
                plain(offered(match)),
                key=f"match_{number}",
                type="tertiary",
                help="Keep this place and what lies inside it",
                on_click=_inside,
                args=(match, key),
            )


def offered(match: Match) -> str:
    """A place that what was typed may mean: "Kyiv, UA · Capital"; by another name: "Kiev: Kyiv, UA · Capital"."""
    by = "" if match.name == match.place.name else f"{match.name}: "
    return f"{by}{match.place.label} · {words.feature(match.place)}"


def _inside(match: Match, key: str) -> None:
    visit.show(key, "")
    session.choose_filter(replace(session.filter(), place=match.place.id), among_choices=True)


def _several(filter: Filter, field: str, there: Collection[str]) -> None:
    asked = list(getattr(filter, field))
    names = {value: conditions.name(field, value) for value in {*there, *asked}}
    options = sorted(names, key=lambda value: (names[value].casefold(), value))
    key = _choice(field)
    st.multiselect(
        conditions.FIELDS[field],
        options,
        default=asked,
        key=key,
        format_func=lambda value: names.get(value, value),
        placeholder="Any",
        max_selections=address.MOST,
        help=conditions.HINTS[field],
        on_change=_chosen(field, lambda: tuple(visit.value(key))),
    )


def _pills(filter: Filter, field: str, options: Sequence[str]) -> None:
    asked = list(getattr(filter, field))
    key = _choice(field)
    st.pills(
        conditions.FIELDS[field],
        options,
        default=asked,
        key=key,
        selection_mode="multi",
        help=conditions.HINTS[field],
        format_func=lambda value: conditions.name(field, value),
        on_change=_chosen(field, lambda: tuple(visit.value(key))),
    )


def _sureness(filter: Filter) -> None:
    low, high = filter.confidence or (0, 1)
    percent = (round(100 * low), round(100 * high))
    key = _choice("confidence")
    st.slider(
        "Sure",
        0,
        100,
        percent,
        key=key,
        format="%d%%",
        help=conditions.HINTS["confidence"],
        on_change=_chosen("confidence", lambda: _confidence(visit.value(key))),
    )


def _confidence(percent: tuple[int, int]) -> tuple[float, float] | None:
    return None if percent == (0, 100) else (percent[0] / 100, percent[1] / 100)


def _days(filter: Filter, field: str, label: str) -> None:
    days = [_day(written) for written in getattr(filter, field) or (None, None)]
    keys = [_choice(f"{field}_{end}") for end in ("first", "last")]

    def chosen() -> Days | None:
        return in_order(*map(visit.value, keys))

    def is_shown() -> bool:
        return [_day(written) for written in chosen() or (None, None)] == list(map(visit.value, keys))

    for key, day, side, column in zip(keys, days, ("from", "until"), st.columns(2), strict=True):
        column.date_input(
            f"{label}, {side}",
            key=key,
            value=day,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            help=conditions.HINTS[field],
            on_change=_chosen(field, chosen, is_shown=is_shown),
        )


def in_order(first: date | None, last: date | None) -> Days | None:
    """The days that two boxes ask for, whichever has the earlier one. None: any."""
    if first and last:
        first, last = sorted((first, last))
    return (first and first.isoformat(), last and last.isoformat()) if first or last else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:  # an address may name days that no calendar has
        return None
