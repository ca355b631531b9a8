"""The tables of the first version."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from geo.project import sqlite

revision = "0001"
down_revision = None


def upgrade(op: Any) -> None:
    """`op`: Alembic's `Operations` on the project's own connection."""
    _articles(op)
    _facts(op)
    _geometries(op)
    _versions(op)
    _changes(op)
    _places(op)
    _stories(op)
    _texts(op)
    _mentions(op)
    _said(op)
    sqlite.create_words(op.get_bind())


def _articles(op: Any) -> None:
    op.create_table(
        "articles",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("verified", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_index("articles_deleted", "articles", ["deleted"], unique=False)
    op.create_index("articles_hash", "articles", ["hash"], unique=False)
    op.create_index("articles_id", "articles", ["id"], unique=False)


def _facts(op: Any) -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _geometries(op: Any) -> None:
    op.create_table(
        "geometries",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )


def _versions(op: Any) -> None:
    op.create_table(
        "versions",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )


def _changes(op: Any) -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("stop", sa.Integer(), nullable=True),
        sa.Column("surface", sa.String(), nullable=True),
        sa.Column("surface_key", sa.String(), nullable=True),
        sa.Column("newest", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("undone", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.key"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("changes_article", "changes", ["article"], unique=False)
    op.create_index("changes_surface", "changes", ["surface_key"], unique=False)


def _places(op: Any) -> None:
    op.create_table(
        "places",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("adm1_code", sa.String(), nullable=True),
        sa.Column("adm2_code", sa.String(), nullable=True),
        sa.Column("feature", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.digest"]),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )


def _stories(op: Any) -> None:
    op.create_table(
        "stories",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("said_article", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article"),
    )


def _texts(op: Any) -> None:
    op.create_table(
        "texts",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article"),
    )


def _mentions(op: Any) -> None:
    op.create_table(
        "mentions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("surface", sa.String(), nullable=False),
        sa.Column("surface_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("shape", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("doubt", sa.Float(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=True),
        sa.Column("last", sa.String(), nullable=True),
        sa.Column("boilerplate", sa.Boolean(), nullable=False),
        sa.Column("excerpt_start", sa.Integer(), nullable=False),
        sa.Column("excerpt_stop", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["origin"], ["changes.id"]),
        sa.ForeignKeyConstraint(["place"], ["places.key"]),
        sa.ForeignKeyConstraint(["shape"], ["geometries.digest"]),
        sa.PrimaryKeyConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_index("mentions_article", "mentions", ["article", "number"], unique=False)
    op.create_index("mentions_doubt", "mentions", ["state", "doubt"], unique=False)
    op.create_index("mentions_origin", "mentions", ["origin"], unique=False)
    op.create_index("mentions_place", "mentions", ["place"], unique=False)
    op.create_index("mentions_surface", "mentions", ["surface_key"], unique=False)


def _said(op: Any) -> None:
    op.create_table(
        "said",
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["mention"], ["mentions.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention"),
    )
