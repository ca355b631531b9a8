"""Stories out of a project: as the engine said them, or with what people decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from geo.errors import ProjectError
from geo.project import contents, judging
from geo.project.applying import Judged, in_text_order, judge
from geo.project.clean import column, unpacked
from geo.project.codec import DAMAGED, Decoder
from geo.project.conditions import Condition, of_listed, of_single_mentions
from geo.project.decoding import DAY, EDIT, fields_of
from geo.project.filters import MAX_CHOICES, Filter
from geo.project.records import edited
from geo.project.schema import articles, changes, geometries, mentions, places, said, stories, texts
from geo.types import Article, Location, Mention, Place, Story


def story(connection: Connection, key: int, *fits: Condition, seen: contents.Seen | None = None) -> Story:
    """With people's edits and decisions. `fits`: which mentions it has, all where nothing is asked."""
    rows = _mention_rows(connection, key, *fits)
    article, bare, known = _parts(connection, key, [row.said for row in rows if row.said], seen)
    judged = _judged(connection, key, rows, known) if rows else []
    found = tuple(replace(each.mention, state=each.state) for each in judged if not each.gone)
    mentions_now = in_text_order(found) if any(row.origin is not None for row in rows) else found
    return replace(bare, article=edited_article(connection, key, article), mentions=mentions_now)


def raw_story(connection: Connection, key: int) -> Story:
    """Exactly as it was handed in."""
    rows = [row for row in _mention_rows(connection, key) if row.origin is None]
    article, bare, known = _parts(connection, key, [row.said for row in rows])
    return replace(bare, article=article, mentions=tuple(known.read(Mention, row.said) for row in rows))


def selected(connection: Connection, asked: Filter) -> Iterator[Story]:
    """The articles that a filter lists, in the order in which they were added, each with the mentions that fit."""
    fits, seen = of_single_mentions(connection, asked), contents.Seen()
    query = select(articles.c.key).where(*of_listed(connection, asked)).order_by(articles.c.key)
    for key in connection.execute(query).scalars().all():
        yield story(connection, key, *fits, seen=seen)


def said_of(connection: Connection, key: int) -> tuple[Article, Story]:
    """An article as it was handed in, and what else its story says but for mentions."""
    article, bare, _ = _parts(connection, key, [])
    return article, bare


def edited_article(connection: Connection, key: int, article: Article) -> Article:
    """The article with what people set, oldest first."""
    of_article = (changes.c.kind == EDIT, changes.c.article == key, changes.c.undone.is_(None))
    for row in connection.execute(select(changes).where(*of_article).order_by(changes.c.id)):
        who = f" by {row.who}" if row.who else ""
        article = edited(article, fields_of(row), f"set{who} on {row.at[DAY]}")
    return article


def text_of(connection: Connection, key: int) -> str:
    """The text of an article. Raises `ProjectError` where it is damaged."""
    data = connection.execute(select(texts.c.text).where(texts.c.article == key)).scalar()
    return unpacked(data or b"")


def texts_of(connection: Connection, keys: Collection[int]) -> dict[int, str]:
    """The texts of several articles by their keys. Raises `ProjectError` where one is damaged."""
    wanted, packed = list(keys), {}
    for start in range(0, len(wanted), MAX_CHOICES):
        some = texts.c.article.in_(wanted[start : start + MAX_CHOICES])
        packed |= dict(connection.execute(select(texts.c.article, texts.c.text).where(some)).all())
    return {key: unpacked(packed.get(key) or b"") for key in wanted}


def known_location(connection: Connection, place: Place) -> Location:
    """Where a place lies: as a mention of the project that has its outline says, else its point."""
    query = (
        select(mentions.c.lat, mentions.c.lon, geometries.c.digest, geometries.c.said)
        .join(geometries, geometries.c.digest == mentions.c.shape)
        .join(places, places.c.key == mentions.c.place)
        .where(places.c.id == column(place.id))
        .order_by(mentions.c.key.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return Location(place.lat, place.lon, radius_km=place.radius_km)
    return Location(row.lat, row.lon, contents.read_geometry(row.said), place.radius_km)


def _mention_rows(connection: Connection, key: int, *fits: Condition) -> list[Row[Any]]:
    query = select(*judging.BASE).outerjoin(said, said.c.mention == mentions.c.key)
    query = query.outerjoin(places, places.c.key == mentions.c.place).where(mentions.c.article == key, *fits)
    return list(connection.execute(query.order_by(mentions.c.number, mentions.c.key)))


def _parts(
    connection: Connection, key: int, more: list[str], seen: contents.Seen | None = None
) -> tuple[Article, Story, Decoder]:
    row = connection.execute(select(stories).where(stories.c.article == key)).first()
    if row is None:
        raise ProjectError(DAMAGED)
    known = contents.decoder(connection, [row.said_article, row.said, *more], seen)
    article = replace(known.read(Article, row.said_article), text=text_of(connection, key))
    return article, known.read(Story, row.said), known


def applied(connection: Connection, key: int) -> set[int]:
    """Ids of the decisions that hold for at least one mention of an article."""
    rows = _mention_rows(connection, key)
    known = contents.decoder(connection, [row.said for row in rows if row.said])
    return {id for each in _judged(connection, key, rows, known) for id in each.applied}


def _judged(connection: Connection, key: int, rows: list[Row[Any]], known: Decoder) -> list[Judged]:
    among = judging.concerning(connection, key)
    origins = {decided.id: decided for decided in among}
    return [judge(judging.raw_mention(row, known, origins), among, key) for row in rows]
