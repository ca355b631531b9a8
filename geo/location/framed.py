"""Names that the words around them tell: the Ganges of "the source of the Ganges", the Syrian of "along the Syrian border".

The recogniser is unsure of names it seldom met, and the resolver takes a river for the town or the province that is called
after it. Where the words speak of a river, a sea, a border or a coast and the gazetteer has one of that very name, there is no
doubt what it is. Names are added only inside such frames, so that plain news gains none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location.coasts import is_water
from geo.location.telling import is_river
from geo.types import Match, Mention, Place, Resolution

SCORE = 0.9
"""Given to such a mention in place of the tagger's own probability; a judgement."""
TRUST = 0.8
"""Confidence in a place that the words around its name tell. Judged."""

_WORD = r"[^\W\d_a-z][\w’'-]*[^\W_]"
_NAME = rf"(?P<name>{_WORD}(?:[ \u00a0](?!River|Delta|Sea\b){_WORD}){{0,2}})(?P<river>[ \u00a0](?:[Rr]iver|Sea)\b)?"
_OF = (
    "banks bank riverbanks riverbank side sides mouth mouths source sources headwaters delta estuary reaches course stretch "
    "confluence tributary tributaries valley basin floodplain north south east west northeast northwest southeast southwest "
    "upstream downstream"
)
_AT_WATER = rf"(?:\b(?:along|across|astride|(?:{'|'.join(_OF.split())}) of)|\b[Cc]rossing of) the "
_FLOWS = r"(?:flows|runs|empties|spills|drains|pours|discharges|meets|reaches|enters|joins)"
_INTO = rf"\b{_FLOWS} (?:out )?(?:in(?:to)? )?the "
_AFTER_WATER = (
    r"(?:['’]s?)? (?:delta|estuary|riverbanks?|valley|floodplain|"
    r"(?:(?:east|west|north|south)(?:ern)?|left|right) banks?)\b"
)
_SHORE = r"(?:[Cc]oasts?|[Cc]oastline|[Ss]hores?|[Ss]horeline|[Ss]eaboard|[Ll]ittoral|waters)"
_FRONT = (
    r" (?:(?:north|south|east|west)\w* )?(?:borders?|frontier|coast|coastline|shoreline|seaboard|littoral)"
    r"(?! (?:guards?|patrols?|police|agents?|force|forces|officials?)\b)\b"
)
_PATTERNS = {
    "river": (
        rf"{_AT_WATER}{_NAME}",
        rf"\bthe (?:upper|middle|lower) (?:(?:reaches|course) of the )?{_NAME}(?![\w-])",
        rf"\b[Ww]here the {_NAME}(?= {_FLOWS}\b)",
        rf"\b[Tt]he {_NAME}(?={_AFTER_WATER}| (?:up|down)stream of\b)",
        rf"{_INTO}{_NAME}",
    ),
    "sea": (rf"{_INTO}{_NAME}", rf"\b{_SHORE} of the {_NAME}", rf"\b[Tt]he {_NAME}(?= {_SHORE}\b)"),
    "side": (rf"(?:\b[Tt]he|['’]s) {_NAME}(?={_FRONT})",),
}


_CUT_ZONE = re.compile(r"(?i)\b(?:demilitari[sz]ed|exclusion|buffer|security)$")
"""How a zone's name ends that was cut off before "zone"."""

_BARE_ZONE = re.compile(r"\b[Tt]he (?P<name>(?i:demilitari[sz]ed zone))(?! (?:between|around|along|in|on|near|at)\b)")
"""A zone known by its sort alone: nothing behind it tells where it lies."""


def with_framed(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer | Layered) -> list[Mention]:
    """The mentions, those of rivers read as such, and between them the names that were overlooked, in text order."""
    read = list(mentions)
    taken = bytearray(len(text))
    for mention in read:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    spans = {(mention.start, mention.end): at for at, mention in enumerate(read)}
    for sort, start, end, river in _frames(text):
        known = next((spans[start, stop] for stop in (end, river) if (start, stop) in spans), None)
        if known is not None:
            if sort == "river" and (place := _meant(read[known], text[start:river], gazetteer)):
                why = f"“{read[known].surface}” must be the river, by the words around it"
                read[known] = replace(
                    read[known], kind="name", resolution=Resolution(place, TRUST, (why,)), location=None
                )
        elif not any(taken[start:river]):
            found = _found(sort, text, start, (river, end), gazetteer)
            if found:
                read.append(found)
                taken[start:river] = b"\1" * (river - start)
    read += _bare_zones(text, read, gazetteer)
    return sorted((_whole(text, mention) for mention in read), key=lambda mention: (mention.start, -mention.end))


