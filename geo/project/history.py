"""What people did, told."""

from __future__ import annotations

from sqlalchemy import Connection, select

from geo.project.asking import paged
from geo.project.decoding import changes_from
from geo.project.rows import Change
from geo.project.schema import articles, changes


def history(connection: Connection, limit: int, offset: int) -> list[Change]:
    """Changes, the newest first."""
    query = select(changes, articles.c.id.label("article_id")).outerjoin(articles, articles.c.key == changes.c.article)
    rows = connection.execute(paged(query.order_by(changes.c.id.desc()), limit, offset)).all()
    return changes_from(connection, rows)
