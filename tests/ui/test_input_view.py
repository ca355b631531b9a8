"""Choosing and pasting. The dialog itself is tested in the browser: AppTest cannot rerun a part of a page."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.stories import PAYLOADS


def app():
    import streamlit as st

    from geo.ui import input_view, session

    session.start({"one"}, "one")
    input_view.paste_form()
    own = session.pasted()
    if own:
        article = input_view.article({})
        st.json([article.text, article.title, article.date, article.id])


def paste(text, title=""):
    test = AppTest.from_function(app).run()
    test.text_area[0].set_value(text)
    test.text_input[0].set_value(title)
    test.button[0].click()
    return test.run()


def test_a_pasted_text_becomes_the_article():
    import json

    assert json.loads(paste("It rained in Minsk.", " Weather ").json[0].value) == [
        "It rained in Minsk.", "Weather", None, "pasted",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_box_asks_for_a_text(text):
    test = paste(text)
    assert "no text to read" in test.info[0].value
    assert not test.json


@pytest.mark.parametrize("payload", [*PAYLOADS, "\x00", "![](https://example.org/x.png)"])
def test_a_hostile_text_and_title_are_taken_as_they_are(payload):
    import json

    test = paste(payload, payload)
    assert not test.exception
    assert json.loads(test.json[0].value)[:2] == [payload, payload]
