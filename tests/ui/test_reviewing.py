"""The queue of mentions that nobody has looked at."""

import pytest

from geo.project import Choose, Decision, Filter, Flag, NotAPlace, Verify
from geo.types import Candidate
from geo.ui import desk, memory, reviewing, session
from tests.stories import PLACES, story
from tests.ui.conftest import HandMade

TOLD = "[Paris|paris-tx:0.4] is not [Minsk|minsk:0.6]; it rained in [Kyiv|kyiv:0.9]{}."


def with_others(told):
    """The story whose mentions may all mean Kharkiv or Moscow as well."""
    from dataclasses import replace

    others = (Candidate(PLACES["kharkiv"], 0.2), Candidate(PLACES["moscow"], 0.1))
    kept = [replace(each, resolution=replace(each.resolution, alternatives=others)) for each in told.mentions]
    return replace(told, mentions=tuple(kept))


@pytest.fixture
def queue(reader, hand_made):
    """A reader whose project has two articles of three mentions each, the same in both."""
    desk.project().add(with_others(story(TOLD.format(end), id=f"{id}.txt")) for id, end in (("a", ""), ("b", " too")))
    session.choose_project_map()


def now():
    looked = reviewing.current()
    return looked and (looked.spot[1], looked.mention.surface)


def press(what, number=0):
    looked = reviewing.current()
    reviewing.press(looked.spot[0] if looked else 0, what, number)
    return now()


def last():
    return desk.project().history()[0].what


def test_the_least_certain_comes_first_and_its_place_is_shown_on_the_map(queue):
    assert now() == ("a.txt", "Paris") and reviewing.progress() == (0, 6)
    assert session.place() == PLACES["paris-tx"].id


def test_right_verifies_and_goes_on(queue):
    moved = session.moves()
    assert press("right") == ("b.txt", "Paris")
    assert isinstance(last().act, Verify) and reviewing.progress() == (1, 6)
    assert session.moves() > moved


def test_a_place_of_a_dialog_is_asked_for_once_and_answers_as_a_key_does(queue):
    assert press("place") == ("a.txt", "Paris") and reviewing.asks_place() and not reviewing.asks_place()
    press("wide")
    spot = reviewing.current().spot
    reviewing.answer(Decision(*spot[1:], Choose(PLACES["kyiv"]), reviewing.scope()))
    assert last().act.place == PLACES["kyiv"] and last().scope == "everywhere"
    assert now() == ("a.txt", "Minsk") and reviewing.progress() == (2, 6)
    assert press("undo") == ("a.txt", "Paris") and reviewing.progress() == (0, 6)


def test_a_number_chooses_the_alternative_with_where_it_lies(queue):
    press("choose", 2)
    assert last().act.place == PLACES["moscow"] and last().act.location == HandMade().location(PLACES["moscow"])
    assert last().scope == "mention" and reviewing.progress() == (1, 6)


@pytest.mark.parametrize("number", [0, 3, -1, 10**9])
def test_a_number_of_no_alternative_is_told_and_changes_nothing(queue, number):
    assert press("choose", number) == ("a.txt", "Paris")
    assert "no place number" in reviewing.kept()["told"] and desk.project().history() == []


def test_what_is_no_place_counts_as_looked_at(queue):
    assert press("none") == ("b.txt", "Paris")
    assert isinstance(last().act, NotAPlace) and reviewing.progress() == (1, 6)


def test_a_role_is_switched_and_the_mention_stays_at_hand(queue):
    assert press("role") == ("a.txt", "Paris")
    assert reviewing.current().mention.role == "associative"
    press("role")
    assert reviewing.current().mention.role == "literal" and reviewing.progress() == (0, 6)


def test_a_flag_goes_on_and_comes_off_when_gone_back_to(queue):
    assert press("flag") == ("b.txt", "Paris")
    assert isinstance(last().act, Flag)
    press("back")
    assert reviewing.current().mention.state == "flagged"
    assert press("unflag") == ("a.txt", "Paris") and reviewing.current().mention.state == "unverified"


