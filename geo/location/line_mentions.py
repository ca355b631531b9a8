"""Coasts, rivers' banks, stretches of borders and declared zones become mentions of their own, with what they tell drawn.

The words are found by `line_phrases`; a mention that is an expression itself (a border) may be part of another. An anchor that
is not resolved leaves a mention without a place, and its reason says so; a phrase whose places make no sense is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import shapely

from geo.gazetteer import Gazetteer
from geo.location import coasts, geodesy, lines, lonlat, outlines, parts, zones
from geo.location.folded import FOLD
from geo.location.line_phrases import LinePhrase, line_phrases
from geo.location.lonlat import LatLon
from geo.location.shapes import Shapes
from geo.types import Kind, Location, Mention, Place, Resolution

SOURCE = "natural-earth-divisions"
COAST, WATERS, STRETCH, MOUTH, BORDER = "L.CST", "H.SEA", "H.STMX", "H.STMM", "L.BDRY"
"""Features, GeoNames' codes: a coast, a sea, a section of a stream, its mouth, a boundary."""
EXCLUSION, DEMILITARISED, BUFFER, ECONOMIC = "L.ZNX", "L.ZND", "L.ZNB", "L.ZN"
FEATURES = {"exclusion": EXCLUSION, "danger": EXCLUSION, "evacuation": EXCLUSION, "no-go": EXCLUSION}
RADII_KM = {"exclusion": 30.0, "evacuation": 20.0, "no-go": 20.0, "no-fly": 30.0}
"""Where the text gives no size: the zones of Chernobyl (30 km) and Fukushima (20 km); 30 km is judged for flying."""
RADIUS_KM = 10.0
"""Any other zone around a place. Judged."""
WIDTH_KM = 10.0
"""To each side of a border: the Safe Demilitarized Border Zone that Sudan and South Sudan agreed on in 2012."""
MOUTH_KM = 20.0
"""How far a river's mouth reaches, and how far from a coast its course may end. Judged."""
MOUTH_DEGREES = 1.0
"""Coasts are looked for within so much of an end."""
READ_ANEW = 0.7
"""Confidence in a water that the word "coast" tells from a town of its name. Judged."""
FROM_CONTEXT = 0.75
"""What a country taken from the words before does to the confidence. Judged."""
LOOK_BACK = 30
"""Mentions looked at before a phrase for a country."""
MOSTLY = 0.02
"""A neighbour that shares less than this part of a line is not worth telling."""


class Unreadable(Exception):
    """An expression that cannot be drawn; the message says why."""


class NotOne(Exception):
    """Words that only look like an expression: "the Milan coast", "along the Smiths"."""


class Told(NamedTuple):
    """What an expression comes to."""

    place: Place
    """With the point and no geometry yet."""
    shape: shapely.Geometry
    reasons: tuple[str, ...]
    trust: float = 1.0
    """What the reading does to the confidence in the anchors."""
    kind: Kind = "border"
    radius_km: float | None = None


