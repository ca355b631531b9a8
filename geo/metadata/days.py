"""Days of publication as articles, addresses and files write them; what could be two days is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from geo.reading.dates import day

MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    "|Dec(?:ember)?"
)
WEEKDAYS = "Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"

YEARS = range(1800, 2101)
"""In which articles appear; other numbers of four digits are something else."""

LONGEST_ADDRESS = 2000
"""Characters; longer ones are cut off by browsers and servers."""

_NUMBER = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.IGNORECASE)
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}(?!\d)")
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAYS})\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)

_PARTED = re.compile(r"\s?\|\s?|\s[•·]\s")
_LABEL = re.compile(
    r"(?:(?P<published>(?:first\s|originally\s)?(?:published|posted|released|issued)|publication\sdate|date\spublished)|"
    r"(?P<date>date(?:d)?))(?:\s(?:on|at))?\s?:?\s(?=\S)",
    re.IGNORECASE,
)
_LATER = re.compile(r"[\s,;(|•·/–—-]*\b(?:last\s)?(?:updated|modified|edited|changed)\b.*", re.IGNORECASE | re.DOTALL)
_STAMP = re.compile(r"\b(?:published|posted|updated)\b.{0,40}\b(?:18|19|20)\d\d\b", re.IGNORECASE)
_EVENT = re.compile(r"(?:venue|location|place|time|where|when)\s?:", re.IGNORECASE)

_WRITTEN = re.compile(
    rf"(?:(?P<month>{MONTHS})\.?\s(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\.?\s(?P<second>{MONTHS})\.?)(?:,?\s(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)

_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:18|19|20)\d\d)(?:/(?P<month>\d{1,2}|[a-z]{3})(?:/(?P<day>\d{1,2})(?=[/_.?#-]|$))?(?=[/_.?#-]|$)"
    r"|-(?P<m>\d\d)-(?P<d>\d\d)(?=[/_.?#-]|$))",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?=[-_. ]|$)")
_MANY = re.compile(
    r"(?:[.](?:jsonl|ndjson|json|csv|tsv|xlsx?|ods|zip|gz|tgz|tar|warc|mbox|xml|rss|atom)){1,2}(?::\d+)?$|:\d+$",
    re.IGNORECASE,
)
"""Files of many articles: their day is that of the collection."""


def stamped(lines: Sequence[str], *, headed: bool = True) -> str | None:
    """The day that one of the lines is, as `YYYY-MM-DD`. None: none is, or they differ.

    "Published" is believed before a bare day, "Updated" never; "Date" is not where a venue is told too. `headed`: the first
    line may be a headline, "11 September 2001".
    """
    told: dict[str, list[str]] = {"published": [], "bare": []}
    event = any(_EVENT.match(line) for line in lines)
    for number, line in enumerate(lines):
        for part in _PARTED.split(line):
            label = _LABEL.match(part)
            if label and label["date"] and event:
                continue
            rest = _LATER.sub("", part[label.end() :] if label else part).strip(" \t.()[]")
            known = _whole(rest, sure=bool(label) or number > 0 or not headed or part != line)
            if known:
                told["published" if label else "bare"].append(known)
    days = set(told["published"] or told["bare"])
    return days.pop() if len(days) == 1 else None


def _whole(words: str, *, sure: bool) -> str | None:
    """The day that these words are and nothing else."""
    if not (_ISO.search(words) or _MONTH.search(words)):
        return None
    if not (sure or _ISO.search(words) or _WEEKDAY.search(words) or _TIME.search(words)):
        return None
    return bounded(day(words))


def is_stamp(line: str) -> bool:
    """Whether a line looks like one of print: a full day, or a time of day beside "published"."""
    return stamped((line,), headed=False) is not None or _STAMP.search(line) is not None


def written(words: str, year: int | None = None, month: int | None = None) -> str | None:
    """ "Feb 27, 2022", or "Feb 27" where the year is known; None if the month known with it is another."""
    found = _WRITTEN.search(words)
    if not found:
        return None
    number = _NUMBER[(found["month"] or found["second"])[:3].lower()]
    if not found["year"] and (year is None or month not in (None, number)):
        return None
    return valid(int(found["year"] or year or 0), number, int(found["day"] or found["first"]))


def in_address(address: str) -> tuple[str | None, int | None, int | None]:
    """The day in the path of a web address, and the year and month where only these are there: "/2022/02/"."""
    found = None
    for found in _IN_ADDRESS.finditer(re.split("[?#]", address[:LONGEST_ADDRESS])[0]):
        if found["day"] or found["d"]:
            break
    if not found:
        return None, None, None
    year, month = int(found["year"]), _month(found["month"] or found["m"])
    if month is None:
        return None, None, None
    told = found["day"] or found["d"]
    return (valid(year, month, int(told)) if told else None), year, month


def in_name(name: str) -> str | None:
    """The day that the name of a file begins with, unless the file holds many articles."""
    last = re.split(r"[/\\]", name[-500:])[-1]
    found = _IN_NAME.match(last)
    return bounded(day(found[1])) if found and not _MANY.search(last) else None


def bounded(known: str | None) -> str | None:
    """The day if articles appeared then."""
    return known if known and int(known[:4]) in YEARS else None


def valid(year: int, month: int, number: int) -> str | None:
    """That day as `YYYY-MM-DD`. None: there is none such."""
    try:
        return bounded(date(year, month, number).isoformat())
    except ValueError:
        return None


def _month(words: str) -> int | None:
    number = int(words) if words.isdecimal() else _NUMBER.get(words.lower(), 0)
    return number if 1 <= number <= 12 else None
