"""What a division inherits from the towns in it where no source says: a point, a radius, a population."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from geo.sources.merge import Entry
from geo.sources.sphere import centre, points_km

LEAST_RADIUS_KM = 10.0
"""A centre of towns misses the division's own point by 6 to 17 km in the median, so no smaller radius is claimed."""

MOST = 0.9
"""Share of the towns that make the middle and the radius: one islet or a town with a wrong code must not stretch a division
(Lesbos reaches 60 km, with the far islands of its prefecture 117)."""

Members = Mapping[str, list[Entry]]


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


def middle(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], float]:
    """The centre of most of the points and how far these reach from it, in kilometres."""
    first = centre(points)
    near = sorted(points, key=lambda point: points_km(first, point))[: math.ceil(MOST * len(points))]
    lat, lon = centre(near)
    reach = max(points_km((lat, lon), point) for point in near)
    return (round(lat, 5), round(lon, 5)), math.ceil(max(LEAST_RADIUS_KM, reach))
