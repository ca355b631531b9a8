"""Stretches of days, and which of those that come again is meant."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal, NamedTuple

from geo.types import Precision

LONGEST_GAP = 8
"""Years between two 29ths of February, at most (1896 to 1904)."""
MONTHS_A_YEAR = 12
WEEK = 7
"""Days."""

Which = Literal["", "last", "this", "next"]
Part = Literal["early", "mid", "late"]


class Days(NamedTuple):
    """From a first day to a last, both counted."""

    first: date
    last: date

    @property
    def precision(self) -> Precision:
        """By how many they are; only the shortest and longest month, and year, bound what is called so."""
        count = (self.last - self.first).days + 1
        return next(name for name, most in _MOST if count <= most)


_MOST: tuple[tuple[Precision, float], ...] = (
    ("day", 1), ("days", 27), ("month", 31), ("season", 364), ("year", 366), ("years", float("inf")),
)  # fmt: skip
"""Most days of each."""


def month(year: int, number: int) -> Days:
    """The month so many after December of the year before: 0 is that December, 13 January of the next."""
    year, number = year + (number - 1) // MONTHS_A_YEAR, (number - 1) % MONTHS_A_YEAR + 1
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, number: int, count: int) -> Days:
    """So many months from that one on."""
    return Days(month(year, number).first, month(year, number + count - 1).last)


def years(first: int, last: int) -> Days:
    return Days(date(first, 1, 1), date(last, 12, 31))


def week(day: date, shift: int = 0) -> Days:
    """The week of that day, Monday to Sunday, or one so many weeks later."""
    monday = day - timedelta(day.weekday() - WEEK * shift)
    return Days(monday, monday + timedelta(WEEK - 1))


def moved(day: date, *, by_months: int) -> date:
    """The same day of another month, or its last where that is shorter."""
    there = month(day.year, day.month + by_months)
    return min(there.first + timedelta(day.day - 1), there.last)


def third(days: Days, part: Part) -> Days:
    """The first, middle or last third, rounded up: of whole years in months, else in days."""
    if (days.first.month, days.first.day, days.last.month, days.last.day) == (1, 1, 12, 31):
        count = MONTHS_A_YEAR * (days.last.year - days.first.year + 1)
        start, length = _third(count, part)
        return months(days.first.year, start + 1, length)
    start, length = _third((days.last - days.first).days + 1, part)
    return Days(days.first + timedelta(start), days.first + timedelta(start + length - 1))


def _third(count: int, part: Part) -> tuple[int, int]:
    """(where it begins, how many it is) of so many."""
    length = -(-count // 3)
    return {"early": 0, "mid": (count - length) // 2, "late": count - length}[part], length


def yearly(make: Callable[[int], Days], base: date) -> list[Days]:
    """What comes once a year, in the years around a day; a 29th of February is missing in most."""
    return list(_yearly(make, range(base.year - LONGEST_GAP, base.year + LONGEST_GAP + 1)))


def _yearly(make: Callable[[int], Days], around: Iterable[int]) -> Iterator[Days]:
    for year in around:
        with suppress(ValueError):
            yield make(year)


def weekly(weekday: int, base: date, count: int = 1) -> list[Days]:
    """So many days from a weekday on (Monday is 0), in the two weeks around a day."""
    first = base + timedelta((weekday - base.weekday()) % WEEK)
    begins = (first + timedelta(WEEK * shift) for shift in (-2, -1, 0, 1))
    return [Days(begin, begin + timedelta(count - 1)) for begin in begins]


def pick(times: list[Days], base: date, which: Which, ahead: bool | None) -> Days | None:
    """One of what comes again, in order of time.

    "last" has ended before the day, "next" has not begun; else it is the nearest that has begun, or `ahead`, which has not
    ended. "this" without a direction is the nearest.
    """
    if which == "last":
        return next((days for days in reversed(times) if days.last < base), None)
    if which == "next":
        return next((days for days in times if days.first > base), None)
    if which == "this" and ahead is None:
        return min(times, key=lambda days: (_gap(days, base), days.first < base), default=None)
    if ahead:
        return next((days for days in times if days.last >= base), None)
    return next((days for days in reversed(times) if days.first <= base), None)


def _gap(days: Days, base: date) -> int:
    """Days between a stretch and a day; 0 where it holds it."""
    return max(0, (days.first - base).days, (base - days.last).days)
