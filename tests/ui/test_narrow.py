"""The switch between text and map, and the way from what is picked in one to the other."""

from geo.ui.narrow import MAP, TEXT
from tests.stories import story

TURN = "turn_pane"


def turn(test):
    return next((button for button in test.button if button.key == TURN), None)


def shown(page, pane, **address):
    test = page(**address)
    test.button_group(key="pane").set_value(pane).run()
    assert not test.exception
    return test


def test_the_map_is_in_sight_first_and_nothing_leads_away_while_nothing_is_picked(page):
    test = page()
    assert test.button_group(key="pane").value == MAP and turn(test) is None


def test_what_is_picked_in_the_text_leads_to_the_map_and_back_and_stays_picked(page):
    test = shown(page, TEXT, mention="1")
    assert turn(test).label == "Show on the map"
    turn(test).click().run()
    assert test.button_group(key="pane").value == MAP and turn(test).label == "Show in the text"
    turn(test).click().run()
    assert test.button_group(key="pane").value == TEXT
    assert test.query_params["mention"] in ("1", ["1"])


def test_a_mention_without_a_place_leads_to_no_map(page):
    unknown = next(number for number, mention in enumerate(story().mentions) if mention.place is None)
    assert turn(shown(page, TEXT, mention=str(unknown))) is None
