"""Expressions that tell a place through another become mentions of their own, with the area that they cover.

The words are found by `relation_phrases`, the area is drawn by `relation_shapes`. What cannot be drawn stays a mention
without a place, and its reason says why. A name that is a place itself ("South Sudan") is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import shapely
from geopy.distance import geodesic

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location import compass, geodesy, lonlat, outlines, parts
from geo.location import relation_shapes as draw
from geo.location.areas import locate_area
from geo.location.containing import holding
from geo.location.parties import READ_ANEW, Parties, Party
from geo.location.quantities import Length, length, trip
from geo.location.regions import region_location
from geo.location.relation_phrases import GENERIC, Relation, relations
from geo.location.relation_shapes import Anchor, Sketch
from geo.location.shapes import Shapes
from geo.location.telling import is_told_line
from geo.types import Location, Match, Mention, Place, Resolution

FEATURE = "L.AREA"
"""GeoNames' code for "a tract of land without homogeneous character"."""
SOURCE = "dateline-relations"

LARGE = ("A.PCL", "A.ADM1", "L.CONT", "H.OCN", "H.SEA")
"""Features too large for "near" and "outside" to say where."""
DIVIDED = ("A.PCL", "A.ADM1")
"""Countries and first-level divisions: what is beside them is told by a stressed word or a corner, as is their centre."""
UNCUT = ("L.CONT", "H.", "L.BDRY")
"""Features that have no sides of their own: parts of continents are regions with members, waters have other names."""
FAR_APART_KM = 800.0
"""Towns farther apart are no two ends of a road or of "between" where their names have nearer bearers. Judged."""
NAMESAKES = 8
SAME_SIDE = 67.5
"""Degrees off a direction, seen from the middle of a country, within which a division lies on that side of it."""
LONGEST_OWNER = 5
"""Code points of "the" or "'s" before an expression, with the space."""
CITY_DEGREES = 1.5
"""Degrees: a first-level division less wide and high than that is a city, such as Bogotá. Judged."""
ANCHORS = ("name", "border", "zone", "coordinates")
SPOTS = ("P.", "S.", "T.MT", "T.PASS")
ISLANDS = ("T.ISL", "T.PEN", "T.CAPE")
"""Features between which lies what "between" says."""
RIVERS = ("H.STM", "H.CNL")
"""Features between which land lies."""
WIDEST = 40.0
"""Degrees; around a larger shape no distance is drawn."""
SHARES: Mapping[str, float] = {
    "half": parts.HALF,
    "halves": parts.HALF,
    "third": parts.THIRD,
    "quarter": parts.QUARTER,
    **dict.fromkeys(("tip", "end", "edge", "corner", "fringe", "fringes", "flank", "reaches"), parts.FAR),
}
"""What the words for a piece say of its share; other words say nothing."""
_SHORT_WORD = re.compile(r"north|south|east|west")


class Unreadable(Exception):
    """An expression whose place cannot be told; the message says why."""


def relation_mentions(
    text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer | Layered
) -> list[Mention]:
    """A mention for every such expression of the text; the mentions inside it stay as they are.

    `mentions`: all others, located, borders too: they are what expressions go out from.
    """
    found = relations(text, mentions)
    if not found:
        return []
    reader = _Reader(text, mentions, shapes, gazetteer)
    return [mention for relation in found if (mention := reader.mention(relation))]


