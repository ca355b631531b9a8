"""Which places the news speaks of, as far as a gazetteer can know."""

from __future__ import annotations

from geo.types import Place

OWN_TABLES = "dateline"
"""`Place.source` of what only our own tables have."""

NOTED_FROM = 4.9
"""Importance from which a sea, region, mountain or site is in our own tables: there it is 5 and more, elsewhere less than that
(`geo/sources/rank.py`)."""


def is_noted(place: Place) -> bool:
    """True for the seas, regions, zones and landmarks of our own tables, under whatever id. Towns and divisions are noted for
    their people, which their population says."""
    if place.source == OWN_TABLES:
        return True
    return place.feature_class not in (None, "A", "P") and (place.importance or 0.0) >= NOTED_FROM
