"""Finds the phrases that tell a place through another. Only words are looked at here, no place.

Like the grammar of borders it reads a text with every mention folded into one sign (`geo.location.folded`):

    offset    30 km (19 miles) north of Kyiv, a few miles south of the town of Mosul, an hour's drive west of Lagos
    ring      12 miles outside Raleigh, two hours' drive from Lagos
    within    within 50 km of Kherson
    toward    just south of Bakhmut, to the west of Homs
    between   halfway between Mosul and Erbil, a checkpoint between Mosul and Erbil
    road      the road from Baghdad to Mosul, the Kyiv–Zhytomyr highway
    near      near Avdiivka, outside Paris, close to Homs
    rim       the outskirts of Damascus, the southern suburbs of Beirut, a suburb of Katy
    centre    downtown Cairo, the centre of Kyiv
    inside    three kilometres inside Lebanon, 20 km deep inside Russia
    part      eastern Ukraine, the north of the country, Nigeria's north-east, the southern half of the island,
              the Texas Panhandle

`docs/expressions.md` tells them to users. No phrase reaches over a full stop or an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geo.location.describing import DESCRIBED
from geo.location.folded import EMPTY_LINE, FOLD, GAP, LENGTH, TIME, Folded, Said, apart
from geo.location.quantities import AND_A_HALF, HEDGE, said
from geo.types import Mention

Rule = Literal["offset", "ring", "within", "toward", "between", "road", "near", "rim", "centre", "part", "inside"]


_BEFORE_SITE = "\x04"
"""Stands for the gap between a mention and a word of `_SITE`: "Kyiv airport" is not Kyiv. Looked for once a text, for the list
is long and nearly every pattern would hold it."""
_G = f"[ \n{_BEFORE_SITE}]"


def _any(words: str) -> str:
    """A pattern of alternatives: commas part them, a space is any gap, a hyphen may be missing or a space."""
    return "|".join(word.strip().replace(" ", _G).replace("-", "[ -]?") for word in words.split(","))


_CORNER = "north-east, north-west, south-east, south-west"
_SIDE = _any(
    "north-north-east, north-north-west, south-south-east, south-south-west, east-north-east, east-south-east, "
    f"west-north-west, west-south-west, {_CORNER}, north, south, east, west"
)
_WIND = "(?-i:NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW|NE|SE|SW|NW|N|E|S|W)"
_SHORT = _any(f"{_CORNER}, north, south, east, west")
_ERN = rf"(?:{_SHORT})ern"
_ADVERB = "just, immediately, directly, due, right, slightly, further, farther, straight, shortly, well"
_NEAR = (
    "near to, near, nearby, close to, just outside of, just outside, outside of, outside, not far from, in the vicinity of, "
    "area around, area near, countryside around, hills above, hills around, mountains above, mountains around, in and around, "
    "commuter belt around, in the area of, in the surroundings of, just off, around, all around"
)
_RIM = "outskirts, outer suburbs, suburbs, suburb, periphery, fringes, edges, edge"
_PIECE = (
    "half, halves, third, quarter, parts, part, tip, end, edge, corner, fringes, fringe, flank, reaches, regions, areas, "
    "provinces, districts"
)
_WAY = (
    "road, highway, motorway, railway line, railway, railroad, rail line, rail link, train line, route, stretch, "
    "expressway, freeway, humanitarian corridor, corridor, pipeline, supply route, supply line, trail, track, coast road, ferry"
)
_NUMBERED = r"(?:[A-Z]{1,2}-?)?\d{1,4}"
_TALKS = (
    "talks, talk, negotiations, negotiation, dialogue, discussions, meetings?, summit, relations, relationship, ties, "
    "tensions?, war, wars, conflict, conflicts, fighting, hostilities, clashes, battle, feud, rift, rivalry, "
    "rivalries, dispute, disputes, standoff, differences?, divide, split, choice, choose, chose, deals?, agreements?, "
    "accords?, pact, treaty, truce, ceasefire, peace, alliance, partnership, cooperation, trade, commerce, "
    "exchanges?, contacts?, calls?, links?, flights?, fly, flew, travel, travels, commute, shuttle, shuttled, match, "
    "matches, game, games, final, derby, series, contest, race, competition, comparison, compare, balance, "
    "distinction, distinguish, alliances, friendship, marriage, mediate, mediated, mediation, mediator, mediating, "
    "torn, caught, parity, border, borders, crossing, boundary, frontier, distance, gap, time, communication, "
    "transfers?, transfer, fares?, tickets?, prices?, coordination, correlation, confrontation"
)
_BOUND = (
    "sea, strait, straits, channel, waters, water, ocean, passage, cable, ferry, ferries, boats?, ships?, islands?, found, "
    "sank, lies, lie, located, halfway, midway, somewhere, drifting, adrift, sailing, crossing, sailed, narrows"
)
_SORT = (
    "capital, cities, city, towns, villages, islands, ports, town, village, port, settlement, hamlet, island, suburb, hub, "
    "resort"
)
_SITE = (
    "airports?, airfield, air base, airbase, base, station, university, stadium, dam, bridge, hospital, prison, police, "
    "embassy, province, region, district, county, state, time, residents, border, frontier, street, avenue, road, square, "
    "rivers?, roads, streets, avenues, counties, provinces, governments?, officials, teams?, clubs?, high school, school"
)
_PARTS = "airport, air base, airbase, railway station, port, harbour, harbor, stadium, university, hospital, prison"
"""What a town has one of, so near it is near the town."""
_NUMBERED_ROAD = re.compile(
    r"(?:(?:interstate|highway|route|motorway|autobahn)[ -](?:[A-Z]{1,2}-?)?|[A-Z]{1,2}-?)\d{1,4}", re.IGNORECASE
)
GENERIC = "region, province, oblast, department, governorate, voivodeship, prefecture"
"""What may stand after the name of a division."""
_ENDS = (
    "and or but where which who that when while as since after before because for by to from in on at over during with "
    "has have had is are was were will would could may said says late early until amid despite again alone"
)

_FREE = rf"(?<![\w/{FOLD}-])(?<![–—])"
_AFTER = rf"(?![\w{FOLD}-]|[–—/][\w{FOLD}]|['’]s|{_BEFORE_SITE})"
_CALLED = (
    rf"(?:(?:the{_G})?(?:(?:city|town){_G})?(?:cent(?:re|er)|middle|heart){_G}of{_G}|(?:downtown|central){_G})?"
    rf"(?:{FOLD}['’]s?{_G})?(?:the{_G}(?:{FOLD}{_G})?(?:[a-z][\w-]*{_G}){{0,3}}?(?:{_any(_SORT)})(?:,|{_G}of)?{_G})?"
    rf"(?:the{_G})?"
)
_NOUN_AFTER = rf"\b(?!['’-]|{_G}(?:cent(?:re|er)|limits|hall|council|of)\b)"
_TOWN = rf"the{_G}(?P<noun>city|town|village|capital){_NOUN_AFTER}"
_LAND = rf"the{_G}(?P<noun>country|island|province|state|region){_NOUN_AFTER}"
_SITE_SAID = rf"(?:{_G}(?:crossing|checkpoint|junction))?"
_ONE = rf"{_CALLED}(?P<a>{FOLD}){_SITE_SAID}{_AFTER}"
_OTHER = rf"{_CALLED}(?P<b>{FOLD}){_SITE_SAID}{_AFTER}"
_ONE_OR_TOWN = rf"(?:{_ONE}|{_TOWN})"
_ONE_OR_LAND = rf"(?:{_ONE}|{_LAND})"
_OWNER = rf"(?:(?P<a>{FOLD})['’]s?|the{_G}(?P<noun>country|island|province|state|region|city|town|capital)['’]s)"
_AGAIN = rf"(?:{_G}?\([^()\n{EMPTY_LINE}]{{1,30}}\)|,{_G}(?:or{_G})?(?:about{_G})?{LENGTH},)?"
_LENGTH = rf"(?:(?P<hedge>{HEDGE}){_G})?(?P<length>{LENGTH})(?P<more>{AND_A_HALF})?{_AGAIN}"
_TRIP = (
    rf"(?:(?P<hedge>{HEDGE}){_G})?(?:an?{_G})?(?P<length>{TIME})(?P<more>{AND_A_HALF})?['’]?s?"
    rf"{_G}(?P<by>drive|walk|by{_G}(?:road|car|bus))"
)
_TO_THE = rf"(?:(?:away|{_any(_ADVERB)}|to{_G}the){_G}){{0,3}}"
_NO_WAY = rf"(?!{_G}(?:to|towards?){_G}(?:the{_G})?{FOLD})"
_AWAY = (
    rf"(?:(?:away|inland|offshore|upstream|downstream|upriver|downriver|(?:up|down){_G}(?:the{_G})?(?:road|river|coast|valley|line|"
    rf"highway|track)|along{_G}the{_G}(?:road|river|track)|by{_G}(?:road|sea|boat|rail)){_G})?"
)
_FAR = rf"(?:(?P<far>far|extreme|deep){_G})?"
_PHRASE_ENDS = rf"(?=[^\S\n]*(?:$|[\n{EMPTY_LINE}.,;:!?)\]\"]|[”’–—])|{_G}(?:{'|'.join(_ENDS.split())})\b)"
_NOUNS = rf"(?:{_G}(?:{_any(_PIECE)}))"

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    ("within", rf"{_FREE}within{_G}{_LENGTH}{_G}(?:of|from){_G}{_ONE_OR_TOWN}"),
    ("offset", rf"{_FREE}{_LENGTH},?{_G}{_TO_THE}(?P<way>{_SIDE}|{_WIND}){_G}(?:of|from){_G}{_ONE_OR_TOWN}"),
    ("offset", rf"{_FREE}{_TRIP}{_G}{_TO_THE}(?P<way>{_SIDE}){_G}(?:of|from){_G}{_ONE_OR_TOWN}"),
    (
        "ring",
        rf"{_FREE}{_LENGTH},?{_G}(?:{_AWAY}from|outside{_G}of|outside|from|off|(?:up|down)stream{_G}of){_G}{_ONE_OR_TOWN}{_NO_WAY}",
    ),
    ("inside", rf"{_FREE}{_LENGTH}{_G}(?:deep{_G})?(?:inside|into){_G}{_ONE}"),
    ("ring", rf"{_FREE}{_TRIP}{_G}(?:away{_G})?(?:from|outside){_G}{_ONE_OR_TOWN}{_NO_WAY}"),
    (
        "road",
        rf"(?:(?<=\bthe )(?:[a-z-]+|{_NUMBERED}){_G})?(?<!\ben )\b(?:(?:{_any(_WAY)})(?:{_G}{_NUMBERED})?|"
        rf"interstate{_G}{_NUMBERED}){_G}"
        rf"(?:(?:(?:that{_G})?(?:links|connects)|linking|connecting|joining|(?:(?:running|leading){_G})?(?:(?:{_SHORT}){_G})?(?:between|from)){_G})"
        rf"{_ONE}{_G}(?:and|to|with){_G}{_OTHER}",
    ),
    (
        "road",
        rf"{_FREE}(?P<a>{FOLD})(?:[-‐‑–—/]|{_G}[–—]{_G}|{_G}to{_G})(?P<b>{FOLD}){_G}(?:[a-z]+{_G})?(?:{_any(_WAY)})\b",
    ),
    ("road", rf"\bway{_G}from{_G}{_ONE}{_G}to{_G}{_OTHER}"),
    (
        "between",
        rf"(?:\b(?P<before>[\w-]+),?{_G}|{FOLD},?{_G}|^\s*|[.;:]\s+)"
        rf"(?P<body>(?:(?P<half>half[ -]?way|midway){_G})?(?:in{_G})?between{_G}{_ONE}{_G}and{_G}{_OTHER})",
    ),
    ("rim", rf"{_FREE}(?:(?P<way>{_ERN}|{_SHORT}){_G})?(?P<rim>{_any(_RIM)}){_G}of{_G}{_ONE_OR_TOWN}"),
    ("rim", rf"{_FREE}{_OWNER}{_G}(?:(?P<way>{_ERN}|{_SHORT}){_G})?(?P<rim>outskirts|suburbs)\b"),
    ("part", rf"(?<!\bto )(?<!\bto\n)\bthe{_G}(?P<body>{DESCRIBED}{_FAR}(?P<way>{_SHORT}){_G}of{_G}{_ONE})"),
    ("part", rf"\bthe{_G}(?P<body>{DESCRIBED}{_FAR}(?P<way>{_SHORT}){_G}of{_G}{_LAND})"),
    ("part", rf"\bthe{_G}(?P<body>(?P<way>{_SHORT}){_G}and{_G}(?:the{_G})?(?P<way2>{_SHORT}){_G}of{_G}{_ONE_OR_LAND})"),
    ("part", rf"{_FREE}{_FAR}(?P<way>{_ERN}|central){_G}(?P<piece>{_any(_PIECE)}){_G}of{_G}{_ONE_OR_LAND}"),
    ("part", rf"{_FREE}{_OWNER}{_G}{DESCRIBED}{_FAR}(?P<way>{_ERN}|central){_G}(?P<piece>{_any(_PIECE)})\b"),
    ("part", rf"{_FREE}{_OWNER}{_G}{DESCRIBED}{_FAR}(?P<way>{_SHORT})(?(far)\b|{_PHRASE_ENDS})"),
    ("toward", rf"{_FREE}(?P<stress>(?:{_any(_ADVERB)}|to{_G}the){_G})?(?P<way>{_SIDE}){_G}of{_G}{_ONE}"),
    (
        "centre",
        rf"{_FREE}(?:(?<=\bthe ){DESCRIBED})?(?:downtown|(?:city{_G}|town{_G})?(?P<middle>cent(?:re|er)|interior){_G}of|"
        rf"heart{_G}of){_G}{_ONE}",
    ),
    (
        "part",
        rf"{_FREE}{_FAR}(?P<way>{_ERN}|{_SHORT}|(?:(?:north|south|east|west)[ -])?central|upstate|mainland)"
        rf"(?:{_G}and{_G}(?P<way2>{_ERN}|central))?(?P<name>{_G})(?P<a>{FOLD})(?:{_G}(?P<generic>{_any(GENERIC)}))?{_AFTER}",
    ),
    ("part", rf"{_FREE}(?P<a>{FOLD})(?P<name>{_G})(?P<piece>(?-i:Panhandle)){_AFTER}"),
    ("near", rf"{_FREE}(?P<near>{_any(_NEAR)}){_G}(?P<a>{FOLD})['’]s{_G}(?:{_any(_PARTS)})\b"),
    ("near", rf"{_FREE}(?P<near>{_any(_NEAR)}){_G}{_ONE}"),
)
_WORTH_READING = re.compile(
    r"(?i)north|south|east|west|central|upstate|mainland|downtown|cent(?:re|er) of|heart of|near|close to|outside|around|"
    r"not far|vicinity|surroundings|just off|outskirts|suburb|interior of|periphery|fringe|edge|between|above|\bway\b|"
    r"met(?:re|er)s|yards|"
    r"feet|nautical|\bk?ms?\b|kilomet|miles?\b|drive|walk|\bby (?:road|car|bus)|road|highway|motorway|rail|route|line|stretch|"
    r"expressway|freeway|\d (?:N|E|S|W){1,3} of|panhandle"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """An expression that tells a place through one or two others."""

    rule: Rule
    start: int
    """First code point of the expression in the text."""
    end: int
    anchors: tuple[Mention, ...]
    """The mentions that it goes out from, in text order. Empty: it says "the country", "the city"."""
    words: dict[str, str]
    """The words that matter, in small letters: `way` and `way2` (sides), `middle`, `number`, `unit`, `more`, `hedge`, `by`,
    `far`, `piece`, `rim`, `generic`, `noun` (what stands instead of a mention), `near`, `stress`, `half` (halfway), `talks`
    (what is between people), `bound` (what is between shores). What is not said is left out."""
    capital: bool
    """Does a compass word in it begin with a capital letter?"""
    adjective: bool
    """Does it consist of sides and a name: "eastern Ukraine"?"""


def relations(text: str, mentions: Sequence[Mention]) -> list[Relation]:
    """The expressions of a text, in order, none inside another."""
    if not mentions or not _WORTH_READING.search(text):
        return []
    folded = Folded(text, [m for m in mentions if m.place or not _NUMBERED_ROAD.fullmatch(m.surface)], _said)
    return apart((relation for rule, pattern in _rules() for relation in _matches(rule, pattern, folded)), len(text))


def _said(words: str) -> list[Said]:
    """Distances and the gaps before sites, in text order."""
    sites = (Said(match.end() - 1, match.end(), _BEFORE_SITE, "", "") for match in _sites().finditer(words))
    return sorted([*said(words), *sites])


@cache
def _sites() -> re.Pattern[str]:
    return re.compile(rf"{FOLD}{GAP}(?=(?:{_any(_SITE)})\b)", re.IGNORECASE)


@cache
def _rules() -> Sequence[tuple[Rule, re.Pattern[str]]]:
    """Compiled when the first text is read."""
    return [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in _PATTERNS]


def _matches(rule: Rule, pattern: re.Pattern[str], folded: Folded) -> Iterator[Relation]:
    for match in pattern.finditer(folded.words):
        groups = match.groupdict()
        start, end = match.span("body") if groups.get("body") else match.span()
        anchors = tuple(folded.mention(match.start(group)) for group in "ab" if groups.get(group))
        words = {
            name: _plain(found)
            for name, found in groups.items()
            if found and name not in ("a", "b", "body", "name", "length", "before")
        }
        words |= _between(groups.get("before") or "")
        if groups.get("length"):
            _, _, _, number, unit = folded.said(match.start("length"))
            words |= {"number": _plain(number), "unit": _plain(unit)}
        capital = any(groups[name][0].isupper() for name in ("way", "way2") if groups.get(name))
        adjective = rule == "part" and groups.get("name") is not None
        yield Relation(rule, folded.back(start), folded.back(end), anchors, words, capital, adjective)


def _between(before: str) -> dict[str, str]:
    """What the word before "between" says of what lies there."""
    for kind, words in (("bound", _BOUND), ("talks", _TALKS)):
        if re.fullmatch(_any(words), before, re.IGNORECASE):
            return {kind: _plain(before)}
    return {}


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
