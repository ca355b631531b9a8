"""What each sort of relation covers, as an area with a point in it and the assumptions behind it in plain words.

None of these widths is measured: they are what a reader would draw by hand, and every one is told with the result.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely
from geopy.distance import geodesic

from geo.location import compass, geodesy, lonlat, outlines, parts
from geo.location.lonlat import LatLon
from geo.location.quantities import Length
from geo.types import Place

PEOPLE_A_KM2 = 4000.0
"""People a square kilometre of built-up land, about the average of the world's cities (Demographia World Urban Areas)."""
SMALLEST_TOWN_KM, LARGEST_TOWN_KM, UNKNOWN_TOWN_KM = 1.0, 25.0, 2.0
"""Radius of a town at least, at most, and where nobody says how many people it has."""
NEAR_KM = 10.0
"""How far beyond the edge of a town "near" and "outside" reach; of a large town, its own radius."""
TOWARD_KM = 30.0
"""How far beyond the edge "north of Kyiv" reaches; of a large town, twice its radius."""
JUST = 0.5
"""Share of that for "just north of"."""
CENTRE = 0.2
"""Share of a town's radius that its centre is."""
RIM, RIM_SIDE = (0.5, 1.4), (0.3, 1.4)
"""Shares of a town's radius between which its outskirts and suburbs lie, all round and on one side."""
SIDE = (0.2, 1.3)
"""Shares of a town's radius between which its east or west lies."""
OUTSIDE = 0.7
"""Share of a town's radius from which on one is outside it: no town is a circle."""
BETWEEN, ROAD = 0.15, 0.1
"""Half the width of what lies between two places, and of the land that a road may take, as a share of the way."""
SHORES, SHORES_KM = 0.7, 20.0
"""The same half width between two shores, and at least."""
HALFWAY = (0.35, 0.65)
"""Shares of the way between which "halfway" lies."""
ACROSS_KM = 200.0
"""Where two rivers are farther apart, nobody calls the land between them so. Judged on Mesopotamia and the Gezira."""
ACROSS_STEP = 0.1
"""Degrees between the places from which one looks across."""
ROAD_KM = 3.0
"""Half that width at least."""
WIDE_SIDE = 45.0
"""Half-angle in degrees of a side of a town, of which there are four; a corner's is half as much."""
BESIDE = 67.5
"""Half-angle in degrees, from the middle of a country, of what lies to one side of it: half of what parts two of eight winds is
added to a side's own 45."""
LARGEST_KM = 3000.0
"""Extent up to which distances are drawn around a shape."""
DEGREE_KM = 111.2


@dataclass(frozen=True)
class Anchor:
    """A place that an expression goes out from."""

    place: Place
    shape: shapely.Geometry | None
    """Its outline or line, as exact as a map of the whole needs. None: only its point is known."""
    border: shapely.Geometry | None = None
    """The land boundary of an area, where one is known."""
    people: parts.People = ()
    """Where its people live. Empty: not known."""

    @property
    def at(self) -> LatLon:
        return LatLon(self.place.lat, self.place.lon)

    @property
    def km(self) -> float:
        """Radius of a place without an outline."""
        if self.place.feature_class != "P":
            return self.place.radius_km or SMALLEST_TOWN_KM
        if not self.place.population:
            return UNKNOWN_TOWN_KM
        radius = math.sqrt(self.place.population / PEOPLE_A_KM2 / math.pi)
        return min(max(radius, SMALLEST_TOWN_KM), LARGEST_TOWN_KM)

    @property
    def size(self) -> str:
        """What is assumed of its size, in words."""
        by = ", by its population" if self.place.feature_class == "P" and self.place.population else ""
        return f"{self.place.name} taken as {2 * self.km:.0f} km across{by}"


@dataclass(frozen=True)
class Sketch:
    """An approximate area."""

    area: shapely.Geometry
    at: LatLon
    """A point inside."""
    why: tuple[str, ...]
    """What was assumed."""


