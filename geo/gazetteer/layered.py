"""The user's own places over the gazetteer: asked like a gazetteer, and whatever both know is the user's to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import Any, Protocol

from geo.gazetteer.store import Gazetteer
from geo.types import Bearer, Match, Name, Place, View

SURE_GRADES = ("exact", "normalised")
"""A name found so is that very name; in other grades it is a guess, and the user's guess comes first."""


class Places(Protocol):
    """What a layer of places answers; `geo.gazetteer.own.Layer` does."""

    @property
    def spellings(self) -> frozenset[str]: ...

    def look_up(self, name: str) -> tuple[Match, ...]: ...

    def forms(self, name: str) -> tuple[Match, ...]: ...

    def similar(self, name: str) -> tuple[Match, ...]: ...

    def search(self, prefix: str, limit: int = 10) -> tuple[Match, ...]: ...

    def get(self, place_id: str) -> Place | None: ...

    def names(self, place_id: str) -> tuple[Name, ...]: ...

    def outline(self, place_id: str) -> Mapping[str, Any] | None: ...

    def near(
        self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None
    ) -> tuple[tuple[float, Place], ...]: ...

    def about(self) -> list[Mapping[str, Any]]: ...


@dataclass(frozen=True)
class Layered:
    """A gazetteer with a layer over it, and the same interface. Read-only; safe for many threads.

    A name that the layer has means the layer's places alone; a place of the base with the id of one in the layer is that one.
    Countries by code stay the base's: borders and outlines hang on them.
    """

    base: Gazetteer
    layer: Places

    @property
    def view(self) -> View:
        """Whose land the base shows disputed areas as."""
        return self.base.view

    def seen(self, view: View) -> Layered:
        """The same places with the base in another view."""
        return self if view == self.view else replace(self, base=self.base.seen(view))

    def look_up(self, name: str, *, fuzzy: bool = False) -> tuple[Match, ...]:
        """The layer's places of that name, or else the base's; a guess (another form, a similar name) of the layer's first."""
        if own := self.layer.look_up(name):
            return own
        theirs = self.base.look_up(name, fuzzy=fuzzy)
        if theirs and theirs[0].grade in SURE_GRADES:
            return self._replaced(theirs)
        guess = self.layer.forms(name)
        if not guess and fuzzy and (not theirs or theirs[0].grade == "fuzzy"):
            guess = self.layer.similar(name)
        return guess or self._replaced(theirs)

    def bearer(self, name: str) -> Bearer | None:
        """The layer's first place of that name, or else the base's best known."""
        for place, _, kind, _ in self.layer.look_up(name)[:1]:
            return Bearer(place.feature or "", place.population or 0, kind)
        return self.base.bearer(name)

    def search(self, prefix: str, limit: int = 10) -> tuple[Match, ...]:
        """Places of which a name begins so: the layer's, then the base's."""
        own = self.layer.search(prefix, limit)
        known = {match.place.id for match in own}
        theirs = (m for m in self._replaced(self.base.search(prefix, limit)) if m.place.id not in known)
        return (*own, *theirs)[:limit]

    def get(self, place_id: str) -> Place | None:
        """The place with that id. None: there is none."""
        return self.layer.get(place_id) or self.base.get(place_id)

    def country(self, code: str) -> Place | None:
        """The base's country with that ISO 3166-1 alpha-2 code. None: there is none."""
        return self.base.country(code)

    def names(self, place_id: str) -> tuple[Name, ...]:
        """The layer's names of a place and those that the base has for the same id."""
        own = self.layer.names(place_id)
        known = {name.name for name in own}
        return (*own, *(name for name in self.base.names(place_id) if name.name not in known))

    def members(self, place_id: str) -> tuple[Place, ...]:
        """The places that a world region is made of. Empty: it is none."""
        return tuple(self._own(place) for place in self.base.members(place_id))

    def division(self, code: str) -> Place | None:
        """The first- or second-level division with that GeoNames code. None: there is none."""
        found = self.base.division(code)
        return self._own(found) if found else None

    def people(self, code: str) -> tuple[tuple[float, float, int], ...]:
        """Longitude, latitude and population of the divisions next below a country or division."""
        return self.base.people(code)

    def outline(self, place_id: str) -> Mapping[str, Any] | None:
        """The geometry kept beside a place, as GeoJSON. None: only the point is known."""
        return (self.layer if self.layer.get(place_id) else self.base).outline(place_id)

    def near(
        self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None
    ) -> tuple[tuple[float, Place], ...]:
        """The nearest places of both with their distance in km, nearest first; of equally near ones the layer's."""
        asked = {"lat": lat, "lon": lon, "limit": limit, "feature_class": feature_class}
        theirs = (pair for pair in self.base.near(**asked) if self.layer.get(pair[1].id) is None)
        return tuple(islice(merge(self.layer.near(**asked), theirs, key=lambda pair: pair[0]), limit))

    def about(self) -> dict[str, Any]:
        """What the base says of itself, and `own`: the user's files with their SHA-256 and number of places."""
        return {**self.base.about(), "own": self.layer.about()}

    def _replaced(self, matches: tuple[Match, ...]) -> tuple[Match, ...]:
        return tuple(match._replace(place=self._own(match.place)) for match in matches)

    def _own(self, place: Place) -> Place:
        return self.layer.get(place.id) or place