class _Reader:
    """Reads the expressions of one article."""

    def __init__(self, text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer | Layered) -> None:
        self._text = text
        self._mentions = mentions
        self._shapes = shapes
        self._gazetteer = gazetteer
        self._parties = Parties(text, [m for m in mentions if m.kind != "border"], shapes, gazetteer)

    def mention(self, relation: Relation) -> Mention | None:
        """The expression as a mention. None: the words only look like one."""
        if not _may_be(relation):
            return None
        try:
            parties = self._named(relation)
            if self._is_name(relation) or self._says_where(relation, parties):
                return None
            region = self._region(relation)
            if not region and not (_makes_sense(relation, parties) or self._is_beside_island(relation, parties)):
                return None
            resolution, location = self._whole(region, relation, parties) if region else self._read(relation, parties)
        except Unreadable as reason:
            resolution, location = Resolution(None, 0.0, (str(reason),)), None
        return Mention(
            start=relation.start,
            end=relation.end,
            surface=self._text[relation.start : relation.end],
            kind="relation",
            score=min((anchor.score for anchor in relation.anchors), default=1.0),
            resolution=resolution,
            location=location,
        )

    def _named(self, relation: Relation) -> list[Party]:
        """The places that the expression goes out from."""
        noun = relation.words.get("noun")
        if noun:
            party = self._parties.spoken_of(noun, relation.start)
            if party is None:
                raise Unreadable(f"nothing before says which {noun} is meant")
            return [party]
        if unresolved := [anchor for anchor in relation.anchors if anchor.place is None]:
            raise Unreadable(f"“{unresolved[0].surface}” is not resolved, so what lies beside it has no place")
        if relation.rule == "road" or (relation.rule == "between" and "bound" not in relation.words):
            return self._towns(*relation.anchors)
        if relation.rule == "between":
            return self._shores(*relation.anchors)
        return [Party(anchor.place, anchor.confidence) for anchor in relation.anchors]

    def _towns(self, one: Mention, other: Mention) -> list[Party]:
        """The two ends of a way. Other bearers of the names are taken where the likeliest are no towns or lie far apart.

        Two countries are never two towns: the bridge between Denmark and Sweden is not in Maine.
        """
        if all((end.place.feature or "").startswith("A.PCL") for end in (one, other)):
            return [Party(end.place, end.confidence) for end in (one, other)]
        ends = [[Party(end.place, end.confidence), *self._namesakes(end)] for end in (one, other)]
        pairs = [(a, b, geodesic(_at(a), _at(b)).km) for a in ends[0] for b in ends[1] if a.place.id != b.place.id]
        first = [Party(end.place, end.confidence) for end in (one, other)]
        spots = [pair for pair in pairs if all((p.place.feature or "").startswith(SPOTS) for p in pair[:2])]
        if not spots or spots[0][:2] == tuple(first) and spots[0][2] <= FAR_APART_KM:
            return first
        nearest = min(spots, key=lambda pair: pair[2])
        return list(nearest[:2]) if nearest[2] <= FAR_APART_KM else first

    def _shores(self, one: Mention, other: Mention) -> list[Party]:
        """What water lies between. Where the likeliest bearers lie too far apart, the two that lie nearest to each other."""
        ends = [
            [Party(end.place, end.confidence), *self._namesakes(end, (*SPOTS, *ISLANDS, "A.ADM1"))]
            for end in (one, other)
        ]
        first = [mine[0] for mine in ends]
        areas = [self._shapes.plain(party.place) for party in first]
        if geodesic(_at(first[0]), _at(first[1])).km <= FAR_APART_KM or not any(area is None for area in areas):
            return first
        pairs = [(geodesic(_at(a), _at(b)).km, a, b) for a in ends[0] for b in ends[1] if a.place.id != b.place.id]
        km, *nearest = min(pairs, key=lambda pair: pair[0])
        return nearest if km <= FAR_APART_KM else first

    def _is_beside_island(self, relation: Relation, parties: Sequence[Party]) -> bool:
        """Is it a direction from a division without land around it: "north of Crete"?"""
        place = parties[0].place
        known = relation.rule == "toward" and place.feature == "A.ADM1" and self._shapes.area(place) is not None
        return known and self._shapes.boundary(place) is None

    def _namesakes(self, anchor: Mention, features: tuple[str, ...] = ("P.",)) -> list[Party]:
        if (anchor.place.feature or "").startswith((*ISLANDS, "A.ADM1")):
            return []
        matches = [match.place for match in self._gazetteer.look_up(anchor.surface)[:NAMESAKES]]
        why = f"“{anchor.surface}” must mean the place that lies near the other end"
        return [
            Party(place, anchor.confidence * READ_ANEW, why)
            for place in matches
            if (place.feature or "").startswith(features) and place.id != anchor.place.id
        ]

    def _is_name(self, relation: Relation) -> bool:
        """Are the words another place's name, "South Sudan", or do they look like a former country's?"""
        if not relation.adjective:
            return False
        way, feature = relation.words.get("way"), relation.anchors[0].place.feature or ""
        if relation.capital and way in ("north", "south", "east", "west") and feature.startswith("A."):
            return True
        names = ("A.", "P.") if relation.capital else "A."
        return any(
            (match.place.feature or "").startswith(names) or match.kind == "former" for match in self._bearers(relation)
        )

    def _says_where(self, relation: Relation, parties: Sequence[Party]) -> bool:
        """Do the words say where in its country a division lies, as in "Pakistan's southwestern Balochistan province"?"""
        place = parties[0].place
        country = self._gazetteer.country(place.country_code) if place.country_code else None
        outline = self._shapes.area(country) if country else None
        winds = _winds(relation.words)
        last = relation.anchors[-1].surface.rpartition(" ")[2] if relation.anchors else ""
        named = relation.words.get("generic") or last.lower() in GENERIC.split(", ")
        owned = re.search(r"(?:\bthe|['’]s?)\s$", self._text[max(0, relation.start - LONGEST_OWNER) : relation.start])
        if not (relation.adjective and named and owned and winds and place.feature == "A.ADM1" and outline is not None):
            return False
        middle = shapely.centroid(outline)
        off = geodesy.bearing(lonlat.LatLon(middle.y, middle.x), lonlat.LatLon(place.lat, place.lon))
        return abs((off - compass.bearing(winds[0]) + 180) % 360 - 180) <= SAME_SIDE

    def _region(self, relation: Relation) -> Place | None:
        """The region that the words name as a whole, where it has an outline or its name says where it lies."""
        places = [match.place for match in self._bearers(relation)] if relation.adjective else []
        regions = (place for place in places if (place.feature or "").startswith("L.RGN"))
        return next((place for place in regions if self._located(place, relation)), None)

    def _located(self, region: Place, relation: Relation) -> tuple[Location, str] | None:
        """A region's outline, and what it is; of a panhandle what is drawn by its name."""
        location = locate_area(region, self._shapes, self._gazetteer)
        if location:
            return location, f"{region.name} is a region of the gazetteer, drawn as it is there"
        sided = "way" in relation.words
        return None if sided else region_location(region, self._shapes, self._gazetteer)

    def _bearers(self, relation: Relation) -> list[Match]:
        """The places that bear the words as their very name."""
        matches = self._gazetteer.look_up(self._text[relation.start : relation.end])
        return [match for match in matches if match.grade in ("exact", "normalised")]

    def _whole(self, region: Place, relation: Relation, parties: Sequence[Party]) -> tuple[Resolution, Location]:
        location, why = self._located(region, relation)
        at = lonlat.LatLon(location.lat, location.lon)
        reach = round(geodesy.reach_km(lonlat.from_geojson(dict(location.geometry)), at), 1)
        reasons = (why, *_whys(parties))
        found = Location(lat=location.lat, lon=location.lon, geometry=location.geometry, radius_km=reach)
        return Resolution(region, _product(parties), reasons), found

    def _read(self, relation: Relation, parties: Sequence[Party]) -> tuple[Resolution, Location]:
        words = relation.words
        said = _length(words)
        title = _title(relation, said)
        ids = ":".join(party.place.id for party in parties)
        slug = re.sub(r"[^a-z0-9]+", "-", title.format("", "").lower()).strip("-")
        id = f"dateline:relation:{slug}:{ids}"
        key = (id, said, tuple((p.place.lat, p.place.lon, p.place.population, p.place.geometry) for p in parties))
        name = title.format(*(party.place.name for party in parties))
        why, location, country = self._shapes.remember(key, lambda: self._drawn(relation, parties, said))
        place = Place(
            id,
            name[:1].upper() + name[1:],
            location.lat,
            location.lon,
            country_code=country,
            feature=FEATURE,
            radius_km=location.radius_km,
            source=SOURCE,
        )
        return Resolution(place, _product(parties), (*why, *_whys(parties))), location

    def _drawn(
        self, relation: Relation, parties: Sequence[Party], said: Length | None
    ) -> tuple[tuple[str, ...], Location, str | None]:
        """What was assumed, where the expression lies, and in which country."""
        anchors = [self._anchor(relation, number, party) for number, party in enumerate(parties)]
        sketch = _DRAWN[relation.rule](relation.words, anchors, said)
        area = outlines.simplified(outlines.mended(sketch.area))
        at = outlines.point_inside(area, lat=sketch.at.lat, lon=sketch.at.lon)
        at = lonlat.LatLon(round(at.lat, lonlat.DECIMALS), round(at.lon, lonlat.DECIMALS))
        reach = round(geodesy.reach_km(area, at), 1)
        location = Location(lat=at.lat, lon=at.lon, geometry=lonlat.geojson(area), radius_km=reach)
        return sketch.why, location, self._country(relation, parties, location)

    def _anchor(self, relation: Relation, number: int, party: Party) -> Anchor:
        place = party.place
        feature = place.feature or ""
        spot = relation.rule in ("road", "centre", "rim") and not (
            relation.rule == "centre" and feature.startswith(DIVIDED)
        )
        if spot or feature.startswith(("P.", "S.")):
            return Anchor(place, None)
        shape = self._shape(relation, number, place)
        rough = draw.stand_in(place, circle=relation.rule == "part") if shape is None else None
        if rough is not None:
            shape = self._land(place, rough)
        if relation.rule == "part":
            if shape is None or shapely.get_dimensions(shape) < 2:
                raise Unreadable(f"no outline of {place.label} is known")
            return Anchor(place, shape, people=self._people(place))
        elif relation.rule == "inside":
            return Anchor(place, shape, self._shapes.boundary(place) if shape is not None else None)
        elif relation.rule != "between" and shape is not None and outlines.extent(shape) > WIDEST:
            raise Unreadable(f"{place.name} is too large for a distance from it to say where")
        return Anchor(place, shape)

    def _people(self, place: Place) -> parts.People:
        """Where the people of a country or first-level division live, as far as its own divisions tell."""
        feature = place.feature or ""
        code = place.country_code if feature.startswith("A.PCL") else place.adm1_code if feature == "A.ADM1" else None
        return self._gazetteer.people(code) if code else ()

    def _land(self, place: Place, box: shapely.Geometry) -> shapely.Geometry:
        """What lies of a box or circle in the country of the place; all of it where no outline is known."""
        country = self._gazetteer.country(place.country_code) if place.country_code else None
        outline = self._shapes.area(country) if country else None
        land = shapely.intersection(outline, box) if outline is not None else box
        return outlines.simplified(land) if land.area > 0 else box

    def _shape(self, relation: Relation, number: int, place: Place) -> shapely.Geometry | None:
        own = self._shapes.plain(place)
        if own is not None:
            return own
        known = relation.anchors[number].location if relation.anchors else None
        location = known if known and known.geometry else locate_area(place, self._shapes, self._gazetteer)
        if not location or not location.geometry:
            return None
        return outlines.simplified(lonlat.from_geojson(dict(location.geometry)))

    def _country(self, relation: Relation, parties: Sequence[Party], location: Location) -> str | None:
        """The country that the place lies in: that of the places told of where no border lies between, else by the outlines."""
        codes = {party.place.country_code for party in parties}
        code = codes.pop() if len(codes) == 1 else None
        country = self._gazetteer.country(code) if code else None
        outline = self._shapes.area(country) if country else None
        at = lonlat.point(lat=location.lat, lon=location.lon)
        told = relation.rule in ("part", "centre", "rim") or (code and (outline is None or outline.intersects(at)))
        return code if told else holding(location, self._gazetteer, self._shapes)


