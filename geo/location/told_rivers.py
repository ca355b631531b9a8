"""Rivers as expressions tell them: their banks, stretches, sources, mouths and deltas."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

import shapely
from geopy.distance import geodesic
from shapely.ops import substring

from geo.location import courses, geodesy, lines, lonlat, parts
from geo.location.folded import FOLD
from geo.location.line_phrases import LinePhrase
from geo.location.lonlat import LatLon
from geo.location.telling import AREA, NotOne, Teller, Told, Unreadable, drawn, is_river, made, place_of, the
from geo.types import Mention, Place

STRETCH, MOUTH, SOURCE, DELTA = "H.STMX", "H.STMM", "H.STMH", "H.DLTA"
"""GeoNames' features: a section of a stream, its mouth, its headwaters, a delta (ours)."""
CONFLUENCE = "H.CNFL"
"""GeoNames' feature: a confluence."""
CONFLUENCE_KM, MEET_KM = 10.0, 20.0
"""How far around it that reaches, and how near to each other the courses of two rivers must come. Judged."""
ALONG_KM = 5.0
"""How far from a land a river may lie on the map that runs along its border: courses and outlines come from two sources."""
MOUTH_KM = 20.0
"""How far a river's mouth reaches. Judged."""
SOURCE_KM = 30.0
"""How far around the beginning of a course its source is: which brook is the source is disputed of most rivers. Judged."""
DELTA_KM = 60.0
"""How far from its mouth a delta reaches: those of the Danube, the Indus and the Volga do from 50 to 115. Judged."""
HEADING_KM = 60.0
"""The last so many kilometres of a course tell where it goes on. Judged by the Danube, the Congo and the Orinoco."""
VALLEY, VALLEY_KM = "T.VAL", 15.0
"""GeoNames' feature of a valley, and how far it reaches to each side of the river. Judged."""
POINT_KM, BESIDE_KM, UNDRAWN = 40.0, 20.0, 0.6
"""How far around its point, or a town beside it, a river without a course is looked for, and how sure that is. Judged."""
SEAWARD_KM = 150.0
"""How far from a sea a course may end and still be known to lead there: that of the Danube ends where its delta begins."""
SEA_DEGREES = 2.0
"""Coasts are looked for within so much of an end; three times that in longitude, for the north."""
APART = 0.1
"""Degrees: pieces of a course that end so near to each other go on in each other."""
REACHES = {"upper": (0.0, 0.5), "middle": (0.25, 0.75), "lower": (0.5, 1.0)}
"""Shares of the way from the source. The upper Mississippi ends at Cairo, half way, by the Corps of Engineers, the upper Mekong
where it leaves China, half way, by the Mekong River Commission; other rivers have a middle of their own."""


class Course(NamedTuple):
    """A river's line from its source to its mouth."""

    line: shapely.LineString
    sea: LatLon
    """Where it comes to the sea: a point of a coast."""


