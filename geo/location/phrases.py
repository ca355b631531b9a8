"""Finds the phrases that tell a border through the places beside it. Only words are looked at here, no place.

The text is read with every mention folded into one sign, so that the grammar speaks of "a mention", never of names:

    pair      the Ukraine–Belarus border, the US/Mexico border, Turkey's Syrian border
    between   the border between Gansu and Qinghai, between North and South Korea, separating France from Spain,
              shared by Honduras and El Salvador
    owned     Ukraine's border with Belarus, the Ukraine border with Belarus
    with      its border with Belarus, the country's long border with Belarus, borders with Russia and Belarus
    of        the border of Texas and Oklahoma, the borders of both Russia and Ukraine, the borders of Belarus
    side      the Belarus border, the Belarusian border, Belarus's borders

No phrase reaches over a full stop or an empty line: nothing in the patterns matches one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geo.location.describing import DESCRIBED
from geo.location.folded import FOLD, GAP, Folded, apart
from geo.types import Mention

Rule = Literal["pair", "between", "owned", "with", "of", "side"]

_GAP = GAP
_JOIN = r"(?:[ \u00a0]?[–/][ \u00a0]?|[-‐‑—])"
_OWN = r"(?:['’]s?)"
_THE = rf"(?:the{_GAP})?(?:neighbou?ring{_GAP}|nearby{_GAP})?"
_APPOSED = rf"{_GAP}(?:states?|provinces?|regions?|territor(?:y|ies)|count(?:y|ies)|districts?|cit(?:y|ies)|towns?)\b"
_PLACE = rf"{_THE}(?:{FOLD}{_OWN}{_GAP})?({FOLD})(?![\w-]|['’]s|{_APPOSED})"
_SIDES = rf"{_PLACE}(?:{_GAP}and{_GAP}{_PLACE})?"
_CUT_SHORT = rf"((?:north|south|east|west)(?:ern)?){_GAP}and{_GAP}{_PLACE}"
_KIND = rf"(?:(?:land|common|shared|state|international|joint|mutual){_GAP})?"
_NO_TRAIL = r"(?![\w-]|['’])"
_NOT_THREE = r"(?<!triple )(?<!three-way )(?<!tri-)"
_LINE = (
    rf"{_NOT_THREE}(?<!maritime )(?<!marine )(?<!sea )(?:borders?|frontiers?|boundar(?:y|ies)|state{_GAP}lines?)"
    rf"{_NO_TRAIL}"
)
_PART = rf"(?:{_GAP}(?:line|area|region|zone|strip|crossing|crossings|fence|wall|checkpoint))?"
_OTHER_SENSE = rf"(?!{_GAP}(?:patrols?|collies?|terriers?|force)\b)"
_FREE = rf"(?<![\w/{FOLD}-])(?<![–—])"
_NO_NEW_PHRASE = r"(?!(?:the|an?|at|on|in|to|of|off|by|from|across|over|along|near|through|into|and|or|with)\b)"
_COUNTED = rf"(?:{_NO_NEW_PHRASE}[\w,%‑-]+(?:\.\d+)?{_GAP}){{0,4}}?"
_DESCRIBED = rf"(?:(?<=\bthe ){DESCRIBED})?"
_PRONOUN = rf"(?:its|their|our|the{_GAP}(?:country|nation|republic|kingdom|state|province|region)['’]s)"

_COMPOUND = (
    "agenc agent area army authorit barrier camp check chief choke cit closure collie commission communit "
    "conflict control count crisis crossing deal dispute district duty economy enclave enforcement fence fight "
    "force fort garrison gate guard hamlet hopping incident incursion infrastructure inspect issue jumper law "
    "management market militia minister offic operation outpost park pass patrol point polic polit post "
    "problem protection province raid regime regiment region river road rule run securit service settlement "
    "skirmish soldier state station statute strip surge tax team tension tow trade treat troop tunnel unit "
    "village wall war watch wire zone"
)
_NOT_ALONE = rf"(?!{_GAP}(?:{'|'.join(_COMPOUND.split())})\w*)"
"""With one side only, "the Mexican border town" and "Polish border guards" name a town and people, not the line."""

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    ("owned", rf"{_FREE}({FOLD}){_OWN}{_GAP}{FOLD}{_GAP}(?:borders?|frontiers?){_GAP}with{_GAP}{_SIDES}"),
    ("pair", rf"{_FREE}({FOLD})(?:{_JOIN}|{_OWN}{_GAP})({FOLD}){_GAP}{_KIND}{_LINE}{_OTHER_SENSE}"),
    ("pair", rf"{_FREE}({FOLD}){_JOIN}({FOLD}){_GAP}(?-i:line){_NO_TRAIL}"),
    (
        "between",
        rf"\b{_DESCRIBED}{_LINE}{_PART}{_GAP}(?:that{_GAP})?between{_GAP}{_PLACE}{_GAP}(?:and|&){_GAP}{_PLACE}",
    ),
    ("between", rf"\b{_LINE}{_PART}{_GAP}between{_GAP}{_CUT_SHORT}"),
    (
        "between",
        rf"\b{_LINE}{_GAP}(?:separating|dividing|separates|divides){_GAP}{_PLACE}{_GAP}(?:from|and){_GAP}{_PLACE}",
    ),
    ("between", rf"\b{_LINE}{_GAP}shared{_GAP}(?:by|between){_GAP}{_PLACE}{_GAP}and{_GAP}{_PLACE}"),
    ("owned", rf"{_FREE}({FOLD}){_OWN}{_GAP}{_COUNTED}{_LINE}{_PART}{_GAP}with{_GAP}{_SIDES}"),
    ("owned", rf"{_FREE}({FOLD}){_GAP}{_KIND}(?:border|frontier){_PART}{_GAP}with{_GAP}{_SIDES}"),
    ("with", rf"\b{_PRONOUN}{_GAP}{_COUNTED}{_LINE}{_PART}{_GAP}with{_GAP}{_SIDES}"),
    ("with", rf"\b{_DESCRIBED}{_LINE}{_PART}{_GAP}with{_GAP}{_SIDES}"),
    (
        "of",
        rf"{_NOT_THREE}\b(?:borders?|frontiers?){_NO_TRAIL}{_GAP}of{_GAP}(?:both{_GAP})?{_SIDES}",
    ),
    ("side", rf"{_FREE}({FOLD}){_OWN}?{_GAP}{_KIND}(?-i:borders?|frontiers?|state{_GAP}lines?){_NO_TRAIL}{_NOT_ALONE}"),
)
_COMPASS = re.compile(rf"\b(?:north|south|east|west)\w*{_GAP}$", re.IGNORECASE)
LONGEST_COMPASS = 20
"""Code points of "north-western" and a space."""
_WORTH_READING = re.compile(r"(?i)border|frontier|boundar|\bline\b|state\s+line")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A border expression and the mentions in it."""

    rule: Rule
    start: int
    """First code point of the phrase in the text."""
    end: int
    anchors: tuple[Mention, ...]
    """In text order; for `owned` the first is the owner."""
    words: str
    """The phrase, mentions folded."""
    compass: bool = False
    """Does a word like "eastern" stand before it?"""

    @property
    def possessive(self) -> bool:
        """Does it say whose border it is: "Belarus's border", not "the Belarus border"?"""
        return bool(re.match(FOLD + _OWN, self.words))

    @property
    def pronoun(self) -> bool:
        """Does it begin with "its", "their", "the country's"?"""
        return bool(re.match(_PRONOUN, self.words, re.IGNORECASE))

    @property
    def plural(self) -> bool:
        """Does it speak of borders?"""
        return bool(re.search(r"(?i)\b(borders|frontiers|boundaries)\b", self.words))


