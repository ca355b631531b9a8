"""What is shown, or all of it, as a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from geo import exporting
from geo.exporting import FORMATS, NOTHING_KNOWN, Provenance
from geo.project import Filter
from geo.types import Story
from geo.ui import desk, engine, session
from geo.ui.showing import shown

NAME = "dateline"
"""What a file is called, before its ending: no word of an article becomes part of a file's name."""

OFFERED = tuple(format for format in FORMATS if format != "table")
"""The table for terminals is of no use here."""

TITLE = "Dateline"
"""What stands above a picture of several articles, or of one without a headline."""


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
    told = stories(story, whole=part == parts(story)[1])
    about = engine.about(session.view())
    made_by = Provenance.of(about) if about else NOTHING_KNOWN
    title = (story.article.title if story else None) or TITLE
    st.download_button(
        f"Download {chosen.label}",  # another file is another button: one that is late cannot give the file chosen before
        data=lambda: written(format, told(), made_by, title),  # called on a thread that knows no session
        file_name=f"{NAME}{chosen.suffix}",
        mime=chosen.mime,
        type="primary",
        key=f"export_download_{format}_{part == parts(story)[1]}",
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
    project, asked = desk.project(), Filter(boilerplate=True) if whole else desk.asked()
    return lambda: project.selected(asked)


def written(format: str, told: Iterable[Story], made_by: Provenance, title: str) -> bytes:
    """The file; `title` stands above a picture."""
    out = io.BytesIO()
    options: dict[str, Any] = {"title": title} if format == "png" else {}
    exporting.write(format, told, out, made_by, **options)
    return out.getvalue()