def _at(party: Party) -> tuple[float, float]:
    return party.place.lat, party.place.lon


def _may_be(relation: Relation) -> bool:
    """Before any place is looked at: people and governments are beside nothing."""
    beside_none = (anchor.kind not in ANCHORS and not is_told_line(anchor) for anchor in relation.anchors)
    if "talks" in relation.words or any(beside_none):
        return False
    associative = any(anchor.role == "associative" for anchor in relation.anchors)
    return not associative or (
        relation.rule in ("offset", "ring", "within", "inside", "rim", "part") and not relation.capital
    )


def _makes_sense(relation: Relation, parties: Sequence[Party]) -> bool:
    """Can the words be meant of such places?"""
    features = [party.place.feature or "" for party in parties]
    if relation.words.get("near") == "close to" and features[0] == "P.PPLC":  # "close to Moscow": an ally
        return False
    if relation.rule == "centre" and "middle" in relation.words and features[0].startswith(DIVIDED):
        return True
    if relation.rule in ("near", "centre"):
        return not features[0].startswith(LARGE)
    if relation.rule == "rim":
        return features[0].startswith("P.")
    if relation.rule == "road":
        return all(feature.startswith(SPOTS) for feature in features) and parties[0].place.id != parties[1].place.id
    if relation.rule == "between":
        return _lie_apart(relation, [party.place for party in parties])
    if relation.rule == "part":
        return "way" in relation.words and not features[0].startswith(UNCUT)
    if relation.rule == "inside":
        return features[0].startswith(DIVIDED)
    if relation.rule == "toward":
        stressed = "stress" in relation.words or compass.is_corner(relation.words["way"])
        return (stressed and features[0].startswith(DIVIDED)) or not features[0].startswith((*LARGE, "L."))
    return not features[0].startswith("L.CONT")


