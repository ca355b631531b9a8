"""What a filter keeps, as charts and tables."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.project import Filter
from geo.ui import desk, figures, gathered, session, summary, timeline
from geo.ui.summary import COLOURS, by_days, heat_map, names, of_countries, of_places, over_time
from tests.project.made import told


def forget():
    figures.forget()
    gathered.forget()


@pytest.fixture
def top(reader, hand_made):
    """The places of a project on Kyiv in March and April, Belarus and an unknown place."""
    forget()
    desk.project().add(
        [
            told("[Kyiv|kyiv] and [Kyiv|kyiv], not [Belarus|belarus].", "a"),
            told("[Kyiv|kyiv] again; [Boma|?] fell.", "b", date="2024-04-30"),
        ]
    )
    yield desk.project().tallies()
    forget()


def test_places_are_rows_most_named_first_and_a_country_is_not_told_twice(top):
    assert of_places(top).drop(columns="id").values.tolist() == [["Kyiv, UA", 3, 2], ["Belarus", 1, 1]]


def test_places_of_the_same_name_are_told_apart(top):
    kyiv = top[0]
    assert names([kyiv, replace(kyiv, place_id="other:1")]) == ["Kyiv, UA", "Kyiv, UA (other:1)"]


def test_countries_are_rows_with_their_names_and_what_is_in_none_is_told(top):
    assert of_countries(top, 5).values.tolist() == [
        ["UA", "Ukraine", 3],
        ["BY", "Belarus", 1],
        ["", "In no single country", 1],
    ]


COUNTED = [("k", "2024-03-01", 2), ("b", "2024-03-01", 1), ("k", "2024-03-30", 1), ("k", "2024-03-31", 4)]


def test_where_every_mention_is_in_a_country_none_is_told_to_be_in_none(top):
    assert list(of_countries(top, 4)["id"]) == ["UA", "BY"]


def test_places_are_counted_by_the_time_of_their_articles():
    frame, drawn = over_time({"k": "Kyiv", "b": "Belarus"}, COUNTED)
    assert drawn.unit == "day"
    assert frame[["Place", "from", "to", "Mentions"]].values.tolist() == [
        ["Kyiv", 0, 1, 2], ["Belarus", 0, 1, 1], ["Kyiv", 29, 30, 1], ["Kyiv", 30, 31, 4],
    ]  # fmt: skip
    table = by_days(frame, ["Belarus", "Kyiv", "Nowhere"])
    assert list(table.columns) == ["Days", "Belarus", "Kyiv"]
    assert table.values.tolist() == [["1 March 2024", 1, 2], ["30 March 2024", 0, 1], ["31 March 2024", 0, 4]]


def test_without_days_there_is_nothing_over_time():
    frame, drawn = over_time({}, [])
    assert frame.empty and drawn is None and by_days(frame, []).empty


def test_a_name_is_never_part_of_a_chart_s_programs():
    name = "{{7*7}} </script><img src=x onerror=alert(1)> ' + datum"
    _, drawn = over_time({"k": name}, [COUNTED[0], COUNTED[2]])
    axis = heat_map(drawn, 2, [name], COLOURS["light"])["encoding"]["x"]["axis"]
    assert axis["labelExpr"].startswith('({"0": "1 Mar 2024", "3": "4 Mar"') and name not in axis["labelExpr"]


def test_a_clicked_place_or_country_is_asked_for_beside_what_is_asked_already(top):
    session.choose_filter(Filter(text="kyiv"))
    summary._ask_country("UA")
    summary._ask_place("geonames:703448")
    assert session.filter() == Filter(text="kyiv", countries=("UA",), place="geonames:703448")


def app():
    from geo.ui import desk, session
    from geo.ui.mentions_view import mentions_view
    from geo.ui.summary import summary_view

    session.start({"sample"}, "sample", desk.has)
    summary_view()
    mentions_view()


@pytest.fixture
def page(projects, hand_made):
    """The charts and the table of mentions under each other, over a project of one article."""
    forget()
    with projects.create() as project:
        project.add([told("[Kyiv|kyiv] and [Belarus|belarus].", "a")])
    test = AppTest.from_function(app, default_timeout=30)
    test.query_params["project"], test.query_params["show"] = project.token, "all"
    yield test
    forget()


def test_nothing_is_worked_out_before_it_is_opened(page, monkeypatch):
    monkeypatch.setattr(figures, "totals", lambda asked: pytest.fail("it is closed"))
    assert not page.run().exception and len(page.dataframe) == 0


def test_opened_there_are_charts_tables_of_the_same_and_every_mention(page):
    page.session_state["summary"] = page.session_state["mentions"] = True
    page.run()
    assert not page.exception and len(page.dataframe) == 1
    page.segmented_control(key="summary_look").set_value("Tables").run()
    assert [list(frame.value.columns)[0] for frame in page.dataframe] == ["Place", "Days", "Country", "In the text"]


def test_opened_over_nothing_that_is_all_they_say(page):
    page.query_params["q"] = "nonsense"
    page.session_state["summary"] = page.session_state["mentions"] = True
    assert [caption.value for caption in page.run().caption] == 2 * ["Nothing fits the filter."]


def test_places_that_nobody_knows_have_no_bars(page):
    desk.opened(page.query_params["project"]).add([told("[Boma|?] fell.", "b", date=None)])
    page.query_params["q"] = "fell"
    page.session_state["summary"] = True
    captions = [caption.value for caption in page.run().caption]
    assert not page.exception
    assert captions == ["None of the places is known.", timeline.none("published")]
