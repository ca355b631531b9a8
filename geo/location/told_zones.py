"""Zones that somebody declares around a place, along a border or over an area."""

from __future__ import annotations

import re
from dataclasses import replace

import shapely

from geo.location import geodesy, lines, lonlat, parts, zones
from geo.location.folded import FOLD
from geo.location.line_phrases import LinePhrase
from geo.location.parties import Parties
from geo.location.telling import AREA, BORDER, NotOne, Teller, Told, Unreadable, drawn, is_river, made, place_of
from geo.types import Mention, Place

EXCLUSION, DEMILITARISED, BUFFER = "L.ZNX", "L.ZND", "L.ZNB"
"""Our features of zones."""
FEATURES = {"exclusion": EXCLUSION, "danger": EXCLUSION, "evacuation": EXCLUSION, "no-go": EXCLUSION}
RADII_KM = {"exclusion": 30.0, "evacuation": 20.0, "no-go": 20.0, "no-fly": 30.0, "cordon": 1.0, "perimeter": 1.0}
"""Where the text gives no size: the zones of Chernobyl (30 km) and Fukushima (20 km); 30 km is judged for flying, 1 km for
streets that the police close."""
RADIUS_KM = 10.0
"""Any other zone around a place. Judged."""
SHARE = 0.05
"""Of a short line's length, where the text gives no width: no zone along the 60 km of Gaza's border is 10 km deep. Judged."""
TOO_LARGE = ("A.PCL", "A.ADM1", "H.", "V.", "R.")
"""Features that no circle is drawn around."""
WIDTH_KM = 10.0
"""To each side of a border: the Safe Demilitarized Border Zone that Sudan and South Sudan agreed on in 2012."""


_AROUND = re.compile(r"\b(?:a?round|about|surrounding)\b", re.IGNORECASE)


