"""The dialog that takes articles in: a pasted text, files, or a web address."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import streamlit as st

from geo.errors import DatelineError
from geo.reading import READERS, address, read_any
from geo.reading.failures import OnError
from geo.types import Article
from geo.ui import adding, desk, engine, memory, session
from geo.ui.adding import Outcome
from geo.ui.plain import plain

OFFLINE_SETTING = "DATELINE_OFFLINE"
"""Environment variable; set to anything, the page reads no web addresses."""

WAYS = ("Paste", "Files", "Web address")
"""What the ways in are called."""

AT_WORK = 64
"""Readers who add articles at a time; beyond, the earliest are broken off, with what they have."""

MOMENT_S = 0.7
"""Seconds that are read at a time, between looks at whether the reader stops it."""

OPENING = 48
"""Characters of a text's first words in lists."""

_NO_LETTERS = re.compile(r"[^\w\s.,’'-]")

STOP = "stop_adding"
"""Key of the button that breaks off the reading."""

EARLIEST = date(1600, 1, 1)
"""Of dates that can be chosen; the first newspapers are of that decade."""

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
"""How an address begins that can be asked for."""

LONGEST_NAME = 80
"""Characters of a name that is shown while its article is read."""

MOST_NAMED = 3
"""Articles that were there already and are named; the rest are counted."""

MOST_TOLD = 20
"""Failures and copies that are listed; the rest are counted."""

Source = Callable[[OnError], Iterator[Article]]
"""What yields articles, and tells of those that cannot be read."""


@st.dialog("Add articles", width="medium")
def add_dialog() -> None:
    """Three ways in, over the page; while something is read, how far that is."""
    number = memory.work()
    if number:
        _go_on(number)
        return
    for line in memory.refused():
        st.text(line)
    source = add_form()
    if source:
        _held(memory.begin_work(), source)
        st.rerun(scope="fragment")  # the ways in make room


def add_form() -> Source | None:
    """The ways in; what to read, once the reader has said so."""
    paste, files, web = st.tabs(WAYS, default=memory.way() or WAYS[0])
    with paste:
        pasted = paste_form()
    with files:
        uploaded = files_form()
    with web:
        asked = address_form()
    for way, source in zip(WAYS, (pasted, uploaded, asked), strict=True):
        if source:
            memory.remember_way(way)
            return source
    return None


def paste_form() -> Source | None:
    """A box for one text."""
    with st.form("paste", border=False):
        text = st.text_area(
            "Text",
            height=280,
            placeholder="Paste an article here",
            max_chars=session.LONGEST_TEXT,
            key="paste_text",
        )
        left, right = st.columns([3, 1])
        title = left.text_input(
            "Headline (optional)", max_chars=300, key="paste_title", help="The name of the article in lists and exports"
        )
        day = right.date_input(
            "Date (optional)",
            value=None,
            min_value=EARLIEST,
            key="paste_date",
            help="The day it appeared: “on Sunday” is counted from it",
        )
        sent = st.form_submit_button(
            "Map it", type="primary", help="Find the places of this text and put them on the map"
        )
    if not sent:
        return None
    if not text.strip():
        st.info("There is no text to read yet. Paste one above.")
        return None
    title = title.strip()
    id = "pasted" if title else called(text)
    article = Article(text, id=id, title=title or None, date=day.isoformat() if day else None)
    return lambda on_error: iter([article])


def called(text: str) -> str:
    """What a pasted text without a headline goes by: its first words, plain letters and signs of a sentence."""
    opening = " ".join(_NO_LETTERS.sub(" ", text[: 4 * OPENING]).split())
    words = opening if len(opening) <= OPENING else opening[: OPENING + 1].rpartition(" ")[0] or opening[:OPENING]
    return f"pasted – {words}" if words else "pasted"


def files_form() -> Source | None:
    """A place to drop files on."""
    with st.form("files", border=False):
        given = st.file_uploader(
            "Texts, web pages, PDF, Word, OpenDocument, mails, tables, feeds, or archives of these",
            accept_multiple_files=True,
            key="files",
            help="Each file can hold one article or many. What cannot be read is told, and the rest is kept.",
        )
        sent = st.form_submit_button("Map them", type="primary", help="Read the files and put their places on the map")
    if not sent:
        return None
    if not given:
        st.info("There is no file to read yet. Drop some above.")
        return None
    return lambda on_error: read_files(given, on_error)


def read_files(files: Sequence[Any], on_error: OnError) -> Iterator[Article]:
    """The articles of uploaded files, which are streams with a name."""
    return chain.from_iterable(read_any(file.name, file, on_error) for file in files)


