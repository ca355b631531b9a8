"""What the reader's switches leave of a story."""

from dataclasses import replace

import pytest

from geo.ui import session
from geo.ui.showing import number_at, shown
from tests.stories import story

TOLD = story("[Moscow|moscow*], [Minsk|minsk]; see [Kyiv|kyiv*] and [Paris|paris-tx]")
TOLD = replace(TOLD, mentions=tuple(replace(m, boilerplate=n > 1) for n, m in enumerate(TOLD.mentions)))


@pytest.mark.parametrize(
    ("roles", "boilerplate", "surfaces"),
    [
        ("all", True, ["Moscow", "Minsk", "Kyiv", "Paris"]),
        ("all", False, ["Moscow", "Minsk"]),
        ("literal", True, ["Minsk", "Paris"]),
        ("literal", False, ["Minsk"]),
    ],
)
def test_the_two_switches_work_together(reader, roles, boilerplate, surfaces):
    session.choose_roles(roles, None)
    session.choose_boilerplate(boilerplate, None)
    assert [mention.surface for mention in shown(TOLD).mentions] == surfaces


def test_at_first_places_in_boilerplate_are_not_shown(reader):
    assert [mention.surface for mention in shown(TOLD).mentions] == ["Moscow", "Minsk"]


def test_a_mention_is_found_by_its_place_in_the_text():
    first, second = TOLD.mentions[:2]
    assert [number_at(TOLD, each.start, each.end) for each in (first, second)] == [0, 1]
    assert number_at(TOLD, first.start, second.end) is None
