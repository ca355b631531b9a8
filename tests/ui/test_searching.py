"""The box that offers places while one types."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from geo.types import Match
from geo.ui import engine
from geo.ui.searching import LONGEST, matches
from tests.stories import PLACES


def test_places_of_just_the_name_that_was_typed_come_before_better_known_ones_that_only_begin_so(monkeypatch):
    region = replace(PLACES["paris"], id="x", name="Île-de-France")
    found = [PLACES["paris"], region, PLACES["paris-tx"]]
    named = [
        Match(place, name, "official") for place, name in zip(found, ("Paris", "Paris Region", "Paris"), strict=True)
    ]
    monkeypatch.setattr(engine, "search", lambda text, limit: named)
    assert [match.place for match in matches(" paris ", 6)] == [PLACES["paris"], PLACES["paris-tx"], region]
    assert [match.place for match in matches("par", 6)] == found


def test_of_places_of_just_that_name_the_best_known_comes_first(monkeypatch):
    oblast, capital = (replace(PLACES["kyiv"], id=id, importance=known) for id, known in (("o", 6.7), ("c", 8.0)))
    found = [Match(oblast, "Kiev", "alternate"), Match(capital, "Kiev", "alternate")]
    monkeypatch.setattr(engine, "search", lambda text, limit: found)
    assert [match.place.id for match in matches("Kiev", 6)] == ["c", "o"]


def test_at_most_so_many_places_are_offered(monkeypatch):
    found = [Match(PLACES[name], name, "official") for name in ("kyiv", "minsk", "paris")]
    monkeypatch.setattr(engine, "search", lambda text, limit: found)
    assert matches("x", 2) == found[:2]


def box():
    import streamlit as st

    from geo.ui.searching import place_box

    typed, found = place_box("Place", "place", help="", most=6)
    st.text(f"{typed}: {[match.name for match in found]}")


def test_what_is_typed_is_sent_without_enter_and_what_it_may_mean_offered(hand_made):
    test = AppTest.from_function(box).run()
    assert test.text[0].value == ": []"
    assert test.text_input[0].proto.live_debounce_ms and test.text_input[0].max_chars == LONGEST
    test.text_input[0].set_value(" kha ").run()
    assert test.text[0].value == "kha: ['Kharkiv']"
