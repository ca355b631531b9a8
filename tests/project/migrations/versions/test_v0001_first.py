from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from geo.project.migrations.versions import v0001_first
from geo.project.upgrading import MIGRATIONS, NEWEST


def test_it_makes_every_table_from_nothing(connection):
    made = set(inspect(connection).get_table_names())
    wanted = (
        "alembic_version articles changes facts geometries mentions places said stories texts versions words".split()
    )
    assert set(wanted) <= made


def test_it_is_the_first_and_the_last_file_is_the_newest_version():
    assert v0001_first.down_revision is None
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == NEWEST
