"""The grammar of one point in time: a rule a sort, in the order in which they claim their words.

    iso, numeric        2022-03-04, 25/12/2021
    day                 Sunday, 4 March 2022; March 4; 3-5 May; the 4th of March last year
    holiday             New Year's Eve; Christmas Day 2019; Easter Monday
    quarter             the third quarter of 2021; the first half of last year; Q3 2021
    season              last summer; winter 2021; the spring of 2014
    month               May 2014; in May; mid-March; last May; the end of March
    weekday             Sunday; last Friday; Sunday night; Tuesday of last week
    ago, from_now       three days ago; in two weeks' time
    stretch             the past three days; the next two years
    weekend             over the weekend; last weekend
    dayword             yesterday; tonight; the day before yesterday
    unit                last week; earlier this year; the end of the month
    decade, century     the 1990s; the early 2000s; the 19th century
    year                in 2014; late 2014; 2014-16; the 2014 World Cup

Words before it (on, since, from) and what makes two points a stretch are read in `geo.dating.expressions`. No pattern repeats
another one without bound, so that none takes more than a time linear in the text. Digits are those of ASCII.
"""

from __future__ import annotations

import re
from typing import Literal

from geo.dating.words import (
    DASH,
    DAY,
    DAYTIME,
    EVENT,
    FULL_WEEKDAY,
    GAP,
    HOLIDAY,
    MONTH,
    MONTHS,
    NUMBER,
    ORDINAL,
    PART,
    SEASONS,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)

Sort = Literal[
    "iso", "numeric", "day", "holiday", "quarter", "season", "month", "weekday", "ago", "from_now", "stretch", "weekend",
    "dayword", "unit", "decade", "century", "year",
]  # fmt: skip

_G = GAP
_BEGIN = r"(?<![\w$€£¥#&/.:'’-])"
_END = r"(?![\w]|[.,:/][0-9])"
_OF_YEAR = (
    rf"(?:(?:,?{_G}(?:(?:of|in){_G})?(?P<year>{YEAR})|{_G}(?:of{_G})?(?P<of_year>last|this|next){_G}year){_END})?"
)
_WHICH = rf"(?:(?P<which>last|past|next|coming|this(?:{_G}(?:past|coming))?){_G})?"
_CLIP = rf"(?:(?P<clip>earlier|later)(?:{_G}(?:on|in))?{_G})?"
_DATED = rf"(?:(?P<named>{WEEKDAY}){DAYTIME},?{_G})?"
_TIME = rf"(?:(?:{_G}|T)[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?Z?)?"
_CALENDAR = "week|month|year|decade|century"
_FROM_NOW = rf"{_G}(?:time|from{_G}now)"

_DIGITS = ("1", "2")
_MONTHS = tuple(begin for name in MONTHS for begin in (name[:3], name[:3].upper()))
_DAYS = tuple(begin for name in WEEKDAYS for begin in (name, name.upper()))
_LENGTHS = ("day", "week", "month", "year", "decade", "centur", "hour")


def _rule(pattern: str, *, cased: bool = False) -> re.Pattern:
    return re.compile(_BEGIN + pattern, 0 if cased else re.IGNORECASE)


_I = "(?i:{})".format

