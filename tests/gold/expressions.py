"""Gold expressions: sentences of our own that tell a place through others, and whether a story has drawn it where it lies.

`expressions.jsonl`, one case a line:

- `sort`: border, coast, river, zone, part, region, direction, distance, between, near, road; `name`, which must not be cut in
  two (South Sudan); `unknown`, whose anchor is made up;
- `text` and `surface`, the whole phrase, which the text has once. A mention may begin with other small words (`LEADING`): "the
  Dnieper" answers "along the Dnieper", "Sumy" does not answer "near Sumy";
- `kind`, or a list of those that will do;
- `inside` and `outside`: latitude and longitude in degrees by the name of a town, or in words. The first lie in the geometry
  or within `within_km` of it, the others farther away. A point, or no geometry, is a circle of the location's `radius_km`;
- `km2` or `km`: least and greatest area or length. A case that has both takes an area or a line;
- `located`: false where nothing may be drawn: the expression is found and has no place and no location;
- `status`: `pass` or `fail`.

Coordinates told in words ("30 km from Kyiv at 0°", a bearing) were computed on the ellipsoid from the town's. Bounds are
generous: twice our area passes, the whole country for its east or the whole border for the stretch beside a town does not.

`plain.jsonl`: paragraphs of news without any such expression and with much that looks like one, `text` alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely

from geo.location import lonlat
from geo.types import Location, Mention, Story

FILE = Path(__file__).with_name("expressions.jsonl")
PLAIN = Path(__file__).with_name("plain.jsonl")

KINDS = ("border", "zone", "relation")
"""Of the mentions that are expressions."""

LEADING = re.compile(
    r"(?:(?:the|an?|its|their|in|on|at|to|from|of|into|across|over|along|within|inside|throughout)\s+)*", re.IGNORECASE
)
"""Small words that change nothing about where a place is."""

RADIUS_KM = 6371.0072
"""Of the sphere that has the surface of the WGS 84 ellipsoid. Areas and lengths taken on it are right within 1 %."""

KM_A_DEGREE = math.radians(RADIUS_KM)

ON_KM = 1.0
"""How far a representative point may lie off its geometry: what rounding and simplifying do."""

POINT, LINE, AREA = range(3)
"""Dimensions."""

CAUSES = (
    "missing", "kind", "cut", "located", "not located", "no geometry", "not valid", "point", "inside", "outside", "size",
)  # fmt: skip
"""What may be wrong, in the order in which it is looked for."""

Case = dict[str, Any]


class Fault(NamedTuple):
    cause: str
    """One of `CAUSES`."""
    words: str


class Figure(NamedTuple):
    """What a location covers."""

    shape: shapely.Geometry
    """In longitude and latitude."""
    radius_km: float = 0.0
    """Of the circle where the shape is a point."""

    @property
    def dimensions(self) -> int:
        return AREA if self.radius_km else int(shapely.get_dimensions(self.shape))

    @property
    def km2(self) -> float:
        """Lambert's cylindrical projection keeps areas."""
        flat = shapely.transform(
            self.shape, lambda xy: np.column_stack((np.radians(xy[:, 0]), np.sin(np.radians(xy[:, 1])))) * RADIUS_KM
        )
        return math.pi * self.radius_km**2 if self.radius_km else shapely.area(flat)

    @property
    def km(self) -> float:
        """Along all lines."""
        return sum(_length_km(shapely.get_coordinates(part)) for part in shapely.get_parts(self.shape))

    def off_km(self, lat: float, lon: float) -> float:
        """How far a point lies off; 0 inside. On the plane that touches the globe there: farther than 500 km, roughly."""
        scale = np.array((math.cos(math.radians(lat)), 1.0)) * KM_A_DEGREE
        flat = shapely.transform(self.shape, lambda xy: xy * scale)
        copies = shapely.points(np.array([(lon + turn, lat) for turn in (-360, 0, 360)]) * scale)
        return max(0.0, float(shapely.distance(flat, copies).min()) - self.radius_km)


def _length_km(corners: np.ndarray) -> float:
    lon, lat = np.radians(corners).T
    on_unit = np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    chords = np.linalg.norm(np.diff(on_unit, axis=0), axis=1)
    return float(2 * RADIUS_KM * np.arcsin(np.minimum(chords / 2, 1)).sum())


def figure(location: Location) -> Figure:
    """A location without geometry is a point, with its radius a circle."""
    point = lonlat.point(lat=location.lat, lon=location.lon)
    shape = lonlat.from_geojson(dict(location.geometry)) if location.geometry else point
    return Figure(shape, (location.radius_km or 0.0) if shapely.get_dimensions(shape) == POINT else 0.0)