def _lie_apart(relation: Relation, places: Sequence[Place]) -> bool:
    """Is there land or water between two places, and is it meant? Two capitals are governments, countries want shores."""
    one, other = ("P.PPL" if _is_city(place) else place.feature or "" for place in places)
    if places[0].id == places[1].id:
        return False
    bound = "bound" in relation.words
    if one.startswith(SPOTS) and other.startswith(SPOTS):
        return bound or not one == other == "P.PPLC"
    if any(one.startswith(features) and other.startswith(features) for features in (ISLANDS, RIVERS)):
        return True
    return bound and all(feature.startswith((*SPOTS, *ISLANDS, "A.PCL", "A.ADM1")) for feature in (one, other))


def _is_city(place: Place) -> bool:
    """A first-level division as small as a city, as capital districts are."""
    if place.feature != "A.ADM1" or not place.bbox:
        return False
    west, south, east, north = place.bbox
    return 0 < east - west < CITY_DEGREES and north - south < CITY_DEGREES


def _length(words: Mapping[str, str]) -> Length | None:
    if "number" not in words:
        return None
    make = trip if "by" in words else length
    last = (words["by"],) if "by" in words else ()
    number = " ".join(words[part] for part in ("number", "more") if part in words)
    return make(number, words["unit"], *last, hedge=words.get("hedge", ""))


