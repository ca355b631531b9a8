"""Coasts, rivers' banks, stretches of borders and declared zones become mentions of their own, with what they tell drawn.

The words are found by `line_phrases` and read by `told_waters`, `told_zones` and, for borders, here. A mention that is an
expression itself (a border) may be part of another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import shapely

from geo.gazetteer import Gazetteer
from geo.location import geodesy, lines, lonlat, outlines
from geo.location.line_phrases import LinePhrase, line_phrases
from geo.location.shapes import Shapes
from geo.location.telling import AREA, BORDER, NotOne, Teller, Told, Unreadable, drawn, made, place_of
from geo.location.told_waters import FROM_CONTEXT, Waters
from geo.location.told_zones import Zones
from geo.types import Kind, Location, Mention, Place, Resolution

READ_ANEW = 0.7
"""Confidence in a water that the word "coast" tells from a town of its name. Judged."""
NEIGHBOUR, PARTLY = 0.7, 0.3
"""A neighbour lies on a side with so much of the shared line on it, and partly with so much. Judged."""
MEETING_KM = 30.0
"""How far around the point where three borders meet one still is there. Judged."""
MOSTLY = 0.02
"""A neighbour that shares less than this part of a line is not worth telling."""


class Borders(Teller):
    """Reads what is told of parts of borders. All readers raise `Unreadable` and `NotOne`."""

    def stretch(self, phrase: LinePhrase) -> Told:
        whole, near = phrase.places["line"], phrase.places["near"]
        line = drawn(whole)
        if whole.place is None or not (whole.place.feature or "").startswith(BORDER) or line is None:
            raise NotOne
        at = place_of(near)
        part, reason = self.cut(line, at, "line", Unreadable)
        place = made(f"{whole.place.id}:{at.id}", f"{whole.place.name} near {at.name}", BORDER, None)
        return Told(place, part, (reason, *(whole.resolution.reasons if whole.kind == "border" else ())))

    def border(self, phrase: LinePhrase) -> Told:
        near = phrase.places["near"]
        at = place_of(near)
        country = self.country(at)
        line = self.shapes.boundary(country) if country and at.feature_class in ("P", "S") else None
        if line is None:
            raise NotOne
        part, reason = self.cut(line, at, "border", NotOne)
        what = f"the land boundary of {country.name}, where {near.surface} lies{self._with(country, part)}"
        place = made(f"border:{self.shapes.code(country)}:{at.id}", f"Border near {at.name}", BORDER, None)
        return Told(place, part, (reason, what))

    def facing(self, phrase: LinePhrase) -> Told:
        area, trust = self._told_of(phrase)
        outline = self.shapes.plain(area)
        if outline is None:
            raise NotOne
        parts = [
            part
            for border in map(outlines.as_seen, self._shared(area))
            if (part := self._on_side(border, outline, phrase.side)) is not None
        ]
        if not parts:
            raise Unreadable(f"{area.name} has no land boundary in the {phrase.side}")
        line = lines.lines_of(shapely.geometrycollections(parts))
        what = f"the land boundary of {area.name} with its neighbours in the {phrase.side}, or what of it faces {phrase.side}"
        id = f"border:{self.shapes.code(area)}:{phrase.side}"
        place = made(id, f"{phrase.side.capitalize()}ern border of {area.name}", BORDER, None)
        return Told(place, line, (what + self._with(area, line),), trust)

    def meeting(self, phrase: LinePhrase) -> Told:
        """Where the borders of three areas meet."""
        one, other, third = areas = [place_of(phrase.places[part]) for part in ("one", "other", "third")]
        first, second = self.shapes.border(one, other), self.shapes.border(other, third)
        names = f"{one.name}, {other.name} and {third.name}"
        if first is None or second is None or self.shapes.border(one, third) is None:
            raise Unreadable(f"{names} do not all border on each other on the map")
        lon, lat = shapely.get_coordinates(shapely.shortest_line(first, second))[0]
        disc = geodesy.disc(lat=lat, lon=lon, radius_km=MEETING_KM)
        place = made("meeting:" + ":".join(area.id for area in areas), f"Where {names} meet", BORDER, None)
        why = f"{MEETING_KM:.0f} km around the point where the borders of {names} meet"
        return Told(place, disc, (why,), radius_km=MEETING_KM)

    def _told_of(self, phrase: LinePhrase) -> tuple[Place, float]:
        """Whose border it is, "Chad's northern border", "the northern border of Chad", and for "its northern border", which
        is that of the country named before, how likely."""
        if "one" in phrase.places:
            return place_of(phrase.places["one"]), 1.0
        if "line" in phrase.places:
            return self._owner(phrase.places["line"]), 1.0
        country = self.country_before(phrase.start)
        return country.place, country.confidence * FROM_CONTEXT

    def _shared(self, area: Place) -> Iterator[shapely.Geometry]:
        """What an area shares with each of its neighbours."""
        for id in self.shapes.neighbours(area):
            other = self.gazetteer.country(id) if len(id) == 2 else self.gazetteer.get(id)
            border = self.shapes.border(area, other) if other else None
            if border is not None:
                yield border

    def _on_side(
        self, border: shapely.Geometry, outline: shapely.Geometry, side: lines.Side
    ) -> shapely.Geometry | None:
        """The whole border with a neighbour on that side; of one that goes round a corner the part that faces it."""
        share = lines.share_on(border, outline, side)
        if share >= NEIGHBOUR:
            return border
        return lines.boundary_facing(border, outline, side) if share >= PARTLY else None

    def _owner(self, border: Mention) -> Place:
        """Whose whole boundary a border expression tells: the one place in "border of Chad"."""
        inside = [mention for mention in self.mentions if border.start < mention.start and mention.end <= border.end]
        if border.kind != "border" or len(inside) != 1 or "of" not in border.surface.split():
            raise NotOne
        return place_of(inside[0])

    def _with(self, area: Place, line: shapely.Geometry) -> str:
        """Whom an area shares a line with, in words, the longest part first."""
        shares = []
        for id in self.shapes.neighbours(area):
            other = self.gazetteer.country(id) if len(id) == 2 else self.gazetteer.get(id)
            border = self.shapes.border(area, other) if other else None
            if border is not None and (length := shapely.intersection(line, border).length) > line.length * MOSTLY:
                shares.append((-length, other.name))
        names = [name for _, name in sorted(shares)]
        return f", shared with {', '.join(names)}" if names else ""


Reader = Callable[[LinePhrase], Told]


def _readers(mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> Mapping[str, Reader]:
    """The reader of each rule."""
    waters, borders, zones = (kind(mentions, shapes, gazetteer) for kind in (Waters, Borders, Zones))
    return {
        "coast": waters.coast,
        "offshore": waters.coast,
        "waters": waters.economic,
        "river": waters.river,
        "course": waters.course,
        "confluence": waters.confluence,
        "mouth": waters.mouth,
        "source": waters.source,
        "delta": waters.delta,
        "reach": waters.reach,
        "valley": waters.river,
        "shoreland": waters.shoreland,
        "sovereign": waters.sovereign,
        "stretch": borders.stretch,
        "border": borders.border,
        "facing": borders.facing,
        "meeting": borders.meeting,
        "over": zones.over,
        "inside": zones.inside,
        "around": zones.around,
        "beside": zones.beside,
        "between": zones.between,
    }


_ZONE = re.compile(r"(?i)\b(?:zone|strip|belt|area|corridor|sector)s?\b")
"""What may lie along a border that is itself told here: "a security zone along Ukraine's northern border"."""


def line_mentions(text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> list[Mention]:
    """A mention for every expression of the text; those inside it stay as they are."""
    told = list(_found(text, line_phrases(text, mentions), _readers(mentions, shapes, gazetteer), shapes))
    borders = [mention for mention in told if mention.kind == "border"]
    if not borders or not _ZONE.search(text):
        return told
    around = [*mentions, *borders]
    zones = [phrase for phrase in line_phrases(text, around) if phrase.rule == "beside"]
    further = _found(text, zones, _readers(around, shapes, gazetteer), shapes)
    return [*told, *(zone for zone in further if not any(_overlap(zone, one) for one in told if one.kind == "zone"))]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _found(
    text: str, phrases: Sequence[LinePhrase], readers: Mapping[str, Reader], shapes: Shapes
) -> Iterator[Mention]:
    for phrase in phrases:
        anchors = list(phrase.places.values())
        bare = {"start": phrase.start, "end": phrase.end, "surface": text[phrase.start : phrase.end]}
        score = min((anchor.score for anchor in anchors), default=1.0)
        try:
            told = readers[phrase.rule](phrase)
        except NotOne:
            continue
        except Unreadable as reason:
            kind = _kind(phrase)
            resolution = Resolution(None, _product(anchors), (str(reason),))
            yield Mention(**bare, kind=kind, score=score, resolution=resolution)
            continue
        location = _located(told, shapes)
        place = replace(told.place, lat=location.lat, lon=location.lon, radius_km=told.radius_km)
        resolution = Resolution(place, _product(anchors) * told.trust, told.reasons)
        yield Mention(**bare, kind=told.kind, score=score, resolution=resolution, location=location)


def _kind(phrase: LinePhrase) -> Kind:
    if phrase.rule in ("over", "around", "beside", "between", "waters", "inside"):
        return "zone"
    return "border" if phrase.rule in ("stretch", "border", "facing", "meeting") else "relation"


def _located(told: Told, shapes: Shapes) -> Location:
    return shapes.remember(("told", told.place.id), lambda: _draw(told))


def _draw(told: Told) -> Location:
    shape = outlines.simplified(told.shape)
    if shapely.get_dimensions(shape) < AREA:
        lat, lon = outlines.middle(shape)
    elif shapely.contains_xy(shape, told.place.lon, told.place.lat):
        lat, lon = told.place.lat, told.place.lon
    else:
        largest = max(shapely.get_parts(shape), key=lambda part: part.area)
        lat, lon = lonlat.latlon(shapely.point_on_surface(largest))
    return Location(lat=lat, lon=lon, geometry=lonlat.geojson(shape), radius_km=told.radius_km)


def _product(anchors: Sequence[Mention]) -> float:
    """An unresolved water that was read anew counts as `READ_ANEW`."""
    product = 1.0
    for anchor in anchors:
        product *= anchor.confidence or READ_ANEW
    return product