class Rivers(Teller):
    """Reads what is told of rivers. All readers raise `Unreadable` and `NotOne`."""

    def river(self, phrase: LinePhrase) -> Told:
        return self.river_of(phrase, phrase.places["river"])

    def course(self, phrase: LinePhrase) -> Told:
        """A river at a place: "the Niger near Timbuktu"."""
        return self.river(phrase)

    def river_of(self, phrase: LinePhrase, river: Mention) -> Told:
        bank = phrase.rule not in ("river", "course", "valley") or "bank" in phrase.words.lower()
        place, line = self._stream(phrase, river)
        if line is None or shapely.get_dimensions(line) == AREA:
            return self._without_course(phrase, place)
        name, id, reasons = place.name, f"course:{place.id}", [f"the course of {the(place)}"]
        if bank:
            which = _banks(phrase.bank)
            name = f"{which.capitalize()} of {the(place)}"
            id += f":{phrase.bank.lower()}" if phrase.bank else ":banks"
            its = "both its banks" if which == "both banks" else f"its {which}"
            reasons.append(f"a river is a line here, and stands for {its}")
        near, far, land = (phrase.places.get(part) for part in ("near", "far", "land"))
        if phrase.rule == "valley":
            name, id = f"{name} valley", f"valley:{place.id}"
        if land is not None:
            line, reason = self._beside(line, land)
            name, id = f"{name} in {place_of(land).name}", f"{id}:{place_of(land).id}"
            reasons.append(reason)
        if near and far:
            one, other = place_of(near), place_of(far)
            ends = LatLon(one.lat, one.lon), LatLon(other.lat, other.lon)
            drawn_as = (line, *courses.ways(line, apart=APART))
            found = (lines.between(way, *ends, most_km=lines.NEAR.most_km / 2) for way in drawn_as)
            line = next((part for part in found if part is not None), None)
            if line is None:
                raise Unreadable(f"{the(place)} is not drawn from {one.name} to {other.name}")
            name, id = f"{name} between {one.name} and {other.name}", f"{id}:{one.id}:{other.id}"
            reasons.append(f"the part between {one.name} and {other.name}")
        elif near:
            at = place_of(near)
            area = drawn(near)
            if area is not None and shapely.get_dimensions(area) == AREA:
                if phrase.side:
                    area = parts.slice_of(area, bearing=lines.BEARINGS[phrase.side], share=parts.SIDE)
                elif phrase.middle:
                    area = parts.middle_of(area)
                line, reason = lines.lines_of(shapely.intersection(line, area)), f"the part in {at.name}"
                if line.is_empty:
                    raise Unreadable(f"{place.name} does not come into {at.name} on the map")
            else:
                line, reason = self.cut(line, at, "river", Unreadable)
            part = phrase.side or ("central" if phrase.middle else "")
            name, id = f"{name} near {at.name}", f"{id}:{at.id}:{part}".rstrip(":")
            reasons.append(reason)
        if phrase.rule == "valley":
            line = lines.strip(line, VALLEY_KM)
            reasons.append(f"{VALLEY_KM:.0f} km to each side of it, which is assumed")
            return Told(made(id, name, VALLEY, None), line, tuple(reasons), kind="relation", radius_km=VALLEY_KM)
        return Told(made(id, name, STRETCH, None), line, tuple(reasons), kind="relation")

    def _without_course(self, phrase: LinePhrase, place: Place) -> Told:
        """A circle for a river that the gazetteer knows as a point alone, around the town told beside it if there is one."""
        near = phrase.places.get("near")
        beside = near.place if near is not None and near.place is not None and near.place.feature_class == "P" else None
        if phrase.places.get("far") or (near is not None and beside is None):
            raise Unreadable(f"no course of {place.name} is known")
        at, km = (beside, BESIDE_KM) if beside else (place, min(place.radius_km or POINT_KM, POINT_KM))
        why = f"no course of {the(place)} is known: {km:.0f} km around {at.name if beside else 'its point'}"
        spot = made(
            f"river:{place.id}:{at.id}", f"{place.name} near {at.name}" if beside else place.name, STRETCH, None
        )
        spot = replace(spot, lat=at.lat, lon=at.lon)
        disc = geodesy.disc(lat=at.lat, lon=at.lon, radius_km=km)
        return Told(spot, disc, (why,), UNDRAWN, kind="relation", radius_km=km)

    def _beside(self, line: shapely.Geometry, land: Mention) -> tuple[shapely.Geometry, str]:
        """The part of a course that lies in or along a land."""
        area, name = self.shapes.plain(place_of(land)), place_of(land).name
        if area is None:
            raise NotOne
        part = lines.within(line, area, ALONG_KM)
        if part.is_empty:
            raise Unreadable(f"it does not come to {name} on the map")
        return part, f"the part within {ALONG_KM:.0f} km of {name}: a river on a border is on both sides of it"

    def confluence(self, phrase: LinePhrase) -> Told:
        """Where two courses come nearest to each other."""
        (one, first), (other, second) = (self._stream(phrase, phrase.places[part]) for part in ("river", "far"))
        if first is None or second is None:
            raise Unreadable(f"no course of {(one if first is None else other).name} is known")
        way = shapely.get_coordinates(shapely.shortest_line(first, second))
        (lon, lat), end = way.mean(axis=0), way[1]
        if geodesic((lat, lon), (end[1], end[0])).km * 2 > MEET_KM:
            raise Unreadable(f"{the(one)} and {the(other)} do not meet on the map")
        what = f"{CONFLUENCE_KM:.0f} km around where the courses of {the(one)} and {the(other)} meet"
        place = made(f"confluence:{one.id}:{other.id}", f"Confluence of {the(one)} and {the(other)}", CONFLUENCE, None)
        disc = geodesy.disc(lat=lat, lon=lon, radius_km=CONFLUENCE_KM)
        return Told(place, disc, (what,), kind="relation", radius_km=CONFLUENCE_KM)

    def mouth(self, phrase: LinePhrase) -> Told:
        """Where the course comes to a sea; "where the Ohio meets the Mississippi" is a confluence."""
        into = phrase.places.get("one")
        if into is not None and into.place is not None and self._flows_into_river(phrase, into):
            return self.confluence(replace(phrase, rule="confluence", places={**phrase.places, "far": into}))
        place, course = self._course(phrase)
        what = f"{MOUTH_KM:.0f} km around where the course of {the(place)} comes to a sea"
        at = course.sea
        mouth = made(f"mouth:{place.id}", f"Mouth of {the(place)}", MOUTH, None)
        disc = geodesy.disc(lat=at.lat, lon=at.lon, radius_km=MOUTH_KM)
        return Told(mouth, disc, (what,), kind="relation", radius_km=MOUTH_KM)

    def _flows_into_river(self, phrase: LinePhrase, into: Mention) -> bool:
        """Is it a river that the words lead to? "The Congo" is, a sea is none."""
        if (into.place.feature or "").startswith("H."):
            return is_river(into.place)
        return self._stream(phrase, into)[1] is not None

    def source(self, phrase: LinePhrase) -> Told:
        place, course = self._course(phrase)
        lon, lat = course.line.coords[0]
        what = f"{SOURCE_KM:.0f} km around the beginning of the course of {the(place)}"
        source = made(f"source:{place.id}", f"Source of {the(place)}", SOURCE, None)
        disc = geodesy.disc(lat=lat, lon=lon, radius_km=SOURCE_KM)
        return Told(source, disc, (what,), kind="relation", radius_km=SOURCE_KM)

    def delta(self, phrase: LinePhrase) -> Told:
        place, course = self._course(phrase)
        disc = geodesy.disc(lat=course.sea.lat, lon=course.sea.lon, radius_km=DELTA_KM)
        west, south, east, north = disc.bounds
        land = shapely.intersection(disc, self.shapes.land_in(west=west, south=south, east=east, north=north))
        what = (
            f"all land within {DELTA_KM:.0f} km of where the course of {the(place)} comes to a sea; its size is assumed"
        )
        delta = made(f"delta:{place.id}", f"{place.name} delta", DELTA, None)
        return Told(delta, land, (what,), kind="relation", radius_km=DELTA_KM)

    def reach(self, phrase: LinePhrase) -> Told:
        """The upper, middle or lower part of a course."""
        place, course = self._course(phrase)
        start, end = REACHES[phrase.sort]
        line = substring(course.line, start, end, normalized=True)
        what = f"the {phrase.sort} half of the course of {the(place)} by its length, which nobody draws exactly"
        stretch = made(f"course:{place.id}:{phrase.sort}", f"{phrase.sort.capitalize()} {place.name}", STRETCH, None)
        return Told(stretch, line, (what,), kind="relation")

    def _course(self, phrase: LinePhrase) -> tuple[Place, Course]:
        """The river and its course, turned so that it runs to the sea."""
        place, line = self._stream(phrase, phrase.places["river"])
        if line is None or shapely.get_dimensions(line) == AREA:
            raise Unreadable(f"no course of {place.name} is known")
        ways = [way for way in map(self._way_to_sea, courses.ways(line, apart=APART)) if way]
        if not ways:
            raise Unreadable(f"the course of {the(place)} does not end at a sea on the map")
        return place, max(ways, key=lambda course: course.line.length)

    def _way_to_sea(self, way: shapely.LineString) -> Course | None:
        """A way along a river, turned so that it ends where it comes to a sea. None: neither end is near one."""
        ends = [
            (self._sea_near(LatLon(lat, lon)), turned)
            for (lon, lat), turned in ((way.coords[0], True), (way.coords[-1], False))
        ]
        known = [(*sea, turned) for sea, turned in ends if sea]
        if not known:
            return None
        km, sea, turned = min(known)
        line = shapely.reverse(way) if turned else way
        return Course(line, sea if km < MOUTH_KM else self._ahead(line) or sea)

    def _ahead(self, line: shapely.LineString) -> LatLon | None:
        """Where a course that ends inland would come to a coast if it went on as it last did. None: nowhere near."""
        end = LatLon(*line.coords[-1][::-1])
        before = next(
            (at for at in (LatLon(lat, lon) for lon, lat in line.coords[::-1]) if geodesic(at, end).km >= HEADING_KM),
            None,
        )
        if before is None:
            return None
        far = geodesy.destination(lat=end.lat, lon=end.lon, bearing=geodesy.bearing(before, end), km=SEAWARD_KM)
        way = shapely.LineString([(end.lon, end.lat), (far.lon, far.lat)])
        west, south, east, north = way.bounds
        coast = self.shapes.coasts_in(west=west, south=south, east=east, north=north)
        met = shapely.get_coordinates(shapely.intersection(way, coast)) if coast is not None else ()
        if not len(met):
            return None
        lon, lat = min(met.tolist(), key=lambda at: geodesic(at[::-1], end).km)
        return LatLon(lat, lon)

    def _sea_near(self, end: LatLon) -> tuple[float, LatLon] | None:
        """How far the nearest coast is and where it is next to an end. None: there is none near."""
        wide = 3 * SEA_DEGREES
        coast = self.shapes.coasts_in(
            west=end.lon - wide, south=end.lat - SEA_DEGREES, east=end.lon + wide, north=end.lat + SEA_DEGREES
        )
        if coast is None:
            return None
        nearest = shapely.get_coordinates(shapely.shortest_line(coast, lonlat.point(lat=end.lat, lon=end.lon)))[0]
        at = LatLon(float(nearest[1]), float(nearest[0]))
        km = geodesic(at, end).km
        return (km, at) if km <= SEAWARD_KM else None

    def _stream(self, phrase: LinePhrase, river: Mention) -> tuple[Place, shapely.Geometry | None]:
        """The river of a mention and its course; along "the Mississippi" the state of that name is not meant."""
        place = river.place
        if place is not None and is_river(place):
            return place, drawn(river)
        banks = phrase.rule == "river" and re.search(r"(?i)\bbanks?\b", phrase.words)
        flows = phrase.rule in ("mouth", "source", "delta", "reach", "confluence", "valley") or bool(banks)
        may_be = flows or place is None or not (place.feature or "").startswith("A.PCL")
        if may_be and (flows or re.search(rf"\bthe\s{FOLD}", phrase.words)):
            for name in (river.surface, f"{river.surface} River")[: 1 + flows]:
                for match in self.gazetteer.look_up(name):
                    if is_river(match.place) and (outline := self.gazetteer.outline(match.place.id)):
                        return match.place, lonlat.from_geojson(dict(outline))
        told = re.search(r"(?i)banks?\b|\briver\b", f"{phrase.words} {river.surface}")
        if place is None and phrase.rule == "river" and not phrase.places.get("far") and told:
            raise Unreadable(f"“{river.surface}” is not resolved, so its course is not known")
        raise NotOne


def _banks(told: str | None) -> str:
    """ "left bank", "both banks", "banks", by the word that the text has for which."""
    word = (told or "").lower()
    return "banks" if not word else f"{word} banks" if word == "both" else f"{word} bank"
