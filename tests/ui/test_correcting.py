"""The row of buttons below the card. What the dialog does is tested in the browser."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.project import Flag, NotAPlace, SetRole, Verify
from geo.types import Mention
from geo.ui import correcting, desk, session
from tests.stories import story

TOLD = story("[Paris|paris-tx:0.4] is not [Minsk|minsk*]; [Paris|paris-tx:0.4] is [Oz|?].", id="a.txt", title="Towns")


def labels(mention):
    return [label for label, _, off in correcting.acts(mention) if not off]


def test_a_location_can_be_right_no_place_a_government_or_flagged():
    assert labels(TOLD.mentions[0]) == ["Right", "Not a place", "A government, not a location", "Flag"]
    assert [type(act) for _, act, _ in correcting.acts(TOLD.mentions[0])] == [Verify, NotAPlace, SetRole, Flag]


def test_a_government_can_be_a_location():
    assert "A location" in labels(TOLD.mentions[1])


def test_without_a_place_there_is_nothing_to_be_right():
    assert "Right" not in labels(TOLD.mentions[3])


def test_what_was_verified_is_not_verified_again_and_a_flag_comes_off():
    mention = TOLD.mentions[0]
    assert "Right" not in labels(replace(mention, state="verified"))
    assert "Take the flag off" in labels(replace(mention, state="flagged"))


# The view.


def app():
    import streamlit as st

    from geo.ui import correcting, deciding, desk, engine, input_view, session
    from tests.ui.conftest import HandMade

    engine.load = HandMade
    session.start(input_view.samples(), next(iter(input_view.samples())), desk.has)
    id = session.article()
    story = desk.story(id, "un") if session.is_own() else engine.story(input_view.samples()[id])
    deciding.changed_view()
    number = session.mention(story)
    st.text(f"{session.article()} {number}")
    if number is not None:
        st.text(story.mentions[number].state)
        correcting.correct_view(story.article.id, story.mentions[number])


@pytest.fixture
def view(projects, hand_made):
    """`view(mention) -> AppTest` of the row of buttons for a mention of the reader's own article."""

    def run(mention, own=True):
        test = AppTest.from_function(app, default_timeout=30)
        if own:
            with projects.create() as made:
                made.add([TOLD, replace(TOLD, article=replace(TOLD.article, id="b.txt", text=TOLD.article.text + " "))])
            test.query_params["project"], test.query_params["article"] = made.token, "a.txt"
        test.query_params["mention"] = str(mention)
        return test.run()

    return run


def press(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


def lines(test):
    return [text.value for text in test.text]


def test_right_verifies_and_can_be_undone(view):
    test = press(view(0), "Right")
    assert lines(test) == ["Changed 1 mention.", "a.txt 0", "verified"]
    assert next(button for button in test.button if button.label == "Right").disabled
    assert lines(press(test, "Undo")) == ["a.txt 0", "unverified"]


def test_the_line_goes_when_it_was_read(view):
    test = press(press(view(0), "Flag"), "All right")
    assert lines(test) == ["a.txt 0", "flagged"]


def test_a_wider_reach_says_in_the_buttons_how_many_it_touches(view):
    test = view(0)
    test.button_group[0].set_value("article").run()
    assert "Not a place (2)" in [button.label for button in test.button]
    test.button_group[0].set_value("everywhere").run()
    assert lines(press(test, "Not a place (4)")) == ["Changed 4 mentions.", "a.txt None"]


def test_the_name_stands_in_the_history(view, projects):
    test = view(0)
    test.text_input[0].set_value("  Ann <b> ").run()
    test = press(test, "Flag")
    with projects.open(projects.list()[0].token) as made:
        assert made.history()[0].who == "Ann <b>"


def test_a_role_is_switched_and_switched_back(view):
    test = press(view(0), "A government, not a location")
    assert "A location" in [button.label for button in test.button]


def test_a_mention_that_the_project_does_not_have_cannot_be_decided(reader, hand_made):
    desk.project().add([TOLD])
    session.choose_own(session.project(), "a.txt")
    assert correcting._reach("a.txt", Mention(1, 3, "ar"), NotAPlace(), "mention") == 0


def test_a_sample_is_added_to_the_project_and_opened_there_at_the_same_mention(view, projects):
    test = press(view(3, own=False), "Add it")
    assert not test.exception and not test.error
    (listed,) = projects.list()
    with projects.open(listed.token) as made:
        (row,) = made.articles()
    assert lines(test)[0] == f"{row.id} 3" and "Right" in [button.label for button in test.button]
