"""What people decide, kept, shown and taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import ProjectError
from geo.project import Choose, Decision, Flag, Missed, NotAPlace, Verify
from geo.ui import deciding, desk, memory, session
from tests.stories import PLACES, story

TOLD = story("[Paris|paris-tx:0.4] is not [Minsk|minsk]; [Paris|paris-tx:0.4] is.", id="a.txt", title="Towns")
FIRST, MINSK, LAST = (0, 5), (13, 18), (20, 25)


@pytest.fixture
def own(reader, hand_made):
    """A reader who looks at an article of their project."""
    desk.project().add([TOLD])
    session.choose_own(session.project(), "a.txt")


def names():
    return [mention.place.name for mention in desk.story("a.txt", "un").mentions]


def test_the_words_are_where_the_tests_say():
    assert [TOLD.article.text[slice(*span)] for span in (FIRST, LAST)] == ["Paris", "Paris"]


def test_a_decision_is_kept_with_who_made_it_and_its_words_are_picked(own):
    memory.remember_who("Ann")
    deciding.decide(Decision("a.txt", *LAST, Choose(PLACES["kyiv"])))
    assert names() == ["Paris", "Minsk", "Kyiv"]
    assert desk.project().history()[0].who == "Ann"
    assert session.mention(desk.story("a.txt", "un")) == 2
    assert memory.changed() | {"change": 0} == {
        "change": 0,
        "count": 1,
        "added": False,
        "article": "a.txt",
        "span": LAST,
    }


def test_a_decision_in_the_article_says_how_many_it_touched(own):
    deciding.decide(Decision("a.txt", *FIRST, Choose(PLACES["kyiv"]), "article"))
    assert names() == ["Kyiv", "Minsk", "Kyiv"] and memory.changed()["count"] == 2


def test_a_place_that_was_missed_is_told_as_added_not_as_changed(own):
    at = TOLD.article.text.index("not")
    missed = Missed(PLACES["kyiv"])
    assert deciding.reached("a.txt", at, at + 3, missed, "mention") == "This adds 1 mention."
    deciding.decide(Decision("a.txt", at, at + 3, missed))
    assert memory.changed()["added"] and memory.changed()["count"] == 1
    assert deciding.reached("a.txt", *LAST, Flag(), "mention") == "This changes 1 mention."


def test_map_and_text_go_to_another_place_and_stay_where_the_place_is_the_same(own):
    for act, moved in [(Flag(), 0), (Choose(PLACES["kyiv"]), 1), (Verify(), 0), (NotAPlace(), 1)]:
        before = session.moves()
        deciding.decide(Decision("a.txt", *LAST, act))
        assert session.moves() - before == moved


def test_what_is_no_place_is_picked_no_longer_and_picked_again_when_taken_back(own):
    session.pick_in_text(0)
    deciding.decide(Decision("a.txt", *FIRST, NotAPlace()))
    assert session.mention(desk.story("a.txt", "un")) is None
    deciding._take_back()
    assert names() == ["Paris", "Minsk", "Paris"] and session.mention(desk.story("a.txt", "un")) == 0
    assert memory.changed() is None


def test_what_somebody_else_took_back_cannot_be_taken_back_twice(own):
    deciding.decide(Decision("a.txt", *FIRST, Flag()))
    desk.project().undo()
    with pytest.raises(ProjectError):
        deciding._take_back()
    assert memory.changed() is None


def test_words_of_an_article_that_is_not_open_are_not_shown(own):
    session.choose_sample("one")
    deciding.show("a.txt", *FIRST)
    assert session.article() == "one" and not session.is_own()


def test_on_the_project_s_map_the_place_is_picked_with_the_mention(own):
    session.choose_project_map()
    session.open_article("a.txt", 0)
    deciding.decide(Decision("a.txt", *FIRST, Choose(PLACES["kyiv"])))
    assert session.place() == PLACES["kyiv"].id and session.mention(desk.story("a.txt", "un")) == 0


def test_on_the_project_s_map_nothing_moves_for_what_is_no_place(own):
    session.choose_project_map()
    session.open_article("a.txt", 1)
    session.pick_place(PLACES["minsk"].id, 1)
    moves, scrolls = session.moves(), session.scrolls()
    deciding.decide(Decision("a.txt", *MINSK, NotAPlace()))
    assert (session.place(), session.moves(), session.scrolls()) == (PLACES["minsk"].id, moves, scrolls)


def test_how_far_it_would_reach_changes_nothing(own):
    assert deciding.reach("a.txt", *FIRST, Verify(), "everywhere") == 2
    assert desk.project().history() == []
    with pytest.raises(ProjectError):
        deciding.reach("a.txt", 1, 3, Verify(), "mention")


def test_who_may_only_look_changes_nothing(own, reader):
    deciding.decide(Decision("a.txt", *FIRST, Flag()))
    reader["dateline.looking"] = True
    for change in (lambda: deciding.decide(Decision("a.txt", *FIRST, NotAPlace())), deciding._take_back):
        with pytest.raises(ProjectError, match="look at the project"):
            change()
    assert len(desk.project().history()) == 1 and not desk.project().history()[0].undone


def saved():
    import streamlit as st

    from geo.ui import deciding, memory

    if "begun" not in st.session_state:
        st.session_state["begun"] = True
        memory.remember_changed({"article": "a.txt"})
    deciding.changed_view()


def test_facts_that_were_saved_are_told_until_that_is_seen():
    test = AppTest.from_function(saved).run()
    assert [text.value for text in test.text] == ["Saved."]
    assert [button.label for button in test.button] == ["All right"]
    assert not test.button[0].click().run().text