RULES: tuple[tuple[Sort, tuple[str, ...], re.Pattern], ...] = (
    ("iso", _DIGITS, _rule(rf"(?P<year>[0-9]{{4}})-(?P<number>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:{_TIME})(?![\w-])")),
    ("numeric", ("/1", "/2", ".1", ".2"), _rule(
        rf"(?P<one>[0-9]{{1,2}})(?P<mark>[/.])(?P<two>[0-9]{{1,2}})(?P=mark)(?P<year>{YEAR})"
        r"(?![\w/-]|\.[0-9])")),
    ("day", _MONTHS, _rule(
        rf"{_DATED}(?:[Tt]he{_G})?(?P<day>{DAY})(?:{TO}(?:the{_G})?(?P<to>{DAY}))?{_G}(?:of{_G})?(?P<month>{MONTH}){_OF_YEAR}",
        cased=True)),
    ("day", _MONTHS, _rule(
        rf"{_DATED}(?P<month>{MONTH}){_G}(?:the{_G})?(?P<day>{DAY}){_END}(?:{TO}(?:the{_G})?(?P<to>{DAY}){_END})?{_OF_YEAR}",
        cased=True)),
    ("holiday", ("day", "eve", "epiphany", "halloween"), _rule(rf"{_WHICH}(?P<holiday>{HOLIDAY})(?!\w){_OF_YEAR}")),
    ("quarter", ("quarter", "half"), _rule(
        rf"(?P<nth>{ORDINAL}|last|final){_G}(?P<piece>quarter|half){_G}of{_G}"
        rf"(?:(?P<year>{YEAR}){_END}|(?:(?P<of_year>last|this|next|the){_G})year(?!\w))")),
    ("quarter", ("Q",), _rule(rf"Q(?P<q>[1-4])(?:{_G}of)?{_G}(?P<year>{YEAR}){_END}", cased=True)),
    ("season", tuple(SEASONS), _rule(
        rf"{_CLIP}{PART}{_WHICH}(?P<season>{'|'.join(SEASONS)})(?!\w|{DASH}[a-z])"
        rf"(?:(?:{_G}of)?{_G}(?P<year>{YEAR})(?:[-–/](?P<to>[0-9]{{4}}|[0-9]{{2}}))?{_END}"
        rf"|{_G}(?:of{_G})?(?P<of_year>last|this|next){_G}year(?!\w))?")),
    ("month", _MONTHS, _rule(
        rf"{_I(PART)}{_I(_WHICH)}(?P<month>{MONTH})(?!{DASH}[a-z]){_OF_YEAR}", cased=True)),
    ("weekday", _DAYS, _rule(
        rf"{_I(_WHICH)}(?P<weekday>{FULL_WEEKDAY}){DAYTIME}(?!\w)(?:,?{_G}(?:of{_G})?(?P<of_week>last|this|next){_G}week(?!\w))?",
        cased=True)),
    ("ago", ("ago",), _rule(rf"(?P<number>{NUMBER}){_G}(?P<unit>day|week|month|year)s?{_G}ago(?!\w)")),
    ("from_now", ("time", "now"), _rule(
        rf"(?:in{_G})?(?P<number>{NUMBER}){_G}(?P<unit>day|week|month|year)(?:s['’]|['’]s|s)?{_FROM_NOW}(?!\w)")),
    ("stretch", _LENGTHS, _rule(
        rf"(?:the|these){_G}(?P<way>last|past|next|coming)(?:{_G}(?P<number>{NUMBER}))?{_G}(?P<unit>{UNIT}|hour|centurie)"
        r"(?P<plural>s)?(?!\w)")),
    ("weekend", ("weekend",), _rule(rf"(?:(?P<which>this{_G}past|this{_G}coming|this|last|next|coming)|the){_G}weekend(?!\w)")),
    ("dayword", ("day", "tomorrow", "tonight", "this", "night"), _rule(
        rf"(?:earlier{_G}|later{_G})?(?P<word>the{_G}day{_G}before{_G}yesterday|the{_G}day{_G}after{_G}tomorrow|yesterday|today|"
        rf"tonight|tomorrow|this{_G}(?:morning|afternoon|evening)|last{_G}night)(?!\w){DAYTIME}")),
    ("unit", _LENGTHS, _rule(rf"{_CLIP}{PART}(?P<which>this|last|next){_G}(?P<unit>{_CALENDAR})(?!\w|{DASH}\w)")),
    ("unit", _LENGTHS, _rule(rf"(?P<clip>earlier|later){_G}in{_G}the{_G}(?P<unit>{_CALENDAR})(?!\w)")),
    ("unit", _LENGTHS, _rule(
        rf"(?P<part>start|beginning|middle|end){_G}of{_G}the{_G}(?P<unit>{_CALENDAR})(?!\w)")),
    ("decade", ("0s",), _rule(rf"{PART}(?:(?P<decade>1[0-9]{{2}}0|20[0-9]0)['’]?s)(?!\w)")),
    ("decade", ("0s",), re.compile(rf"(?<!\w)(?:the{_G})(?i:{PART})['’](?P<short>[5-9]0)s(?!\w)")),
    ("century", ("century",), _rule(rf"{PART}(?P<century>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL}){_G}century(?!\w)")),
    ("year", _DIGITS, _rule(
        rf"{PART}(?P<year>{YEAR})(?:[-–/](?P<to>[0-9]{{4}}|[0-9]{{2}}))?(?!\w|[.,:/][0-9]|{DASH}[\w])"
        rf"(?P<event>(?:{_G}[\w’'-]{{1,20}}){{0,3}}?{_G}(?:{EVENT})(?!\w))?")),
)  # fmt: skip
"""(sort, words, pattern): of two that want the same stretch the earlier one has it.

A sentence without any of the words, in capitals as here or all in small letters, is not searched: most hold none of most.
"""
