"""From a click on the map to a mention."""

import pytest

from geo.drawing import MISSING
from geo.ui import memory
from geo.ui.map_view import KEY, mention_for, reported
from tests.stories import story

STORY = story("[Kyiv|kyiv], [Minsk|minsk], [Kiev|kyiv]")


def test_a_place_leads_to_its_first_mention():
    assert mention_for(STORY, 0, None) == 0


def test_the_mention_already_picked_stays_when_its_place_is_clicked():
    assert mention_for(STORY, 0, 2) == 2


def test_another_place_leaves_the_picked_mention():
    assert mention_for(STORY, 1, 2) == 1


@pytest.mark.parametrize("place", [-1, 2, 10**9])
def test_a_place_that_is_not_in_the_story_changes_nothing(place):
    assert mention_for(STORY, place, 1) == 1


def test_escape_on_the_map_picks_none():
    assert mention_for(STORY, None, 1) is None


@pytest.mark.parametrize(("value", "expected"), [([3, 1700000000000], [3]), ([None, 1], [None]), (None, []), ([], [])])
def test_a_click_is_told_once_and_nothing_where_there_was_none(reader, value, expected):
    reader[KEY], picked = value, []
    reported(picked.append)()
    assert picked == expected


def test_a_map_that_lacks_what_it_should_show_is_sent_it_again_and_nothing_is_picked(reader):
    memory.remember_brought("v1")
    reader[KEY], picked = [MISSING, 1], []
    reported(picked.append)()
    assert picked == [] and memory.brought() is None
