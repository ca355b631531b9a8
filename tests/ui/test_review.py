"""What the queue shows of a mention. Its keys are tested in the browser."""

import json

import pytest

from geo.project import Filter
from geo.ui import desk, review, reviewing, session
from tests.stories import PAYLOADS, story
from tests.ui.test_facts import MARKUP
from tests.ui.test_reviewing import TOLD, press, with_others


@pytest.fixture
def told(reader, hand_made):
    """`told(text, **facts)`: what is shown of the first mention of a project with these texts."""

    def run(*texts, **facts):
        made = [with_others(story(text, id=f"{number}.txt", **facts)) for number, text in enumerate(texts)]
        desk.project().add(made)
        session.choose_project_map()
        return review.told(reviewing.current())

    return run


def test_a_mention_is_shown_with_its_sentence_its_place_why_and_what_else_it_may_mean(told):
    shown = told(TOLD.format(""), title="Towns")
    assert shown["excerpt"][:3] == ["", "Paris", " is not Minsk; it rained in Kyiv."]
    assert (shown["title"], shown["published"], shown["name"]) == ("Towns", "27 February 2022", "Paris, Texas, US")
    assert (shown["percent"], shown["sure"], shown["progress"]) == ("40%", "A guess", [0, 3])
    assert [other[:2] for other in shown["others"]] == [["Kharkiv, UA", "20%"], ["Moscow, RU", "10%"]]
    assert shown["others"][0][2].startswith("City, seat of a region")
    assert shown["can"] == {"right": True, "back": False, "undo": False} and shown["same"] == 1


def test_without_a_place_nothing_can_be_right(told):
    shown = told("A road to [Oz|?].")
    assert shown["can"]["right"] is False and shown["sure"] == "Not located"


def test_of_a_mention_that_was_decided_others_are_offered_without_probabilities(told):
    told(TOLD.format(""))
    press("right")
    press("back")
    shown = review.told(reviewing.current())
    assert [other[:2] for other in shown["others"]] == [["Kharkiv, UA", ""], ["Moscow, RU", ""]]
    assert shown["heading"] == "Before a person decided, it could also be"


def test_what_was_said_of_it_is_shown(told):
    told(TOLD.format(""))
    press("flag")
    press("back")
    shown = review.told(reviewing.current())
    assert shown["flagged"] and "flagged" in shown["about"] and shown["sign"] == ""
    press("none")
    press("back")
    assert review.told(reviewing.current())["sign"] == review.GONE


def test_an_answer_for_several_mentions_is_told(told):
    told(TOLD.format(""), TOLD.format(" too"))
    press("wide")
    press("right")
    assert review.told(reviewing.current())["last"] == "Changed 2 mentions."


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP, "\udcff"])
def test_hostile_words_reach_the_browser_as_plain_values(told, payload):
    shown = told(f"{payload.replace('[', '(')} [Minsk|minsk] fell.", title=payload)
    assert json.loads(json.dumps(shown)) == shown
    shown["excerpt"][0].encode(), shown["title"].encode()


# Behind the last one.


def app():
    import streamlit as st

    from geo.ui import desk, review, reviewing, session

    session.start({"one"}, "one", desk.has)
    st.session_state["dateline.scope"] = "project"
    while reviewing.current() and not st.session_state.get("skipped"):
        reviewing.press(reviewing.current().spot[0], "skip")
    st.session_state["skipped"] = True
    if reviewing.current() is None:
        review._end()
    else:
        st.text(reviewing.current().mention.surface)


@pytest.fixture
def end(projects, hand_made):
    """`end(*texts) -> AppTest` of the queue behind the last mention of a project."""
    from streamlit.testing.v1 import AppTest

    def run(*texts):
        with projects.create() as made:
            made.add(story(text, id=f"{number}.txt") for number, text in enumerate(texts))
        test = AppTest.from_function(app)
        test.query_params["project"] = made.token
        return test.run()

    return run


def click(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


def test_behind_the_last_one_the_skipped_ones_and_the_last_one_are_offered(end):
    test = end(TOLD.format(""))
    assert test.success[0].value == "This is the end. 3 were skipped."
    assert click(test, "Look at those").text[0].value == "Paris"
    assert click(end(TOLD.format("")), "‹ Back to the last one").text[0].value == "Kyiv"


def test_a_project_without_mentions_says_so(end):
    assert end("It rained.").info[0].value == "There is no mention that the filter keeps."


def test_a_filter_that_keeps_nothing_leaves_nothing_to_look_at(told):
    told(TOLD.format(""))
    session.choose_filter(Filter(countries=("FR",)))
    assert reviewing.current() is None and reviewing.progress() == (0, 0)
