"""Adding a place by typing its words. The dialog itself is tested in the browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui import overlooked
from tests.stories import story

TOLD = story("[Minsk|minsk] is far from Oz. Ozark is not oz, and New\nOz (Oz?) is.")


def found(typed):
    return [TOLD.article.text[start:end] for start, end in overlooked.spans(TOLD, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Oz", ["Oz", "oz", "Oz", "Oz"]),
        ("  new   oz ", ["New\nOz"]),
        ("Minsk", []),
        ("Minsk is", []),
        ("zark", []),
        (" ", []),
        ("(Oz?)", ["(Oz?)"]),
        (".*", []),
    ],
)
def test_words_are_found_outside_mentions_whatever_their_case_and_spaces(typed, expected):
    assert found(typed) == expected


def test_of_very_many_the_first_are_offered():
    assert len(overlooked.spans(story("Oz. " * 50), "oz")) == overlooked.MOST


def app():
    import streamlit as st

    from geo.ui import memory, overlooked
    from tests.stories import story

    if not memory.selected():
        overlooked.overlooked_dialog(story("Rain in Oz and snow in Oz, and wind in Ur.", id="a"))
    st.json(memory.selected() or [])


def type_and_press(test, words):
    test.text_input[0].set_value(words)  # no Enter: the press brings the words along
    next(button for button in test.button if button.label == "Choose the place …").click()
    return test.run()


def test_one_press_goes_on_with_words_that_stand_once():
    test = type_and_press(AppTest.from_function(app).run(), "Ur")
    assert json.loads(test.json[0].value) == [39, 41]


def test_of_words_that_stand_more_than_once_one_is_asked_for_first():
    test = type_and_press(AppTest.from_function(app).run(), "oz")
    assert len(test.radio[0].options) == 2 and json.loads(test.json[0].value) == []
    test.radio[0].set_value(1)
    assert json.loads(type_and_press(test, "oz").json[0].value) == [23, 25]


def test_a_press_without_words_or_with_others_says_so():
    test = type_and_press(AppTest.from_function(app).run(), " ")
    assert test.text[0].value == "Type its words first."
    assert "does not have these words" in type_and_press(test, "Utopia").text[0].value
