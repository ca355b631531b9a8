"""The tables of a project. Changing one takes a new file in `migrations/versions` too; a test compares the two.

Exact values are JSON or packed bytes (`said`, `text`); the other columns are for looking up, sorting and showing, and of
mentions they hold what is left after people's decisions.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()


def _of_article() -> Column:
    return Column("article", Integer, ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True)


facts = Table(
    "facts",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What is known of the project itself: its name, when it was made."""

articles = Table(
    "articles",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("hash", String, nullable=False),
    Column("title", String),
    Column("date", String),
    Column("outlet", String),
    Column("author", String),
    Column("address", String),
    Column("language", String),
    Column("length", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("places", Integer, nullable=False),
    Column("verified", Integer, nullable=False),
    Column("flagged", Integer, nullable=False),
    Column("added", String, nullable=False),
    Column("deleted", Integer),
    Index("articles_id", "id"),
    Index("articles_hash", "hash"),
    Index("articles_deleted", "deleted"),
    sqlite_autoincrement=True,
)
"""`deleted`: the change that took it out. Keys are never given twice: a decision remembers the highest of its day."""

texts = Table("texts", METADATA, _of_article(), Column("text", LargeBinary, nullable=False))

stories = Table(
    "stories",
    METADATA,
    _of_article(),
    Column("said_article", Text, nullable=False),
    Column("said", Text, nullable=False),
)

places = Table(
    "places",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("version", String, ForeignKey("versions.digest"), nullable=False),
    Column("name", String, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("country_code", String),
    Column("adm1_code", String),
    Column("adm2_code", String),
    Column("feature", String),
)
"""Each place that a mention means, once, as it was known last."""

versions = Table("versions", METADATA, Column("digest", String, primary_key=True), Column("said", Text, nullable=False))
"""Every place in full, once for each different content: a newer gazetteer may know it otherwise."""

geometries = Table(
    "geometries",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("said", Text, nullable=False),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.key", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("surface", String, nullable=False),
    Column("surface_key", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("role", String, nullable=False),
    Column("place", Integer, ForeignKey("places.key")),
    Column("shape", String, ForeignKey("geometries.digest")),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("confidence", Float, nullable=False),
    Column("doubt", Float, nullable=False),
    Column("state", String, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("boilerplate", Boolean, nullable=False),
    Column("excerpt_start", Integer, nullable=False),
    Column("excerpt_stop", Integer, nullable=False),
    Column("origin", Integer, ForeignKey("changes.id")),
    Column("gone", Boolean, nullable=False),
    Index("mentions_article", "article", "number"),
    Index("mentions_surface", "surface_key"),
    Index("mentions_place", "place"),
    Index("mentions_origin", "origin"),
    Index("mentions_doubt", "state", "doubt"),
    sqlite_autoincrement=True,
)
"""`doubt`: how unsure the engine was, whatever people said since. `origin`: the decision that added it. `gone`: no place."""

said = Table(
    "said",
    METADATA,
    Column("mention", Integer, ForeignKey("mentions.key", ondelete="CASCADE"), primary_key=True),
    Column("said", Text, nullable=False),
)
"""Mentions as the engine said them; those that people added have none."""

changes = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("act", String),
    Column("what", Text, nullable=False),
    Column("article", Integer, ForeignKey("articles.key")),
    Column("scope", String),
    Column("start", Integer),
    Column("stop", Integer),
    Column("surface", String),
    Column("surface_key", String),
    Column("newest", Integer),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Column("undone", String),
    Index("changes_surface", "surface_key"),
    Index("changes_article", "article"),
    sqlite_autoincrement=True,
)
"""Everything that people did, in order: decisions on mentions, edits and deletions of articles."""