def phrases(text: str, mentions: Sequence[Mention]) -> list[Phrase]:
    """The border expressions of a text, in order, none inside another."""
    if not _WORTH_READING.search(text):
        return []
    folded = Folded(text, mentions)
    return apart((phrase for rule, pattern in _rules() for phrase in _matches(rule, pattern, folded)), len(text))


@cache
def _rules() -> Sequence[tuple[Rule, re.Pattern[str]]]:
    """Compiled when the first text is read."""
    return [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in _PATTERNS]


def _matches(rule: Rule, pattern: re.Pattern[str], folded: Folded) -> Iterator[Phrase]:
    words = folded.words
    for match in pattern.finditer(words):
        anchors = [_anchor(match, group, folded) for group in range(1, match.re.groups + 1) if match[group]]
        compass = bool(_COMPASS.search(words, max(0, match.start() - LONGEST_COMPASS), match.start()))
        yield Phrase(rule, folded.back(match.start()), folded.back(match.end()), tuple(anchors), match[0], compass)


def _anchor(match: re.Match[str], group: int, folded: Folded) -> Mention:
    """The mention of a group, or a bare one for the "North" of "North and South Korea" where nobody marked it."""
    if match[group] == FOLD:
        return folded.mention(match.start(group))
    return Mention(folded.back(match.start(group)), folded.back(match.end(group)), match[group])
