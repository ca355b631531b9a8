"""The switch that leaves out governments, peoples and teams."""

import json

from streamlit.testing.v1 import AppTest

from geo.reading import sample_articles
from geo.ui.roles import KEY
from tests.stories import story
from tests.ui.conftest import HandMade


class Told(HandMade):
    """Tells a text without any government."""

    def parse(self, article):
        return story("In [Minsk|minsk] it rained.", id=article.id)


def app():
    import streamlit as st

    from geo.ui import roles, session, showing
    from tests.stories import story

    whole = st.session_state.setdefault("told", story("[Moscow|moscow*] flew to [Minsk|minsk], then [Kyiv|kyiv*]."))
    session.start({"one"}, "one", lambda project, article: False)
    roles.roles_view(whole)
    shown = showing.shown(whole)
    st.json([[mention.surface for mention in shown.mentions], session.mention(shown)])


def run(**address):
    test = AppTest.from_function(app)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def state(test):
    return json.loads(test.json[0].value)


def test_everything_is_shown_at_first_and_the_switch_says_how_many_it_is_about():
    test = run()
    assert state(test) == [["Moscow", "Minsk", "Kyiv"], None]
    assert test.toggle(key=KEY).value and test.toggle(key=KEY).label == "Governments, peoples and teams (2)"


def test_switched_off_only_locations_are_shown_and_the_address_says_so():
    test = run().toggle(key=KEY).set_value(False).run()
    assert state(test) == [["Minsk"], None]
    assert test.query_params["roles"] in ("literal", ["literal"])


def test_switched_on_again_all_are_shown_and_the_address_is_as_before():
    test = run().toggle(key=KEY).set_value(False).run().toggle(key=KEY).set_value(True).run()
    assert state(test)[0] == ["Moscow", "Minsk", "Kyiv"]
    assert "roles" not in test.query_params


def test_a_shared_address_opens_with_the_switch_off():
    test = run(roles="literal", mention="0")
    assert state(test) == [["Minsk"], 0]
    assert not test.toggle(key=KEY).value


def test_a_picked_location_stays_picked_both_ways_and_the_address_follows():
    test = run(mention="1").toggle(key=KEY).set_value(False).run()
    assert state(test)[1] == 0 and test.query_params["mention"] in ("0", ["0"])
    assert state(test.toggle(key=KEY).set_value(True).run())[1] == 1


def test_a_picked_government_is_no_longer_picked_when_governments_are_switched_off():
    test = run(mention="2").toggle(key=KEY).set_value(False).run()
    assert state(test)[1] is None and "mention" not in test.query_params


def test_the_page_s_table_follows_the_switch(page):
    test = page()
    test.toggle(key=KEY).set_value(False).run()
    assert not test.exception
    assert "14 of 22 mentions" in test.expander[0].label


def test_the_choice_holds_for_another_article_and_in_the_other_view(page):
    test = page().toggle(key=KEY).set_value(False).run()
    test.button(key="other_view").click().run()
    assert "14 of 22 mentions" in test.expander[0].label
    test.selectbox[0].set_value((False, sample_articles()[1].id)).run()
    assert not test.exception and "14 of 22 mentions" in test.expander[0].label
    assert not test.toggle(key=KEY).value


def test_a_story_without_governments_has_no_switch(page):
    test = page(Told)
    assert not test.toggle and "The one mention" in test.expander[0].label