class Zones(Teller):
    """Reads what is told of zones. All readers raise `Unreadable` and `NotOne`."""

    def over(self, phrase: LinePhrase) -> Told:
        one = phrase.places["one"]
        place, area = place_of(one), drawn(one)
        if area is None or shapely.get_dimensions(area) != AREA:
            return self.around(phrase)
        id, name, what = f"zone:{phrase.sort}:{place.id}", place.name, "the zone is taken to cover all of it"
        if phrase.side:
            area = parts.slice_of(area, bearing=lines.BEARINGS[phrase.side], share=parts.SIDE)
            id, name, what = (
                f"{id}:{phrase.side}",
                f"{phrase.side}ern {name}",
                f"{parts.SIDE:.0%} of it, farthest {phrase.side}",
            )
        zone = made(id, f"{_called(phrase)} over {name}", BUFFER, None)
        return Told(zone, area, (f"the outline of {place.name}: {what}",), kind="zone")

    def inside(self, phrase: LinePhrase) -> Told:
        """A zone that the gazetteer knows: "the buffer zone in Cyprus" is the Cyprus buffer zone."""
        one = phrase.places["one"]
        words = phrase.words.replace(FOLD, one.surface)
        for name in (words, f"{one.surface} {phrase.sort} zone"):
            for match in self.gazetteer.look_up(name):
                outline = self.gazetteer.outline(match.place.id) if zones.is_zone(match.place) else None
                if outline:
                    reason = f"the zone of that name, {match.place.name}"
                    return Told(match.place, lonlat.from_geojson(dict(outline)), (reason,), kind="zone")
        return self._somewhere_in(phrase, one)

    def _somewhere_in(self, phrase: LinePhrase, one: Mention) -> Told:
        """A zone that nobody draws, told to lie on one side of an area: its outer part."""
        place, area = place_of(one), drawn(one)
        if not phrase.side or area is None or shapely.get_dimensions(area) != AREA:
            raise NotOne
        if phrase.km:
            return self._inside_border(phrase, place, area)
        area = parts.slice_of(area, bearing=lines.BEARINGS[phrase.side], share=parts.SIDE)
        name = f"{_called(phrase)} in {phrase.side}ern {place.name}"
        zone = made(f"zone:{phrase.sort}:in:{place.id}:{phrase.side}", name, _feature(phrase), None)
        reason = (
            f"the zone is not drawn anywhere: {parts.SIDE:.0%} of {place.name}, farthest {phrase.side}, where it lies"
        )
        return Told(zone, area, (reason,), kind="zone")

    def _inside_border(self, phrase: LinePhrase, place: Place, area: shapely.Geometry) -> Told:
        """A zone as deep as told, within an area along its border on one side: "a 15-km buffer zone inside southern Syria"."""
        others = (other for other in self._countries(phrase.start) if other.id != place.id)
        other = next((other for other in others if self.shapes.border(place, other) is not None), None)
        line = self.shapes.border(place, other) if other else self.shapes.boundary(place)
        if other is None and line is not None:
            line = lines.boundary_facing(line, area, phrase.side)
        if line is None:
            raise NotOne
        belt = shapely.intersection(area, lines.strip(line, phrase.km))
        name = f"{_called(phrase)} in {phrase.side}ern {place.name}"
        which = f"its border with {other.name}" if other else f"its border in the {phrase.side}"
        facing = other.id if other else phrase.side
        zone = made(f"zone:{phrase.sort}:in:{place.id}:{facing}:{phrase.km:.0f}", name, _feature(phrase), None)
        reason = f"what of {place.name} lies within {phrase.km:g} km of {which}"
        return Told(zone, belt, (reason,), kind="zone", radius_km=phrase.km)

    def around(self, phrase: LinePhrase) -> Told:
        one = phrase.places["one"]
        site = self._site(one, phrase.plant) or self._town_of(place_of(one))
        area = self.shapes.area(site)
        if area is not None and _AROUND.search(phrase.words):
            return self._strip(phrase, area, site.id, site.name)
        if area is not None or zones.is_zone(site) or (site.feature or "").startswith(TOO_LARGE):
            raise NotOne
        km = phrase.km or RADII_KM.get(phrase.sort, RADIUS_KM)
        why = "as the text says" if phrase.km else "assumed, for the text gives no size"
        if site.feature_class == "L":
            km, why = km + (site.radius_km or 0.0), f"what reaches {km:g} km beyond it, {why}"
        area = geodesy.disc(lat=site.lat, lon=site.lon, radius_km=km)
        id = f"zone:{phrase.sort}:{site.id}:{km:.0f}"
        place = made(id, f"{_called(phrase)} around {site.name}", _feature(phrase), None)
        place = replace(place, lat=site.lat, lon=site.lon)
        return Told(place, area, (f"the circle of {km:g} km around {site.name}, {why}",), kind="zone", radius_km=km)

    def _town_of(self, place: Place) -> Place:
        """The town that a district is called after: what is around it is not around the district's middle."""
        if not re.match(r"A\.ADM[2-5]", place.feature or "") or self.shapes.area(place) is not None:
            return place
        named = (match.place for match in self.gazetteer.look_up(place.name) if match.grade in ("exact", "normalised"))
        return next((one for one in named if one.feature_class == "P" and one.adm1_code == place.adm1_code), place)

    def _site(self, mention: Mention, plant: str) -> Place | None:
        """The plant of a town's name, where the gazetteer has it; else the town itself must do."""
        if not plant:
            return None
        words = (f"{mention.surface} {plant}", f"{mention.surface} nuclear power plant" if "plant" in plant else "")
        found = (match.place for name in words if name for match in self.gazetteer.look_up(name))
        return next((place for place in found if place.feature_class in ("S", "T", "H")), None)

    def beside(self, phrase: LinePhrase) -> Told:
        if "line" not in phrase.places:
            return self._between(phrase, *self._neighbours(phrase.start))
        line = phrase.places["line"]
        shape = drawn(line)
        flows = line.place is not None and is_river(line.place)
        if line.kind != "border" and not flows and not (line.place and (line.place.feature or "").startswith(BORDER)):
            raise NotOne
        if line.place is None or shape is None:
            raise Unreadable(f"“{line.surface}” has no line, so the zone has no place")
        name = line.place.name.replace("Land border", "land border", 1)
        return self._strip(phrase, shape, line.place.id, f"the {name}")

    def between(self, phrase: LinePhrase) -> Told:
        first, second = phrase.places["one"], phrase.places["other"]
        first = Parties("", (), self.shapes, self.gazetteer).completed(first, second)
        return self._between(phrase, place_of(first), place_of(second))

    def _neighbours(self, before: int) -> tuple[Place, Place]:
        """The two countries of "the border": the first pair of neighbours named, those before the phrase first."""
        countries = self._countries(before)
        pairs = ((one, other) for at, one in enumerate(countries) for other in countries[at + 1 :])
        pair = next((pair for pair in pairs if self.shapes.border(*pair) is not None), None)
        if pair is None:
            raise NotOne
        return pair

    def _countries(self, before: int) -> list[Place]:
        """Those named, nearest first, those before an offset before those behind it."""
        ordered = sorted(self.mentions, key=lambda mention: (mention.start > before, abs(mention.start - before)))
        named = [mention.place for mention in ordered if mention.place and mention.kind in ("name", "demonym")]
        return list({country.id: country for place in named if (country := self.country(place))}.values())

    def _between(self, phrase: LinePhrase, one: Place, other: Place) -> Told:
        if self.shapes.area(one) is None or self.shapes.area(other) is None:
            raise NotOne
        line = self.shapes.border(one, other)
        if line is None:
            raise Unreadable(f"{one.name} and {other.name} share no land boundary on the map")
        codes = sorted((self.shapes.code(one), self.shapes.code(other)))
        return self._strip(phrase, line, "border:" + "-".join(codes), f"the border of {one.name} and {other.name}")

    def _strip(self, phrase: LinePhrase, line: shapely.Geometry, id: str, name: str) -> Told:
        km = phrase.km or RADII_KM.get(phrase.sort, min(WIDTH_KM, max(1.0, round(lines.length_km(line) * SHARE))))
        why = "as the text says" if phrase.km else "assumed, for the text gives no width"
        place = made(f"zone:{phrase.sort}:{id}:{km:.0f}", f"{_called(phrase)} along {name}", _feature(phrase), None)
        return Told(
            place, lines.strip(line, km), (f"{km:g} km to each side of {name}, {why}",), kind="zone", radius_km=km
        )


def _called(phrase: LinePhrase) -> str:
    """What sort of zone it is, in words; a cordon is one by itself."""
    bare = re.search(r"cordon|perimeter|reserve|sanctuary|ring|airspace|skies", phrase.sort)
    return phrase.sort.capitalize() + ("" if bare else " zone")


def _feature(phrase: LinePhrase) -> str:
    return DEMILITARISED if phrase.sort.startswith("demilitari") else FEATURES.get(phrase.sort, BUFFER)