def stand_in(place: Place, *, circle: bool) -> shapely.Geometry | None:
    """The box of a place without an outline, or the circle of a region if one will do: northern Sinai. None: none is known."""
    if place.bbox:
        west, south, east, north = place.bbox
        sound = west < east and south < north
        return lonlat.box(south=south, west=west, north=north, east=east) if sound else None
    if not circle or place.feature_class not in ("L", "T") or not place.radius_km:
        return None
    return geodesy.disc(lat=place.lat, lon=place.lon, radius_km=place.radius_km)


def offset(anchor: Anchor, wind: str, length: Length) -> Sketch:
    """So far in a direction: a sector from a point, or the shape itself moved."""
    if anchor.shape is not None:
        return _moved(anchor, wind, length)
    least, most = max(0.0, length.least_km - anchor.km / 2), length.most_km + anchor.km / 2
    bearing, half = compass.bearing(wind), compass.half_angle(wind)
    area = geodesy.sector(**_from(anchor), bearing=bearing, half_angle=half, inner_km=least, outer_km=most)
    why = (
        f"taken as a sector of ±{half:g}° from {least:.0f} to {most:.0f} km {compass.noun(wind)} of {anchor.place.name}"
    )
    return Sketch(area, _way(anchor, bearing, max(length.km, (least + most) / 2)), (why, length.why, anchor.size))


def ring(anchor: Anchor, length: Length) -> Sketch:
    """So far, in no direction that is told."""
    least, most = max(0.0, length.least_km - anchor.km / 2), length.most_km + anchor.km / 2
    if anchor.shape is not None:
        area = shapely.difference(_around(anchor, length.most_km), _around(anchor, length.least_km))
        why = f"taken as all land {length.least_km:.0f} to {length.most_km:.0f} km from {anchor.place.name}, on either side"
        return Sketch(area, _inside(area), (why, length.why))
    area = geodesy.ring(**_from(anchor), inner_km=least, outer_km=most)
    why = f"taken as a ring from {least:.0f} to {most:.0f} km around {anchor.place.name}: no direction is told"
    return Sketch(area, _way(anchor, 0.0, (least + most) / 2), (why, length.why, anchor.size))


def within(anchor: Anchor, length: Length) -> Sketch:
    """Anywhere up to a distance."""
    why = f"taken as all within {length.km:.0f} km of {anchor.place.name}"
    if anchor.shape is not None:
        area = _around(anchor, length.km)
        return Sketch(area, _inside(area), (why,))
    return Sketch(geodesy.disc(**_from(anchor), radius_km=length.km), anchor.at, (why,))


def inside(anchor: Anchor, length: Length) -> Sketch:
    """So far in an area from its land border."""
    name = anchor.place.name
    line = outlines.simplified(anchor.border) if anchor.border is not None else shapely.boundary(anchor.shape)
    deep, before = geodesy.around(line, km=length.most_km), geodesy.around(line, km=max(length.least_km, 0.1))
    area = shapely.difference(shapely.intersection(anchor.shape, deep), before)
    why = f"taken as all of {name} that lies {length.least_km:.0f} to {length.most_km:.0f} km from its border"
    return Sketch(area, _inside(area), (why, length.why))


def toward(anchor: Anchor, wind: str, *, just: bool) -> Sketch:
    """In a direction, with no distance told."""
    band = max(TOWARD_KM, 2 * anchor.km) * (JUST if just else 1.0)
    why = f"no distance is told, so as far as {band:.0f} km from its edge"
    edge = Length(band / 2, 0.0, band, "", why)
    if anchor.shape is not None:
        return _moved(anchor, wind, edge)
    half, bearing = compass.half_angle(wind), compass.bearing(wind)
    least, most = anchor.km / 2, anchor.km + band
    area = geodesy.sector(**_from(anchor), bearing=bearing, half_angle=half, inner_km=least, outer_km=most)
    what = f"taken as a sector of ±{half:g}° {compass.noun(wind)} of {anchor.place.name}"
    return Sketch(area, _way(anchor, bearing, (least + most) / 2), (what, why, anchor.size))


