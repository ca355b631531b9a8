from datetime import date

import pytest

from geo.dating.calendar import Days, month, months, moved, pick, third, week, weekly, yearly, years

SUNDAY = date(2022, 2, 27)


def span(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        (span("2022-02-27", "2022-02-27"), "day"),
        (span("2022-02-26", "2022-02-27"), "days"),
        (week(SUNDAY), "days"),
        (month(2022, 2), "month"),
        (month(2022, 1), "month"),
        (months(2022, 6, 3), "season"),
        (years(2021, 2021), "year"),
        (years(2020, 2020), "year"),
        (years(2014, 2016), "years"),
    ],
)
def test_the_precision_is_told_by_the_number_of_days(days, precision):
    assert days.precision == precision


def test_months_run_over_the_end_of_the_year():
    assert month(2022, 0) == span("2021-12-01", "2021-12-31")
    assert months(2021, 12, 3) == span("2021-12-01", "2022-02-28")


def test_a_week_is_from_monday_to_sunday():
    assert week(SUNDAY) == week(date(2022, 2, 21)) == span("2022-02-21", "2022-02-27")
    assert week(SUNDAY, -1) == span("2022-02-14", "2022-02-20")


def test_a_month_that_is_shorter_ends_sooner():
    assert moved(date(2022, 3, 31), by_months=-1) == date(2022, 2, 28)
    assert moved(date(2022, 1, 15), by_months=-2) == date(2021, 11, 15)


@pytest.mark.parametrize(
    ("days", "part", "wanted"),
    [
        (month(2022, 3), "early", span("2022-03-01", "2022-03-11")),
        (month(2022, 6), "mid", span("2022-06-11", "2022-06-20")),
        (month(2022, 1), "late", span("2022-01-21", "2022-01-31")),
        (years(2014, 2014), "late", span("2014-09-01", "2014-12-31")),
        (years(2000, 2009), "early", span("2000-01-01", "2003-04-30")),
        (week(SUNDAY), "early", span("2022-02-21", "2022-02-23")),
        (years(2014, 2014), "mid", span("2014-05-01", "2014-08-31")),
    ],
)
def test_a_third_of_years_is_whole_months_and_of_other_stretches_days(days, part, wanted):
    assert third(days, part) == wanted


def test_a_leap_day_comes_in_leap_years_only():
    times = yearly(lambda year: Days(date(year, 2, 29), date(year, 2, 29)), SUNDAY)
    assert [days.first.year for days in times] == [2016, 2020, 2024, 2028]


@pytest.mark.parametrize(
    ("which", "ahead", "wanted"),
    [
        ("", None, "2022-02-27"),
        ("", False, "2022-02-27"),
        ("", True, "2022-02-27"),
        ("last", None, "2022-02-20"),
        ("next", None, "2022-03-06"),
        ("this", None, "2022-02-27"),
    ],
)
def test_a_sunday_told_on_a_sunday_is_that_day_unless_it_is_the_last_or_next(which, ahead, wanted):
    assert pick(weekly(6, SUNDAY), SUNDAY, which, ahead).first.isoformat() == wanted


@pytest.mark.parametrize(("ahead", "wanted"), [(None, "2022-02-25"), (False, "2022-02-25"), (True, "2022-03-04")])
def test_another_weekday_is_the_last_one_unless_it_lies_ahead(ahead, wanted):
    assert pick(weekly(4, SUNDAY), SUNDAY, "", ahead).first.isoformat() == wanted


def test_where_nothing_comes_again_there_is_none_to_pick():
    assert pick([], SUNDAY, "this", None) is pick([], SUNDAY, "last", None) is pick([], SUNDAY, "", True) is None


def test_years_that_the_calendar_does_not_have_are_left_out():
    times = yearly(lambda year: Days(date(year, 1, 1), date(year, 1, 1)), date(3, 1, 1))
    assert [days.first.year for days in times] == list(range(1, 12))
