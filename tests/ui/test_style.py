import ast
import inspect
import re

import pytest
import streamlit as st

from geo.errors import ProjectError
from geo.files import ROOT, VENDOR
from geo.ui import style
from geo.ui.style import LEAD_S, page_style


def test_the_style_stands_in_the_page_and_asks_nobody_for_a_file(monkeypatch):
    put = []
    monkeypatch.setattr(st, "html", put.append)
    monkeypatch.setattr(style.time, "sleep", lambda seconds: None)
    page_style()
    (sent,) = put
    assert sent.startswith("<style>") and sent.endswith("</style>")
    assert "@import" not in sent and "http" not in sent


def test_on_a_first_visit_the_style_goes_ahead_and_what_the_page_needs_is_looked_up_meanwhile(reader, monkeypatch):
    done = []
    monkeypatch.setattr(st, "html", lambda html: done.append("style"))
    monkeypatch.setattr(style.time, "sleep", lambda seconds: done.append("waited" if 0 < seconds <= LEAD_S else "not"))
    page_style(lambda: done.append("looked up"))
    page_style(lambda: done.append("looked up again"))
    assert done == ["style", "looked up", "waited", "style"]


def test_what_cannot_be_looked_up_is_told_where_it_is_drawn(reader, monkeypatch):
    def fails():
        raise ProjectError("broken")

    monkeypatch.setattr(style.time, "sleep", lambda seconds: None)
    page_style(fails)


CONTROLS = {
    *"button checkbox toggle selectbox multiselect radio text_input text_area number_input slider select_slider".split(),
    *"date_input file_uploader download_button form_submit_button segmented_control pills link_button".split(),
}

SIZES = {*"11px 12px 13px 14px 15px 17px 19px .8125rem .875rem 1.1875rem 1.6rem .86em 1.5em".split()}
"""The type scale: signs, small, quiet, text, quotes, the article, headings; in rem what follows the browser's own size."""


@pytest.mark.parametrize("style", sorted((VENDOR / "dateline").glob("*.css")), ids=lambda path: path.stem)
def test_letters_are_of_the_scale_s_sizes(style):
    fonts = re.findall(r"font(?:-size)?:([^;}]*)", style.read_text())
    used = {size for font in fonts for size in re.findall(r"(?<![\w/])[\d.]+(?:px|r?em)", font)}
    assert used <= SIZES


def calls(path):
    return (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))


@pytest.mark.parametrize("view", sorted((ROOT / "geo" / "ui").glob("*.py")), ids=lambda path: path.stem)
def test_every_control_says_what_it_does_to_a_pointer_that_rests_on_it(view):
    """But those without a visible label, whose own words say it, and boxes with words in them."""
    silent = []
    for call in calls(view):
        control = getattr(call.func, "attr", "")
        given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        told = given.keys() & {"help", "placeholder"} or given.get("label_visibility") == "'collapsed'"
        if control in CONTROLS and not told:
            silent.append(f"{control} in line {call.lineno}")
    assert not silent


@pytest.mark.parametrize("view", sorted((ROOT / "geo" / "ui").glob("*.py")), ids=lambda path: path.stem)
def test_what_opens_says_what_it_is_for_inside(view):
    """Its hint would come back with the focus when it closes with Escape, and lie over what stands below."""
    openers = [call for call in calls(view) if getattr(call.func, "attr", "") == "popover"]
    assert not [call.lineno for call in openers if "help" in {keyword.arg for keyword in call.keywords}]


def test_the_controls_are_those_that_take_a_hint():
    assert all("help" in inspect.signature(getattr(st, control)).parameters for control in CONTROLS)