def between(one: Anchor, other: Anchor, *, halfway: bool) -> Sketch:
    """A lens from one place to the other, between outlines from shore to shore; `halfway`: its middle."""
    start, end = _facing(one, other)
    km = geodesic(start, end).km
    shores = one.shape is not None or other.shape is not None
    half = max(SHORES * km, SHORES_KM) if shores else max(BETWEEN * km, ROAD_KM)
    why = f"taken as a lens of {km:.0f} km from {one.place.name} to {other.place.name}, {2 * half:.0f} km wide at most"
    if halfway:
        bearing = geodesy.bearing(start, end)
        start, end = (geodesy.destination(lat=start.lat, lon=start.lon, bearing=bearing, km=s * km) for s in HALFWAY)
        why += f", of which the middle {HALFWAY[1] - HALFWAY[0]:.0%}"
    return _along(start, end, half, pointed=True, why=why)


def between_lines(one: Anchor, other: Anchor) -> Sketch | None:
    """The land between two rivers, from each stretch of either to what of the other lies nearest. None: they are too far
    apart everywhere."""
    area = shapely.union_all([*_ways_across(one.shape, other.shape), *_ways_across(other.shape, one.shape)])
    if area.is_empty:
        return None
    why = f"taken as all land between {one.place.name} and {other.place.name} where they are {ACROSS_KM:.0f} km apart at most"
    return Sketch(area, _inside(area), (why,))


def _ways_across(line: shapely.Geometry, other: shapely.Geometry) -> list[shapely.Geometry]:
    """Areas from each segment of a line to the nearest points of the other."""
    found = []
    for part in shapely.get_parts(shapely.segmentize(line, ACROSS_STEP)):
        here = shapely.points(shapely.get_coordinates(part))
        ways = shapely.shortest_line(here, other)
        corners = shapely.get_coordinates(ways).reshape(-1, 2, 2)
        near = shapely.length(ways) <= ACROSS_KM / DEGREE_KM
        for first, second, kept in zip(corners[:-1], corners[1:], near[:-1] & near[1:], strict=True):
            if kept:
                found.append(shapely.convex_hull(shapely.multipoints(np.concatenate([first, second]))))
    return [area for area in found if area.area > 0]


def road(one: Anchor, other: Anchor) -> Sketch:
    """The land that a road or railway between two places may take."""
    km = geodesic(one.at, other.at).km
    half = max(ROAD_KM, ROAD * km)
    why = (
        f"the course is not known: taken as a band of {2 * half:.0f} km along the straight way of {km:.0f} km "
        f"from {one.place.name} to {other.place.name}"
    )
    return _along(one.at, other.at, half, pointed=False, why=why)


def near(anchor: Anchor, *, outside: bool) -> Sketch:
    """Beside a place; `outside`: not in it."""
    beyond = max(NEAR_KM, anchor.km if anchor.place.feature_class == "P" else 0.0)
    if anchor.shape is not None:
        area, why = _around(anchor, beyond), f"taken as all within {beyond:.0f} km of {anchor.place.name}"
        if shapely.get_dimensions(anchor.shape) == 2:
            area, why = shapely.difference(area, anchor.shape), f"{why}, without it"
        return Sketch(area, _inside(area), (why,))
    most = anchor.km + beyond
    if outside:
        least = OUTSIDE * anchor.km
        area = geodesy.ring(**_from(anchor), inner_km=least, outer_km=most)
        why = f"taken as a ring from {least:.0f} to {most:.0f} km around the middle of {anchor.place.name}"
        return Sketch(area, _way(anchor, 0.0, (least + most) / 2), (why, anchor.size))
    why = f"taken as all within {most:.0f} km of the middle of {anchor.place.name}"
    return Sketch(geodesy.disc(**_from(anchor), radius_km=most), anchor.at, (why, anchor.size))


