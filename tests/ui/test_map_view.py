"""From a click on the map to a mention."""

import pytest

from geo.ui.map_view import mention_for
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
