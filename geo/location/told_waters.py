"""Coasts and the waters off them, as expressions tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import shapely

from geo.location import coasts, compass, geodesy, lakes, lines, outlines, parts
from geo.location.line_phrases import LinePhrase
from geo.location.lonlat import LatLon
from geo.location.telling import NotOne, Told, Unreadable, is_river, made, place_of, the
from geo.location.told_rivers import Rivers
from geo.types import Mention, Place, Resolution

COAST, WATERS, ECONOMIC = "L.CST", "H.SEA", "L.ZN"
"""Features, GeoNames' codes: a coast, a sea, and ours for an economic zone."""
ABOUT = 0.15
"""How far off a distance from a coast may be, as a share. Judged."""
NAMED = 0.8
"""Confidence in a coast that has a name of its own, read from the words. Judged."""
FROM_CONTEXT = 0.75
"""What a country taken from the words before does to the confidence. Judged."""
SEAS = ("{} Sea", "{} Ocean")
"""What a name may be short for: the Caribbean coast."""
GULFS = {"Gulf": ("Persian Gulf", "Gulf of Mexico")}
"""What "the Gulf" alone means; the country told beside it decides."""
ISLANDS = ("T.ISL",)
"""Features of islands, one or many."""
TERRITORIAL_KM = 22.224
"""Reach of territorial waters: 12 nautical miles, United Nations Convention on the Law of the Sea, article 3."""
COASTAL_KM = 30.0
"""How far inland "coastal Kenya" reaches. Judged."""
BEYOND_KM, BEYOND_ANGLE = 100.0, 67.5
"""How far the coast north of a town is followed, and how far off north it may turn, in degrees. Judged."""
LOOK_BACK = 30
"""Mentions looked at before a phrase for a country."""