def rim(anchor: Anchor, wind: str | None) -> Sketch:
    """The outskirts of a town, all round or on one side."""
    least, most = (share * anchor.km for share in (RIM_SIDE if wind else RIM))
    bearing = compass.bearing(wind) if wind else 0.0
    if wind:
        half = _half_side(wind)
        area = geodesy.sector(**_from(anchor), bearing=bearing, half_angle=half, inner_km=least, outer_km=most)
    else:
        area = geodesy.ring(**_from(anchor), inner_km=least, outer_km=most)
    why = f"taken as {least:.1f} to {most:.1f} km from the middle of {anchor.place.name}"
    return Sketch(area, _way(anchor, bearing, (least + most) / 2), (why, anchor.size))


def centre(anchor: Anchor) -> Sketch:
    """The middle of a town."""
    radius = max(CENTRE * anchor.km, SMALLEST_TOWN_KM / 2)
    why = f"taken as all within {radius:.1f} km of the middle of {anchor.place.name}"
    return Sketch(geodesy.disc(**_from(anchor), radius_km=radius), anchor.at, (why, anchor.size))


def part(
    anchor: Anchor, winds: tuple[str, ...], share: float | None, *, central: bool, and_central: bool = False
) -> Sketch:
    """Sides of an area; `central`: its middle, or with a side what lies between the two; `and_central`: its middle too."""
    area = anchor.shape
    if area is None:
        return _town_sides(anchor, winds)
    slices, told = [], []
    for wind in winds or ("",):
        if central:
            half = parts.slice_of(area, bearing=compass.bearing(wind), share=2 * parts.MIDDLE) if wind else area
            size = parts.MIDDLE / (2 * parts.MIDDLE) if wind else parts.MIDDLE
            slices.append(parts.middle_of(half, share=size))
            told.append(f"the middle {parts.MIDDLE:.0%}" + (f" of its {compass.noun(wind)}" if wind else ""))
        else:
            found, what = _side(anchor, wind, share)
            slices.append(found)
            told.append(what)
    if and_central:
        slices.append(parts.middle_of(area))
        told.append(f"the middle {parts.MIDDLE:.0%}")
    whole = shapely.union_all(slices) if len(slices) > 1 else slices[0]
    why = f"taken as {' and '.join(told)} of {anchor.place.name}; nobody draws its edge exactly"
    return Sketch(whole, _inside(whole), (why,))


def mainland(anchor: Anchor) -> Sketch:
    """An area without its islands and exclaves."""
    area = parts.mainland_of(anchor.shape)
    return Sketch(area, _inside(area), (f"taken as the largest connected part of {anchor.place.name}",))


def _side(anchor: Anchor, wind: str, share: float | None) -> tuple[shapely.Geometry, str]:
    """One side or corner of an area, and what it is in words. A share that is told is one of the land."""
    noun = compass.noun(wind)
    size = share or (parts.SIDE if len(wind) == 1 else parts.CORNER)
    people = anchor.people if size in (parts.SIDE, parts.FAR) else ()
    part = parts.slice_of(anchor.shape, bearing=compass.bearing(wind), share=size, people=people)
    between = ", between the land's and the people's," if people else ""
    return part, f"the {size:.0%} farthest {noun}{between}"


def _town_sides(anchor: Anchor, winds: tuple[str, ...]) -> Sketch:
    least, most = (share * anchor.km for share in SIDE)
    sectors = [
        geodesy.sector(
            **_from(anchor), bearing=compass.bearing(wind), half_angle=_half_side(wind), inner_km=least, outer_km=most
        )
        for wind in winds
    ]
    area = shapely.union_all(sectors)
    sides = " and ".join(compass.noun(wind) for wind in winds)
    why = f"taken as the land {least:.1f} to {most:.1f} km {sides} of the middle of {anchor.place.name}"
    return Sketch(area, _inside(area), (why, anchor.size))


