"""Where on the globe the mentions lie: outlines, zones, borders, points.

One idea a file: `areas` (countries, divisions, regions, rivers), `zones` (circles), `borders` (lines told through their two
sides).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.location.areas import locate_area
from geo.location.borders import border_mentions
from geo.location.relations import relation_mentions
from geo.location.shapes import Shapes
from geo.location.zones import is_zone, locate_zone
from geo.types import Article, Location, Mention, Place

__all__ = ["Shapes", "locate"]


def locate(article: Article, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Resolved mentions with their location, an outer one before those inside it."""
    located = [_located(mention, shapes, gazetteer) for mention in mentions]
    located += border_mentions(article.text, mentions, shapes, gazetteer)
    located += relation_mentions(article.text, located, shapes, gazetteer)
    return tuple(sorted(located, key=lambda mention: (mention.start, -mention.end)))


def place_location(place: Place, shapes: Shapes, gazetteer: Gazetteer) -> Location:
    """The fullest location that is known of a place: outline, zone or point."""
    found = locate_area(place, shapes, gazetteer) or locate_zone(place, shapes)
    return found or Location(lat=place.lat, lon=place.lon, radius_km=place.radius_km)


def _located(mention: Mention, shapes: Shapes, gazetteer: Gazetteer) -> Mention:
    place = mention.place
    if place is None:
        return mention
    kind = "zone" if mention.kind == "name" and is_zone(place) else mention.kind
    return replace(mention, kind=kind, location=place_location(place, shapes, gazetteer))
