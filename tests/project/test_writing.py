import pytest
from sqlalchemy import func, select

from geo.errors import ProjectError
from geo.project import contents, writing
from geo.project.records import Record
from geo.project.schema import METADATA, articles
from tests.project.made import told

RECORDS = [Record.of(told(f"[Kyiv|kyiv] {number}", f"n{number}")) for number in range(5)]


def test_stories_are_kept_in_order_with_their_day(connection):
    added = writing.add(connection, RECORDS, "2024-05-01")
    assert added.new == tuple(f"n{number}" for number in range(5)) and added.already == ()
    assert writing.key_of(connection, "n3") == 4
    assert connection.execute(select(articles.c.added)).scalars().all() == ["2024-05-01"] * 5
    assert writing.add(connection, [], "") == writing.Added()


def test_an_unknown_article_has_no_key(connection):
    with pytest.raises(ProjectError, match="lists them"):
        writing.key_of(connection, "x" * 10_000)


def test_nothing_of_a_purged_article_is_left_in_any_table(connection, monkeypatch):
    monkeypatch.setattr(contents, "CHUNK", 2)
    writing.add(connection, RECORDS, "")
    connection.execute(articles.update().values(deleted=1))
    assert writing.purge(connection) == 5
    left = {table.name for table in METADATA.sorted_tables if rows(connection, table)}
    assert left <= {"places", "versions", "geometries"}


def rows(connection, table):
    return connection.execute(select(func.count()).select_from(table)).scalar()


def test_another_story_takes_the_place_of_the_one_that_there_was(connection):
    writing.add(connection, RECORDS, "")
    newer = Record.of(told("In [Paris|paris] and [Minsk|minsk].", "n0"))
    writing.replace_story(connection, 1, newer, {"title": "New"})
    row = connection.execute(select(articles).where(articles.c.key == 1)).one()
    assert (row.title, row.hash, row.mentions, row.length) == ("New", newer.hash, 2, 19)
