"""The row of what is asked of a project."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.project import Totals
from geo.types import Match
from geo.ui import engine, figures
from geo.ui.filters_view import in_order, offered, told
from tests.project.made import told as article
from tests.stories import PLACES
from tests.ui.conftest import HandMade


def app():
    import streamlit as st

    from geo.ui import desk, session
    from geo.ui.filters_view import filters_view

    session.start({"sample"}, "sample", desk.has)
    filters_view()
    if st.button("without roles"):
        session.choose_roles("literal", None)
        st.rerun()


@pytest.fixture
def run(projects, monkeypatch):
    """`run(**address) -> AppTest`: the row over a project of three articles."""
    monkeypatch.setattr(engine, "load", HandMade)
    engine.forget()
    figures.forget()
    with projects.create() as project:
        project.add(
            [
                article("Rain in [Kyiv|kyiv:0.9]. “No,” said [Belarus|belarus*:0.8].", "a", outlet="**Post**"),
                article("Snow near [Minsk|minsk:0.7].", "b", date="2024-04-01", language="uk"),
                article("Nothing here.", "c"),
            ]
        )

    def open_at(**address):
        test = AppTest.from_function(app, default_timeout=30)
        for name, value in {"project": project.token, "show": "all", **address}.items():
            test.query_params[name] = value
        return test.run()

    yield open_at
    figures.forget()
    engine.forget()


def kept(test):
    assert not test.exception
    return next(html.value for html in test.main if html.type == "html").partition(">")[2].partition("<")[0]


def labels(test):
    return [button.label for button in test.button]


def choice(widgets, name):
    """A widget behind the button, by what it asks for."""
    return next(widget for widget in widgets if widget.key.startswith(f"filter_{name}"))


def click(test, label):
    return next(button for button in test.button if button.label == label).click().run()


def test_nothing_is_asked_at_first_and_all_is_told(run):
    test = run()
    assert kept(test) == "3 mentions of 3 places in 2 of 3 articles"
    assert labels(test) == ["without roles"]


def test_what_the_address_asks_stands_in_chips_and_in_the_widgets(run):
    test = run(country=["UA", "BY"], sure="70-95", q="rain", published="2024-03-01..", kind="name", outlet="**Post**")
    assert labels(test)[:-2] == [
        "Words\\: rain ×", "Country\\: Ukraine ×", "Country\\: Belarus ×", "Kind\\: Place names ×", "Sure\\: 70–95\\% ×",
        "Outlet\\: \\*\\*Post\\*\\* ×", "Published\\: from 1 March 2024 ×",
    ]  # fmt: skip
    assert test.text_input(key="filter_text").value == "rain"
    assert choice(test.multiselect, "countries").value == ["UA", "BY"]
    assert choice(test.slider, "confidence").value == (70, 95)
    assert choice(test.date_input, "published_first").value == date(2024, 3, 1)
    assert kept(test) == "2 mentions of 2 places in 1 of 3 articles"


def test_a_chip_takes_its_condition_away_and_its_widget_follows(run):
    test = click(run(country=["UA", "BY"], q="rain"), "Country\\: Belarus ×")
    assert kept(test) == "1 mention of 1 place in 1 of 3 articles"
    assert choice(test.multiselect, "countries").value == ["UA"]
    assert test.query_params["country"] == "UA"
    assert kept(click(test, "Clear all")) == "3 mentions of 3 places in 2 of 3 articles"
    assert "country" not in test.query_params and test.text_input(key="filter_text").value == ""


def test_a_widget_asks_at_once(run):
    test = run()
    test.text_input(key="filter_text").set_value(" snow ").run()
    assert kept(test) == "1 mention of 1 place in 1 of 3 articles" and test.query_params["q"] == "snow"
    test.text_input(key="filter_text").set_value("").run()
    choice(test.multiselect, "languages").select("uk").run()
    assert "Language\\: Ukrainian ×" in labels(test)
    choice(test.slider, "confidence").set_range(90, 100).run()
    assert test.query_params["sure"] == "90-100"
    choice(test.slider, "confidence").set_range(0, 100).run()
    assert "sure" not in test.query_params


def test_days_may_be_open_on_a_side_and_are_put_in_order(run):
    test = run()
    choice(test.date_input, "published_last").set_value(date(2024, 3, 15)).run()
    assert test.query_params["published"] == "..2024-03-15"
    choice(test.date_input, "published_first").set_value(date(2024, 4, 15)).run()
    assert test.query_params["published"] == "2024-03-15..2024-04-15"
    assert choice(test.date_input, "published_first").value == date(2024, 3, 15)
    assert in_order(None, None) is None


def test_a_place_is_found_by_the_beginning_of_its_name_and_keeps_what_lies_inside(run):
    test = run()
    test.text_input(key="filter_place").set_value("bel").run()
    click(test, "Belarus · Country")
    assert kept(test) == "2 mentions of 2 places in 2 of 3 articles"
    assert "In\\: Belarus ×" in labels(test) and test.text_input(key="filter_place").value == ""
    assert test.query_params["in"] == PLACES["belarus"].id
    test.text_input(key="filter_place").set_value("nowhere").run()
    assert any("no place" in caption.value for caption in test.caption)


def test_a_place_that_is_found_by_another_name_says_which():
    assert offered(Match(PLACES["kyiv"], "Kyjiw", "alternate")) == "Kyjiw: Kyiv, UA · Capital"


def test_where_nothing_is_left_the_conditions_that_are_the_reason_can_be_taken_away(run):
    test = run(country="UA", q="snow")
    assert kept(test) == "No mention fits in 3 articles."
    ways = labels(test)[-3:-1]
    assert ways == ["Without “Words\\: snow”: 1 mention", "Without “Country\\: Ukraine”: 1 mention"]
    test.button(key="without_countries").click().run()
    assert kept(test) == "1 mention of 1 place in 1 of 3 articles" and test.query_params["q"] == "snow"


def test_where_no_single_condition_is_the_reason_all_can_be_cleared(run):
    test = run(country="XX", q="nonsense")
    assert "No condition alone" in test.text[0].value
    assert kept(click(test, "Clear all")).startswith("3 mentions")


def test_a_switch_that_leaves_nothing_can_be_switched_from_here(run):
    test = click(run(q="no", country="BY"), "without roles")
    assert kept(test) == "No mention fits in 3 articles."
    assert not any(pills.key.startswith("filter_roles") for pills in test.pills)
    test.button(key="without_roles").click().run()
    assert kept(test).startswith("1 mention of") and "roles" not in test.query_params


@pytest.mark.parametrize("nonsense", ["2024-99-99..", "x", "2024-01-01..2023-01-01"])
def test_days_that_no_calendar_has_break_nothing(run, nonsense):
    assert kept(run(published=nonsense))


def test_large_numbers_are_grouped_and_all_articles_are_not_told_twice():
    kept = Totals(1234, 96, 1)
    assert told(kept, 1120) == "1,234 mentions of 1 place in 96 of 1,120 articles"
    assert told(kept, 96) == "1,234 mentions of 1 place in 96 articles"


def test_a_project_without_articles_or_places_is_not_told_that_nothing_fits():
    nothing = Totals(mentions=0, places=0, articles=0)
    assert told(nothing, 0) == "No articles yet."
    assert told(nothing, 2, is_asked=False) == "No place was found in 2 articles."
    assert told(nothing, 2) == "No mention fits in 2 articles."
    assert told(nothing, 9, listed=2) == "2 of 9 articles fit, with no place to show."


def test_articles_that_fit_without_a_place_are_told_as_the_list_has_them(run):
    test = run(q='"nothing here"')
    assert kept(test) == "1 of 3 articles fits, with no place to show."
    assert labels(test)[-2] == "Without “Words\\: ‘nothing here’”: 3 mentions"
