"""The user's own places, in memory, answering what a gazetteer is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from geopy.distance import EARTH_RADIUS

from geo.gazetteer.forms import fallbacks
from geo.gazetteer.normalise import key
from geo.gazetteer.own.entry import Entry
from geo.gazetteer.similar import similar
from geo.location import lonlat
from geo.types import Grade, Match, Name, Place

SCANNED = 2_000
"""Names that begin alike and are compared for a search box; more make no better answer, only a slower one."""


@dataclass(frozen=True)
class Layer:
    """Places with unique ids. Read-only; safe for many threads."""

    entries: tuple[Entry, ...]
    files: tuple[Mapping[str, Any], ...] = ()
    """What each came from: name, SHA-256 and number of places."""

    def look_up(self, name: str) -> tuple[Match, ...]:
        """The places of that name, most important first. Empty: it is none of the user's."""
        return tuple(self._matches(name, key(name)))

    def forms(self, name: str) -> tuple[Match, ...]:
        """The places that have the name in its nearest other form ("Kano State" for Kano)."""
        for form in fallbacks(key(name)):
            if found := tuple(self._matches(name, form.key, grade="form")):
                return form.preferred(found)
        return ()

    def similar(self, name: str) -> tuple[Match, ...]:
        """The places with a name that differs from this one by a slip of the pen."""
        found = similar(key(name), self._keys_between)
        return tuple(match for wanted in found for match in self._matches(name, wanted, grade="fuzzy"))

    def search(self, prefix: str, limit: int = 10) -> tuple[Match, ...]:
        """Places of which a name begins so, each once, the most important first."""
        wanted = key(prefix)
        first = bisect_left(self._keys, wanted) if wanted else len(self._keys)
        once: dict[str, Match] = {}
        for known in self._keys[first : first + SCANNED]:
            if not known.startswith(wanted):
                break
            for match in self._matches(prefix, known):
                once.setdefault(match.place.id, match)
        ranked = sorted(once.values(), key=lambda match: _importance(match.place), reverse=True)
        return tuple(ranked[:limit])

    def get(self, place_id: str) -> Place | None:
        """The place with that id. None: it is none of the user's."""
        number = self._numbers.get(place_id)
        return None if number is None else self.entries[number].place

    def names(self, place_id: str) -> tuple[Name, ...]:
        """Its names, the main one first. Empty: no such place."""
        number = self._numbers.get(place_id)
        return () if number is None else self.entries[number].names

    def outline(self, place_id: str) -> dict[str, Any] | None:
        """Its geometry as GeoJSON. None: it is a point, or there is no such place."""
        number = self._numbers.get(place_id)
        drawn = None if number is None else self.entries[number].outline
        return None if drawn is None else lonlat.geojson(shapely.from_wkb(drawn))

    def near(
        self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None
    ) -> tuple[tuple[float, Place], ...]:
        """The nearest places with their distance in km, nearest first."""
        chords = np.linalg.norm(self._vectors - _unit_vectors(np.array([[lat, lon]])), axis=1)
        km = 2 * EARTH_RADIUS * np.arcsin(np.minimum(chords / 2, 1.0))
        found = ((float(km[i]), self.entries[i].place) for i in np.argsort(km, kind="stable"))
        fitting = (pair for pair in found if feature_class in (None, pair[1].feature_class))
        return tuple(pair for pair, _ in zip(fitting, range(limit), strict=False))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every name as it is spelt in the files."""
        return frozenset(name.name for entry in self.entries for name in entry.names)

    def about(self) -> list[Mapping[str, Any]]:
        """What was read: each file's name, SHA-256 and number of places."""
        return list(self.files)

    def _matches(self, name: str, wanted: str, grade: Grade | None = None) -> Iterator[Match]:
        for number, at in self._by_key.get(wanted, ()):
            place, known = self.entries[number].place, self.entries[number].names[at]
            yield Match(place, known.name, known.kind, grade or ("exact" if known.name == name else "normalised"))

    def _keys_between(self, low: str, high: str, shortest: int, longest: int) -> list[str]:
        between = self._keys[bisect_left(self._keys, low) : bisect_left(self._keys, high)]
        return [known for known in between if shortest <= len(known) <= longest]

    @cached_property
    def _by_key(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """For each normalised name its places: number of the entry and of its name, most important first, each once."""
        found: dict[str, dict[int, int]] = {}
        for number, entry in enumerate(self.entries):
            for at, name in enumerate(entry.names):
                found.setdefault(key(name.name), {}).setdefault(number, at)
        return {wanted: tuple(sorted(numbers.items(), key=self._rank)) for wanted, numbers in found.items()}

    def _rank(self, pair: tuple[int, int]) -> tuple[bool, int, int]:
        """Main names before others, then the larger place, then the order of the file."""
        number, at = pair
        return at > 0, -(self.entries[number].place.population or 0), number

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self._by_key)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {entry.place.id: number for number, entry in enumerate(self.entries)}

    @cached_property
    def _vectors(self) -> np.ndarray:
        """(entries, 3) unit vectors."""
        return _unit_vectors(np.array([(entry.place.lat, entry.place.lon) for entry in self.entries]))


def with_ids(entries: Iterable[tuple[str, Entry]]) -> tuple[Entry, ...]:
    """The same entries with the ids given beside them; a geometry is filed under its place's id."""
    return tuple(_with_id(place_id, entry) for place_id, entry in entries)


def _with_id(place_id: str, entry: Entry) -> Entry:
    geometry = f"places:{place_id}" if entry.outline else None
    return replace(entry, place=replace(entry.place, id=place_id, geometry=geometry))


def _importance(place: Place) -> int:
    return place.population or 0


def _unit_vectors(points: np.ndarray) -> np.ndarray:
    """(n, 3) vectors on the unit sphere of (lat, lon) rows in degrees."""
    lat, lon = np.radians(points.reshape(-1, 2)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
