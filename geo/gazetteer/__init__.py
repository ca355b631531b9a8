"""Names to places: one normalisation, one read-only file."""

from geo.gazetteer.normalise import key
from geo.gazetteer.store import Gazetteer

OWN_TABLES = "dateline"
"""`Place.source` of what comes from our own tables: the seas, zones and landmarks that the news speaks of."""

__all__ = ["OWN_TABLES", "Gazetteer", "key"]
