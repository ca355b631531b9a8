from sqlalchemy import inspect

from geo.project.migrations.versions import v0001_first, v0002_radius


def test_mentions_get_a_column_for_it(connection):
    assert "radius_km" in {column["name"] for column in inspect(connection).get_columns("mentions")}


def test_it_follows_the_first():
    assert v0002_radius.down_revision == v0001_first.revision
