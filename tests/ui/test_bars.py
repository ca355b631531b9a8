"""Mentions over time as bars."""

from datetime import date, timedelta

import pytest

from geo.project import DayCount
from geo.ui.bars import Bar, bars, said, ticks


def counted(*days):
    return [DayCount(first, last, mentions) for first, last, mentions in days]


def on(*days):
    return [DayCount(day, day, 1) for day in days]


@pytest.mark.parametrize(
    ("first", "last", "unit", "number"),
    [
        ("2024-03-01", "2024-03-01", "day", 1), ("2024-03-01", "2024-06-01", "day", 93),
        ("2024-03-01", "2024-06-02", "week", 14),
        ("2022-02-27", "2023-11-26", "week", 92), ("2020-01-31", "2024-03-01", "month", 51),
        ("1990-06-01", "2024-03-01", "year", 35),
        ("1066-10-14", "2024-03-01", "decade", 97), ("0001-01-01", "9999-12-31", "decade", 1000),
    ],
)  # fmt: skip
def test_the_unit_is_such_that_bars_stand_apart(first, last, unit, number):
    drawn = bars(on(first, last))
    assert (drawn.unit, len(drawn.bars)) == (unit, number)


@pytest.mark.parametrize("last", ["2024-04-20", "2025-03-01", "2030-03-01", "2070-01-01", "2770-01-01", "9999-12-31"])
def test_bars_have_no_gaps_and_every_mention_is_in_one(last):
    drawn = bars(on("2024-03-01", "2024-03-15", last))
    for one, next_ in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert next_.first == one.last + timedelta(1)
    assert sum(bar.mentions for bar in drawn.bars) == 3
    assert drawn.bars[0].first <= date(2024, 3, 1) and drawn.bars[-1].last >= date.fromisoformat(last)


def test_a_mention_of_several_days_is_in_every_bar_that_they_reach_into():
    drawn = bars(
        counted(("2024-03-01", "2024-03-03", 2), ("2024-03-03", "2024-03-05", 1), ("2024-03-02", "2024-03-02", 4))
    )
    assert [bar.mentions for bar in drawn.bars] == [2, 6, 3, 1, 1]


def test_a_far_day_or_two_do_not_flatten_the_others():
    near = [DayCount(f"2024-03-{day:02}", f"2024-03-{day:02}", 10) for day in range(1, 31)]
    drawn = bars([*near, DayCount("1933-01-01", "1933-12-31", 2), DayCount("2203-03-01", "2203-03-01", 1)])
    assert (drawn.unit, len(drawn.bars), drawn.earlier, drawn.later) == ("day", 30, 2, 1)


def test_days_that_no_calendar_has_are_left_out():
    assert bars(counted(("2024-02-30", "2024-02-30", 1), ("x", "y", 1), ("2024-03-02", "2024-03-01", 1))) is None
    assert bars([]) is None


WEEKS = bars(on("2024-01-01", "2024-12-31"))


@pytest.mark.parametrize(
    ("days", "window"),
    [
        (None, None), ((None, None), None), (("2024-01-01", "2024-01-07"), (0, 0)), (("2024-01-07", "2024-01-08"), (0, 1)),
        ((None, "2024-01-20"), (0, 2)), (("2024-12-30", None), (52, 52)), (("1999-01-01", "1999-02-01"), None),
        (("2024-03-01", "2024-02-01"), None), (("2024-99-99", None), None),
    ],
)  # fmt: skip
def test_a_window_is_the_bars_that_the_asked_days_reach_into(days, window):
    assert WEEKS.window(days) == window


def test_bars_are_said_by_their_days():
    assert said(WEEKS.bars[0], "week") == "1–7 January 2024"
    assert said(Bar(date(1990, 1, 1), date(1999, 12, 31), 1), "decade") == "the 1990s"
    assert said(Bar(date(2024, 2, 1), date(2024, 2, 29), 1), "month") == "February 2024"


@pytest.mark.parametrize(
    ("first", "last", "signs"),
    [
        ("2024-03-01", "2024-03-16", ["1 Mar 2024", "4 Mar", "11 Mar"]),
        ("2024-03-30", "2024-04-01", ["30 Mar 2024", "31 Mar", "1 Apr"]),
        ("2023-11-20", "2024-03-25", ["Nov 2023", "Dec", "Jan 2024", "Feb", "Mar"]),
        ("2022-01-31", "2024-02-10", ["Jan 2022", "Apr", "Jul", "Oct", "Jan 2023", "Apr", "Jul", "Oct", "Jan 2024"]),
        ("1998-01-01", "2012-12-31", ["1998", "2000", "2005", "2010"]),
        ("1890-01-01", "2045-12-31", ["1890", "1900", "1950", "2000"]),
    ],
)  # fmt: skip
def test_signs_below_the_bars_name_the_year_first_and_where_it_changes(first, last, signs):
    assert [sign for _, sign in ticks(bars(on(first, last)))] == signs
