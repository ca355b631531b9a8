"""Cross-checks of the entries against the outlines: who lies where the map says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import shapely

from geo.sources import boxes
from geo.sources.lands import Lands, off_km
from geo.sources.merge import Entry

BOX_SLACK = 1.5
"""Degrees that a point may miss its box by: the point of an archipelago may be off its drawn islands (the Austral Islands
miss theirs by 1.2), and boxes of seas and ranges are rough."""

COUNTRY_KM = 120.0
"""A country's point may lie this far outside its outline: amid islands (French Polynesia, 107 km)."""

DIVISION_KM = 200.0
"""A division's point may lie this far outside its outline: archipelagos (the Austral Islands, 140 km); farther, one of the
two is not what it says."""

ASHORE_KM = 10.0
"""An airport or a hamlet this near to the outline counts as inside: land reclaimed, lines generalised."""

SAME_SHARE = 0.01
"""Of a country's area."""

AIRPORTS_AT_HOME = 0.99
"""Measured: 7,783 of 7,845 (.992). The rest are on islets that are not drawn, or disputed."""

HAMLETS_AT_HOME = 0.999
"""Measured: 19,890 of 19,895 (.9997)."""


def check(entries: Sequence[Entry], lands: Lands) -> list[str]:
    """Everything that is wrong, one line each. Empty: all is well."""
    return [
        *outside_boxes(entries),
        *outside_outlines(entries, lands),
        *borrowed_outlines(entries, lands),
        *strangers(entries, lands),
        *foreign_rivers(entries, lands),
    ]


def outside_boxes(entries: Iterable[Entry]) -> Iterator[str]:
    """A place's point lies in its box."""
    for entry in entries:
        if entry.bbox and not boxes.contains(entry.bbox, lat=entry.lat or 0.0, lon=entry.lon or 0.0, slack=BOX_SLACK):
            yield f"{entry.id} {entry.name} lies at {entry.lat}, {entry.lon}, outside its box {entry.bbox}"


def outside_outlines(entries: Iterable[Entry], lands: Lands) -> Iterator[str]:
    """A country or division lies in its own outline or near it."""
    for entry in entries:
        if (entry.geometry or "").startswith("shapes:") and (area := lands.area(entry)) is not None:
            away = off_km(area, lat=entry.lat or 0.0, lon=entry.lon or 0.0)
            if away > (COUNTRY_KM if (entry.feature or "").startswith("A.PCL") else DIVISION_KM):
                yield f"{entry.id} {entry.name} lies {away:.0f} km outside its outline {entry.geometry}"


def borrowed_outlines(entries: Iterable[Entry], lands: Lands) -> Iterator[str]:
    """A country is drawn by its code: an outline that goes by its id must not be a part of it."""
    for entry in entries:
        area = lands.area(entry) if (entry.feature or "").startswith("A.PCL") else None
        whole = lands.countries.get(entry.country_code or "")
        if area is not None and whole is not None and abs(area.area - whole.area) > SAME_SHARE * whole.area:
            yield f"{entry.id} {entry.name} is drawn as something else than {entry.country_code}"


def strangers(entries: Iterable[Entry], lands: Lands) -> Iterator[str]:
    """Airports lie in the country that they are listed under, and US hamlets in their state."""
    airports = [entry for entry in entries if entry.source == "airportsdata"]
    hamlets = [entry for entry in entries if entry.source == "zipcodes"]
    for found, areas, code, floor, what in (
        (airports, lands.countries, lambda entry: entry.country_code, AIRPORTS_AT_HOME, "airports"),
        (hamlets, lands.divisions(), lambda entry: entry.adm1_code, HAMLETS_AT_HOME, "US hamlets"),
    ):
        home, judged = at_home(found, areas, code)
        if home < floor * judged:
            yield f"only {home} of {judged} {what} lie where they are listed"


def at_home(
    entries: Iterable[Entry], areas: Mapping[str, shapely.Geometry], code: Callable[[Entry], str | None]
) -> tuple[int, int]:
    """How many lie in the area of their code or near it, and how many have such an area."""
    listed: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if code(entry) in areas:
            listed[str(code(entry))].append(entry)
    home = 0
    for name, found in listed.items():
        shapely.prepare(areas[name])
        points = shapely.points([(entry.lon, entry.lat) for entry in found])
        inside = shapely.intersects(areas[name], points)
        home += int(inside.sum())
        home += sum(_near(areas[name], found[number]) for number in np.flatnonzero(~inside))
    return home, sum(map(len, listed.values()))


def foreign_rivers(entries: Iterable[Entry], lands: Lands) -> Iterator[str]:
    """The course of a river that is listed under a country touches it."""
    rivers = (entry for entry in entries if entry.outline and (entry.feature or "").startswith("H."))
    for entry in rivers:
        code = entry.country_code
        if code in lands.countries and code not in lands.touched(shapely.from_wkb(entry.outline)):
            yield f"{entry.id} {entry.name} is listed under {code} and runs elsewhere"


def _near(area: shapely.Geometry, entry: Entry) -> bool:
    return off_km(area, lat=entry.lat or 0.0, lon=entry.lon or 0.0) <= ASHORE_KM
