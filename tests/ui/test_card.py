"""The card's decisions; what the browser makes of it is in tests/browser."""

import pytest

from geo.types import Name
from geo.ui import card, session, visit
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


def test_a_picked_mention_has_its_card_with_what_else_the_place_is_called(shown, hand_made, monkeypatch):
    monkeypatch.setattr(session, "mention", lambda told: 1)
    told = story("[Gomel|gomel] and [Minsk|minsk]")
    monkeypatch.setattr(card.engine, "names", lambda id: [Name("Mensk", "former")] if id == "geonames:625144" else [])
    card.card_view(told, of=told)
    assert shown["data"] == card.cards.card(told, 1) | {"names": "Formerly Mensk"}


@pytest.mark.parametrize(("reported", "expected"), [([3, 1700000000], [3]), ([None, 1700000000], [None]), (None, [])])
def test_a_pick_in_the_card_is_told_once(shown, monkeypatch, reported, expected):
    picked = []
    card.shown_view({"empty": []}, pick=picked.append)
    monkeypatch.setattr(visit, "trigger", lambda key, name: reported)
    shown["on_pick_change"]()
    assert picked == expected