class Waters(Rivers):
    """Reads what is told of coasts and seas, and of rivers. All readers raise `Unreadable` and `NotOne`."""

    def coast(self, phrase: LinePhrase) -> Told:
        one, land, sea, near = (phrase.places.get(part) for part in ("one", "land", "sea", "near"))
        if phrase.rule == "offshore" and place_of(one).feature_class not in ("A", "P", "T"):
            raise NotOne
        if near is not None and one is None and land is None:
            return self._coast_by(phrase, near)
        waters = self._waters(sea, slot=True) if sea else self._waters(one)
        if sea is not None and not waters:
            if not self._is_part(sea, land):
                raise NotOne
            land = sea
        named = self._coast_named(one) if one is not None and not phrase.off else None
        if named is not None:
            return self._coast_by(phrase, named)
        if one is not None and not waters:
            if is_river(place_of(one)):
                return self.river_of(phrase, one)
            land = one
        if land is not None:
            return self._coast_of(phrase, land, waters, near)
        water = waters[0]
        if coasts.is_ocean(water):
            return self._coast_of(phrase, self._land_before(phrase, water), waters, near, FROM_CONTEXT)
        found = _Coast(None, water, coasts.shores(water, self.shapes), lakes.outline(water))
        return self._finished(phrase, found, near)

    def _coast_named(self, town: Mention) -> Mention | None:
        """A stretch of coast that the gazetteer has by that name: the Amalfi coast. None: it has none."""
        if town.place is not None and town.place.feature_class != "P":
            return None
        known = (match.place for match in self.gazetteer.look_up(f"{town.surface} coast"))
        place = next((place for place in known if place.feature == COAST), None)
        return replace(town, resolution=Resolution(place, NAMED)) if place else None

    def _is_part(self, part: Mention, land: Mention | None) -> bool:
        """Is it a region of the land told beside it: "Croatia's Dalmatian coast"?"""
        places = [mention.place for mention in (part, land) if mention is not None]
        if len(places) < 2 or not all(places):
            return False
        region, country = places
        return region.country_code == country.country_code and (region.feature or "").startswith(("L.RGN", "A.ADM"))

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
        return self._finished(phrase, _Coast(place, water, line, self._whole(areas)), near, trust)

    def _whole(self, areas: Sequence[Place]) -> shapely.Geometry | None:
        """Areas as one; a single one is drawn already."""
        return self.shapes.area(areas[0]) if len(areas) == 1 else self.shapes.union(areas)

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
            facing = lines.facing if coast.land else lines.boundary_facing
            line = facing(line, coast.area, phrase.side) if coast.area is not None else None
            if line is None:
                raise Unreadable(f"{coast.missing} in the {phrase.side}")
            name, id = f"{phrase.side.capitalize()} {name[0].lower()}{name[1:]}", f"{id}:{phrase.side}"
            reasons.append(f"its {phrase.side}: what faces that side, or where hardly any does, its outermost third")
        if near is not None and (phrase.beyond or (phrase.km and not phrase.off)):
            at = place_of(near)
            line, reason = self._away(line, at, phrase)
            id = f"{id}:{at.id}:{phrase.beyond}:{phrase.km or 0:.0f}"
            name = f"{name} {phrase.beyond or f'{phrase.km:.0f} km along it'} {'of' if phrase.beyond else 'from'} {at.name}"
            reasons.append(reason)
        elif near is not None:
            at = place_of(near)
            far = phrase.places.get("far")
            line, reason = (
                self._from_to(line, at, place_of(far))
                if far
                else self.cut(line, at, "coast", NotOne if told_by_town else Unreadable)
            )
            name, id = f"{name} near {at.name}", f"{id}:{at.id}"
            if far:
                name, id = f"{name} and {place_of(far).name}", f"{id}:{place_of(far).id}"
            reasons.append(reason)
        if not phrase.off:
            return Told(made(id, name, COAST, coast.land), line, tuple(reasons), trust, "relation")
        if phrase.km:
            return self._so_far_off(phrase.km, line, coast, name, id, reasons, trust)
        most = coasts.INSHORE_KM if phrase.just else coasts.OFFSHORE_KM
        sea = coasts.waters_off(line, self.shapes, km=most)
        if sea is None:
            raise Unreadable(f"no waters lie off the {name[0].lower()}{name[1:]}")
        reasons.insert(0, f"the waters within {most:.0f} km of it: how far off is not told, and assumed")
        id += ":just" if phrase.just else ""
        place = made("waters:" + id.removeprefix("coast:"), f"Waters off the {name[0].lower()}{name[1:]}", WATERS, None)
        return Told(place, sea, tuple(reasons), trust, "relation", most)

    def _away(self, line: shapely.Geometry, at: Place, phrase: LinePhrase) -> tuple[shapely.Geometry, str]:
        """The part of a coast on one side of a town, or so far along it from there."""
        spot = {"lat": at.lat, "lon": at.lon}
        if phrase.beyond:
            bearing = compass.bearing(compass.wind(phrase.beyond))
            reach = geodesy.sector(**spot, bearing=bearing, half_angle=BEYOND_ANGLE, inner_km=0, outer_km=BEYOND_KM)
            reason = (
                f"the part within {BEYOND_KM:.0f} km {phrase.beyond} of {at.name}: how far is not told, and assumed"
            )
        else:
            least, most = phrase.km * (1 - ABOUT), phrase.km * (1 + ABOUT)
            reach = geodesy.ring(**spot, inner_km=least, outer_km=most)
            reason = f"the part {least:.0f} to {most:.0f} km from {at.name}, to either side"
        part = lines.lines_of(shapely.intersection(line, reach))
        if part.is_empty:
            raise Unreadable(f"no coast is drawn there from {at.name}")
        return part, reason

    def _from_to(self, line: shapely.Geometry, one: Place, other: Place) -> tuple[shapely.Geometry, str]:
        """The part of a coast from one town to another."""
        ends = LatLon(one.lat, one.lon), LatLon(other.lat, other.lon)
        part = lines.between(line, *ends, most_km=lines.NEAR.most_km / 2)
        if part is None:
            raise Unreadable(f"no coast is drawn from {one.name} to {other.name}")
        return part, f"the part between {one.name} and {other.name}"

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
        names = (mention.surface, *(sea.format(mention.surface) for sea in SEAS), *GULFS.get(mention.surface, ()))
        found = [match.place for name in names if free for match in self.gazetteer.look_up(name)]
        return list(dict.fromkeys(place for place in found if coasts.is_water(place)))

    def _land_before(self, phrase: LinePhrase, water: Place) -> Mention:
        """The nearest place before a phrase that lies on an ocean."""
        before = [mention for mention in self.mentions if mention.end <= phrase.start and mention.place][-LOOK_BACK:]
        for mention in reversed(before):
            areas = self.areas(mention.place) or [self.country(mention.place)]
            if all(areas) and coasts.coast(areas, self.shapes, water) is not None:
                return mention
        raise Unreadable(f"nothing before it says whose {water.name} coast is meant")

    def _coast_of_islands(self, islands: Place) -> shapely.Geometry | None:
        """Islands that have no outline of their own: their country's coast beside their point."""
        country = self.country(islands)
        whole = coasts.coast([country], self.shapes, fine=True) if country else None
        if whole is None or not (islands.feature or "").startswith(ISLANDS):
            return None
        return self.cut(whole, islands, "coast", Unreadable)[0]

    def shoreland(self, phrase: LinePhrase) -> Told:
        """The land along a coast: coastal Kenya."""
        land, whole, line = self._shore_of(phrase)
        area = outlines.mended(outlines.as_seen(whole))
        name = f"Coastal {phrase.side + 'ern ' if phrase.side else ''}{land.name}"
        belt = shapely.intersection(area, lines.strip(line, COASTAL_KM))
        if phrase.side:
            belt = parts.slice_of(belt, bearing=lines.BEARINGS[phrase.side], share=parts.SIDE)
        place = made(f"shoreland:{land.id}:{phrase.side or ''}", name, COAST, land)
        side = f"the {parts.SIDE:.0%} farthest {phrase.side} of " if phrase.side else ""
        reason = (
            f"{side}all of {land.name} within {COASTAL_KM:.0f} km of its coast: how far inland is not told, and assumed"
        )
        return Told(place, belt, (reason,), kind="relation", radius_km=COASTAL_KM)

    def sovereign(self, phrase: LinePhrase) -> Told:
        """The waters of a country: "Libya's territorial waters", "in Libyan waters"."""
        land, _, line = self._shore_of(phrase)
        km = TERRITORIAL_KM if phrase.sort in ("territorial", "national") else coasts.OFFSHORE_KM
        sea = coasts.waters_off(line, self.shapes, km=km)
        if sea is None:
            raise NotOne
        why = "12 nautical miles" if km == TERRITORIAL_KM else f"{km:.0f} km, which is assumed"
        place = made(
            f"waters:{phrase.sort}:{land.id}", f"{phrase.sort.capitalize()} waters of {land.name}".strip(), WATERS, land
        )
        return Told(place, sea, (f"the sea off {land.name} to {why}",), kind="relation", radius_km=km)

    def _shore_of(self, phrase: LinePhrase) -> tuple[Place, shapely.Geometry | None, shapely.Geometry]:
        """An area that has a coast, its outline, and the coast. Raises `NotOne`."""
        land = place_of(phrase.places["one"])
        areas = self.areas(land)
        line = coasts.coast(areas, self.shapes) if areas else None
        if line is None:
            raise NotOne
        return land, self._whole(areas), line

    def economic(self, phrase: LinePhrase) -> Told:
        named = phrase.places.get("one")
        land = place_of(named or self.country_before(phrase.start))
        areas = self.areas(land)
        line = coasts.coast(areas, self.shapes) if areas else self._coast_of_islands(land)
        if line is None:
            raise Unreadable(f"{land.name} has no coast on the map")
        sea = coasts.waters_off(line, self.shapes, km=coasts.EXCLUSIVE_KM)
        reason = (
            f"the waters within 200 nautical miles of {land.name}; where those of neighbours begin is not known here"
        )
        place = made(f"waters:eez:{land.id}", f"Exclusive economic zone of {land.name}", ECONOMIC, None)
        trust = 1.0 if named else FROM_CONTEXT
        return Told(place, sea, (reason,), trust, "zone", coasts.EXCLUSIVE_KM)


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
        if self.water and lakes.outline(self.water) is not None:
            within = f" in {self.land.name}" if self.land else ""
            return f"the shore of {the(self.water)}{within}, right to 5 km"
        if self.land is None:
            return f"the coasts along {the(self.water)}, found by flooding it with straits under 24 km shut"
        along = f" along {the(self.water)}" if self.water else ""
        return f"the coastline of {self.land.name}{along}, from its outline"

    @property
    def missing(self) -> str:
        if self.land is None:
            return f"no shore of {the(self.water)} is in the outlines"
        return f"{self.land.name} has no coast{f' on {the(self.water)}' if self.water else ''} on the map"
