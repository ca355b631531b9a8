"""Places on land that a state holds outside the borders of the United Nations' view, where the sources list them under it.

GeoNames puts Israeli settlements in the West Bank and on the Golan under Israel, and others beside them not. All places in
one outline must have one country; the de facto view keeps the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import shapely

from geo.sources.lands import Lands
from geo.sources.merge import Entry

HOLDER = "IL"
OWNERS = {"PS": "PS.WE", "SY": None}
"""Country of the UN view → its first-level division there, where one covers all the land that is held: the West Bank."""

INSIDE_DEGREES = 0.015
"""A place counts only if it lies so deep inside, some 1.5 km: the outlines are no more exact, and towns straddle the line."""


def assign(entries: Iterable[Entry], lands: Lands) -> Iterator[tuple[str, str, str]]:
    """Give such places the country of the UN view; yields the rows of the de facto view that say who holds them."""
    cores = {code: lands.countries[code].buffer(-INSIDE_DEGREES) for code in OWNERS}
    for entry in entries:
        if entry.country_code == HOLDER and not (entry.feature or "").startswith("A.PCL"):
            for code, core in cores.items():
                if shapely.intersects_xy(core, entry.lon, entry.lat):
                    entry.country_code = code
                    if entry.feature != "A.ADM1":
                        entry.adm1_code, entry.adm2_code = OWNERS[code], None
                    yield "de-facto", entry.id, HOLDER
