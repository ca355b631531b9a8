"""What a reader chose, through a small app that calls the session as the page does."""

import pytest
from streamlit.testing.v1 import AppTest


def app():
    import streamlit as st

    from geo.ui import session
    from tests.stories import story

    session.start({"one", "two"}, "one")
    told = story("[Kyiv|kyiv] and [Minsk|minsk]")
    if st.button("text"):
        session.pick_in_text(1)
    if st.button("map"):
        session.pick_on_map(0)
    if st.button("card"):
        session.pick_elsewhere(1)
    if st.button("none"):
        session.pick_elsewhere(None)
    if st.button("paste"):
        session.paste(text="secret text", title="t", date="")
    if st.button("two"):
        session.choose_sample("two")
    st.json([session.sample(), session.mention(told), session.moves(), session.scrolls()])


def run(**address):
    test = AppTest.from_function(app)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def state(test):
    import json

    return json.loads(test.json[0].value)


def click(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


def test_a_first_visit_shows_the_first_sample_with_nothing_picked():
    assert state(run())[:2] == ["one", None]


def test_a_shared_address_opens_its_article_at_its_mention():
    assert state(run(article="two", mention="1"))[:2] == ["two", 1]


@pytest.mark.parametrize("mention", ["99", "-1", "1.5", "{{7*7}}", "", "9" * 50, "१", "0x1"])
def test_a_mention_that_does_not_exist_in_the_address_picks_nothing(mention):
    assert state(run(article="one", mention=mention))[1] is None


@pytest.mark.parametrize("article", ["three", "../../etc/passwd", "<img>"])
def test_an_unknown_article_in_the_address_shows_the_first(article):
    assert state(run(article=article))[0] == "one"


def test_a_pick_in_the_text_moves_the_map_and_not_the_text():
    before = state(run())
    after = state(click(run(), "text"))
    assert (after[1], after[2] - before[2], after[3] - before[3]) == (1, 1, 0)


def test_a_pick_on_the_map_moves_the_text_and_not_the_map():
    before = state(run())
    after = state(click(run(), "map"))
    assert (after[1], after[2] - before[2], after[3] - before[3]) == (0, 0, 1)


def test_a_second_pick_of_the_same_place_on_the_map_counts_again():
    once = click(run(), "map")
    count = state(once)[3]
    assert state(click(once, "map"))[3] == count + 1


def test_a_pick_in_the_card_moves_both():
    before = state(run())
    after = state(click(run(), "card"))
    assert (after[2] - before[2], after[3] - before[3]) == (1, 1)


def test_a_pick_is_in_the_address_to_be_shared():
    shown = dict(click(run(), "text").query_params)
    assert str(shown) in ("{'article': 'one', 'mention': '1'}", "{'article': ['one'], 'mention': ['1']}")


def test_a_pick_of_none_takes_the_mention_out_of_the_address():
    shown = click(click(run(), "text"), "none")
    assert state(shown)[1] is None
    assert "mention" not in dict(shown.query_params)


def test_pasted_text_is_never_in_the_address():
    pasted = click(click(run(), "text"), "paste")
    assert dict(pasted.query_params) == {}
    assert state(pasted)[0] is None


def test_another_article_drops_the_pick():
    assert state(click(click(run(), "text"), "two"))[:2] == ["two", None]


@pytest.mark.parametrize(("asked", "shown"), [("de-facto", "de-facto"), ("un", "un"), ("<img>", "un"), ("", "un")])
def test_the_address_opens_the_view_that_it_names_if_there_is_one(asked, shown):
    test = run(article="one", borders=asked)
    assert test.session_state["dateline.view"] == shown


@pytest.mark.parametrize(("asked", "shown"), [("literal", "literal"), ("all", "all"), ("<img>", "all"), ("", "all")])
def test_the_address_says_which_roles_are_shown_if_there_are_such(asked, shown):
    assert run(article="one", roles=asked).session_state["dateline.roles"] == shown


def test_the_roles_shown_stay_in_the_address_with_a_pick():
    test = click(run(article="one", roles="literal"), "text")
    assert test.query_params["roles"] in ("literal", ["literal"])
    assert test.query_params["mention"] in ("1", ["1"])
