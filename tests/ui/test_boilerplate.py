"""The switch for places that only boilerplate names."""

import json

from streamlit.testing.v1 import AppTest

from geo.ui.boilerplate import KEY
from geo.ui.roles import KEY as ROLES_KEY


def app():
    from dataclasses import replace

    import streamlit as st

    from geo.ui import boilerplate, roles, session, showing
    from tests.stories import story

    def made():
        told = story("[Paris|paris-tx] (photo). [Moscow|moscow*] flew to [Minsk|minsk]. Read [Kyiv|kyiv*]")
        asides = ("Paris", "Kyiv")
        return replace(told, mentions=tuple(replace(m, boilerplate=m.surface in asides) for m in told.mentions))

    whole = st.session_state.setdefault("told", made())
    session.start({"one"}, "one", lambda project, article: False)
    roles.roles_view(whole)
    boilerplate.boilerplate_view(whole)
    boilerplate.boilerplate_view(story("[Minsk|minsk]"))  # has none: no second switch
    shown = showing.shown(whole)
    st.json([[mention.surface for mention in shown.mentions], session.mention(shown)])


def run(**address):
    test = AppTest.from_function(app)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def state(test):
    return json.loads(test.json[0].value)


def switched(test, on, key=KEY):
    return test.toggle(key=key).set_value(on).run()


def test_places_in_boilerplate_are_off_at_first_and_the_switch_says_how_many_they_are():
    test = run()
    assert not test.exception and state(test) == [["Moscow", "Minsk"], None]
    assert not test.toggle(key=KEY).value and test.toggle(key=KEY).label == "Menus, captions and links (2)"


def test_switched_on_they_are_shown_and_the_address_says_so():
    test = switched(run(), True)
    assert state(test)[0] == ["Paris", "Moscow", "Minsk", "Kyiv"]
    assert test.query_params["asides"] in ("shown", ["shown"])


def test_switched_off_again_the_address_is_as_before():
    test = switched(switched(run(), True), False)
    assert state(test)[0] == ["Moscow", "Minsk"] and "asides" not in test.query_params


def test_a_shared_address_opens_with_the_switch_on():
    test = run(asides="shown", mention="0")
    assert state(test) == [["Paris", "Moscow", "Minsk", "Kyiv"], 0] and test.toggle(key=KEY).value


def test_the_picked_mention_stays_picked_both_ways_and_the_address_follows():
    test = switched(run(mention="1"), True)
    assert state(test)[1] == 2 and test.query_params["mention"] in ("2", ["2"])
    assert state(switched(test, False))[1] == 1


def test_a_picked_mention_that_is_no_longer_shown_is_no_longer_picked():
    test = switched(run(asides="shown", mention="3"), False)
    assert state(test)[1] is None and "mention" not in test.query_params


def test_both_switches_together_keep_the_picked_mention():
    test = switched(switched(run(mention="1"), False, ROLES_KEY), True)
    assert state(test) == [["Paris", "Minsk"], 1]
    assert state(switched(test, True, ROLES_KEY)) == [["Paris", "Moscow", "Minsk", "Kyiv"], 2]