def address_form() -> Source | None:
    """A line for an address."""
    if not _may_fetch():
        st.info("This page reads no web addresses. Save the page and drop the file instead.")
        return None
    with st.form("address", border=False):
        asked = st.text_input(
            "Address of an article or a feed",
            placeholder="https://",
            max_chars=2000,
            key="address_text",
            help="A feed brings all the articles that it lists",
        ).strip()
        st.caption("Only this page is fetched, by the machine that serves Dateline. It sees that machine, not you.")
        sent = st.form_submit_button("Read it", type="primary", help="Fetch this address and put its places on the map")
    if not sent:
        return None
    if not ADDRESS.match(asked):
        st.info("An address begins with https:// or http://.")
        return None
    return lambda on_error: address.articles(asked, _fetcher(), READERS, on_error)


def _may_fetch() -> bool:
    return not os.environ.get(OFFLINE_SETTING)


@st.cache_resource(show_spinner=False)
def _fetcher() -> Any:
    """One for all readers: it remembers when a host was asked last."""
    from geo.web import Fetcher

    return Fetcher()


@dataclass(frozen=True)
class Work:
    """Articles that are being added."""

    steps: Iterator[str]
    """Goes on by an article at a time; yields what is read next."""
    outcome: Outcome


@st.cache_resource(max_entries=AT_WORK, ttl=engine.FORGET_AFTER_S, show_spinner=False)
def _held(number: str, _source: Source | None = None) -> Work:
    """The work of that number, between the runs of the page; one that is known no more has nothing left to do."""
    outcome = Outcome()
    return Work(steps(_source or _nothing, outcome), outcome)


def _nothing(on_error: OnError) -> Iterator[Article]:
    return iter(())


def _go_on(number: str) -> None:
    """Read on for a moment, then give the reader's clicks their turn, and so on until all is read or the reader stops it."""
    work = _held(number)
    with st.status("Reading …", expanded=True) as status:
        line = st.empty()
        if st.button("Stop", key=STOP, help="What is done stays"):
            work.outcome.stopped = True
        elif _reads_on(work, line.text):
            st.rerun(scope="fragment")
        outcome = work.outcome
        status.update(
            label=plain(summary(outcome)), state="error" if outcome.failed and not outcome.added else "complete"
        )
        line.empty()
    if finish(outcome):
        memory.end_work()
        st.rerun()
    memory.end_work([summary(outcome), *told(outcome)])
    st.rerun(scope="fragment")  # the ways in again, below what is wrong


def _reads_on(work: Work, tell: Callable[[str], None]) -> bool:
    """Whether there is more to read after a moment of it."""
    end = time.monotonic() + MOMENT_S
    for name in work.steps:
        tell(name)
        if time.monotonic() > end:
            return True
    return False


def steps(source: Source, outcome: Outcome) -> Iterator[str]:
    """Into the reader's project, an article at a time. What fails is in `outcome`, and nothing is raised."""
    try:
        articles = adding.with_text(source(lambda error: outcome.failed.append(str(error))), outcome)
        first = next(articles, None)
        if first is None:
            return  # no project is made for nothing
        for name in adding.add(chain([first], articles), desk.made(), engine.parse, outcome):
            yield f"{len(outcome.added) + 1}: {_short(name)}"
    except DatelineError as error:
        outcome.failed.append(str(error))


def finish(outcome: Outcome) -> bool:
    """Show the article that came of it, or several on one map, and keep what is worth telling. False: there is none to show."""
    shown = (outcome.added or outcome.already)[:1]
    if not shown:
        return False
    if len(outcome.added) > 1:
        session.choose_project_map()
    else:
        session.choose_own(str(session.project()), shown[0])
    worth_telling = outcome.failed or outcome.alike or outcome.already or outcome.stopped
    memory.remember_told([summary(outcome), *told(outcome)] if worth_telling else None)
    return True


def told_view() -> None:
    """What of the last articles could not be added, or was not new; until the reader has seen it."""
    lines = memory.told()
    if not lines:
        return
    with st.container(key="told", border=True, horizontal=True, vertical_alignment="center"):
        st.text("\n".join(lines))
        if st.button("All right", key="told_seen", type="tertiary", help="Take these lines away"):
            memory.remember_told(None)
            st.rerun()


def summary(outcome: Outcome) -> str:
    """What happened, in a line."""
    parts = [
        f"{len(outcome.added)} added" if outcome.added else "",
        f"{len(outcome.already)} there already ({_names(outcome)})" if outcome.already else "",
        f"{len(outcome.failed)} could not be read" if outcome.failed else "",
    ]
    said = ", ".join(filter(None, parts)) or "Nothing was found to read"
    return f"Stopped: {said}" if outcome.stopped else said


def _names(outcome: Outcome) -> str:
    """What the articles are called that were there: “Ferry”, “b.txt”, “c.txt” and 2 more."""
    names = [f"“{_short(outcome.headlines.get(id, id))}”" for id in dict.fromkeys(outcome.already)]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def told(outcome: Outcome) -> list[str]:
    """The failures and the copies, a line each."""
    alike = [f"{one}: tells much the same as {other}" for one, other in outcome.alike]
    lines = [*outcome.failed, *alike]
    more = [f"… and {len(lines) - MOST_TOLD} more"] if len(lines) > MOST_TOLD else []
    return [*lines[:MOST_TOLD], *more]


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"
