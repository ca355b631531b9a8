"""What only looks like a time: an amount, a name, a habit, and words that lean on another sentence.

2014 may be people, a flight or a price, and May a person: a year, or a month's name alone, counts only where the small words
before it and those behind allow it.
"""

from __future__ import annotations

import re

from geo.dating.leads import REACH, Lead, Point
from geo.dating.words import COUNTED, FULL_MONTH, GAP

_G = GAP
_BOUNDS = frozenset(("before", "after", "following", "ahead of", "prior to"))
"""Leads that say on which side of the point something lies, and not how far: such a point is not when."""
YEAR_LEADS = frozenset("since until till by from between in during throughout through of around circa and to".split())
_SURE = frozenset("in since until till during throughout".split())
"""Leads after which a number of four digits is a year unless what it counts follows."""
_MONTH_LEADS = frozenset("for since until till by from between in during throughout through of".split())
_SEASON_LEADS = frozenset("since until till by in during over throughout through".split())
_WEEKEND_LEADS = frozenset("over at on during throughout through".split())

_HEDGED = re.compile(
    rf"(?:more{_G}than|less{_G}than|fewer{_G}than|over|under|at{_G}least|up{_G}to|nearly|almost|about|around|some|roughly|half)"
    rf"(?:{_G}an?)?{_G}$",
    re.IGNORECASE,
)
"""Before a count of days or years, it says that the count is not exact."""
_NOT_SINCE = re.compile(
    r"(?<!\w)(?:first|only|last|most|least|worst|best|[a-z]{3,12}est)(?!\w)[^.;:]{0,40}$", re.IGNORECASE
)
_NO_WEEKDAY_AFTER = re.compile(
    r"(?<!\w)(?:every|each|an?|any|one|another|some|same|that|following|previous|preceding|first|second|third|fourth|final|"
    r"most|many|other|alternate|black|bloody|good|easter|palm|super|cyber|ash|holy|maundy|whit|shrove|fat|ruby|blue|sheffield|"
    rf"man|giving|orthodox|pentecost|passion|trinity|remembrance|red|low|mothering|advent){_G}$",
    re.IGNORECASE,
)
_NO_WEEKDAY_BEFORE = re.compile(
    rf"{_G}(?:prayers?|school|lunch|roast|league|mass|newspapers?|papers?|editions?|drivers?|the{_G}13th|(?-i:Times|Mirror|Express|"
    rf"Telegraph|Mail|Post|Herald|World|Independent|Night|Review|Prayers?|Mass|School|Club|Weld|Group))(?!\w)",
    re.IGNORECASE,
)
_ANAPHORIC = re.compile(rf"{_G}(?:before|after|earlier|later|following|prior)(?!\w)", re.IGNORECASE)
_OTHER_FEAST = re.compile(rf"(?<!\w)(?:orthodox|coptic|lunar|chinese|jewish){_G}$", re.IGNORECASE)
_THING = re.compile(
    rf"{_G}(?:[a-z-]{{1,20}}{_G})?(?:abbey|album|bridge|building|castle|cathedral|chapel|church|citadel|comedy|farmhouse|film|fort|"
    r"fortress|hit|house|mansion|model|monastery|mosque|novel|painting|palace|song|style|synagogue|temple|tower|villa)s?(?!\w)",
    re.IGNORECASE,
)
"""What is of an age without anything happening then: "the 1960s building"."""
_OF_SEASON = re.compile(
    rf"{_G}(?:camp|school|olympics|games|house|home|holidays?|vacation|water|break|term|palace|residence|uniform|clothes|coats?|tyres|"
    rf"tires|of{_G}(?!last|this|next)|(?-i:[A-Z]))|['’]s",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{_G}(?:{COUNTED})(?!\w)", re.IGNORECASE)
_PLURAL = re.compile(
    rf"{_G}(?!(?:was|has|is|as|its|his|this|does|towards|perhaps|always|across|thus|plus)(?!\w))[a-z]{{2,20}}s(?!\w)"
)
"""What a number before it likely counts."""
_AMOUNT = re.compile(
    rf"(?<!\w)(?:total|number|sum|height|altitude|depth|distance|population|average|record|Acts?|Law|Code|Statute){_G}of{_G}$"
)
_DETERMINER = re.compile(rf"(?:(?<!\w)(?:the|an?|its|their|his|her|that|this)|['’]s|s['’]){_G}$", re.IGNORECASE)
_NAME_BEFORE = re.compile(rf"[A-Z][\w’'-]{{0,30}}{_G}$")
_NAME_BEHIND = re.compile(
    rf"{_G}(?:Airport|Alliance|Avenue|Boulevard|Bridge|Brigades?|Camp|Coalition|Commission|Committee|Front|Group|Hospital|Hotel|"
    r"Institute|Movement|Park|Party|Square|Stadium|Street|University)(?!\w)"
)
_ATTACKS = re.compile(rf"Sept(?:ember|\.)?{_G}11(?:th)?{_G}(?:terror(?:ist)?{_G})?(?:attacks|hijack)")
"""Those of 2001, whatever year is nearest."""
_CAPITAL = re.compile(rf"{_G}[A-Z]")
_OF = re.compile(rf"{_G}of(?!\w)")
POSSESSIVE = re.compile(r"['’]")
_MAY_THE_PERSON = re.compile(rf"{_G}[A-Z]")


def is_bound(text: str, first: int, point: Point, lead: Lead) -> bool:
    """Whether it only says before or after what: "after 2014", but not "after Sunday's vote" or "after the 4 May raid".

    What happened "for the first time since 1999" did not go on since then either.
    """
    if lead.word == "since":
        return bool(_NOT_SINCE.search(text, max(first, lead.start - REACH), lead.start))
    return lead.word in _BOUNDS and not (lead.the or "event" in point.parts or POSSESSIVE.match(text, point.end))


def is_led(text: str, point: Point, lead: Lead) -> bool:
    """Whether the words before it are those that such a point needs."""
    return _LED[point.sort](text, point, lead) if point.sort in _LED else True


def _month_is_led(text: str, point: Point, lead: Lead) -> bool:
    if point.parts.keys() & {"year", "of_year"}:
        return True
    if not re.fullmatch(FULL_MONTH, point.parts["month"]):
        return False
    if point.parts.keys() & {"part", "which"}:
        return True
    person = lead.word in ("by", "for", "from", "of") and _MAY_THE_PERSON.match(text, point.end)
    return lead.word in _MONTH_LEADS and not lead.the and not person


def _season_is_led(text: str, point: Point, lead: Lead) -> bool:
    if point.parts.keys() & {"year", "of_year", "which"}:
        return True
    if point.parts["season"].lower() == "fall" or _OF_SEASON.match(text, point.end):
        return False
    return lead.word in _SEASON_LEADS


def _weekend_is_led(text: str, point: Point, lead: Lead) -> bool:
    return "which" in point.parts or lead.word in _WEEKEND_LEADS or bool(POSSESSIVE.match(text, point.end))


def _age_is_led(text: str, point: Point, lead: Lead) -> bool:
    """Of decades and centuries."""
    return (lead.the or "short" in point.parts) and not _THING.match(text, point.end)


def _year_is_led(text: str, point: Point, lead: Lead) -> bool:
    if _COUNTED.match(text, point.end) and "event" not in point.parts:
        return False
    if "event" in point.parts and _DETERMINER.search(text, max(0, point.start - REACH), point.start):
        return True
    if "part" in point.parts or lead.word == "the year":
        return True
    if lead.word not in YEAR_LEADS - {"and", "to"} or lead.the:
        return False
    if lead.word == "of" and _AMOUNT.search(text, max(0, point.start - REACH), point.start):
        return False
    return lead.word in _SURE or not _PLURAL.match(text, point.end)


_LED = {
    "month": _month_is_led,
    "season": _season_is_led,
    "weekend": _weekend_is_led,
    "decade": _age_is_led,
    "century": _age_is_led,
    "year": _year_is_led,
}


def is_trap(text: str, first: int, point: Point, lead: Lead) -> bool:
    """Whether it is part of a name, a habit or an amount, or leans on another sentence."""
    return point.sort in _TRAPS and _TRAPS[point.sort](text, max(first, point.start - REACH), point, lead)


def _weekday_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    if _NO_WEEKDAY_BEFORE.match(text, point.end):
        return True
    if "which" in point.parts:
        return False
    if lead.the and _ANAPHORIC.match(text, point.end):
        return True
    return bool(_NO_WEEKDAY_AFTER.search(text, low, point.start))


def _day_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    """“March 10 km a day”, “the May 5 Group”, “the September 11 attacks”."""
    if _NAME_BEHIND.match(text, point.end) or _ATTACKS.match(text, point.start):
        return True
    return not lead.word and text[point.start].isalpha() and bool(_COUNTED.match(text, point.end))


def _holiday_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    return not point.parts["holiday"][0].isupper() or bool(_OTHER_FEAST.search(text, low, point.start))


def _dayword_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    """A paper called Today, today's Poland, the youth of today."""
    named = text[point.start].isupper() and _NAME_BEFORE.search(text, low, point.start)
    nowadays = text[point.end : point.end + 2] in ("'s", "’s") and _CAPITAL.match(text, point.end + 2)
    return bool(named or nowadays) or lead.word == "of"


def _ago_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    return bool(_HEDGED.search(text, low, point.start))


def _unit_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    """“the last week of May”, “the next year”."""
    leans = "clip" not in point.parts and point.parts.get("which") in ("last", "next") and "part" not in point.parts
    return leans and lead.the


def _stretch_is_trap(text: str, low: int, point: Point, lead: Lead) -> bool:
    """“the next day”, “the past years”, “the last week of May”."""
    if "number" in point.parts:
        return False
    vague = "plural" in point.parts or point.parts["unit"] in ("day", "hour")
    return vague or point.parts["way"].lower() == "next" or bool(_OF.match(text, point.end))


_TRAPS = {
    "weekday": _weekday_is_trap,
    "day": _day_is_trap,
    "holiday": _holiday_is_trap,
    "dayword": _dayword_is_trap,
    "ago": _ago_is_trap,
    "unit": _unit_is_trap,
    "stretch": _stretch_is_trap,
}
