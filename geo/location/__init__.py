"""Where on the globe the mentions lie: outlines, zones, borders, points.

One idea a file: `areas` (countries, divisions, regions, rivers), `zones` (circles), `named_lines` (the Durand Line), `borders`
(lines told through their two sides), `framed` (names that only the words around them tell), `line_mentions` (coasts, banks,
stretches of lines, declared zones), `relations` (places told through others by distance and side), `regions` (those whose name
alone says where they lie).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geo.gazetteer import Gazetteer
from geo.location import namesakes
from geo.location.areas import locate_area
from geo.location.borders import border_mentions
from geo.location.framed import with_framed
from geo.location.line_mentions import line_mentions
from geo.location.named_lines import locate_line
from geo.location.regions import region_location
from geo.location.relations import relation_mentions
from geo.location.shapes import Shapes
from geo.location.telling import SOURCE
from geo.location.zones import is_zone, locate_zone
from geo.types import Article, Location, Mention, Place

__all__ = ["Shapes", "locate"]


TOLD = ("border", "relation")
"""Kinds of mentions that are made here; no recogniser finds any."""


def locate(article: Article, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Resolved mentions with their location, an outer one before those inside it.

    Mentions around others, borders, relations and zones without a place of their own were located before, and are told anew.
    """
    named = _innermost(mentions)
    named = with_framed(article.text, named, gazetteer)
    named = [namesakes.read_anew(mention, named, gazetteer) for mention in named]
    located = [_located(mention, shapes, gazetteer) for mention in named]
    borders = border_mentions(article.text, named, shapes, gazetteer)
    told = line_mentions(article.text, [*located, *borders], shapes, gazetteer)
    borders = [
        border for border in borders if not any(_around(outer, border) for outer in told if outer.kind != "zone")
    ]
    others = [*located, *borders, *told]
    return tuple(sorted([*others, *relation_mentions(article.text, others, shapes, gazetteer)], key=_order))


def _innermost(mentions: Sequence[Mention]) -> list[Mention]:
    ordered = sorted(mentions, key=_order)
    around = {id(mention) for mention, following in pairwise(ordered) if _around(mention, following)}
    return [mention for mention in ordered if id(mention) not in around and not _is_told(mention)]


def _is_told(mention: Mention) -> bool:
    """Was it made here? Of zones those that no gazetteer has."""
    told_zone = mention.kind == "zone" and mention.place is not None and mention.place.source == SOURCE
    return mention.kind in TOLD or told_zone


def _around(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def place_location(place: Place, shapes: Shapes, gazetteer: Gazetteer) -> Location:
    """The fullest location that is known of a place: line, outline, zone or point."""
    found = locate_line(place, shapes) or locate_area(place, shapes, gazetteer) or locate_zone(place, shapes)
    return found or Location(lat=place.lat, lon=place.lon, radius_km=place.radius_km)


def _located(mention: Mention, shapes: Shapes, gazetteer: Gazetteer) -> Mention:
    place = mention.place
    if place is None:
        return mention
    kind = "zone" if mention.kind == "name" and is_zone(place) else mention.kind
    location = place_location(place, shapes, gazetteer)
    region = region_location(place, shapes, gazetteer) if location.geometry is None else None
    if region is None:
        return replace(mention, kind=kind, location=location)
    location, why = region
    resolution = replace(mention.resolution, reasons=tuple(dict.fromkeys((*mention.resolution.reasons, why))))
    return replace(mention, kind=kind, resolution=resolution, location=location)
