"""Decisions on the rows of mentions: which there are, which mentions they add, and what each mention is after them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, delete, func, insert, or_, select, update

from geo.errors import ProjectError
from geo.project import contents
from geo.project.applying import Judged, added_mention, judge, occurrences
from geo.project.clean import DAMAGED, unpacked
from geo.project.codec import Decoder, Encoder
from geo.project.decisions import Decided, Missed
from geo.project.decoding import DECISION, decided_from
from geo.project.records import doubt, judged_columns, placed_row
from geo.project.schema import articles, changes, mentions, said, texts
from geo.project.sqlite import has_words
from geo.types import Mention

BASE = [
    mentions.c.key, mentions.c.article, mentions.c.start, mentions.c.stop, mentions.c.surface, mentions.c.surface_key,
    mentions.c.origin, said.c.said,
]  # fmt: skip
"""What a mention is made of before decisions."""


def decisions(connection: Connection, *conditions: Any) -> list[Decided]:
    """Those that hold (are not undone) and meet the conditions, in the order in which they are applied."""
    query = select(changes).where(changes.c.kind == DECISION, changes.c.undone.is_(None), *conditions)
    return decided_from(connection, connection.execute(query).all())


def concerning(connection: Connection, article: int) -> list[Decided]:
    """Those that may concern an article."""
    of_article = or_(changes.c.article == article, changes.c.scope == "everywhere")
    keys = select(mentions.c.surface_key).where(mentions.c.article == article)
    return decisions(connection, of_article, changes.c.surface_key.in_(keys))


def raw_mention(row: Row[Any], known: Decoder, origins: Mapping[int, Decided]) -> Mention:
    """The mention of a row before decisions: as the engine said it, or as the decision that added it."""
    if row.origin is None:
        return known.read(Mention, row.said)
    if row.origin not in origins:
        raise ProjectError(DAMAGED)
    return added_mention(origins[row.origin], row.start, row.stop, row.surface)


def plant(connection: Connection, among: Sequence[Decided], only: Collection[int] | None = None) -> set[int]:
    """Add the mentions of decisions on overlooked words, where none stands. Returns the articles that have new ones.

    `only`: keys of articles to look at; None: all that there are.
    """
    grown: set[int] = set()
    for key, rows in planned(connection, among, only):
        connection.execute(insert(mentions), rows)
        grown.add(key)
    return grown


def planned(
    connection: Connection, among: Sequence[Decided], only: Collection[int] | None = None
) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """What `plant` would add, by key of the article."""
    missed = [each for each in among if isinstance(each.act, Missed)]
    for key, text in _texts(connection, missed, only):
        standing = select(mentions.c.start, mentions.c.stop).where(mentions.c.article == key)
        taken = {(row.start, row.stop) for row in connection.execute(standing)}
        rows = []
        for decided in missed:
            for span in occurrences(decided, text, key):
                if span not in taken and (decided.scope == "mention" or not _overlaps(span, taken)):
                    taken.add(span)
                    rows.append(_added_row(decided, span, text, key))
        if rows:
            yield key, rows


def uproot(connection: Connection, change: int) -> set[int]:
    """Take out the mentions that a decision on overlooked words has added. Returns the articles that had them."""
    had = set(connection.execute(select(mentions.c.article).where(mentions.c.origin == change)).scalars())
    connection.execute(delete(mentions).where(mentions.c.origin == change))
    return had


def refresh(connection: Connection, keys: Collection[str], only: Collection[int] | None = None) -> set[int]:
    """Work out anew every mention of these surface keys. Returns the articles they stand in.

    `only`: keys of articles to look at; None: all that there are.
    """
    touched: set[int] = set()
    if not keys:
        return touched
    among = decisions(connection, changes.c.surface_key.in_(list(keys)))
    query = (
        select(*BASE).outerjoin(said, said.c.mention == mentions.c.key).where(mentions.c.surface_key.in_(list(keys)))
    )
    if only is not None:
        query = query.where(mentions.c.article.in_(list(only)))
    rows = connection.execute(query.order_by(mentions.c.key)).all()
    for begin in range(0, len(rows), contents.CHUNK):
        touched |= _refresh(connection, rows[begin : begin + contents.CHUNK], among)
    return touched


def count(connection: Connection, keys: Iterable[int]) -> None:
    """Bring the figures in the list of articles up to date."""
    shown = (mentions.c.article == articles.c.key) & ~mentions.c.gone & ~mentions.c.boilerplate

    def figure(what: Any) -> Any:
        return select(what).where(shown).scalar_subquery()

    def of_state(state: str) -> Any:
        return func.coalesce(func.sum(case((mentions.c.state == state, 1), else_=0)), 0)

    figures = {
        "mentions": figure(func.count()),
        "places": figure(func.count(mentions.c.place.distinct())),
        "verified": figure(of_state("verified")),
        "flagged": figure(of_state("flagged")),
    }
    among = sorted(set(keys))
    for begin in range(0, len(among), contents.CHUNK):
        part = among[begin : begin + contents.CHUNK]
        connection.execute(update(articles).where(articles.c.key.in_(part)).values(figures))


def _refresh(connection: Connection, rows: Sequence[Row[Any]], among: Sequence[Decided]) -> set[int]:
    known = contents.decoder(connection, (row.said for row in rows if row.said))
    origins = {decided.id: decided for decided in among}
    by_key: dict[str, list[Decided]] = {}
    for decided in among:
        by_key.setdefault(decided.key, []).append(decided)
    judged: dict[int, Judged] = {}
    for row in rows:
        judged[row.key] = judge(raw_mention(row, known, origins), by_key.get(row.surface_key, ()), row.article)
    _update(connection, judged)
    return {row.article for row in rows}


def _texts(
    connection: Connection, missed: Sequence[Decided], only: Collection[int] | None
) -> Iterator[tuple[int, str]]:
    """Key and text of the articles in which decisions on overlooked words may add mentions."""
    keys: set[int] = set()
    for decided in missed:
        if decided.scope != "everywhere":
            keys.add(decided.article or 0)
        elif only is None:
            keys.update(connection.execute(has_words(f'"{decided.surface}"')).scalars())
        else:
            keys.update(only)
    keys &= set(only) if only is not None else keys
    for key in sorted(keys):
        data = connection.execute(select(texts.c.text).where(texts.c.article == key)).scalar()
        if data is not None:
            yield key, unpacked(data)


def _added_row(decided: Decided, span: tuple[int, int], text: str, article: int) -> dict[str, Any]:
    """A row that `refresh` fills in: nothing of a place yet."""
    mention = Mention(*span, text[slice(*span)])
    empty = judged_columns(Judged(mention), Encoder(), {})
    return placed_row(mention, PLANTED, article, text, decided.id) | empty | {"doubt": doubt(mention)}


PLANTED = 1_000_000
"""The number of mentions that people added: behind those of the engine, of which no text has as many."""


def _overlaps(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _update(connection: Connection, judged: Mapping[int, Judged]) -> None:
    encoder = Encoder()
    places = keep_meant(connection, encoder, [each.mention for each in judged.values()])
    rows = [{"at": key} | judged_columns(each, encoder, places) for key, each in judged.items()]
    if rows:
        values = {name: bindparam(name) for name in rows[0] if name != "at"}
        connection.execute(update(mentions).where(mentions.c.key == bindparam("at")).values(values), rows)


def keep_meant(connection: Connection, encoder: Encoder, among: Sequence[Mention]) -> dict[str, int]:
    """Keep what mentions mean, before the rows that refer to it. Returns the keys of the places by id."""
    meant = [mention.place for mention in among if mention.place]
    for mention in among:
        if mention.place:
            encoder.place(mention.place)
        if mention.location and mention.location.geometry is not None:
            encoder.geometry(mention.location.geometry)
    contents.keep(connection, encoder)
    return contents.place_keys(connection, encoder, meant)
