"""Names to places: one normalisation, one read-only file."""

from geo.gazetteer.normalise import key
from geo.gazetteer.noted import is_noted
from geo.gazetteer.store import Gazetteer

__all__ = ["Gazetteer", "is_noted", "key"]
