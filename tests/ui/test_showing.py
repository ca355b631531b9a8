"""What the reader's switches leave of a story."""

from dataclasses import replace

import pytest

from geo.ui import session
from geo.ui.showing import shown
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
