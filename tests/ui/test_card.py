"""The card's decisions; what the browser makes of it is in tests/browser."""

import pytest

from geo.ui import card, session
from tests.stories import story


@pytest.fixture
def shown(monkeypatch):
    """What the component is given."""
    given = {}
    monkeypatch.setattr(card, "_component", lambda **values: given.update(values))
    return given


def test_with_nothing_picked_the_card_is_an_overview(shown, monkeypatch):
    monkeypatch.setattr(session, "mention", lambda told: None)
    told = story("[Gomel|gomel] and [Minsk|minsk]")
    card.card_view(told, of=told)
    assert shown["data"] == card.cards.overview(told)


def test_a_picked_mention_has_its_card(shown, monkeypatch):
    monkeypatch.setattr(session, "mention", lambda told: 1)
    told = story("[Gomel|gomel] and [Minsk|minsk]")
    card.card_view(told, of=told)
    assert shown["data"] == card.cards.card(told, 1)


def test_a_pick_in_the_card_moves_text_and_map(monkeypatch):
    picked = []
    monkeypatch.setattr(session, "trigger", lambda key, name: [3, 1700000000])
    monkeypatch.setattr(session, "pick_elsewhere", picked.append)
    card._picked()
    assert picked == [3]


def test_the_way_back_in_the_card_picks_none(monkeypatch):
    picked = []
    monkeypatch.setattr(session, "trigger", lambda key, name: [None, 1700000000])
    monkeypatch.setattr(session, "pick_elsewhere", picked.append)
    card._picked()
    assert picked == [None]


def test_no_pick_moves_nothing(monkeypatch):
    picked = []
    monkeypatch.setattr(session, "trigger", lambda key, name: None)
    monkeypatch.setattr(session, "pick_elsewhere", picked.append)
    card._picked()
    assert picked == []
