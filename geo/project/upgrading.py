"""The version of a project's tables: what it is, and how it becomes the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table

from geo.errors import ProjectError
from geo.project.sqlite import WRITES

NEWEST = "0002"
"""The newest version; a test compares it with the files in `migrations/versions`."""

MIGRATIONS = Path(__file__).with_name("migrations")

_versions = table("alembic_version", column("version_num"))


def upgrade(engine: Engine) -> None:
    """Bring a project's tables to the newest version, all or nothing. `ProjectError`: they are newer than this program."""
    with engine.connect() as connection:
        if current(connection) == NEWEST:
            return
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        _upgrade(connection)


def current(connection: Connection) -> str | None:
    """The version of the tables. None: there are none yet."""
    if not inspect(connection).has_table(_versions.name):
        return None
    return connection.execute(select(_versions.c.version_num)).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    script = ScriptDirectory(str(MIGRATIONS))
    steps = {"fn": lambda version, _context: script._upgrade_revs(NEWEST, version)}
    context = MigrationContext.configure(connection, opts=steps)
    try:
        context.run_migrations(op=Operations(context))  # handed over: alembic.op is one for all threads
    except CommandError as error:
        raise ProjectError(
            f"the project was made by a newer version of Dateline (its tables are {current(connection)!r}, this version "
            f"knows {NEWEST}); update Dateline to open it"
        ) from error
