from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from geo.project.schema import METADATA, mentions


def test_the_tables_that_migrations_make_are_those_of_the_schema(connection):
    of_search = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith("words")}
    context = MigrationContext.configure(connection, opts={"compare_type": True, **of_search})
    assert compare_metadata(context, METADATA) == []


def test_what_belongs_to_an_article_goes_with_it():
    (to_article,) = mentions.c.article.foreign_keys
    assert to_article.ondelete == "CASCADE"