@dataclass
class Reader:
    """Reads the expressions of one article."""

    mentions: Sequence[Mention]
    """Located, expressions among them."""
    shapes: Shapes
    gazetteer: Gazetteer
    rules: dict[str, Callable[[LinePhrase], Told]] = field(init=False)

    def __post_init__(self) -> None:
        self.rules = {
            "coast": self._coast,
            "river": self._river,
            "stretch": self._stretch,
            "border": self._border,
            "facing": self._facing,
            "over": self._over,
            "around": self._around,
            "beside": self._beside,
            "between": self._between,
            "waters": self._economic,
            "offshore": self._coast,
            "inside": self._inside,
            "mouth": self._mouth,
        }

    def read(self, phrase: LinePhrase) -> Told:
        """Raises `Unreadable` and `NotOne`."""
        return self.rules[phrase.rule](phrase)

    # Coasts

    def _coast(self, phrase: LinePhrase) -> Told:
        one, land, sea, near = (phrase.places.get(part) for part in ("one", "land", "sea", "near"))
        if phrase.rule == "offshore" and _place(one).feature_class not in ("A", "P", "T"):
            raise NotOne
        if near is not None and one is None and land is None:
            return self._coast_by(phrase, near)
        waters = self._waters(sea, slot=True) if sea else self._waters(one)
        if sea is not None and not waters:
            raise NotOne
        if one is not None and not waters:
            if is_river(_place(one)):
                return self._river_of(phrase, one)
            land = one
        if land is not None:
            return self._coast_of(phrase, land, waters, near)
        water = waters[0]
        if coasts.is_ocean(water):
            return self._coast_of(phrase, self._land_before(phrase, water), waters, near, FROM_CONTEXT)
        return self._finished(phrase, _Coast(None, water, coasts.shores(water, self.shapes), None), near)

    def _coast_of(
        self, phrase: LinePhrase, land: Mention, waters: Sequence[Place], near: Mention | None, trust: float = 1.0
    ) -> Told:
        """The coast of an area, along the first of the waters that it lies on; of all waters where none is told."""
        place = _place(land)
        areas = self._areas(place)
        if not areas:
            return self._coast_by(phrase, land, next(iter(waters), None))
        lines_along = ((water, coasts.coast(areas, self.shapes, water)) for water in waters or (None,))
        water, line = next((pair for pair in lines_along if pair[1] is not None), (next(iter(waters), None), None))
        if line is None and phrase.places.get("sea") and phrase.places["sea"].place is None:
            raise NotOne
        return self._finished(phrase, _Coast(place, water, line, self.shapes.union(areas)), near, trust)

    def _coast_by(self, phrase: LinePhrase, town: Mention, water: Place | None = None) -> Told:
        """The coast at a town or island: its country's, as far as it is near."""
        country = self._country(_place(town))
        line = coasts.coast([country], self.shapes, water) if country else None
        if line is None or _place(town).feature_class not in ("P", "S", "T", "L", "A"):
            raise NotOne
        return self._finished(phrase, _Coast(country, water, line, self.shapes.area(country)), town, told_by_town=True)

    def _finished(
        self, phrase: LinePhrase, coast: _Coast, near: Mention | None, trust: float = 1.0, *, told_by_town: bool = False
    ) -> Told:
        """The side, the stretch and the waters that the phrase asks for."""
        line, name, id = coast.line, coast.name, coast.id
        if line is None:
            raise Unreadable(coast.missing)
        reasons = [coast.what]
        if phrase.side:
            line = lines.facing(line, coast.area, phrase.side) if coast.area is not None else None
            if line is None:
                raise Unreadable(f"{coast.missing} in the {phrase.side}")
            name, id = f"{phrase.side.capitalize()} {name[0].lower()}{name[1:]}", f"{id}:{phrase.side}"
            reasons.append(
                f"its {phrase.side}ern side: what lies within 45° of {phrase.side} from the middle of its box"
            )
        if near is not None:
            at = _place(near)
            line, reason = self._cut(line, at, "coast", NotOne if told_by_town else Unreadable)
            name, id = f"{name} near {at.name}", f"{id}:{at.id}"
            reasons.append(reason)
        if not phrase.off:
            return Told(self._made(id, name, COAST, coast.land), line, tuple(reasons), trust, "relation")
        sea = coasts.waters_off(line, self.shapes)
        if sea is None:
            raise Unreadable(f"no waters lie off the {name[0].lower()}{name[1:]}")
        reasons.insert(0, f"the waters within {coasts.OFFSHORE_KM:.0f} km of it: how far off is not told, and assumed")
        place = self._made(
            "waters:" + id.removeprefix("coast:"), f"Waters off the {name[0].lower()}{name[1:]}", WATERS, None
        )
        return Told(place, sea, tuple(reasons), trust, "relation", coasts.OFFSHORE_KM)

    def _waters(self, mention: Mention, *, slot: bool = False) -> list[Place]:
        """The sea or lake that a mention names.

        Beside the word "coast" a name that is not resolved, or is not an area's, may be any water that bears it. `slot`: the
        land is told apart, so it must be one.
        """
        place = mention.place
        if place is not None and coasts.is_water(place):
            return [place]
        free = place is None or slot or (mention.kind == "name" and self.shapes.area(place) is None)
        found = self.gazetteer.look_up(mention.surface) if free else ()
        return [match.place for match in found if coasts.is_water(match.place)]

    def _land_before(self, phrase: LinePhrase, water: Place) -> Mention:
        """The nearest place before a phrase that lies on an ocean."""
        before = [mention for mention in self.mentions if mention.end <= phrase.start and mention.place][-LOOK_BACK:]
        for mention in reversed(before):
            areas = self._areas(mention.place) or [self._country(mention.place)]
            if all(areas) and coasts.coast(areas, self.shapes, water) is not None:
                return mention
        raise Unreadable(f"nothing before it says whose {water.name} coast is meant")

    # Rivers

    def _river(self, phrase: LinePhrase) -> Told:
        return self._river_of(phrase, phrase.places["river"])

    def _river_of(self, phrase: LinePhrase, river: Mention) -> Told:
        bank = phrase.rule != "river" or "bank" in phrase.words.lower()
        place, line = self._stream(phrase, river)
        if line is None or shapely.get_dimensions(line) != 1:
            raise Unreadable(f"no course of {place.name} is known")
        name, id, reasons = place.name, f"course:{place.id}", [f"the course of {_the(place)}"]
        if bank:
            which = f"its {phrase.bank.lower()} bank" if phrase.bank else "its banks"
            name = f"{phrase.bank.capitalize()} bank of {_the(place)}" if phrase.bank else f"Banks of {_the(place)}"
            id += f":{phrase.bank.lower()}" if phrase.bank else ":banks"
            reasons.append(f"a river is a line here, and stands for {which}")
        near, far = phrase.places.get("near"), phrase.places.get("far")
        if near and far:
            one, other = _place(near), _place(far)
            line = lines.between(
                line, LatLon(one.lat, one.lon), LatLon(other.lat, other.lon), most_km=lines.NEAR.most_km / 2
            )
            if line is None:
                raise Unreadable(f"{_the(place)} is not drawn from {one.name} to {other.name}")
            name, id = f"{name} between {one.name} and {other.name}", f"{id}:{one.id}:{other.id}"
            reasons.append(f"the part between {one.name} and {other.name}")
        elif near:
            at = _place(near)
            area = _drawn(near)
            if area is not None and shapely.get_dimensions(area) == 2:
                line, reason = lines.lines_of(shapely.intersection(line, area)), f"the part in {at.name}"
                if line.is_empty:
                    raise Unreadable(f"{place.name} does not come into {at.name} on the map")
            else:
                line, reason = self._cut(line, at, "river", Unreadable)
            name, id = f"{name} near {at.name}", f"{id}:{at.id}"
            reasons.append(reason)
        return Told(self._made(id, name, STRETCH, None), line, tuple(reasons), kind="relation")

    def _mouth(self, phrase: LinePhrase) -> Told:
        """The end of a river's course that is nearest to a sea."""
        place, line = self._stream(phrase, phrase.places["river"])
        ends = [] if line is None else shapely.get_parts(shapely.boundary(shapely.line_merge(line)))
        off = {}
        for end in ends:
            west, south = end.x - MOUTH_DEGREES, end.y - MOUTH_DEGREES
            coast = self.shapes.coasts_in(
                west=west, south=south, east=end.x + MOUTH_DEGREES, north=end.y + MOUTH_DEGREES
            )
            if coast is not None:
                off[(end.x, end.y)] = lines.distance_km(coast, lat=end.y, lon=end.x)
        if not off or min(off.values()) > MOUTH_KM:
            raise Unreadable(f"the course of {_the(place)} does not end at a sea on the map")
        lon, lat = min(off, key=off.get)
        made = self._made(f"mouth:{place.id}", f"Mouth of {_the(place)}", MOUTH, None)
        what = f"{MOUTH_KM:.0f} km around the end of the course of {_the(place)} that is nearest to a sea"
        disc = geodesy.disc(lat=lat, lon=lon, radius_km=MOUTH_KM)
        return Told(made, disc, (what,), kind="relation", radius_km=MOUTH_KM)

    def _stream(self, phrase: LinePhrase, river: Mention) -> tuple[Place, shapely.Geometry | None]:
        """The river of a mention and its course; along "the Mississippi" the state of that name is not meant."""
        place = river.place
        if place is not None and is_river(place):
            return place, _drawn(river)
        may_be = place is None or not (place.feature or "").startswith("A.PCL")
        if may_be and re.search(rf"\bthe\s{FOLD}", phrase.words):
            for match in self.gazetteer.look_up(river.surface):
                if is_river(match.place) and (outline := self.gazetteer.outline(match.place.id)):
                    return match.place, lonlat.from_geojson(dict(outline))
        told = re.search(r"(?i)banks?\b|\briver\b", f"{phrase.words} {river.surface}")
        if place is None and phrase.rule == "river" and not phrase.places.get("far") and told:
            raise Unreadable(f"“{river.surface}” is not resolved, so its course is not known")
        raise NotOne

    # Borders

    def _stretch(self, phrase: LinePhrase) -> Told:
        whole, near = phrase.places["line"], phrase.places["near"]
        line = _drawn(whole)
        if whole.place is None or not (whole.place.feature or "").startswith(BORDER) or line is None:
            raise NotOne
        at = _place(near)
        part, reason = self._cut(line, at, "line", Unreadable)
        place = self._made(f"{whole.place.id}:{at.id}", f"{whole.place.name} near {at.name}", BORDER, None)
        return Told(place, part, (reason, *(whole.resolution.reasons if whole.kind == "border" else ())))

    def _border(self, phrase: LinePhrase) -> Told:
        near = phrase.places["near"]
        at = _place(near)
        country = self._country(at)
        line = self.shapes.boundary(country) if country and at.feature_class in ("P", "S") else None
        if line is None:
            raise NotOne
        part, reason = self._cut(line, at, "border", NotOne)
        what = f"the land boundary of {country.name}, where {near.surface} lies{self._with(country, part)}"
        place = self._made(f"border:{self.shapes.code(country)}:{at.id}", f"Border near {at.name}", BORDER, None)
        return Told(place, part, (reason, what))

    def _facing(self, phrase: LinePhrase) -> Told:
        area = _place(phrase.places["one"]) if "one" in phrase.places else self._owner(phrase.places["line"])
        outline = self.shapes.area(area)
        if outline is None:
            raise NotOne
        whole = self.shapes.boundary(area)
        line = lines.boundary_facing(whole, outline, phrase.side) if whole is not None else None
        if line is None:
            raise Unreadable(f"{area.name} has no land boundary in the {phrase.side}")
        what = f"the part of the land boundary of {area.name} that faces {phrase.side}"
        id = f"border:{self.shapes.code(area)}:{phrase.side}"
        place = self._made(id, f"{phrase.side.capitalize()}ern border of {area.name}", BORDER, None)
        return Told(place, line, (what + self._with(area, line),))

    def _owner(self, border: Mention) -> Place:
        """Whose whole boundary a border expression tells: the one place in "border of Chad"."""
        inside = [mention for mention in self.mentions if border.start < mention.start and mention.end <= border.end]
        if border.kind != "border" or len(inside) != 1 or "of" not in border.surface.split():
            raise NotOne
        return _place(inside[0])

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

    # Zones

    def _over(self, phrase: LinePhrase) -> Told:
        one = phrase.places["one"]
        place, area = _place(one), _drawn(one)
        if area is None or shapely.get_dimensions(area) != 2:
            return self._around(phrase)
        id, name, what = f"zone:no-fly:{place.id}", place.name, "the zone is taken to cover all of it"
        if phrase.side:
            area = parts.slice_of(area, bearing=lines.BEARINGS[phrase.side], share=parts.SIDE)
            id, name, what = (
                f"{id}:{phrase.side}",
                f"{phrase.side}ern {name}",
                f"{parts.SIDE:.0%} of it, farthest {phrase.side}",
            )
        made = self._made(id, f"No-fly zone over {name}", BUFFER, None)
        return Told(made, area, (f"the outline of {place.name}: {what}",), kind="zone")

    def _inside(self, phrase: LinePhrase) -> Told:
        """A zone that the gazetteer knows: "the buffer zone in Cyprus" is the Cyprus buffer zone."""
        one = phrase.places["one"]
        words = phrase.words.replace(FOLD, one.surface)
        for name in (words, f"{one.surface} {phrase.sort} zone"):
            for match in self.gazetteer.look_up(name):
                outline = self.gazetteer.outline(match.place.id) if zones.is_zone(match.place) else None
                if outline:
                    reason = f"the zone of that name, {match.place.name}"
                    return Told(match.place, lonlat.from_geojson(dict(outline)), (reason,), kind="zone")
        raise NotOne

    def _economic(self, phrase: LinePhrase) -> Told:
        land = _place(phrase.places["one"])
        areas = self._areas(land)
        line = coasts.coast(areas, self.shapes) if areas else None
        if line is None:
            raise Unreadable(f"{land.name} has no coast on the map")
        sea = coasts.waters_off(line, self.shapes, km=coasts.EXCLUSIVE_KM)
        reason = (
            f"the waters within 200 nautical miles of {land.name}; where those of neighbours begin is not known here"
        )
        place = self._made(f"waters:eez:{land.id}", f"Exclusive economic zone of {land.name}", ECONOMIC, None)
        return Told(place, sea, (reason,), kind="zone", radius_km=coasts.EXCLUSIVE_KM)

    def _around(self, phrase: LinePhrase) -> Told:
        one = phrase.places["one"]
        site = self._site(one, phrase.plant) or _place(one)
        area = self.shapes.area(site)
        if area is not None and phrase.km and "around" in phrase.words.lower():
            return self._strip(phrase, area, site.id, site.name)
        if self.shapes.area(site) is not None or zones.is_zone(site) or site.feature_class not in ("P", "S", "T"):
            raise NotOne
        km = phrase.km or RADII_KM.get(phrase.sort, RADIUS_KM)
        why = "as the text says" if phrase.km else "assumed, for the text gives no size"
        area = geodesy.disc(lat=site.lat, lon=site.lon, radius_km=km)
        id = f"zone:{phrase.sort}:{site.id}:{km:.0f}"
        place = self._made(id, f"{phrase.sort.capitalize()} zone around {site.name}", _feature(phrase), None)
        place = Place(**{**_fields(place), "lat": site.lat, "lon": site.lon})
        return Told(place, area, (f"the circle of {km:g} km around {site.name}, {why}",), kind="zone", radius_km=km)

    def _site(self, mention: Mention, plant: str) -> Place | None:
        """The plant of a town's name, where the gazetteer has it; else the town itself must do."""
        if not plant:
            return None
        words = (f"{mention.surface} {plant}", f"{mention.surface} nuclear power plant" if "plant" in plant else "")
        found = (match.place for name in words if name for match in self.gazetteer.look_up(name))
        return next((place for place in found if place.feature_class in ("S", "T", "H")), None)

    def _beside(self, phrase: LinePhrase) -> Told:
        line = phrase.places["line"]
        shape = _drawn(line)
        if line.kind != "border" and not (line.place and (line.place.feature or "").startswith(BORDER)):
            raise NotOne
        if line.place is None or shape is None:
            raise Unreadable(f"“{line.surface}” has no line, so the zone has no place")
        name = line.place.name.replace("Land border", "land border", 1)
        return self._strip(phrase, shape, line.place.id, f"the {name}")

    def _between(self, phrase: LinePhrase) -> Told:
        one, other = _place(phrase.places["one"]), _place(phrase.places["other"])
        if self.shapes.area(one) is None or self.shapes.area(other) is None:
            raise NotOne
        line = self.shapes.border(one, other)
        if line is None:
            raise Unreadable(f"{one.name} and {other.name} share no land boundary on the map")
        codes = sorted((self.shapes.code(one), self.shapes.code(other)))
        return self._strip(phrase, line, "border:" + "-".join(codes), f"the border of {one.name} and {other.name}")

    def _strip(self, phrase: LinePhrase, line: shapely.Geometry, id: str, name: str) -> Told:
        km = phrase.km or WIDTH_KM
        why = "as the text says" if phrase.km else "assumed, for the text gives no width"
        place = self._made(
            f"zone:{phrase.sort}:{id}:{km:.0f}", f"{phrase.sort.capitalize()} zone along {name}", _feature(phrase), None
        )
        return Told(
            place, lines.strip(line, km), (f"{km:g} km to each side of {name}, {why}",), kind="zone", radius_km=km
        )

    # What all have in common

    def _cut(
        self, line: shapely.Geometry, at: Place, what: str, otherwise: type[Exception]
    ) -> tuple[shapely.Geometry, str]:
        """The part of a line near a place and the reason that tells how near; raises `otherwise` where none is."""
        reach = lines.NEAR
        if at.radius_km and at.feature_class in ("L", "T") and at.radius_km > reach.least_km:
            reach = lines.Reach(at.radius_km, max(at.radius_km, reach.most_km), reach.times)
        found = lines.near(line, lat=at.lat, lon=at.lon, reach=reach)
        if found is None:
            raise otherwise(f"the {what} comes nowhere within {lines.NEAR.most_km:.0f} km of {at.name}")
        return found[0], f"the part within {found[1]:.0f} km of {at.name}"

    def _areas(self, place: Place) -> list[Place]:
        """The countries or divisions that a place is or consists of; empty for towns and the like."""
        if self.shapes.area(place) is not None:
            return [place]
        members = [] if (place.feature or "").startswith(("P.", "S.", "H.")) else list(self.gazetteer.members(place.id))
        return members if self.shapes.union(members) is not None else []

    def _country(self, place: Place) -> Place | None:
        country = self.gazetteer.country(place.country_code) if place.country_code else None
        return country if country and self.shapes.area(country) is not None else None

    def _made(self, id: str, name: str, feature: str, land: Place | None) -> Place:
        return Place(id, name, 0.0, 0.0, land.country_code if land else None, feature, source=SOURCE)


