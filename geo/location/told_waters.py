"""Coasts, the waters off them, and rivers, as expressions tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import shapely

from geo.location import coasts, geodesy, lines, lonlat
from geo.location.folded import FOLD
from geo.location.line_phrases import LinePhrase
from geo.location.lonlat import LatLon
from geo.location.telling import AREA, NotOne, Teller, Told, Unreadable, drawn, is_river, made, place_of, the
from geo.types import Mention, Place

COAST, WATERS, STRETCH, MOUTH, ECONOMIC = "L.CST", "H.SEA", "H.STMX", "H.STMM", "L.ZN"
"""Features, GeoNames' codes: a coast, a sea, a section of a stream, its mouth, and ours for an economic zone."""
MOUTH_KM = 20.0
"""How far a river's mouth reaches, and how far from a coast its course may end. Judged."""
MOUTH_DEGREES = 1.0
"""Coasts are looked for within so much of an end."""
ABOUT = 0.15
"""How far off a distance from a coast may be, as a share. Judged."""
FROM_CONTEXT = 0.75
"""What a country taken from the words before does to the confidence. Judged."""
LOOK_BACK = 30
"""Mentions looked at before a phrase for a country."""


class Waters(Teller):
    """Reads what is told of coasts, seas and rivers. All readers raise `Unreadable` and `NotOne`."""

    def coast(self, phrase: LinePhrase) -> Told:
        one, land, sea, near = (phrase.places.get(part) for part in ("one", "land", "sea", "near"))
        if phrase.rule == "offshore" and place_of(one).feature_class not in ("A", "P", "T"):
            raise NotOne
        if near is not None and one is None and land is None:
            return self._coast_by(phrase, near)
        waters = self._waters(sea, slot=True) if sea else self._waters(one)
        if sea is not None and not waters:
            raise NotOne
        if one is not None and not waters:
            if is_river(place_of(one)):
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
        place = place_of(land)
        areas = self.areas(place)
        if not areas:
            return self._coast_by(phrase, land, next(iter(waters), None))
        fine = near is not None
        lines_along = ((water, coasts.coast(areas, self.shapes, water, fine=fine)) for water in waters or (None,))
        water, line = next((pair for pair in lines_along if pair[1] is not None), (next(iter(waters), None), None))
        if line is None and phrase.places.get("sea") and phrase.places["sea"].place is None:
            raise NotOne
        return self._finished(phrase, _Coast(place, water, line, self.shapes.union(areas)), near, trust)

    def _coast_by(self, phrase: LinePhrase, town: Mention, water: Place | None = None) -> Told:
        """The coast at a town or island: its country's, as far as it is near."""
        country = self.country(place_of(town))
        line = coasts.coast([country], self.shapes, water, fine=True) if country else None
        if line is None or place_of(town).feature_class not in ("P", "S", "T", "L", "A"):
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
            reasons.append(f"its {phrase.side}: what faces that side, or where hardly any does, its outermost third")
        if near is not None:
            at = place_of(near)
            line, reason = self.cut(line, at, "coast", NotOne if told_by_town else Unreadable)
            name, id = f"{name} near {at.name}", f"{id}:{at.id}"
            reasons.append(reason)
        if not phrase.off:
            return Told(made(id, name, COAST, coast.land), line, tuple(reasons), trust, "relation")
        if phrase.km:
            return self._so_far_off(phrase.km, line, coast, name, id, reasons, trust)
        sea = coasts.waters_off(line, self.shapes)
        if sea is None:
            raise Unreadable(f"no waters lie off the {name[0].lower()}{name[1:]}")
        reasons.insert(0, f"the waters within {coasts.OFFSHORE_KM:.0f} km of it: how far off is not told, and assumed")
        place = made("waters:" + id.removeprefix("coast:"), f"Waters off the {name[0].lower()}{name[1:]}", WATERS, None)
        return Told(place, sea, tuple(reasons), trust, "relation", coasts.OFFSHORE_KM)

    def _so_far_off(
        self, km: float, line: shapely.Geometry, coast: _Coast, name: str, id: str, reasons: Sequence[str], trust: float
    ) -> Told:
        """The belt of sea at a distance that is told."""
        least, most = km * (1 - ABOUT), km * (1 + ABOUT)
        sea = coasts.waters_off(line, self.shapes, km=most)
        belt = None if sea is None else shapely.difference(sea, lines.strip(line, least))
        if belt is None or belt.is_empty:
            raise Unreadable(f"no waters lie {km:.0f} km off the {name[0].lower()}{name[1:]}")
        reason = f"the waters {least:.0f} to {most:.0f} km off it"
        title = f"{km:.0f} km off the {name[0].lower()}{name[1:]}"
        place = made(f"waters:{km:.1f}:" + id.removeprefix("coast:"), title, WATERS, None)
        return Told(place, belt, (reason, *reasons), trust, "relation", most)

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
            areas = self.areas(mention.place) or [self.country(mention.place)]
            if all(areas) and coasts.coast(areas, self.shapes, water) is not None:
                return mention
        raise Unreadable(f"nothing before it says whose {water.name} coast is meant")

    def river(self, phrase: LinePhrase) -> Told:
        return self._river_of(phrase, phrase.places["river"])

    def _river_of(self, phrase: LinePhrase, river: Mention) -> Told:
        bank = phrase.rule != "river" or "bank" in phrase.words.lower()
        place, line = self._stream(phrase, river)
        if line is None or shapely.get_dimensions(line) == AREA:
            raise Unreadable(f"no course of {place.name} is known")
        name, id, reasons = place.name, f"course:{place.id}", [f"the course of {the(place)}"]
        if bank:
            which = f"its {phrase.bank.lower()} bank" if phrase.bank else "its banks"
            name = f"{phrase.bank.capitalize()} bank of {the(place)}" if phrase.bank else f"Banks of {the(place)}"
            id += f":{phrase.bank.lower()}" if phrase.bank else ":banks"
            reasons.append(f"a river is a line here, and stands for {which}")
        near, far = phrase.places.get("near"), phrase.places.get("far")
        if near and far:
            one, other = place_of(near), place_of(far)
            line = lines.between(
                line, LatLon(one.lat, one.lon), LatLon(other.lat, other.lon), most_km=lines.NEAR.most_km / 2
            )
            if line is None:
                raise Unreadable(f"{the(place)} is not drawn from {one.name} to {other.name}")
            name, id = f"{name} between {one.name} and {other.name}", f"{id}:{one.id}:{other.id}"
            reasons.append(f"the part between {one.name} and {other.name}")
        elif near:
            at = place_of(near)
            area = drawn(near)
            if area is not None and shapely.get_dimensions(area) == AREA:
                line, reason = lines.lines_of(shapely.intersection(line, area)), f"the part in {at.name}"
                if line.is_empty:
                    raise Unreadable(f"{place.name} does not come into {at.name} on the map")
            else:
                line, reason = self.cut(line, at, "river", Unreadable)
            name, id = f"{name} near {at.name}", f"{id}:{at.id}"
            reasons.append(reason)
        return Told(made(id, name, STRETCH, None), line, tuple(reasons), kind="relation")

    def mouth(self, phrase: LinePhrase) -> Told:
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
            raise Unreadable(f"the course of {the(place)} does not end at a sea on the map")
        lon, lat = min(off, key=off.get)
        mouth = made(f"mouth:{place.id}", f"Mouth of {the(place)}", MOUTH, None)
        what = f"{MOUTH_KM:.0f} km around the end of the course of {the(place)} that is nearest to a sea"
        disc = geodesy.disc(lat=lat, lon=lon, radius_km=MOUTH_KM)
        return Told(mouth, disc, (what,), kind="relation", radius_km=MOUTH_KM)

    def _stream(self, phrase: LinePhrase, river: Mention) -> tuple[Place, shapely.Geometry | None]:
        """The river of a mention and its course; along "the Mississippi" the state of that name is not meant."""
        place = river.place
        if place is not None and is_river(place):
            return place, drawn(river)
        may_be = place is None or not (place.feature or "").startswith("A.PCL")
        if may_be and re.search(rf"\bthe\s{FOLD}", phrase.words):
            for match in self.gazetteer.look_up(river.surface):
                if is_river(match.place) and (outline := self.gazetteer.outline(match.place.id)):
                    return match.place, lonlat.from_geojson(dict(outline))
        told = re.search(r"(?i)banks?\b|\briver\b", f"{phrase.words} {river.surface}")
        if place is None and phrase.rule == "river" and not phrase.places.get("far") and told:
            raise Unreadable(f"“{river.surface}” is not resolved, so its course is not known")
        raise NotOne

    def economic(self, phrase: LinePhrase) -> Told:
        land = place_of(phrase.places["one"])
        areas = self.areas(land)
        line = coasts.coast(areas, self.shapes) if areas else None
        if line is None:
            raise Unreadable(f"{land.name} has no coast on the map")
        sea = coasts.waters_off(line, self.shapes, km=coasts.EXCLUSIVE_KM)
        reason = (
            f"the waters within 200 nautical miles of {land.name}; where those of neighbours begin is not known here"
        )
        place = made(f"waters:eez:{land.id}", f"Exclusive economic zone of {land.name}", ECONOMIC, None)
        return Told(place, sea, (reason,), kind="zone", radius_km=coasts.EXCLUSIVE_KM)


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
            return f"Coast of {the(self.water)}"
        return f"Coast of {self.land.name}" + (f" on {the(self.water)}" if self.water else "")

    @property
    def what(self) -> str:
        if self.land is None:
            return f"the coasts along {the(self.water)}, found by flooding it with straits under 24 km shut"
        along = f" along {the(self.water)}" if self.water else ""
        return f"the coastline of {self.land.name}{along}, from its outline"

    @property
    def missing(self) -> str:
        if self.land is None:
            return f"no shore of {the(self.water)} is in the outlines"
        return f"{self.land.name} has no coast{f' on {the(self.water)}' if self.water else ''} on the map"
