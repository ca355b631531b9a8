"""Articles into a project, out of it, and anew. Each function is one part of a transaction that its caller holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from geo.errors import ProjectError
from geo.project import contents, judging
from geo.project.clean import column
from geo.project.codec import Encoder
from geo.project.conditions import LIVE
from geo.project.decoding import DELETION
from geo.project.records import (
    Record,
    article_row,
    mention_rows,
    story_row,
    text_row,
    words_row,
)
from geo.project.rows import Added, Already
from geo.project.schema import articles, changes, mentions, said, stories, texts
from geo.project.sqlite import drop_words, put_words, tidy_words


def add(connection: Connection, records: Sequence[Record], now: str) -> Added:
    """Keep stories; one whose id or text is there already is left out and told."""
    fresh, already = _sorted_out(connection, records)
    if fresh:
        columns = [article_row(record, now) for record in fresh]
        query = insert(articles).returning(articles.c.key, sort_by_parameter_order=True)
        keys = list(connection.execute(query, columns).scalars())
        _keep(connection, list(zip(keys, fresh, strict=True)))
    return Added(tuple(record.id for record in fresh), already)


def replace_story(connection: Connection, key: int, record: Record, columns: dict[str, Any]) -> None:
    """Keep another story of an article in the place of the one that there was; `columns`: what is shown of it."""
    for table in (mentions, texts, stories):
        connection.execute(delete(table).where(table.c.article == key))
    drop_words(connection, [key])
    length = len(record.story.article.text)
    connection.execute(update(articles).where(articles.c.key == key).values(hash=record.hash, length=length, **columns))
    _keep(connection, [(key, record)])


def purge(connection: Connection) -> int:
    """Remove deleted articles for good, with what was decided on them alone. Returns how many."""
    keys = list(connection.execute(select(articles.c.key).where(articles.c.deleted.is_not(None))).scalars())
    for begin in range(0, len(keys), contents.CHUNK):
        _purge(connection, keys[begin : begin + contents.CHUNK])
    connection.execute(delete(changes).where(changes.c.kind == DELETION, changes.c.undone.is_(None)))
    if keys:
        tidy_words(connection)
    return len(keys)


def known_key(connection: Connection, id: str) -> int | None:
    """The key of an article that is not deleted; None: there is none of that id."""
    return connection.execute(select(articles.c.key).where(articles.c.id == column(id), LIVE)).scalar()


def key_of(connection: Connection, id: str) -> int:
    """The key of an article. Raises `ProjectError` where there is none of that id."""
    key = known_key(connection, id)
    if key is None:
        raise ProjectError(f"{id[:80]!r} is no article of this project; `Project.articles` lists them")
    return key


def _sorted_out(connection: Connection, records: Sequence[Record]) -> tuple[list[Record], tuple[Already, ...]]:
    columns = [articles.c.id, articles.c.hash]
    by_id, by_hash = {}, {}
    found = contents.chunked(connection, [*columns, articles.c.deleted], articles.c.id, [r.id for r in records])
    by_id.update({row.id: row.id for row in found if row.deleted is None})
    found = contents.chunked(connection, [*columns, articles.c.deleted], articles.c.hash, [r.hash for r in records])
    by_hash.update({row.hash: row.id for row in found if row.deleted is None})
    fresh, already = [], []
    for record in records:
        known = by_id.get(record.id) or by_hash.get(record.hash)
        if known:
            already.append(Already(record.story.article.id, known))
            continue
        by_id[record.id] = by_hash[record.hash] = record.id
        fresh.append(record)
    return fresh, tuple(already)


def _keep(connection: Connection, kept: Sequence[tuple[int, Record]]) -> None:
    encoder = Encoder()
    connection.execute(insert(stories), [story_row(record, key, encoder) for key, record in kept])
    connection.execute(insert(texts), [text_row(record, key) for key, record in kept])
    put_words(connection, [words_row(record, key) for key, record in kept])
    every = [mention for _, record in kept for mention in record.story.mentions]
    written = [encoder.json(mention) for mention in every]
    contents.keep(connection, encoder)
    places = contents.place_keys(connection, encoder, [mention.place for mention in every if mention.place])
    rows = [row for key, record in kept for row in mention_rows(record, key, encoder, places)]
    if rows:
        query = insert(mentions).returning(mentions.c.key, sort_by_parameter_order=True)
        keys = connection.execute(query, rows).scalars()
        connection.execute(
            insert(said), [{"mention": key, "said": text} for key, text in zip(keys, written, strict=True)]
        )
    _apply(connection, [key for key, _ in kept])


def _apply(connection: Connection, keys: Collection[int]) -> None:
    """Lay the decisions that reach these articles over them."""
    standing = judging.decisions(connection, _reaching(keys))
    judging.plant(connection, standing, keys)
    judging.refresh(connection, {each.key for each in standing}, keys)
    judging.count(connection, keys)


def _reaching(keys: Collection[int]) -> Any:
    return (changes.c.scope == "everywhere") | changes.c.article.in_(list(keys))


def _purge(connection: Connection, keys: Sequence[int]) -> None:
    among = changes.c.article.in_(keys)
    alone = among & (changes.c.scope.is_distinct_from("everywhere"))
    connection.execute(delete(mentions).where(mentions.c.article.in_(keys)))
    connection.execute(delete(changes).where(alone))
    connection.execute(update(changes).where(among).values(article=None))
    connection.execute(delete(articles).where(articles.c.key.in_(keys)))
    drop_words(connection, keys)
