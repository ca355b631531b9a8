"""What the readers of expressions about lines and zones have in common.

An anchor that is not resolved leaves a mention without a place, and its reason says so (`Unreadable`); a phrase whose places
make no sense is none (`NotOne`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import shapely

from geo.gazetteer import Gazetteer
from geo.location import lines, lonlat
from geo.location.shapes import Shapes
from geo.types import Kind, Mention, Place

SOURCE = "natural-earth-divisions"
BORDER = "L.BDRY"
"""GeoNames' feature code for a boundary."""
TOLD_LINES = ("L.CST", "H.STM")
"""Features of coasts and rivers."""
AREA = 2
"""Dimensions of an area."""


class Unreadable(Exception):
    """An expression that cannot be drawn; the message says why."""


class NotOne(Exception):
    """Words that only look like an expression: "the Milan coast", "along the Smiths"."""


class Told(NamedTuple):
    """What an expression comes to."""

    place: Place
    """With the point and no geometry yet."""
    shape: shapely.Geometry
    reasons: tuple[str, ...]
    trust: float = 1.0
    """What the reading does to the confidence in the anchors."""
    kind: Kind = "border"
    radius_km: float | None = None


@dataclass(frozen=True)
class Teller:
    """Reads expressions of one article."""

    mentions: Sequence[Mention]
    """Located, expressions among them."""
    shapes: Shapes
    gazetteer: Gazetteer

    def cut(
        self, line: shapely.Geometry, at: Place, what: str, otherwise: type[Exception]
    ) -> tuple[shapely.Geometry, str]:
        """The part of a line near a place and the reason that tells how near; raises `otherwise` where none is."""
        reach = lines.NEAR
        if at.radius_km and at.feature_class in ("L", "T") and at.radius_km > reach.least_km:
            reach = lines.Reach(at.radius_km, max(at.radius_km, reach.most_km), reach.times)
        found = lines.near(line, lat=at.lat, lon=at.lon, reach=reach)
        if found is None:
            raise otherwise(f"the {what} comes nowhere within {lines.NEAR.most_km:.0f} km of {at.name}")
        return found[0], f"the part within {found[1]:.0f} km of {at.name}"

    def areas(self, place: Place) -> list[Place]:
        """The countries or divisions that a place is or consists of; empty for towns and the like."""
        if self.shapes.area(place) is not None:
            return [place]
        members = [] if (place.feature or "").startswith(("P.", "S.", "H.")) else list(self.gazetteer.members(place.id))
        return members if self.shapes.union(members) is not None else []

    def country_before(self, at: int) -> Mention:
        """The country named last before an offset, whose "its" and "the country's" are. Raises `NotOne`."""
        before = (mention for mention in self.mentions if mention.end <= at and mention.place)
        named = [mention for mention in before if (mention.place.feature or "").startswith("A.PCL")]
        if not named:
            raise NotOne
        return max(named, key=lambda mention: mention.start)

    def country(self, place: Place) -> Place | None:
        country = self.gazetteer.country(place.country_code) if place.country_code else None
        return country if country and self.shapes.area(country) is not None else None


def made(id: str, name: str, feature: str, land: Place | None) -> Place:
    """A place for what an expression tells; its point is set when it is drawn."""
    return Place(id, name, 0.0, 0.0, land.country_code if land else None, feature, source=SOURCE)


def is_river(place: Place) -> bool:
    """A stream or canal, which the gazetteer draws as a line."""
    return (place.feature or "").startswith(("H.STM", "H.CNL"))


def is_told_line(mention: Mention) -> bool:
    """A coast or river told through another place, from which a distance may be told as from a border."""
    return (
        mention.kind == "relation"
        and mention.place is not None
        and (mention.place.feature or "").startswith(TOLD_LINES)
    )


def place_of(mention: Mention) -> Place:
    if mention.place is None:
        raise Unreadable(f"“{mention.surface}” is not resolved, so the expression has no place")
    return mention.place


def the(place: Place) -> str:
    """The name of a water as a sentence has it."""
    return place.name if place.name.startswith(("Lake ", "the ")) else f"the {place.name}"


def drawn(mention: Mention) -> shapely.Geometry | None:
    """The geometry that a mention has already."""
    geometry = mention.location.geometry if mention.location else None
    return lonlat.from_geojson(dict(geometry)) if geometry else None
