"""The bars of a project's days, as they are handed to the browser, and what the window on them asks."""

import pytest

from geo.project import DayCount, Filter
from geo.ui import bars, session, timeline, visit
from geo.ui.timeline import data

WEEK = bars.bars([DayCount(f"2024-03-0{day}", f"2024-03-0{day}", day) for day in range(1, 8)])


def test_every_bar_comes_with_its_words_its_mentions_and_its_days():
    told = data(WEEK, None)
    assert told["bars"][1] == ["2 March 2024", 2, "2024-03-02", "2024-03-02"]
    assert (told["unit"], told["window"], told["asked"], told["beyond"]) == ("day", None, None, [0, 0])


def test_the_days_that_are_asked_for_are_a_window_and_words():
    told = data(WEEK, ("2024-03-02", None))
    assert (told["window"], told["asked"]) == ((1, 6), "from 2 March 2024")
    assert told["version"] == data(WEEK, None)["version"]


def test_days_beyond_the_bars_have_words_only():
    told = data(WEEK, ("1999-01-01", "1999-12-31"))
    assert (told["window"], told["asked"]) == (None, "1999")


def test_articles_without_a_day_are_told_in_plain_words_with_the_way_to_set_it(reader, monkeypatch):
    assert timeline.none("published").startswith("It is not known when these articles appeared. To set the day of one,")
    assert "Details" not in timeline.none("spoken of")
    monkeypatch.setattr(session, "is_looking", lambda: True)
    assert timeline.none("published") == "It is not known when these articles appeared."


@pytest.mark.parametrize("field", ["published", "spoken_of"])
def test_the_window_sets_the_days_of_its_field_and_nothing_else(reader, monkeypatch, field):
    session.choose_filter(Filter(text="rain"))
    reports = iter([[["2024-03-02", "2024-03-04"], 1], None, [None, 2]])
    monkeypatch.setattr(visit, "trigger", lambda key, name: next(reports))
    choose = timeline._chosen(field)
    choose()
    assert session.filter() == Filter(text="rain", **{field: ("2024-03-02", "2024-03-04")})
    choose()
    assert session.filter().asked == ("text", field)
    choose()
    assert session.filter() == Filter(text="rain")
