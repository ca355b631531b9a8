"""Names that the tagger overlooked and the gazetteer knows: "Addis Ababa", "Marathon" in Florida, "the DRC".

The tagger is unsure of names it seldom met. A whole run of capitalised words that is the very name of a sizeable place, or of
one in our own tables, is hardly ever anything else; single words are ("Reading", "Mobile"), so they are left to the tagger. On
held-aside news the rule adds a mention in thirty articles. Any name counts where the state or country that it lies in stands
behind it between commas, as in "Orange, Texas, said". The tagger hardly ever misses one in a whole article, but it does in a
post of one line. So do the capitals that a country goes by, of three letters and more, where the words around them are those
around a country: news seldom has those of small countries, reports of aid workers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer, is_noted, key
from geo.metadata.days import MONTHS, WEEKDAYS
from geo.types import Match, Mention, Place

SIZEABLE = 50_000
"""People. Smaller towns share their names with families and firms."""

SCORE = 0.9
"""Given to such a mention in place of the tagger's own probability; a judgement."""

_WORD = r"[^\W\d_a-z][\w’'-]*"
_RUN = re.compile(
    rf"(?<![\w-])(?!The\b){_WORD}"
    rf"(?:[ \u00a0](?:of|de|el|al|du|la)(?=[ \u00a0]{_WORD})|[ \u00a0]{_WORD})*"
    rf"(?:[ \u00a0](?:exclusion|demilitari[sz]ed|buffer|security)[ \u00a0]zone)?"
    rf"(?![\w-]|[ \u00a0][A-Z]|[ \u00a0](?:virus|fever|disease|flu|syndrome)\b)"
)
"""Capitalised words in a row, with the little words inside names and the words for zones after them; never a part of a longer
run, since "New York Times" is not about New York; nor before what a disease is called, as the West Nile virus is."""
_PART = re.compile("[ \u00a0]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"\n])\s{0,3}$")
_DAY = re.compile(rf"(?:{MONTHS}|{WEEKDAYS})\.?")
_BEFORE_A_PLACE = re.compile(r"(?:In|Near|At|From|To|Outside|Around|Across)[ \u00a0]")
_CLOSED = re.compile(r"\s*(?:[,.;:!?()\[\]”\"\n]|[-–—]{1,2}\s|$)")
"""Behind the state: "Freeland, U.S. Trade Representative" is a person with an office."""

_CAPITALS = re.compile(r"(?<![\w.&/-])(?:[A-Z]{3,5}|(?:[A-Z]\.){3,5})(?![\w&/-]|\.\w)")
_BEFORE_A_COUNTRY = re.compile(
    r"(?:\b(?:the|in|of|from|to|across|inside|into|and|with|between|by|for|against|within|through|outside|via)[ \u00a0]|[(])$",
    re.IGNORECASE,
)
_BEHIND_A_COUNTRY = re.compile(r"['’]s\b|[ \u00a0](?:and|or)[ \u00a0][A-Z]")
_NO_COUNTRY = re.compile(
    r"[ \u00a0](?:[A-Z]|(?:files?|images?|graphics?|icons?|formats?|keys?|encryption|ciphers?|algorithms?|tokens?|curves?)\b)"
)
"""Behind the same letters where they are a part of a longer name, or mean a picture, a cipher or a test: PNG, RSA, ROC."""

_SHOUTED = re.compile(r"[A-Z]{2,}[^\w\n]{1,3}$")


def with_overlooked(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, and between them those that were overlooked, in text order."""
    return tuple(sorted((*mentions, *_overlooked(text, mentions, gazetteer)), key=lambda mention: mention.start))


def _overlooked(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    for start, end, after in _gaps(text, mentions):
        yield from _countries(text, start, end, gazetteer)
        for run in _RUN.finditer(text, start, end):
            first = _in_its_state(text, run, after, gazetteer)
            if first is not None:
                yield Mention(first, run.end(), text[first : run.end()], score=SCORE)
                continue
            for first in _beginnings(text, run) if _touches_no_name(text, run.end()) else ():
                name = text[first : run.end()]
                if _PART.search(name) and _is_known(name, gazetteer):
                    yield Mention(first, run.end(), name, score=SCORE)
                    break


def _gaps(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention | None]]:
    """The stretches between mentions, each with the mention behind it."""
    start = 0
    for mention in mentions:
        yield start, mention.start, mention
        start = mention.end
    yield start, len(text), None


def _in_its_state(text: str, run: re.Match[str], after: Mention | None, gazetteer: Gazetteer) -> int | None:
    """Where the name of a town begins that the next mention, between commas, says where to look for. None: there is none."""
    if after is None or text[run.end() : after.start] != ", " or not _CLOSED.match(text, after.end):
        return None
    opened = _BEFORE_A_PLACE.match(text, run.start(), run.end())
    first = opened.end() if opened else run.start()
    name = text[first : run.end()]
    if not name or _DAY.fullmatch(name):
        return None
    states = [match.place for match in gazetteer.look_up(after.surface)]
    towns = [match.place for match in gazetteer.look_up(name) if match.place.feature_class == "P"]
    return first if any(_lies_in(town, state) for town in towns for state in states) else None


def _lies_in(town: Place, state: Place) -> bool:
    if (state.feature or "").startswith("A.PCL"):
        return town.country_code is not None and town.country_code == state.country_code
    return state.feature == "A.ADM1" and town.adm1_code is not None and town.adm1_code == state.adm1_code


def _countries(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The capitals that countries go by: "in the CAR", "KSA and Iran"."""
    for found in _CAPITALS.finditer(text, start, end):
        before = text[max(0, found.start() - 12) : found.start()]
        opens = _SENTENCE_START.search(before) and _BEHIND_A_COUNTRY.match(text, found.end())
        told = opens or _BEFORE_A_COUNTRY.search(before)
        if not told or _SHOUTED.search(before) or _NO_COUNTRY.match(text, found.end()):
            continue
        if any(_is_short_for_a_country(match, found[0]) for match in gazetteer.look_up(found[0])):
            yield Mention(found.start(), found.end(), found[0], score=SCORE)


def _is_short_for_a_country(match: Match, capitals: str) -> bool:
    is_short = match.kind == "abbreviation" and match.name.replace(".", "") == capitals.replace(".", "")
    return is_short and (match.place.feature or "").startswith("A.PCL")


def _beginnings(text: str, run: re.Match[str]) -> Iterator[int]:
    """Where the name may begin: with the run, or after its first word where a sentence gives that its capital."""
    yield run.start()
    second = _PART.search(text, run.start(), run.end())
    if second and _SENTENCE_START.search(text, max(0, run.start() - 4), run.start()):
        yield second.end()


def _touches_no_name(text: str, end: int) -> bool:
    """Whether the run ends of itself, not because a mention cuts it off."""
    return not re.match(r"[ \u00a0]?[A-Z]", text[end : end + 2])


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    return any(_is_named(match, name) for match in gazetteer.look_up(name))


def _is_named(match: Match, name: str) -> bool:
    sizeable = (match.place.population or 0) >= SIZEABLE or is_noted(match.place)
    return sizeable and key(match.name) == key(match.place.name) == key(name)
