import ast
import inspect

import pytest
import streamlit as st

from geo.files import ROOT

CONTROLS = {
    *"button checkbox toggle selectbox multiselect radio text_input text_area number_input slider select_slider".split(),
    *"date_input file_uploader download_button form_submit_button segmented_control pills link_button".split(),
}


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
