"""Border expressions become mentions of their own, with the line that both sides share.

The words are found by `phrases`, the two sides by `parties`, the line by `Shapes`. What cannot be drawn stays a mention
without a place, and its reason says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely

from geo.gazetteer import Gazetteer
from geo.location import lonlat, outlines
from geo.location.parties import Parties, Party
from geo.location.phrases import Phrase, phrases
from geo.location.shapes import Shapes
from geo.types import Location, Mention, Place, Resolution

FEATURE = "L.BDRY"
_NO_MORE_THAN_LINE = re.compile(r"(?<!\bstate)\sline$")
"""A word that may say anything: a state line is one for certain."""
SOURCE = "natural-earth-divisions"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line between two sides, or all round one."""

    one: Party
    other: Party | None = None
    """None: the whole land boundary of `one`."""

    @property
    def parties(self) -> tuple[Party, ...]:
        return (self.one, self.other) if self.other else (self.one,)


class Unreadable(Exception):
    """A phrase that speaks of a border whose sides cannot be told; the message says why."""


def border_mentions(text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> list[Mention]:
    """A mention for every border expression of the text; the mentions inside it stay as they are."""
    found = phrases(text, mentions)
    if not found:
        return []
    parties = Parties(text, mentions, shapes, gazetteer)
    return [_mention(text, phrase, parties, shapes) for phrase in found if _is_border(phrase, parties)]


def _is_border(phrase: Phrase, parties: Parties) -> bool:
    """Some phrases only look like one: "Ukraine borders Poland", "the border with Ukrainian forces", "the Tijuana border"."""
    if phrase.rule == "pair":
        return not _NO_MORE_THAN_LINE.search(phrase.words) or _are_neighbours(phrase, parties)
    if phrase.rule == "between":
        one, other = phrase.anchors
        known = one.resolution or parties.completed(one, other).resolution
        return known is not None and "demonym" not in (one.kind, other.kind)
    named = phrase.anchors[1:] if phrase.rule == "owned" else phrase.anchors
    if not all(anchor.place is None or parties.named(anchor) for anchor in named):
        return False
    if phrase.rule == "side":
        return not phrase.plural or phrase.possessive or named[0].kind == "demonym"
    return all(anchor.kind != "demonym" for anchor in named)


def _are_neighbours(phrase: Phrase, parties: Parties) -> bool:
    """ "The California-Oregon line" is a border, "the Moscow-Kazan line" a railway."""
    one, other = (parties.area(anchor) for anchor in phrase.anchors)
    return one is not None and other is not None and parties.share(one, other)


def _mention(text: str, phrase: Phrase, parties: Parties, shapes: Shapes) -> Mention:
    try:
        stretches = list(_READERS[phrase.rule](phrase, parties))
        resolution = _resolution(stretches, shapes)
        location = _drawn(resolution.place.id, stretches, shapes)
    except Unreadable as reason:
        resolution, location = Resolution(None, _confidence(phrase), (str(reason),)), None
    return Mention(
        start=phrase.start,
        end=phrase.end,
        surface=text[phrase.start : phrase.end],
        kind="border",
        score=min(anchor.score for anchor in phrase.anchors),
        resolution=resolution,
        location=location,
    )


def _read_pair(phrase: Phrase, parties: Parties) -> Iterator[Stretch]:
    first, *others = phrase.anchors
    for other in others:
        yield _between(first, other, parties)


def _read_with(phrase: Phrase, parties: Parties) -> Iterator[Stretch]:
    for anchor in phrase.anchors:
        yield _with_context(anchor, phrase, parties)


def _read_of(phrase: Phrase, parties: Parties) -> Iterator[Stretch]:
    if len(phrase.anchors) == 1:
        side = _first(phrase.anchors[0], parties)
        yield Stretch(side, None if phrase.plural or phrase.compass else parties.beside(side, phrase.start))
        return
    sides = [_first(anchor, parties) for anchor in phrase.anchors]
    third = parties.third(sides, phrase.start) if phrase.plural else None
    if third:
        yield from (Stretch(third, side) for side in sides)
    else:
        yield _between(*phrase.anchors, parties)


def _read_side(phrase: Phrase, parties: Parties) -> Iterator[Stretch]:
    halves = parties.halves(phrase.anchors[0])
    if halves:
        yield _between(*halves, parties)
        return
    if phrase.possessive:
        yield Stretch(_first(phrase.anchors[0], parties))
    else:
        yield _with_context(phrase.anchors[0], phrase, parties)


_READERS = {
    "pair": _read_pair,
    "between": _read_pair,
    "owned": _read_pair,
    "with": _read_with,
    "of": _read_of,
    "side": _read_side,
}


def _between(one: Mention, other: Mention, parties: Parties) -> Stretch:
    """The first readings of two mentions that are neighbours."""
    one = parties.completed(one, other)
    ones, others = _readings(one, parties, towns=True), _readings(other, parties, towns=True)
    for a in ones:
        for b in others:
            if parties.share(a, b):
                return Stretch(a, b)
    raise Unreadable(f"{ones[0].place.name} and {others[0].place.name} share no land boundary on the map")


def _with_context(anchor: Mention, phrase: Phrase, parties: Parties) -> Stretch:
    """The first reading of a mention that has a neighbour in the article; the whole boundary of the first if none has."""
    readings = _readings(anchor, parties)
    for side in readings:
        other = parties.beside(side, phrase.start, subject=phrase.pronoun)
        if other:
            return Stretch(side, other)
    if readings[0].place.country_code != anchor.place.country_code:
        raise Unreadable(f"{anchor.place.label} has no land boundary of its own on the map")
    return Stretch(readings[0])


def _first(mention: Mention, parties: Parties) -> Party:
    return _readings(mention, parties)[0]


def _readings(mention: Mention, parties: Parties, *, towns: bool = False) -> list[Party]:
    readings = parties.named(mention, towns=towns)
    if mention.place is None:
        raise Unreadable(f"“{mention.surface}” is not resolved, so the border has no place")
    if not readings:
        raise Unreadable(f"no outline of {mention.place.label} is known")
    return readings


def _confidence(phrase: Phrase) -> float:
    product = 1.0
    for anchor in phrase.anchors:
        product *= anchor.confidence
    return product


def _resolution(stretches: Sequence[Stretch], shapes: Shapes) -> Resolution:
    place = _place(stretches, shapes)
    parties = {party.place.id: party for stretch in stretches for party in stretch.parties}
    confidence = 1.0
    for party in parties.values():
        confidence *= party.confidence
    reasons = [_what(stretch) for stretch in stretches] + [party.why for party in parties.values() if party.why]
    return Resolution(place, confidence, tuple(dict.fromkeys(reasons)))


def _what(stretch: Stretch) -> str:
    if stretch.other is None:
        return f"the whole land boundary of {stretch.one.place.name}: nothing says which neighbour is meant"
    return f"the land boundary that {stretch.one.place.name} and {stretch.other.place.name} share"


def _place(stretches: Sequence[Stretch], shapes: Shapes) -> Place:
    titles = sorted({_title(stretch, shapes) for stretch in stretches})
    id = "border:" + "+".join(code for code, _ in titles)
    at = _drawn(id, stretches, shapes)
    return Place(id, " and ".join(name for _, name in titles), at.lat, at.lon, feature=FEATURE, source=SOURCE)


def _title(stretch: Stretch, shapes: Shapes) -> tuple[str, str]:
    """Code and name of a stretch, the side first whose code is."""
    sides = sorted((shapes.code(party.place) or party.place.id, party.place.name) for party in stretch.parties)
    if len(sides) == 1:
        return sides[0][0], f"Land border of {sides[0][1]}"
    return "-".join(code for code, _ in sides), "–".join(name for _, name in sides) + " border"


def _drawn(id: str, stretches: Sequence[Stretch], shapes: Shapes) -> Location:
    return shapes.remember(id, lambda: _draw(stretches, shapes))


def _draw(stretches: Sequence[Stretch], shapes: Shapes) -> Location:
    parts = [part for stretch in stretches for part in _line(stretch, shapes).geoms]
    whole = shapely.line_merge(shapely.multilinestrings(parts))
    line = outlines.simplified(whole)
    lat, lon = outlines.middle(line)
    return Location(lat=lat, lon=lon, geometry=lonlat.geojson(line))


def _line(stretch: Stretch, shapes: Shapes) -> shapely.MultiLineString:
    if stretch.other is None:
        line = shapes.boundary(stretch.one.place)
        if line is None:
            raise Unreadable(f"{stretch.one.place.name} has no land boundary")
        return line
    return shapes.border(stretch.one.place, stretch.other.place)
