"""Outlines and shared borders of countries and divisions, from the file that ships with Dateline."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo import files
from geo.location import outlines, topology
from geo.location.memo import Memo
from geo.types import Place, View

REMEMBERED = 128
"""Full outlines kept in memory: the largest, Russia's, takes 0.7 MB, a usual one 10 kB."""
REMEMBERED_DRAWINGS = 2048
"""Simplified outlines and lines, ready as GeoJSON: a division takes 20 kB on average, a country 110 kB, a continent 800 kB."""
MOST_MISSING = 4
"""A region is drawn as its members while fewer than one in so many lacks an outline."""


class Shapes:
    """Read-only, without global state, safe for many threads."""

    def __init__(self, path: Path = files.SHAPES, *, view: View = "un") -> None:
        """`view`: whose land disputed areas are. Raises `DataError` when the file is missing or damaged."""
        self._path = path
        self._topology = topology.read(path)
        self._outlines = Memo(REMEMBERED)
        self._take(view)

    def seen(self, view: View) -> Shapes:
        """The same outlines in a view; the file is read once and what is decoded already is shared."""
        if view == self.view:
            return self
        other = copy(self)
        other._take(view)
        return other

    def _take(self, view: View) -> None:
        shown = [
            (number, record)
            for number, record in enumerate(self._topology.header["shapes"])
            if record.get("view", view) == view
        ]
        self.view: View = view
        self.records: Sequence[Mapping[str, Any]] = tuple(record for _, record in shown)
        """One an area, countries first: `keys` to ask for it, `level`, `code`, `country`, and for a division its `name`."""
        self._numbers = {key: number for number, record in shown for key in record["keys"]}
        self._countries = frozenset(number for number, record in shown if record["level"] == topology.COUNTRY)
        self._divisions = frozenset(number for number, _ in shown) - self._countries
        self._drawings = Memo(REMEMBERED_DRAWINGS)

    def area(self, place: Place) -> shapely.Geometry | None:
        """The outline of a country or division, in longitude-latitude degrees. None: no outline is known."""
        number = self._number(place)
        return None if number is None else self._outlines.get(number, lambda: self._topology.outline(number))

    def plain(self, place: Place) -> shapely.Geometry | None:
        """The outline cut down to what a map of the whole area needs. None: no outline is known."""
        area = self.area(place)
        return (
            None if area is None else self.remember(("plain", self._number(place)), lambda: outlines.simplified(area))
        )

    def union(self, places: Sequence[Place]) -> shapely.Geometry | None:
        """The outline of several countries or divisions as one area, without the lines between them.

        None: of one in `MOST_MISSING` or more no outline is known, and what is left would mislead.
        """
        known = [number for number in map(self._number, places) if number is not None]
        if not known or len(places) - len(known) >= len(places) / MOST_MISSING:
            return None
        return self._topology.union(set().union(*map(self._units, known)))

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
        mine = self._beside(self._units(number))
        return self._line((mine[:, 0] ^ mine[:, 1]) & (self._topology.sides != topology.NO_UNIT).all(axis=1))

    def coast(self, places: Sequence[Place]) -> shapely.MultiLineString | None:
        """Where areas end at a sea. None: nowhere, or none of their outlines is known. Lakes but the Caspian count as land."""
        known = [number for number in map(self._number, places) if number is not None]
        mine = self._beside(set().union(*map(self._units, known)))
        return self._line(mine.any(axis=1) & self._coasts)

    def coasts_in(self, *, west: float, south: float, east: float, north: float) -> shapely.MultiLineString | None:
        """All coasts that come into a box of degrees, each up to its ends; `west` < `east`. None: none does."""
        return self._line(self._within(west, south, east, north) & self._coasts)

    def land_in(
        self, *, west: float, south: float, east: float, north: float, tolerance: float = 0.0
    ) -> shapely.Geometry:
        """The land in a box of degrees; `west` < `east`. Empty where no area has a line in it.

        `tolerance`: degrees by which its lines may be off; what is smaller is left out.
        """
        units = set(np.unique(self._topology.sides[self._within(west, south, east, north)]).tolist())
        units -= {topology.NO_UNIT}
        if not units:
            return shapely.Polygon()
        land = self._topology.coarse_union(units, tolerance) if tolerance else self._topology.union(units)
        return shapely.clip_by_rect(land, west, south, east, north)

    def line_between(self, ones: Iterable[str], others: Iterable[str]) -> shapely.MultiLineString | None:
        """The land boundary between two groups of areas, each told by its codes or place ids. None: there is none."""
        sides = [
            self._beside(set().union(*(self._units(self._numbers[key]) for key in keys))) for keys in (ones, others)
        ]
        mine, theirs = sides
        return self._line((mine[:, 0] & theirs[:, 1]) | (mine[:, 1] & theirs[:, 0]))

    def neighbours(self, place: Place) -> tuple[str, ...]:
        """Who shares a land boundary: country codes for a country, place ids for a division. Empty: none or unknown.

        A country drawn inside another, as Kosovo in Serbia in the view of the United Nations, is its neighbour.
        """
        number = self._number(place)
        if number is None:
            return ()
        units = self._units(number)
        mine = self._beside(units)
        across = np.concatenate([self._topology.sides[mine[:, 0], 1], self._topology.sides[mine[:, 1], 0]])
        beyond = set(across.tolist()) - units - {topology.NO_UNIT}
        peers = {peer: self._units(peer) for peer in self._peers(number) if peer != number}
        near = {peer for peer, theirs in peers.items() if not beyond.isdisjoint(theirs)}
        near |= {peer for peer, theirs in peers.items() if theirs < units and self._between_numbers(number, peer).any()}
        return tuple(sorted(self._record(peer)["keys"][0] for peer in near))

    def code(self, place: Place) -> str | None:
        """The short code of an area: `BY`, `US.TX`, or its id's number. None: no outline is known."""
        number = self._number(place)
        return None if number is None else self._record(number)["code"]

    def id_of(self, code: str) -> str | None:
        """The place id of a division by its GeoNames code, `US.TX`. None: no outline is known."""
        number = self._numbers.get(code)
        return None if number is None else self._record(number)["keys"][0]

    def remember(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` draws from these outlines, kept (within a bound) for the next document."""
        return self._drawings.get(key, make)

    def about(self) -> dict[str, Any]:
        """Sources, the view taken of disputed land, what it means in words, and the file's SHA-256."""
        digest = hashlib.sha256(self._path.read_bytes()).hexdigest()
        about = dict(self._topology.header["about"])
        words = about.pop("views")[self.view]
        return {"sha256": digest, "areas": len(self.records), "view": self.view, "disputed_land": words, **about}

    def _number(self, place: Place) -> int | None:
        if place.id in self._numbers:
            return self._numbers[place.id]
        feature = place.feature or ""
        if feature.startswith("A.PCL") and feature != "A.PCLH":
            return self._numbers.get(place.country_code or "")
        return self._numbers.get(place.adm1_code or "") if feature == "A.ADM1" else None

    def _between(self, a: Place, b: Place) -> np.ndarray:
        """For every arc: does it lie between the two?"""
        here, there = self._number(a), self._number(b)
        if here is None or there is None:
            return np.zeros(len(self._topology.sides), dtype=bool)
        return self._between_numbers(here, there)

    def _between_numbers(self, here: int, there: int) -> np.ndarray:
        """Nothing lies between areas that overlap, but the line around a country inside another does."""
        ours, theirs = self._units(here), self._units(there)
        if not ours.isdisjoint(theirs):
            nested = {here, there} <= self._countries and ours != theirs and (ours < theirs or theirs < ours)
            if not nested:
                return np.zeros(len(self._topology.sides), dtype=bool)
            ours, theirs = ours - theirs or ours, theirs - ours or theirs
        mine, others = self._beside(ours), self._beside(theirs)
        return (mine[:, 0] & others[:, 1]) | (mine[:, 1] & others[:, 0])

    @property
    def _coasts(self) -> np.ndarray:
        """For every arc: does it lie at the sea?"""
        return (self._topology.sides == topology.NO_UNIT).any(axis=1)

    def _within(self, west: float, south: float, east: float, north: float) -> np.ndarray:
        """For every arc: does its box meet this one?"""
        boxes = self._topology.boxes
        return (boxes[:, 0] < east) & (boxes[:, 2] > west) & (boxes[:, 1] < north) & (boxes[:, 3] > south)

    def _units(self, number: int) -> set[int]:
        return set(self._topology.members(number).tolist())

    def _beside(self, units: set[int]) -> np.ndarray:
        """For both sides of every arc: is it one of these units?"""
        return np.isin(self._topology.sides, list(units))

    def _line(self, chosen: np.ndarray) -> shapely.MultiLineString | None:
        arcs = np.flatnonzero(chosen)
        return self._topology.lines(arcs.tolist()) if len(arcs) else None

    def _peers(self, number: int) -> frozenset[int]:
        """Areas of the same rank."""
        return self._countries if number in self._countries else self._divisions

    def _record(self, number: int) -> Mapping[str, Any]:
        return self._topology.header["shapes"][number]