def test_skipping_changes_nothing_and_back_leads_back(queue):
    assert press("skip") == ("b.txt", "Paris") and press("skip") == ("a.txt", "Minsk")
    assert press("back") == ("b.txt", "Paris") and press("back") == ("a.txt", "Paris")
    assert press("back") == ("a.txt", "Paris") and desk.project().history() == []


def test_going_back_to_what_is_no_place_shows_what_the_engine_said(queue):
    press("none")
    press("back")
    looked = reviewing.current()
    assert looked.gone and now() == ("a.txt", "Paris") and looked.mention.place == PLACES["paris-tx"]


def test_undo_takes_the_last_answer_back_and_shows_its_mention(queue):
    press("none")
    press("skip")
    assert press("undo") == ("a.txt", "Paris")
    assert not reviewing.current().gone and reviewing.progress() == (0, 6)
    assert press("undo") == ("a.txt", "Paris")  # nothing is left to undo
    press("right")
    assert press("back") == ("a.txt", "Paris")  # what was undone is not twice on the way back


def test_what_somebody_else_undid_is_told_and_forgotten(queue):
    press("right")
    desk.project().undo()
    press("undo")
    assert "can be undone" in reviewing.kept()["told"] and reviewing.kept()["done"] == []


def test_an_answer_for_all_of_these_words_says_how_many_and_holds_for_one_answer(queue):
    assert reviewing.same(reviewing.current()) == 2
    press("wide")
    assert reviewing.kept()["wide"]
    assert press("none") == ("a.txt", "Minsk")
    assert last().scope == "everywhere" and reviewing.progress() == (2, 6) and not reviewing.kept()["wide"]


def test_a_key_that_was_pressed_before_the_next_one_was_seen_does_nothing(queue):
    key = reviewing.current().spot[0]
    reviewing.press(key, "right")
    reviewing.press(key, "none")
    assert now() == ("b.txt", "Paris") and len(desk.project().history()) == 1


@pytest.mark.parametrize("what", ["", "x", "delete", "__class__", "<img>"])
def test_what_is_no_answer_is_told_and_changes_nothing(queue, what):
    assert press(what) == ("a.txt", "Paris")
    assert "nothing to decide" in reviewing.kept()["told"] and desk.project().history() == []


def test_behind_the_last_one_the_skipped_ones_can_be_looked_at(queue):
    press("right")
    for _ in range(5):
        press("skip")
    assert now() is None and reviewing.progress() == (1, 6)
    reviewing.again()
    assert now() == ("b.txt", "Paris")


def test_when_all_were_looked_at_nothing_is_left_to_begin_with(queue):
    for _ in range(6):
        press("right")
    assert now() is None and reviewing.progress() == (6, 6)
    reviewing.again()
    assert now() is None
    assert press("back") is not None


def test_another_filter_begins_anew_and_asks_for_what_nobody_looked_at_whatever_it_says_of_that(queue):
    press("skip")
    session.choose_filter(Filter(countries=("BY",), states=("verified",)))
    assert now() == ("a.txt", "Minsk") and reviewing.progress() == (0, 2) and reviewing.kept()["trail"] == []


def test_an_article_that_was_removed_meanwhile_is_left_out(queue):
    reviewing.current()
    desk.project().delete(["a.txt"])
    assert now() == ("b.txt", "Paris")


def test_a_project_without_mentions_has_nothing_to_look_at(reader, hand_made):
    session.choose_project_map()
    assert reviewing.current() is None and reviewing.progress() == (0, 0)


def test_the_session_keeps_plain_values_only(queue):
    import json

    press("choose", 1)
    press("skip")
    assert json.loads(json.dumps(memory.review())) == memory.review()


def test_who_may_only_look_is_told_and_changes_nothing(queue, reader):
    press("right")
    reader["dateline.looking"] = True
    for what in ("right", "undo"):
        press(what)
        assert "look at the project" in reviewing.kept()["told"]
    assert [change.undone for change in desk.project().history()] == [False]
