"""What to read: a sample, or the reader's own text."""

from __future__ import annotations

import streamlit as st

from geo.reading import sample_articles
from geo.types import Article
from geo.ui import session

OWN = "Your own text"


@st.cache_resource
def samples() -> dict[str, Article]:
    """The samples by id, the oldest first."""
    return {article.id: article for article in sample_articles()}


def input_view() -> Article:
    """The header of the page; returns the article to show."""
    known = samples()
    session.start(known, next(iter(known)))
    with st.container(key="header"):
        name, choice, button = st.columns([3, 6, 2], vertical_alignment="center", gap="medium")
    with name:
        st.html('<h1 class="dl-title">Dateline</h1>')
    with choice:
        _choice(known)
    with button:
        if st.button(
            "Map a text …", type="primary", width="stretch", key="open_paste", help="Paste an article of your own"
        ):
            paste_dialog()
    return article(known)


def article(known: dict[str, Article]) -> Article:
    """The article that the session says is shown."""
    own = session.pasted()
    if own:
        return Article(own["text"], id="pasted", title=own["title"] or None, date=own["date"] or None)
    return known[session.sample()]


def _choice(known: dict[str, Article]) -> None:
    own = session.pasted()
    options = [*([OWN] if own else []), *known]
    current = OWN if own else session.sample()
    chosen = st.selectbox(
        "Article",
        options,
        index=options.index(current),
        format_func=lambda id: _headline(id, known),
        key=f"article_choice_{current}",
        label_visibility="collapsed",
    )
    if chosen != current:
        session.choose_sample(chosen)
        st.rerun()


def _headline(id: str, known: dict[str, Article]) -> str:
    if id not in known:
        return (session.pasted() or {}).get("title") or OWN
    return f"{known[id].title} ({known[id].date})"


@st.dialog("Map a text", width="medium")
def paste_dialog() -> None:
    """A box to paste into, over the page."""
    if paste_form():
        st.rerun()


def paste_form() -> bool:
    """The box; True once there is a text to read."""
    with st.form("paste", border=False):
        text = st.text_area(
            "Text", height=280, placeholder="Paste an article here", max_chars=session.LONGEST_TEXT, key="paste_text"
        )
        left, right = st.columns([3, 1])
        title = left.text_input("Headline (optional)", max_chars=300, key="paste_title")
        date = right.date_input("Date (optional)", value=None, key="paste_date")
        sent = st.form_submit_button("Map it", type="primary")
    if sent and not text.strip():
        st.info("There is no text to read yet. Paste one above.")
    if not sent or not text.strip():
        return False
    session.paste(text=text, title=title.strip(), date=date.isoformat() if date else "")
    return True
