"""Outlines and shared borders of countries and divisions, from the file that ships with Dateline."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo import files
from geo.location import topology
from geo.location.memo import Memo
from geo.types import Place

REMEMBERED = 128
"""Full outlines kept in memory: the largest, Russia's, takes 0.7 MB, a usual one 10 kB."""
REMEMBERED_DRAWINGS = 2048
"""Simplified outlines and lines, ready as GeoJSON: about 20 kB each."""


class Shapes:
    """Read-only, without global state, safe for many threads."""

    def __init__(self, path: Path = files.SHAPES) -> None:
        """Raises `DataError` when the file is missing or damaged."""
        self._path = path
        self._topology = topology.read(path)
        self.records: Sequence[Mapping[str, Any]] = tuple(self._topology.header["shapes"])
        """One an area, countries first: `keys` to ask for it, `level`, `code`, `country`, and for a division its `name`."""
        self._numbers = {key: number for number, record in enumerate(self.records) for key in record["keys"]}
        self._countries = sum(record["level"] == topology.COUNTRY for record in self.records)
        self._outlines = Memo(REMEMBERED)
        self._drawings = Memo(REMEMBERED_DRAWINGS)

    def area(self, place: Place) -> shapely.Geometry | None:
        """The outline of a country or division, in longitude-latitude degrees. None: no outline is known."""
        number = self._number(place)
        return None if number is None else self._outlines.get(number, lambda: self._topology.outline(number))

    def border(self, a: Place, b: Place) -> shapely.MultiLineString | None:
        """The land boundary that two areas share, coasts and waters left out. None: they share none, or one is unknown."""
        return self._line(self._between(a, b))

    def touch(self, a: Place, b: Place) -> bool:
        """Do the two share a land boundary?"""
        return self.remember(("touch", self._number(a), self._number(b)), lambda: bool(self._between(a, b).any()))

    def boundary(self, place: Place) -> shapely.MultiLineString | None:
        """The whole land boundary of an area. None: it has none (an island), or its outline is unknown."""
        number = self._number(place)
        if number is None:
            return None
        mine = self._beside(number)
        return self._line((mine[:, 0] ^ mine[:, 1]) & (self._topology.sides != topology.NO_UNIT).all(axis=1))

    def neighbours(self, place: Place) -> tuple[str, ...]:
        """Who shares a land boundary: country codes for a country, place ids for a division. Empty: none or unknown."""
        number = self._number(place)
        if number is None:
            return ()
        mine = self._beside(number)
        across = np.concatenate([self._topology.sides[mine[:, 0], 1], self._topology.sides[mine[:, 1], 0]])
        units = set(across.tolist()) - set(self._topology.members(number).tolist()) - {topology.NO_UNIT}
        return tuple(sorted(self.records[other]["keys"][0] for other in self._peers(number) if self._has(other, units)))

    def code(self, place: Place) -> str | None:
        """The short code of an area: `BY`, `US.TX`, or its id's number. None: no outline is known."""
        number = self._number(place)
        return None if number is None else self.records[number]["code"]

    def id_of(self, code: str) -> str | None:
        """The place id of a division by its GeoNames code, `US.TX`. None: no outline is known."""
        number = self._numbers.get(code)
        return None if number is None else self.records[number]["keys"][0]

    def remember(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` draws from these outlines, kept (within a bound) for the next document."""
        return self._drawings.get(key, make)

    def about(self) -> dict[str, Any]:
        """Sources, the view taken of disputed land, and the file's SHA-256."""
        digest = hashlib.sha256(self._path.read_bytes()).hexdigest()
        return {"sha256": digest, "areas": len(self.records), **self._topology.header["about"]}

    def _number(self, place: Place) -> int | None:
        if place.id in self._numbers:
            return self._numbers[place.id]
        feature = place.feature or ""
        if feature.startswith("A.PCL") and feature != "A.PCLH":
            return self._numbers.get(place.country_code or "")
        return self._numbers.get(place.adm1_code or "") if feature == "A.ADM1" else None

    def _between(self, a: Place, b: Place) -> np.ndarray:
        """For every arc: does it lie between the two? Nothing lies between areas that overlap."""
        here, there = self._number(a), self._number(b)
        if here is None or there is None or self._overlap(here, there):
            return np.zeros(len(self._topology.sides), dtype=bool)
        mine, theirs = self._beside(here), self._beside(there)
        return (mine[:, 0] & theirs[:, 1]) | (mine[:, 1] & theirs[:, 0])

    def _overlap(self, here: int, there: int) -> bool:
        return not set(self._topology.members(here).tolist()).isdisjoint(self._topology.members(there).tolist())

    def _beside(self, number: int) -> np.ndarray:
        """For both sides of every arc: is it the area's?"""
        return np.isin(self._topology.sides, self._topology.members(number))

    def _line(self, chosen: np.ndarray) -> shapely.MultiLineString | None:
        arcs = np.flatnonzero(chosen)
        return self._topology.lines(arcs.tolist()) if len(arcs) else None

    def _peers(self, number: int) -> range:
        """Areas of the same rank: countries stand first in the file."""
        return range(self._countries) if number < self._countries else range(self._countries, len(self.records))

    def _has(self, number: int, units: set[int]) -> bool:
        return not units.isdisjoint(self._topology.members(number).tolist())
