"""From words that say when to the days that they mean, seen from the day of publication.

None: there is no such day (30 February), it may be two (3/4/2022), or the words need a day of publication that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from geo.dating import calendar
from geo.dating.calendar import Days, Part, Which, pick
from geo.dating.expressions import Expression, Point
from geo.dating.words import EASTER, HOLIDAYS, MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS

Parts = Mapping[str, str]

_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}
"""Years in each unit."""
_RECURRING = frozenset(("day", "month", "weekday", "season", "holiday", "weekend"))

_PARTS: dict[str, Part] = {
    "early": "early", "start": "early", "beginning": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late",
}  # fmt: skip
_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "this past": "last", "this": "this", "next": "next", "coming": "next",
    "this coming": "next",
}  # fmt: skip
_SHIFTS = {"last": -1, "this": 0, "the": 0, "next": 1}
_HOURS_A_DAY = 24
SATURDAY = 5
SEASON_MONTHS = 3


def days(expression: Expression, base: date | None, ahead: bool | None) -> Days | None:
    """The days of an expression. `ahead`: it speaks of the future; None: nothing says so, nor of the past."""
    try:
        return _days(expression, base, ahead)
    except (ValueError, OverflowError):  # no such day, or one outside the years 1 to 9999
        return None


def _days(expression: Expression, base: date | None, ahead: bool | None) -> Days | None:
    if expression.how == "until" and ahead is None:
        ahead = True
    found = (
        _pair(*expression.points, base, ahead)
        if len(expression.points) > 1
        else _point(expression.points[0], base, ahead)
    )
    if found is None or expression.how == "in":
        return found
    if expression.how == "since":
        return Days(found.first, base) if base and found.first <= base else None
    return Days(base, found.last) if base and found.last >= base else found


def _pair(one: Point, other: Point, base: date | None, ahead: bool | None) -> Days | None:
    """From the one to the other. An end that tells no year is the nearest one to the end that does."""
    if _recurs(one) and not _recurs(other):
        last = _point(other, base, ahead)
        first = last and _point(one, last.last, ahead=False)
    else:
        first = _point(one, base, ahead)
        last = first and _point(other, first.first if _recurs(other) else base, ahead=True)
    return Days(first.first, last.last) if first and last and first.first <= last.last else None


def _recurs(point: Point) -> bool:
    """Whether it comes again every year or week, and the words do not say which one is meant."""
    return point.sort in _RECURRING and not point.parts.keys() & {"year", "of_year", "of_week", "which"}


def _point(point: Point, base: date | None, ahead: bool | None) -> Days | None:
    found = _READ[point.sort](point.parts, base, ahead)
    if found and "part" in point.parts:
        found = calendar.third(found, _PARTS[point.parts["part"].lower()])
    if found and base and "clip" in point.parts:
        earlier = point.parts["clip"].lower() == "earlier"
        found = Days(found.first, min(found.last, base)) if earlier else Days(max(found.first, base), found.last)
    return found if found and found.first <= found.last else None


def _iso(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    day = date(int(parts["year"]), int(parts["number"]), int(parts["day"]))
    return Days(day, day)


def _numeric(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """Day and month with a stop between; with a stroke only where one of the two can be no month, or they are alike."""
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if parts["mark"] == "." or one > calendar.MONTHS_A_YEAR or one == two:
        day = date(year, two, one)
    elif two > calendar.MONTHS_A_YEAR:
        day = date(year, one, two)
    else:
        return None
    return Days(day, day)


def _in_year(make: Callable[[int], Days], parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """What comes once a year, in the year that is told or the one that is meant."""
    if "year" in parts:
        return make(int(parts["year"]))
    if base is None:
        return None
    if "of_year" in parts:
        return make(base.year + _SHIFTS[parts["of_year"].lower()])
    return pick(calendar.yearly(make, base), base, _which(parts), ahead)


def _day(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """A weekday beside it tells the year better than the tense: the nearest in which the two fit."""
    month, first = _month_number(parts["month"]), _number(parts["day"])
    last = _number(parts.get("to", parts["day"]))

    def make(year: int) -> Days:
        return Days(date(year, month, first), date(year, month, last))

    if base and "named" in parts and not parts.keys() & {"year", "of_year"}:
        number = _weekday_number(parts["named"])
        fitting = [found for found in calendar.yearly(make, base) if found.first.weekday() == number]
        return pick(fitting, base, "this", None)
    return _in_year(make, parts, base, ahead)


def _month(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    number = _month_number(parts["month"])
    return _in_year(lambda year: calendar.month(year, number), parts, base, ahead)


def _season(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """A winter is called by the year in which it begins."""
    first = SEASONS[parts["season"].lower()]
    if "to" in parts and _second_year(parts) != int(parts["year"]) + 1:
        return None
    return _in_year(lambda year: calendar.months(year, first, SEASON_MONTHS), parts, base, ahead)


def _holiday(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    name = " ".join(parts["holiday"].lower().replace("’", "'").replace(".", "").split())
    return _in_year(lambda year: _feast(name, year), parts, base, ahead)


def _feast(name: str, year: int) -> Days:
    if name in HOLIDAYS:
        day = date(year, *HOLIDAYS[name])
    else:
        from dateutil.easter import easter

        day = easter(year) + timedelta(EASTER[name])
    return Days(day, day)


def _quarter(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    pieces = 2 if parts.get("piece", "").lower() == "half" else 4
    nth = parts.get("nth", "").lower()
    number = int(parts["q"]) if "q" in parts else pieces if nth in ("last", "final") else ORDINALS.index(nth) + 1
    if number > pieces or (base is None and "year" not in parts):
        return None
    year = int(parts["year"]) if "year" in parts else base.year + _SHIFTS[parts.get("of_year", "the").lower()]
    length = calendar.MONTHS_A_YEAR // pieces
    return calendar.months(year, 1 + length * (number - 1), length)


def _weekday(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    if base is None:
        return None
    number = _weekday_number(parts["weekday"])
    if "of_week" in parts:
        day = calendar.week(base, _SHIFTS[parts["of_week"].lower()]).first + timedelta(number)
        return Days(day, day)
    which = _which(parts)
    return pick(calendar.weekly(number, base), base, which, ahead is not False if which == "this" else ahead)


def _weekend(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    return pick(calendar.weekly(SATURDAY, base, count=2), base, _which(parts), ahead) if base else None


def _ago(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    return _away(base, -_number(parts["number"]), parts["unit"].lower()) if base else None


def _from_now(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    return _away(base, _number(parts["number"]), parts["unit"].lower()) if base else None


def _away(base: date, count: int, unit: str) -> Days:
    """The day, or the calendar's week, month or year, so many from today."""
    if unit == "day":
        day = base + timedelta(count)
        return Days(day, day)
    if unit == "week":
        return calendar.week(base, count)
    return (
        calendar.month(base.year, base.month + count) if unit == "month" else calendar.years(*[base.year + count] * 2)
    )


