"""How often a project was changed, counted in the project itself, so that every program that has it open sees the same."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, cast, insert, select, update

from geo.project.schema import facts

NAME = "revision"
"""Of the fact that holds the count."""

_COUNT = select(cast(facts.c.value, Integer)).where(facts.c.name == NAME)


def current(connection: Connection) -> int:
    """The count; 0 for a project that nobody has changed yet."""
    return connection.execute(_COUNT).scalar() or 0


def grow(connection: Connection) -> None:
    """Count one change more; part of the transaction that makes it."""
    count = current(connection)
    connection.execute(
        update(facts).where(facts.c.name == NAME).values(value=str(count + 1))
        if count
        else insert(facts).values(name=NAME, value="1")
    )