def _winds(words: Mapping[str, str]) -> tuple[str, ...]:
    found = (words.get("way", ""), words.get("way2", ""))
    return tuple(compass.wind(word) for word in found if _SHORT_WORD.match(word) or (word and len(word) <= 3))


def _centre(anchor: Anchor) -> Sketch:
    """Of a town its centre, of an area its middle."""
    return draw.centre(anchor) if anchor.shape is None else draw.part(anchor, (), None, central=True)


def _between(anchors: Sequence[Anchor], *, halfway: bool) -> Sketch:
    """Between two rivers lies all land from one to the other."""
    if all(anchor.shape is not None and shapely.get_dimensions(anchor.shape) == 1 for anchor in anchors):
        found = draw.between_lines(*anchors)
        if found is None:
            names = " and ".join(anchor.place.name for anchor in anchors)
            raise Unreadable(f"{names} come nowhere within {draw.ACROSS_KM:.0f} km of each other")
        return found
    return draw.between(*anchors, halfway=halfway)


def _part(words: Mapping[str, str], anchors: Sequence[Anchor], said: Length | None) -> Sketch:
    if words.get("way") == "mainland":
        return draw.mainland(anchors[0])
    if words.get("way") == "upstate":
        return draw.part(anchors[0], ("nw",), parts.ALL_BUT_CORNER, central=False)
    if words["way"] == "central" and anchors[0].shape is None:
        return draw.centre(anchors[0])
    if words["way"].endswith("central") and "way2" not in words:
        side = words["way"].removesuffix("central").strip(" -")
        return draw.part(anchors[0], (compass.wind(side),) if side else (), None, central=True)
    share = parts.FAR if "far" in words else SHARES.get(words.get("piece", ""))
    beside = (words["way"], words.get("way2"))
    return draw.part(anchors[0], _winds(words), share, central=False, and_central="central" in beside)


