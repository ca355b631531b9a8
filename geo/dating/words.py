"""The words that news tells time with, and the pieces of pattern that the grammar is made of."""

from __future__ import annotations

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
"""Of centuries and quarters; those in digits are read as numbers."""

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
    **{tens: 10 * number for number, tens in enumerate(_TENS, 2)},
    **{f"{tens}-{one}": 10 * ten + n for ten, tens in enumerate(_TENS, 2) for n, one in enumerate(_ONES, 1)},
    "a hundred": 100,
    "one hundred": 100,
}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that each begins with: meteorologists' seasons of the northern half of the globe."""

HOLIDAYS = {
    "new year's day": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day of feasts that are the same day wherever they are kept by that name."""

EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "whit monday": 50,
}
"""Days from Western Easter Sunday to those that move with it."""


def _any(words: list[str] | tuple[str, ...] | dict) -> str:
    """A pattern of alternatives, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


GAP = r"\s{1,3}"
"""Between two words. Bounded, so that a text of spaces costs nothing."""
DASH = r"[-‐‑–—]"
TO = rf"(?:\s?{DASH}\s?|{GAP}(?:to|until|till|through|and|or){GAP})"
YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
NUMBER = rf"(?:[0-9]{{1,3}}|{_any(NUMBERS)})"
FULL_MONTH = _any([*MONTHS, *map(str.upper, MONTHS)])
MONTH = rf"(?:{FULL_MONTH}|(?:{_any([*(m[:3] for m in MONTHS if m != 'May'), 'Sept'])})\.?)(?![\w])"
"""Capitals are what tells May and March from the verbs."""
FULL_WEEKDAY = _any([*WEEKDAYS, *map(str.upper, WEEKDAYS)])
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?)"
UNIT = "day|week|month|year|decade|century"
PART = rf"(?:(?P<part>early|mid|late|start|beginning|middle|end)(?:{GAP}(?:in|of))?(?:{GAP}the)?(?:{GAP}|{DASH}))?"
"""Which third of a stretch is meant."""
ORDINAL = _any(ORDINALS)
HOLIDAY = _any([*HOLIDAYS, *EASTER]).replace("'", "['’]").replace("st ", r"st\.? ").replace(" ", GAP)
DAYTIME = rf"(?:{GAP}(?:(?:early|late){GAP})?(?:morning|afternoon|evening|night|noon|midnight))?"

EVENT = _any(
    (
        "accords? agreement annexation armistice assassination attacks? battle blast blockade bombings? boycott campaign "
        "ceasefire census championships? civil|war collapse conference conflict coup crackdown crash crisis cyclone "
        "deal derailment disaster drought earthquake elections? epidemic eruption evacuation explosion famine final fires? "
        "flooding floods? games genocide heatwave hurricane incursion independence insurgency intervention invasion "
        "killings? landslide massacre murders? occupation offensive olympics outbreak pandemic peace poisoning polls? "
        "primary protests? quake raid referendum retreat revolt revolution riots? sanctions season shootings? siege storm "
        "strikes? summit takeover tournament treaty truce tsunami typhoon unrest uprising violence vote war wildfires? "
        "withdrawal world|cup"
    )
    .replace("|", GAP)
    .split()
)
"""What happens in a year, rather than being made in it: “the 2014 annexation”, not “a 2014 report”."""

COUNTED = _any(
    (
        "people men women children civilians soldiers troops refugees migrants residents families prisoners patients voters "
        "votes deaths cases victims homes houses households buildings villages towns cities districts schools shops "
        "countries places vehicles cars trucks tonnes tons kg km kilometres kilometers miles metres meters feet acres hectares "
        "dollars euros pounds prices terms hours hrs gmt utc bst est edt cet msk local bc bce bp degrees percent per "
        "million billion thousand rounds shells members pages seats jobs points"
    ).split()
)
"""What a number before it counts, or a clock's words: such a number is no year."""
