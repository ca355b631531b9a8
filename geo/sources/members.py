"""What a division inherits from the towns in it where no source says: a point, a radius, a population."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from geo.sources.merge import Entry
from geo.sources.sphere import centre, points_km

LEAST_RADIUS_KM = 10.0
"""A centre of towns misses the division's own point by 6 to 17 km in the median, so no smaller radius is claimed."""

STRAY = 3.0
"""A town this many times farther from the middle than half of the others is an islet of another group or has a wrong code,
and must not stretch the division: Lesbos reaches 40 km, with Lemnos, which shares its old code, 116."""

Members = Mapping[str, list[Entry]]
Point = tuple[float, float]
"""Latitude and longitude."""


def by_division(entries: Iterable[Entry]) -> Members:
    """Towns by the code of every division they lie in."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (entry.feature or "").startswith("P.") and entry.lat is not None:
            for code in {entry.adm1_code, entry.adm2_code} - {None}:
                members[str(code)].append(entry)
    return members


def complete(division: Entry, members: Members) -> None:
    """Fill in what is unknown of a division from the towns in it; nothing when no town is known."""
    towns = members.get((division.adm2_code if division.feature == "A.ADM2" else division.adm1_code) or "", [])
    if not towns:
        return
    if division.population is None:
        division.population = sum(town.population or 0 for town in towns)
    if division.lat is None:
        (division.lat, division.lon), division.radius_km = middle(
            [(town.lat or 0.0, town.lon or 0.0) for town in towns]
        )


def middle(points: Sequence[Point]) -> tuple[Point, float]:
    """The centre of the points, strays left out, and how far the rest reach from it, in kilometres."""
    kept = without_strays(points)
    lat, lon = centre(kept)
    reach = max(points_km((lat, lon), point) for point in kept)
    return (round(lat, 5), round(lon, 5)), math.ceil(max(LEAST_RADIUS_KM, reach))


def without_strays(points: Sequence[Point]) -> list[Point]:
    """Those that lie about as near to the median point as half of them do."""
    _, around = centre(points)
    east = statistics.median((lon - around + 180) % 360 - 180 for _, lon in points)
    inner = (statistics.median(lat for lat, _ in points), around + east)
    usual = max(LEAST_RADIUS_KM, statistics.median(points_km(inner, point) for point in points))
    return [point for point in points if points_km(inner, point) <= STRAY * usual]
