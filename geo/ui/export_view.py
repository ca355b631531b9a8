"""What is shown, or all of it, as a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from geo import exporting
from geo.drawing import words
from geo.exporting import FORMATS, NOTHING_KNOWN, Provenance
from geo.project import Filter
from geo.types import Story
from geo.ui import desk, engine, session
from geo.ui.showing import shown

NAME = "dateline"
"""What a file is called, before its ending: no word of an article becomes part of a file's name."""

FIRST = ("xlsx", "csv")
"""What most people can open."""

OFFERED = (*FIRST, *(format for format in FORMATS if format not in (*FIRST, "table")))
"""The table for terminals is of no use here."""

TITLE = "Dateline"
"""What stands above a picture of an article without a headline."""

TITLED = ("png", "html")
"""Formats that have a title."""

EVERY_ROW = "Every row has its sentence, its place and how sure that is; the file says what made it."


@st.dialog("Export", width="medium")
def export_dialog(story: Story | None) -> None:
    """What to write, and how; `story` None: the project."""
    part = st.radio(
        "What", parts(story), key="export_part", horizontal=True, help="With the filter and the switches, or without"
    )
    format = st.selectbox(
        "Format", OFFERED, format_func=lambda each: FORMATS[each].label, key="export_format", help="What opens the file"
    )
    chosen = FORMATS[format]
    st.caption(chosen.says if format == "png" else f"{chosen.says} {EVERY_ROW}")
    whole = part == parts(story)[1]
    told = stories(story, whole=whole)
    about = engine.about(session.view())
    made_by = Provenance.of(about) if about else NOTHING_KNOWN
    title = (story.article.title or TITLE) if story else project_title(whole=whole)
    st.download_button(
        f"Download {chosen.label}",  # another file is another button: one that is late cannot give the file chosen before
        data=lambda: written(format, told(), made_by, title),  # called on a thread that knows no session
        file_name=f"{NAME}{chosen.suffix}",
        mime=chosen.mime,
        type="primary",
        key=f"export_download_{format}_{whole}",
        on_click="ignore",
        help="The file is made when you click",
    )


def parts(story: Story | None) -> tuple[str, str]:
    """What can be written: what is shown now, and all that there is."""
    if story is None:
        return "What the filter keeps", "All of the project"
    return "What is shown", "All that was found"


def stories(story: Story | None, *, whole: bool) -> Callable[[], Iterable[Story]]:
    """Gives what is written, each time anew: one story, or those of the project, one after the other."""
    if story is not None:
        told = story if whole else shown(story)
        return lambda: [told]
    project, asked = desk.project(), _asked(whole=whole)
    return lambda: project.selected(asked)


def _asked(*, whole: bool) -> Filter:
    return Filter(boilerplate=True) if whole else desk.asked()


def project_title(*, whole: bool) -> str:
    """What a picture or a page of the project is called: its name, else its articles and the days they are of."""
    project, asked = desk.project(), _asked(whole=whole)
    ends = [
        next((row.date for row in project.articles(asked, order="date", descending=down, limit=1)), None)
        for down in (False, True)
    ]
    return project.name or words.articles(project.article_count(asked), *ends)


def written(format: str, told: Iterable[Story], made_by: Provenance, title: str) -> bytes:
    """The file; `title` stands above a picture, and is what a browser calls a page."""
    out = io.BytesIO()
    options: dict[str, Any] = {"title": title} if format in TITLED else {}
    exporting.write(format, told, out, made_by, **options)
    return out.getvalue()
