"""What Streamlit keeps for a visit, and what its widgets say: the only module that touches `st.session_state`."""

from __future__ import annotations

from typing import Any

import streamlit as st

_PREFIX = "dateline."
"""Before our own names, so that none is that of a widget."""


def get(name: str, default: Any = None) -> Any:
    """What is kept under a name."""
    return st.session_state.get(_PREFIX + name, default)


def put(**values: Any) -> None:
    """Keep plain values under names until the visit ends."""
    for name, value in values.items():
        st.session_state[_PREFIX + name] = value


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


def show(key: str, value: Any) -> None:
    """Have a widget show a value, before the widget is drawn: what it is about was changed elsewhere."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