class _Coast(NamedTuple):
    """A coast before sides and stretches are cut."""

    land: Place | None
    water: Place | None
    line: shapely.Geometry | None
    area: shapely.Geometry | None

    @property
    def id(self) -> str:
        return "coast:" + "/".join(place.id for place in (self.land, self.water) if place)

    @property
    def name(self) -> str:
        if self.land is None:
            return f"Coast of {_the(self.water)}"
        return f"Coast of {self.land.name}" + (f" on {_the(self.water)}" if self.water else "")

    @property
    def what(self) -> str:
        if self.land is None:
            return f"the coasts along {_the(self.water)}, found by flooding it with straits under 24 km shut"
        along = f" along {_the(self.water)}" if self.water else ""
        return f"the coastline of {self.land.name}{along}, from its outline"

    @property
    def missing(self) -> str:
        if self.land is None:
            return f"no shore of {_the(self.water)} is in the outlines"
        return f"{self.land.name} has no coast{f' on {_the(self.water)}' if self.water else ''} on the map"


def line_mentions(text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> list[Mention]:
    """A mention for every expression of the text; those inside it stay as they are."""
    reader = Reader(mentions, shapes, gazetteer)
    return list(_found(text, line_phrases(text, mentions), reader))


def _found(text: str, phrases: Sequence[LinePhrase], reader: Reader) -> Iterator[Mention]:
    for phrase in phrases:
        anchors = list(phrase.places.values())
        bare = {"start": phrase.start, "end": phrase.end, "surface": text[phrase.start : phrase.end]}
        score = min(anchor.score for anchor in anchors)
        try:
            told = reader.read(phrase)
        except NotOne:
            continue
        except Unreadable as reason:
            kind = _kind(phrase)
            resolution = Resolution(None, _product(anchors), (str(reason),))
            yield Mention(**bare, kind=kind, score=score, resolution=resolution)
            continue
        location = _located(told, reader.shapes)
        place = Place(**{**_fields(told.place), "lat": location.lat, "lon": location.lon, "radius_km": told.radius_km})
        resolution = Resolution(place, _product(anchors) * told.trust, told.reasons)
        yield Mention(**bare, kind=told.kind, score=score, resolution=resolution, location=location)


def _kind(phrase: LinePhrase) -> Kind:
    if phrase.rule in ("over", "around", "beside", "between", "waters", "inside"):
        return "zone"
    return "relation" if phrase.rule in ("coast", "river", "offshore", "mouth") else "border"


def _located(told: Told, shapes: Shapes) -> Location:
    return shapes.remember(("told", told.place.id), lambda: _draw(told))


def _draw(told: Told) -> Location:
    shape = outlines.simplified(told.shape)
    if shapely.get_dimensions(shape) == 1:
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


def is_river(place: Place) -> bool:
    """A stream or canal, which the gazetteer draws as a line."""
    return (place.feature or "").startswith(("H.STM", "H.CNL"))


def _place(mention: Mention) -> Place:
    if mention.place is None:
        raise Unreadable(f"“{mention.surface}” is not resolved, so the expression has no place")
    return mention.place


def _the(place: Place) -> str:
    """The name of a water as a sentence has it."""
    return place.name if place.name.startswith(("Lake ", "the ")) else f"the {place.name}"


def _drawn(mention: Mention) -> shapely.Geometry | None:
    """The geometry that a mention has already."""
    geometry = mention.location.geometry if mention.location else None
    return lonlat.from_geojson(dict(geometry)) if geometry else None


def _feature(phrase: LinePhrase) -> str:
    return DEMILITARISED if phrase.sort.startswith("demilitari") else FEATURES.get(phrase.sort, BUFFER)


def _fields(place: Place) -> dict[str, object]:
    return {name: getattr(place, name) for name in place.__slots__}