def judged(case: Case, story: Story) -> Fault | None:
    """What is wrong with the mention that answers best. None: the case is met."""
    faults = [next(_faults(case, mention, story), None) for mention in answers(case, story)]
    if None in faults:
        return None
    return max(
        faults, key=lambda fault: CAUSES.index(fault.cause), default=Fault("missing", "no mention is the phrase")
    )


def fault(case: Case, story: Story) -> str | None:
    """What is wrong with a case and what was found in its text. None: the case is met."""
    found = judged(case, story)
    if found is None:
        return None
    head = f"{case['surface']!r} {found.cause}: {found.words}"
    return "\n".join((head, *map(_trace, story.mentions), case["text"]))


def answers(case: Case, story: Story) -> Iterator[Mention]:
    """The mentions that are the phrase but for small words before it."""
    start = case["text"].index(case["surface"])
    end = start + len(case["surface"])
    start += _leading(case["surface"])
    return (
        mention
        for mention in story.mentions
        if (mention.start + _leading(mention.surface), mention.end) == (start, end)
    )


def alarms(story: Story) -> list[Mention]:
    """The mentions that say they are expressions."""
    return [mention for mention in story.mentions if mention.kind in KINDS]


def per_10_000_words(count: int, texts: Sequence[str]) -> float:
    return 10_000 * count / sum(len(text.split()) for text in texts)


def _leading(surface: str) -> int:
    """Letters of the small words that it begins with."""
    return LEADING.match(surface).end()


def _faults(case: Case, mention: Mention, story: Story) -> Iterator[Fault]:
    kinds = case["kind"] if isinstance(case["kind"], list) else [case["kind"]]
    if mention.kind not in kinds:
        yield Fault("kind", f"{mention.kind}, not {' or '.join(kinds)}")
    if kinds == ["name"]:
        yield from _cuts(mention, story)
    if not case.get("located", True):
        if mention.place or mention.location:
            yield Fault("located", "nobody knows where that is")
    elif mention.location is None:
        yield Fault("not located", "; ".join(mention.resolution.reasons) if mention.resolution else "not resolved")
    else:
        yield from _misdrawn(case, mention.location)


def _cuts(name: Mention, story: Story) -> Iterator[Fault]:
    for other in alarms(story):
        if other.start < name.end and name.start < other.end:
            yield Fault("cut", f"{other.surface!r} is a {other.kind} beside the name")


def _misdrawn(case: Case, location: Location) -> Iterator[Fault]:
    drawn = figure(location)
    if drawn.dimensions == POINT:
        yield Fault("no geometry", f"a point, {location.lat} {location.lon}, without a radius")
    if not shapely.is_valid(drawn.shape) or drawn.shape.is_empty:
        yield Fault("not valid", shapely.is_valid_reason(drawn.shape))
    beside = drawn.off_km(location.lat, location.lon)
    if beside > ON_KM:
        yield Fault("point", f"{location.lat} {location.lon} lies {beside:.0f} km off its own geometry")
    yield from _misplaced(case, drawn)
    yield from _missized(case, drawn)


def _misplaced(case: Case, drawn: Figure) -> Iterator[Fault]:
    most = case["within_km"]
    off = {word: {name: drawn.off_km(*at) for name, at in case[word].items()} for word in ("inside", "outside")}
    missed = [f"{name} is {km:.0f} km off" for name, km in off["inside"].items() if km > most]
    taken = [f"{name} is {km:.0f} km off" for name, km in off["outside"].items() if km <= most]
    if missed:
        yield Fault("inside", f"{', '.join(missed)}, {most} at most; {_told(drawn)}")
    if taken:
        yield Fault("outside", f"{', '.join(taken)}, more than {most} wanted; {_told(drawn)}")


def _missized(case: Case, drawn: Figure) -> Iterator[Fault]:
    bounds = case.get("km2" if drawn.dimensions == AREA else "km")
    if bounds is None:
        yield Fault("size", f"{_told(drawn)}, {'a line' if drawn.dimensions == AREA else 'an area'} is wanted")
    elif not bounds[0] <= (drawn.km2 if drawn.dimensions == AREA else drawn.km) <= bounds[1]:
        yield Fault("size", f"{_told(drawn)}, {bounds[0]} to {bounds[1]} wanted")


def _told(drawn: Figure) -> str:
    return f"an area of {drawn.km2:,.0f} km²" if drawn.dimensions == AREA else f"a line of {drawn.km:,.0f} km"


def _trace(mention: Mention) -> str:
    """What was found and drawn, for the message of a failing case."""
    where = mention.place.label if mention.place else "no place"
    shape = _told(figure(mention.location)) if mention.location else "not located"
    reasons = "; ".join(mention.resolution.reasons) if mention.resolution else ""
    return f"  {mention.surface!r} {mention.kind}: {where}, {shape} | {reasons}"
