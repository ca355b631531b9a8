"""Mentions over time as bars of days, weeks, months, years or decades: as many as a chart can show side by side."""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal, NamedTuple

from geo.drawing import words
from geo.project import DayCount
from geo.project.filters import Days

Unit = Literal["day", "week", "month", "year", "decade"]

LONGEST: tuple[tuple[Unit, int], ...] = (("day", 93), ("week", 2 * 366), ("month", 12 * 366), ("year", 150 * 366))
"""The longest time in days for which a unit is used: about 90 to 150 bars, as many as stand apart on a laptop's screen."""

FAR = 4
"""How many times as long as the time of nearly all mentions the time of all must be for the ends to be left out."""

ENDS = 0.01
"""Share of the mentions at either end that may be left out: a typing error in one year shall not flatten all bars."""


FEW = 14
"""Bars that have a sign each: a fortnight, a year and two months."""


class Bar(NamedTuple):
    first: date
    last: date
    mentions: int
    """That go with any of these days."""


@dataclass(frozen=True)
class Bars:
    """Bars without gaps, the earliest first."""

    unit: Unit
    bars: tuple[Bar, ...]
    earlier: int = 0
    """Mentions of days before the first bar."""
    later: int = 0

    def window(self, days: Days | None) -> tuple[int, int] | None:
        """The numbers of the first and the last bar that days reach into. None: no days are asked, or none of the bars'."""
        begin, end = (_day(day) for day in days or (None, None))
        if begin is None and end is None:
            return None
        first = bisect_left(self.bars, begin or date.min, key=lambda bar: bar.last)
        last = bisect_right(self.bars, end or date.max, key=lambda bar: bar.first) - 1
        return (first, last) if first <= last else None


def bars(counted: Iterable[DayCount], *, wide: int = 1) -> Bars | None:
    """Bars over all days that are counted. None: there are no days. `wide`: how many times as wide bars are to be."""
    spans = sorted(
        (first, last, count.mentions)
        for count in counted
        if (first := _day(count.first)) and (last := _day(count.last)) and first <= last
    )
    if not spans:
        return None
    begin, end = _reach(spans)
    unit = next((unit for unit, most in LONGEST if (end - begin).days * wide < most), "decade")
    firsts = list(_firsts(begin, end, unit))
    lasts = [first - timedelta(1) for first in firsts[1:]] + [_last(firsts[-1], unit)]
    steps = [0] * (len(firsts) + 1)
    earlier = later = 0
    for first, last, mentions in spans:
        if last < firsts[0]:
            earlier += mentions
        elif first > lasts[-1]:
            later += mentions
        else:
            steps[max(bisect_right(firsts, first) - 1, 0)] += mentions
            steps[bisect_right(firsts, last)] -= mentions
    made = map(Bar, firsts, lasts, accumulate(steps))
    return Bars(unit, tuple(made), earlier, later)


def _day(written: str | None) -> date | None:
    """A day as the calendar has it. None: there is none, or not in any calendar."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _reach(spans: Sequence[tuple[date, date, int]]) -> tuple[date, date]:
    """The first and the last day that bars are drawn for."""
    whole = spans[0][0], max(last for _, last, _ in spans)
    near = (
        _quantile([(first, mentions) for first, _, mentions in spans]),
        _quantile([(last, mentions) for _, last, mentions in spans], backwards=True),
    )
    days = (whole[1] - whole[0]).days
    return near if near[0] <= near[1] and days > FAR * max((near[1] - near[0]).days, LONGEST[0][1]) else whole


def _quantile(weighted: Iterable[tuple[date, int]], backwards: bool = False) -> date:
    """The day up to which, from one side, more than `ENDS` of the weight lies."""
    ordered = sorted(weighted, reverse=backwards)
    left = ENDS * sum(weight for _, weight in ordered)
    for day, weight in ordered:
        left -= weight
        if left < 0:
            return day
    return ordered[-1][0]


def _first(day: date, unit: Unit) -> date:
    """The first day of the unit that a day is in."""
    if unit == "week":
        return day - timedelta(min(day.weekday(), day.toordinal() - 1))
    if unit == "decade":
        return date(max(day.year // 10 * 10, 1), 1, 1)
    return day.replace(month=1, day=1) if unit == "year" else day.replace(day=1) if unit == "month" else day


def _last(first: date, unit: Unit) -> date:
    """The last day of the unit that begins on a day."""
    if unit == "week":
        return first + timedelta(min(6 - first.weekday(), date.max.toordinal() - first.toordinal()))
    if unit == "month":
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    if unit in ("year", "decade"):
        return date(first.year if unit == "year" else first.year // 10 * 10 + 9, 12, 31)
    return first


def _firsts(begin: date, end: date, unit: Unit) -> Iterable[date]:
    first = _first(begin, unit)
    yield first
    while (last := _last(first, unit)) < end:
        first = last + timedelta(1)
        yield first


def said(bar: Bar, unit: Unit) -> str:
    """A bar's days in words: "4–10 March 2024", "the 1990s"."""
    return f"the {bar.first.year // 10 * 10}s" if unit == "decade" else words.span(str(bar.first), str(bar.last))


def ticks(drawn: Bars) -> list[tuple[int, str]]:
    """Bars that have a sign below them, with the sign; the page leaves out those for which there is no room."""
    marked, sign = _SIGNS[drawn.unit]
    few = len(drawn.bars) <= FEW
    numbers = [number for number, bar in enumerate(drawn.bars) if number == 0 or few or marked(bar)]
    return [(number, sign(drawn.bars[number], place == 0)) for place, number in enumerate(numbers)]


def _month_sign(bar: Bar, leads: bool) -> str:
    day = bar.last
    month = calendar.month_abbr[day.month]
    return f"{month} {day.year}" if leads or day.month == 1 else month


def _day_sign(bar: Bar, leads: bool) -> str:
    day = bar.first
    return f"{day.day} {calendar.month_abbr[day.month]}{f' {day.year}' if leads else ''}"


Sign = Callable[[Bar, bool], str]

_SIGNS: dict[Unit, tuple[Callable[[Bar], bool], Sign]] = {
    "day": (lambda bar: bar.first.weekday() == 0, _day_sign),
    "week": (lambda bar: bar.last.day <= 7, _month_sign),
    "month": (lambda bar: bar.first.month in (1, 4, 7, 10), _month_sign),
    "year": (lambda bar: bar.first.year % 5 == 0, lambda bar, _: str(bar.first.year)),
    "decade": (lambda bar: bar.first.year % 50 == 0, lambda bar, _: str(bar.first.year)),
}
"""Which bars have a sign, and what it says; the first one also tells the year."""
