"""The user's own places, in memory, answering what a gazetteer is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from geopy.distance import EARTH_RADIUS

from geo.gazetteer.forms import fallbacks
from geo.gazetteer.normalise import key, start
from geo.gazetteer.own.entry import Entry
from geo.gazetteer.similar import ranked, similar
from geo.location import lonlat
from geo.types import Grade, Match, Name, Place

NAMES = 1 << 10
"""More than any place has (`entry.MOST_NAMES`): number of entry and name are kept as one, which takes a third of the memory."""

SCANNED = 2_000
"""Names that begin alike and are compared for a search box; more make no better answer, only a slower one."""


class Layer:
    """Places with unique ids. Read-only; safe for many threads."""

    def __init__(self, entries: Sequence[Entry], files: Sequence[Mapping[str, Any]] = ()) -> None:
        """`files`: what the entries came from, each with its name, SHA-256 and number of places."""
        self.entries = tuple(entries)
        self._files = tuple(files)
        self._numbers = {entry.place.id: number for number, entry in enumerate(self.entries)}
        self._by_key = _ranked(self.entries)
        self._keys = sorted(self._by_key)

    def look_up(self, name: str) -> tuple[Match, ...]:
        """The places of that name, most important first. Empty: it is none of the user's."""
        return tuple(self._matches(name, key(name)))

    def forms(self, name: str) -> tuple[Match, ...]:
        """The places that have the name in its nearest other form ("Kano State" for Kano)."""
        for form in fallbacks(key(name), name):
            if found := tuple(self._matches(name, form.key, grade="form")):
                return form.preferred(found)
        return ()

    def similar(self, name: str) -> tuple[Match, ...]:
        """The places with a name that differs from this one by a slip of the pen."""
        found = similar(key(name), self._keys_between)
        return ranked((edits, match) for wanted, edits in found for match in self._matches(name, wanted, grade="fuzzy"))

    def search(self, prefix: str, limit: int = 10) -> tuple[Match, ...]:
        """Places of which a name begins so, each once, the most important first."""
        wanted = start(prefix)
        whole = wanted.strip()
        first = bisect_left(self._keys, whole) if wanted else len(self._keys)
        once: dict[str, Match] = {}
        for known in self._keys[first : first + SCANNED]:
            if not known.startswith(wanted) and known != whole:
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
        chords = np.linalg.norm(self._vectors - _unit_vectors([(lat, lon)]), axis=1)
        if feature_class:
            chords = np.where(self._classes == feature_class, chords, np.inf)
        first = np.argpartition(chords, limit - 1)[:limit] if limit < len(chords) else np.arange(len(chords))
        order = first[np.lexsort((first, chords[first]))]
        km = 2 * EARTH_RADIUS * np.arcsin(np.minimum(chords / 2, 1.0))
        return tuple((float(km[i]), self.entries[i].place) for i in order if np.isfinite(chords[i]))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every name as it is spelt in the files."""
        return frozenset(name.name for entry in self.entries for name in entry.names)

    def about(self) -> list[Mapping[str, Any]]:
        """What was read: each file's name, SHA-256 and number of places."""
        return list(self._files)

    def _matches(self, name: str, wanted: str, grade: Grade | None = None) -> Iterator[Match]:
        for packed in self._by_key.get(wanted, ()):
            number, at = divmod(packed, NAMES)
            place, known = self.entries[number].place, self.entries[number].names[at]
            yield Match(place, known.name, known.kind, grade or ("exact" if known.name == name else "normalised"))

    def _keys_between(self, low: str, high: str, shortest: int, longest: int) -> list[str]:
        between = self._keys[bisect_left(self._keys, low) : bisect_left(self._keys, high)]
        return [known for known in between if shortest <= len(known) <= longest]

    @cached_property
    def _vectors(self) -> np.ndarray:
        """(entries, 3) unit vectors."""
        return _unit_vectors([(entry.place.lat, entry.place.lon) for entry in self.entries])

    @cached_property
    def _classes(self) -> np.ndarray:
        """(entries,) the class of each feature, empty where it is not known."""
        return np.array([entry.place.feature_class or "" for entry in self.entries])


def _ranked(entries: Sequence[Entry]) -> dict[str, tuple[int, ...]]:
    """For each normalised name its places, each once, most important first: by number of the entry and of its name in one."""
    found: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(entries):
        filed: set[str] = set()
        for at, name in enumerate(entry.names):
            if (wanted := key(name.name)) not in filed:
                filed.add(wanted)
                found[wanted] = (*found.get(wanted, ()), number * NAMES + at)
    shared = {wanted: packed for wanted, packed in found.items() if len(packed) > 1}
    found.update(
        {wanted: tuple(sorted(packed, key=lambda one: _rank(entries, one))) for wanted, packed in shared.items()}
    )
    return found


def _rank(entries: Sequence[Entry], packed: int) -> tuple[bool, int, int]:
    """Main names before others, then the larger place, then the order of the file."""
    number, at = divmod(packed, NAMES)
    return at > 0, -(entries[number].place.population or 0), number


def with_ids(entries: Iterable[tuple[str, Entry]]) -> tuple[Entry, ...]:
    """The same entries with the ids given beside them; a geometry is filed under its place's id."""
    return tuple(_with_id(place_id, entry) for place_id, entry in entries)


def _with_id(place_id: str, entry: Entry) -> Entry:
    geometry = f"places:{place_id}" if entry.outline else None
    return replace(entry, place=replace(entry.place, id=place_id, geometry=geometry))


def _importance(place: Place) -> int:
    return place.population or 0


def _unit_vectors(points: Sequence[tuple[float, float]]) -> np.ndarray:
    """(n, 3) vectors on the unit sphere of (lat, lon) pairs in degrees."""
    lat, lon = np.radians(np.array(points, dtype=float).reshape(-1, 2)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
