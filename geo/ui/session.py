"""What a reader has chosen: the only module that touches `st.session_state` and the address bar.

Only ids and plain values are kept. Numbers of mentions and places count within what is shown of the article.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import streamlit as st

from geo.types import ROLES, VIEWS, Roles, Story, View

LONGEST_TEXT = 1_000_000
"""Characters that may be pasted: a long book. More is refused with a message."""

_PREFIX = "dateline."


def _get(name: str, default: Any = None) -> Any:
    return st.session_state.get(_PREFIX + name, default)


def _set(**values: Any) -> None:
    for name, value in values.items():
        st.session_state[_PREFIX + name] = value


def start(samples: Collection[str], first: str) -> None:
    """On a reader's first run: take the article and the mention from the address, as far as they exist."""
    if _get("started"):
        return
    asked = st.query_params.get("article", "")
    _set(started=True, sample=asked if asked in samples else first, pasted=None)
    view = st.query_params.get("borders", "")
    roles = st.query_params.get("roles", "")
    _set(view=view if view in VIEWS else VIEWS[0], roles=roles if roles in ROLES else ROLES[0])
    number = st.query_params.get("mention", "")
    _set(mention=int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else None, move=1, scroll=1)


def sample() -> str | None:
    """The id of the sample shown; None: the reader's own text is."""
    return None if _get("pasted") else _get("sample")


def pasted() -> dict[str, str] | None:
    """The reader's own text as `{text, title, date}`; None: a sample is shown."""
    return _get("pasted")


def view() -> View:
    """Whose land disputed areas are shown as."""
    return _get("view", VIEWS[0])


def choose_view(view: View) -> None:
    """Show disputed areas in this view; the picked mention stays picked."""
    _set(view=view)
    _show_in_address()


def roles() -> Roles:
    """Which mentions are shown."""
    return _get("roles", ROLES[0])


def choose_roles(roles: Roles, number: int | None) -> None:
    """Show these mentions; `number` is what the picked one is among them, None: it is not."""
    _set(roles=roles, mention=number)
    _show_in_address()


def choose_sample(id: str) -> None:
    """Show a sample."""
    _set(sample=id, pasted=None, mention=None)
    _show_in_address()


def paste(*, text: str, title: str = "", date: str = "") -> None:
    """Show the reader's own text. It stays out of the address."""
    _set(pasted={"text": text, "title": title, "date": date}, mention=None)
    _show_in_address()


def mention(story: Story) -> int | None:
    """The picked mention, or None; one that the story does not have counts as none."""
    number = _get("mention")
    return number if number is not None and number < len(story.mentions) else None


def pick_in_text(number: int | None) -> None:
    """The text was clicked: the map goes there, the text stays."""
    _pick(number, move=True)


def pick_on_map(number: int | None) -> None:
    """The map was clicked: the text goes there, the map stays."""
    _pick(number, scroll=True)


def pick_elsewhere(number: int | None) -> None:
    """The card or the table was clicked: text and map both go there."""
    _pick(number, move=True, scroll=True)


def _pick(number: int | None, *, move: bool = False, scroll: bool = False) -> None:
    _set(mention=number, move=moves() + move, scroll=scrolls() + scroll)
    _show_in_address()


def moves() -> int:
    """How often the map was asked to go to the picked place."""
    return _get("move", 0)


def scrolls() -> int:
    """How often the text was asked to go to the picked mention."""
    return _get("scroll", 0)


def trigger(key: str, name: str) -> Any:
    """What a component with this key just reported under a name; None: nothing."""
    state = st.session_state.get(key)
    return state.get(name) if hasattr(state, "get") else getattr(state, name, None)


def number(reported: Any) -> int | None:
    """The number that a component reported; None: the reader went back to the overview."""
    return None if reported is None else int(reported)


def value(key: str) -> Any:
    """The value of a widget."""
    return st.session_state.get(key)


def _show_in_address() -> None:
    wanted: dict[str, str] = {}
    if sample():
        wanted["article"] = str(sample())
        if _get("mention") is not None:
            wanted["mention"] = str(_get("mention"))
    if view() != VIEWS[0]:
        wanted["borders"] = view()
    if roles() != ROLES[0]:
        wanted["roles"] = roles()
    st.query_params.from_dict(wanted)