def _stretch(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """From so long ago to the day of publication, or from there on."""
    count, unit = _number(parts.get("number", "one")), parts["unit"].lower()
    if base is None or (unit == "hour" and count % _HOURS_A_DAY):
        return None
    sign = -1 if _WHICH[parts["way"].lower()] == "last" else 1
    if unit in ("hour", "day", "week"):
        length = count // _HOURS_A_DAY if unit == "hour" else count * (calendar.WEEK if unit == "week" else 1)
        end = base + timedelta(sign * length)
    else:
        length = count * (calendar.MONTHS_A_YEAR * _YEARS[unit] if unit in _YEARS else 1)
        end = calendar.moved(base, by_months=sign * length)
    return Days(min(base, end), max(base, end))


def _dayword(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    if base is None:
        return None
    word = " ".join(parts["word"].lower().split())
    away = {
        "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
    }  # fmt: skip
    day = base + timedelta(away.get(word, 0))
    return Days(day, day)


def _unit(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """A calendar's week, month, year, decade or century: this one, or the one before or after."""
    if base is None:
        return None
    unit, shift = parts["unit"].lower(), _SHIFTS[parts.get("which", "this").lower()]
    if unit in ("week", "month", "year"):
        return _away(base, shift, unit)
    length = _YEARS[unit]
    first = base.year - base.year % length + shift * length
    return calendar.years(first, first + length - 1)


def _decade(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    """The 1900s and 1800s are a hundred years, the 2000s ten."""
    first = 1900 + int(parts["short"]) if "short" in parts else int(parts["decade"])
    return calendar.years(first, first + (9 if first % 100 or first == 2000 else 99))


def _century(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    word = parts["century"].lower()
    number = ORDINALS.index(word) + 1 if word in ORDINALS else _number(word)
    return calendar.years(100 * (number - 1) + 1, 100 * number)


def _year(parts: Parts, base: date | None, ahead: bool | None) -> Days | None:
    first, last = int(parts["year"]), _second_year(parts)
    return calendar.years(first, last) if first <= last else None


def _second_year(parts: Parts) -> int:
    """2016 of "2014-16"; the first where there is none."""
    first, to = parts["year"], parts.get("to", "")
    return int(first[: len(first) - len(to)] + to)


def _which(parts: Parts) -> Which:
    words = " ".join(parts.get("which", "").lower().split())
    return _WHICH[words] if words else ""


def _month_number(word: str) -> int:
    return [name[:3].lower() for name in MONTHS].index(word[:3].lower()) + 1


def _weekday_number(word: str) -> int:
    """Monday is 0."""
    return [name[:3].lower() for name in WEEKDAYS].index(word[:3].lower())


def _number(word: str) -> int:
    """A number in digits, "4th" too, or in words."""
    word = " ".join(word.lower().split())
    return NUMBERS[word] if word in NUMBERS else int(word.rstrip("stndrh"))


_READ: dict[str, Callable[[Parts, date | None, bool | None], Days | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _day,
    "holiday": _holiday,
    "quarter": _quarter,
    "season": _season,
    "month": _month,
    "weekday": _weekday,
    "ago": _ago,
    "from_now": _from_now,
    "stretch": _stretch,
    "weekend": _weekend,
    "dayword": _dayword,
    "unit": _unit,
    "decade": _decade,
    "century": _century,
    "year": _year,
}