def _whole(text: str, mention: Mention) -> Mention:
    """The zone of a name that was cut off before that word: the Korean demilitarised zone."""
    if not text.startswith(" zone", mention.end) or not _CUT_ZONE.search(mention.surface):
        return mention
    end = mention.end + len(" zone")
    return replace(mention, end=end, surface=text[mention.start : end])


def _bare_zones(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer | Layered) -> Iterator[Mention]:
    """A zone known by its sort alone, where a country beside it is named: "the demilitarised zone" beside North Korea."""
    for match in _BARE_ZONE.finditer(text):
        found = [known.place for known in gazetteer.look_up(match["name"]) if _is_very(known)]
        codes = {mention.place.country_code for mention in mentions if mention.place}
        countries = [country for code in codes if code and (country := gazetteer.country(code))]
        place = next((place for place in found if any(_in_box(place, country) for country in countries)), None)
        if place is not None and not any(one.start < match.end() and match.start("name") < one.end for one in mentions):
            start, end = match.span("name")
            why = "the zone of that name beside a country that the article names"
            yield Mention(start, end, text[start:end], score=SCORE, resolution=Resolution(place, TRUST, (why,)))


def _in_box(place: Place, country: Place) -> bool:
    if not country.bbox:
        return False
    west, south, east, north = country.bbox
    return west <= place.lon <= east and south <= place.lat <= north


@cache
def _rules() -> Sequence[tuple[str, re.Pattern[str]]]:
    """Compiled when the first text is read."""
    return [(sort, re.compile(pattern)) for sort, patterns in _PATTERNS.items() for pattern in patterns]


def _frames(text: str) -> Iterator[tuple[str, int, int, int]]:
    """What is spoken of, and where its name begins and ends, without and with the word for a river behind it."""
    for sort, pattern in _rules():
        for match in pattern.finditer(text):
            start, end = match.span("name")
            yield sort, start, end, match.end("river") if match["river"] else end


def _meant(mention: Mention, name: str, gazetteer: Gazetteer | Layered) -> Place | None:
    """The river that a mention must be. None: it is one, or a country, or no river is called so."""
    place = mention.place
    if place is not None and (place.feature_class not in ("A", "P") or (place.feature or "").startswith("A.PCL")):
        return None
    return next(_rivers(name, gazetteer), None)


def _rivers(name: str, gazetteer: Gazetteer | Layered) -> Iterator[Place]:
    """The rivers of a name, those whose course is known first."""
    names = dict.fromkeys((name, f"{name} River"))
    places = [
        match.place for one in names for match in gazetteer.look_up(one) if _is_very(match) and is_river(match.place)
    ]
    yield from sorted(places, key=lambda place: gazetteer.outline(place.id) is None)


def _is_very(match: Match) -> bool:
    return match.grade in ("exact", "normalised")


def _found(sort: str, text: str, start: int, ends: tuple[int, ...], gazetteer: Gazetteer | Layered) -> Mention | None:
    """The longest name from there that the gazetteer has of that sort."""
    for end in dict.fromkeys(ends):
        name = text[start:end]
        place, kind = _named(sort, name, gazetteer)
        if place is not None:
            what = "country or division" if sort == "side" else sort
            why = f"a {what} of that name is known, and the words around it speak of one"
            return Mention(start, end, name, kind=kind, score=SCORE, resolution=Resolution(place, TRUST, (why,)))
    return None


def _named(sort: str, name: str, gazetteer: Gazetteer | Layered):
    if sort == "river":
        return next(_rivers(name, gazetteer), None), "name"
    matches = [match for match in gazetteer.look_up(name) if _is_very(match)]
    if sort == "sea":
        return next((match.place for match in matches if is_water(match.place)), None), "name"
    for match in matches[:1]:
        if (match.place.feature or "").startswith(("A.PCL", "A.ADM1")):
            return match.place, "demonym" if match.kind == "demonym" else "name"
    return None, "name"