_DRAWN: dict[str, Callable[[Mapping[str, str], Sequence[Anchor], Length | None], Sketch]] = {
    "offset": lambda words, anchors, said: draw.offset(anchors[0], _winds(words)[0], said),
    "ring": lambda words, anchors, said: draw.ring(anchors[0], said),
    "within": lambda words, anchors, said: draw.within(anchors[0], said),
    "inside": lambda words, anchors, said: draw.inside(anchors[0], said),
    "toward": lambda words, anchors, said: draw.toward(anchors[0], _winds(words)[0], just=_is_just(words)),
    "between": lambda words, anchors, said: _between(anchors, halfway="half" in words),
    "road": lambda words, anchors, said: draw.road(*anchors),
    "near": lambda words, anchors, said: draw.near(anchors[0], outside="outside" in words["near"]),
    "rim": lambda words, anchors, said: draw.rim(anchors[0], next(iter(_winds(words)), None)),
    "centre": lambda words, anchors, said: _centre(anchors[0]),
    "part": _part,
}


def _is_just(words: Mapping[str, str]) -> bool:
    return words.get("stress") in ("just", "immediately", "right", "slightly", "shortly")


def _title(relation: Relation, said: Length | None) -> str:
    """What readers see the place called, with {} for the names."""
    words, rule = relation.words, relation.rule
    winds = _winds(words)
    if rule == "offset":
        return f"{said.words} {compass.noun(winds[0])} of {{}}"
    if rule == "part":
        return _part_title(words, winds)
    return {
        "ring": f"{said.words} from {{}}" if said else "",
        "inside": f"{said.words} inside {{}}" if said else "",
        "within": f"within {said.words.removeprefix('up to ')} of {{}}" if said else "",
        "toward": f"{'just ' if _is_just(words) else ''}{compass.noun(winds[0])} of {{}}" if winds else "",
        "between": f"{'halfway ' if 'half' in words else ''}between {{}} and {{}}",
        "road": "way between {} and {}",
        "near": f"{'outside' if 'outside' in words.get('near', '') else 'near'} {{}}",
        "rim": f"{compass.adjective(winds[0]) + ' ' if winds else ''}{_rim(words)} of {{}}",
        "centre": "centre of {}",
    }[rule]


def _rim(words: Mapping[str, str]) -> str:
    """Suburbs are no outskirts in words, though both are drawn alike."""
    said = words.get("rim", "")
    return said.removeprefix("outer ") if "suburb" in said else "outskirts"


def _part_title(words: Mapping[str, str], winds: Sequence[str]) -> str:
    if not winds or (words["way"].endswith("central") and "way2" not in words):
        return f"{words['way'].replace(' ', '-')} {{}}"
    sides = " and ".join(
        [*map(compass.adjective, winds), *["central"][: "central" in (words["way"], words.get("way2"))]]
    )
    far = "far " if "far" in words else ""
    piece = words.get("piece", "")
    return f"{far}{sides} {piece} of {{}}" if piece in SHARES else f"{far}{sides} {{}}"


def _product(parties: Sequence[Party]) -> float:
    product = 1.0
    for party in parties:
        product *= party.confidence
    return product


def _whys(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(party.why for party in parties if party.why)