def _from(anchor: Anchor) -> dict[str, float]:
    return {"lat": anchor.place.lat, "lon": anchor.place.lon}


def _way(anchor: Anchor, bearing: float, km: float) -> LatLon:
    at = geodesy.destination(**_from(anchor), bearing=bearing, km=km)
    return LatLon(at.lat, _within_half_turn(at.lon))


def _inside(area: shapely.Geometry) -> LatLon:
    """The centre of gravity of the largest part, or what of that part lies nearest to it."""
    largest = max(shapely.get_parts(area), key=lambda piece: piece.area)
    middle = shapely.centroid(largest)
    return outlines.point_inside(largest, lat=middle.y, lon=middle.x)


def _half_side(wind: str) -> float:
    return WIDE_SIDE if len(wind) == 1 else WIDE_SIDE / 2


def _around(anchor: Anchor, km: float) -> shapely.Geometry:
    return geodesy.around(anchor.shape, km=km)


def _moved(anchor: Anchor, wind: str, length: Length) -> Sketch:
    """An outline or line moved that far, with the width that the distance may be off; without the outline itself."""
    lat, degrees = anchor.at.lat, math.radians(compass.bearing(wind))
    north, east = math.cos(degrees) / DEGREE_KM, math.sin(degrees) / (DEGREE_KM * math.cos(math.radians(lat)))
    width = (length.most_km - length.least_km) / 2
    middle = (length.most_km + length.least_km) / 2
    plain = anchor.shape
    shifted = shapely.transform(plain, lambda xy: xy + (east * middle, north * middle))
    area = geodesy.around(shifted, km=width)
    if shapely.get_dimensions(plain) == 2:
        area = shapely.difference(area, geodesy.around(plain, km=max(length.least_km, 0.1)))
        if (anchor.place.feature or "").startswith("A.PCL"):
            area = shapely.intersection(area, _quarter(plain, wind, length.most_km))
    else:
        area = shapely.difference(area, geodesy.around(plain, km=length.least_km)) if length.least_km > 0 else area
    why = (
        f"taken as the land {length.least_km:.0f} to {length.most_km:.0f} km {compass.noun(wind)} of {anchor.place.name}, "
        "measured from its edge"
    )
    return Sketch(area, _inside(area), (why, length.why))


def _quarter(area: shapely.Geometry, wind: str, km: float) -> shapely.Geometry:
    """What lies to one side of the middle of a country's box, so many kilometres beyond its edge at most: a bay on another
    side is none of it."""
    west, south, east, north = area.bounds
    at = LatLon((south + north) / 2, (west + east) / 2)
    return geodesy.sector(
        lat=at.lat,
        lon=at.lon,
        bearing=compass.bearing(wind),
        half_angle=BESIDE,
        inner_km=0.0,
        outer_km=geodesy.reach_km(area, at) + km,
    )


def _along(start: LatLon, end: LatLon, half_km: float, *, pointed: bool, why: str) -> Sketch:
    area = geodesy.corridor(start, end, half_width_km=half_km, pointed=pointed)
    km = geodesic(start, end).km
    middle = geodesy.destination(lat=start.lat, lon=start.lon, bearing=geodesy.bearing(start, end), km=km / 2)
    return Sketch(area, LatLon(middle.lat, _within_half_turn(middle.lon)), (why,))


def _facing(one: Anchor, other: Anchor) -> tuple[LatLon, LatLon]:
    """The points of two places that lie nearest to each other; of places without outline, the places."""
    shapes = [anchor.shape if anchor.shape is not None else lonlat.point(**_from(anchor)) for anchor in (one, other)]
    start, end = shapely.points(shapely.get_coordinates(shapely.shortest_line(*shapes)))
    return lonlat.latlon(start), lonlat.latlon(end)


def _within_half_turn(lon: float) -> float:
    return (lon + 180) % 360 - 180
