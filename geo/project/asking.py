"""What a project is asked: tallies, tables, counts, the review. Everything here only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, get_args

from sqlalchemy import Connection, Row, Select, and_, case, distinct, func, or_, select

from geo.errors import InputError
from geo.project import contents, reading
from geo.project.clean import column
from geo.project.conditions import joined, of_listed, of_mentions
from geo.project.filters import Filter
from geo.project.rows import (
    ArticleOrder,
    ArticleRow,
    Counts,
    DayCount,
    Excerpt,
    MentionRow,
    Order,
    PlaceTally,
    Timeline,
    Totals,
)
from geo.project.schema import articles, geometries, mentions, places

TOP = 20
"""Places named in `Counts.top`: as many as a list beside the map shows."""

LARGEST_PAGE = 100_000
"""Most rows of one answer; a table of more is read page by page."""

LARGEST_OFFSET = 2**31
"""More than any project has of anything, and a number that every database takes."""

MONTH = slice(0, 7)
"""Of an ISO 8601 day."""

ROW = [
    mentions.c.key, articles.c.id, articles.c.title, articles.c.date, articles.c.outlet, mentions.c.start,
    mentions.c.stop, mentions.c.surface, mentions.c.kind, mentions.c.role, places.c.id.label("place_id"), places.c.name,
    places.c.country_code, mentions.c.lat, mentions.c.lon, mentions.c.confidence, mentions.c.state, mentions.c.first,
    mentions.c.last, mentions.c.boilerplate, mentions.c.excerpt_start, mentions.c.excerpt_stop,
]  # fmt: skip
"""The fields of a `MentionRow`, in their order."""

LISTED = [articles.c[name] for name in ArticleRow.__slots__]

ORDERS: dict[Order, list[Any]] = {
    "text": [articles.c.key, mentions.c.start, mentions.c.stop.desc()],
    "newest": [articles.c.date.is_(None), articles.c.date.desc()],
    "oldest": [articles.c.date.is_(None), articles.c.date],
    "least certain": [mentions.c.confidence],
    "most certain": [mentions.c.confidence.desc()],
    "place": [places.c.name.is_(None), places.c.name, places.c.id],
}


def headlines(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The headlines of articles, also of those that were deleted; one without is left out."""
    columns = [articles.c.id, articles.c.title, articles.c.deleted]
    found = contents.chunked(connection, columns, articles.c.id, ids)
    gone_first = sorted(found, key=lambda row: row.deleted is None)
    return {row.id: row.title for row in gone_first if row.title}


def tallies(connection: Connection, asked: Filter, limit: int | None = None) -> list[PlaceTally]:
    """The located places, most mentioned first. Each lies where its latest mention says."""
    literal = func.sum(case((mentions.c.role == "literal", 1), else_=0))
    figures = [func.count(), func.count(distinct(mentions.c.article)), func.max(mentions.c.confidence), literal]
    names = ("mentions", "articles", "confidence", "literal")
    columns = [figure.label(name) for figure, name in zip(figures, names, strict=True)]
    fits = (*of_mentions(connection, asked), mentions.c.lat.is_not(None), mentions.c.place.is_not(None))
    grouped = joined(select(func.max(mentions.c.key).label("latest"), *columns)).where(*fits)
    found = grouped.group_by(mentions.c.place).subquery()
    query = (
        select(
            places.c.id, places.c.name, mentions.c.lat, mentions.c.lon, places.c.country_code, places.c.feature,
            geometries.c.kind, mentions.c.shape, *(found.c[name] for name in names), mentions.c.radius_km,
        )
        .select_from(found)
        .join(mentions, mentions.c.key == found.c.latest)
        .join(places, places.c.key == mentions.c.place)
        .outerjoin(geometries, geometries.c.digest == mentions.c.shape)
        .order_by(found.c.mentions.desc(), places.c.id)
        .limit(limit)
    )  # fmt: skip
    return [PlaceTally(*row) for row in connection.execute(query)]


def mention_rows(connection: Connection, asked: Filter, limit: int, offset: int, order: Order) -> list[MentionRow]:
    """A page of the table of mentions."""
    query = paged(_ordered(connection, asked, order), limit, offset)
    return [MentionRow(*row) for row in connection.execute(query)]


def sentences(connection: Connection, asked: Filter, limit: int, offset: int, order: Order) -> list[Excerpt]:
    """The same page with the sentence around each mention."""
    return _excerpts(connection, paged(_ordered(connection, asked, order), limit, offset))


def excerpts(connection: Connection, place_id: str, asked: Filter, limit: int, offset: int) -> list[Excerpt]:
    """The sentences that name one place, those of the newest articles first."""
    query = _rows(connection, asked).where(places.c.id == column(place_id))
    query = query.order_by(*ORDERS["newest"], articles.c.key.desc(), mentions.c.start)
    return _excerpts(connection, paged(query, limit, offset))


def totals(connection: Connection, asked: Filter) -> Totals:
    """How much a filter keeps; quicker than all of `counts`."""
    figures = func.count(), func.count(distinct(mentions.c.article)), func.count(distinct(mentions.c.place))
    return Totals(*connection.execute(joined(select(*figures)).where(*of_mentions(connection, asked))).one())


def counts(connection: Connection, asked: Filter) -> Counts:
    """What a filter keeps, in figures."""
    fits = of_mentions(connection, asked)
    by_country = _grouped(connection, places.c.country_code, fits)
    by_day = [(day, count) for day, count in _grouped(connection, articles.c.date, fits) if day]
    by_month: Counter[str] = Counter()
    for day, count in by_day:
        by_month[day[MONTH]] += count
    top = tuple(tallies(connection, asked, TOP))
    return Counts(
        *totals(connection, asked), tuple(by_country), tuple(sorted(by_day)), tuple(sorted(by_month.items())), top
    )


def days(connection: Connection, asked: Filter, of: Timeline) -> list[DayCount]:
    """How many mentions go with which days, by the first day; those that go with none are left out."""
    if of not in get_args(Timeline):
        raise InputError(f"{of!r} are no days to count: give one of {', '.join(get_args(Timeline))}")
    date = articles.c.date
    first, last = (date, date) if of == "published" else (mentions.c.first, mentions.c.last)
    fits = of_mentions(connection, asked)
    query = joined(select(first, last, func.count())).where(*fits, first.is_not(None)).group_by(first, last)
    return [DayCount(*row) for row in connection.execute(query.order_by(first, last))]


def days_of_places(connection: Connection, asked: Filter, place_ids: Sequence[str]) -> list[tuple[str, str, int]]:
    """How often places are named in the articles of each day: the place's id, the day, mentions; articles without one are
    left out."""
    named = places.c.id.in_([column(id) for id in place_ids])
    query = joined(select(places.c.id, articles.c.date, func.count())).group_by(places.c.id, articles.c.date)
    query = query.where(*of_mentions(connection, asked), named, articles.c.date.is_not(None))
    return [tuple(row) for row in connection.execute(query.order_by(articles.c.date, places.c.id))]


def mention_count(connection: Connection, asked: Filter) -> int:
    """How many mentions a filter keeps."""
    return connection.execute(joined(select(func.count())).where(*of_mentions(connection, asked))).scalar_one()


def emptied_by(connection: Connection, asked: Filter) -> dict[str, int]:
    """Fields of a filter that keeps nothing, each of which alone, taken away, gives mentions again, and how many."""
    if mention_count(connection, asked):
        return {}
    without = {name: mention_count(connection, asked.without(name)) for name in asked.asked}
    if not asked.boilerplate:
        without["boilerplate"] = mention_count(connection, asked.with_boilerplate)
    return {name: count for name, count in without.items() if count}


def article_rows(
    connection: Connection, asked: Filter, order: ArticleOrder, descending: bool, limit: int, offset: int
) -> list[ArticleRow]:
    """A page of the list of articles. Those of which the order says nothing come last."""
    if order not in get_args(ArticleOrder):
        raise InputError(f"{order!r} is no order of articles: give one of {', '.join(get_args(ArticleOrder))}")
    by = articles.c.key if order == "added" else articles.c[order]
    query = select(*LISTED).where(*of_listed(connection, asked))
    query = query.order_by(by.is_(None), by.desc() if descending else by, articles.c.key)
    return [ArticleRow(*row) for row in connection.execute(paged(query, limit, offset))]


def article_count(connection: Connection, asked: Filter) -> int:
    """How many articles the list has."""
    return connection.execute(select(func.count(articles.c.key)).where(*of_listed(connection, asked))).scalar_one()


def mentions_in(connection: Connection, asked: Filter, ids: Collection[str]) -> dict[str, int]:
    """How many mentions a filter keeps of each of these articles; one with none is left out."""
    fits = (*of_mentions(connection, asked), articles.c.id.in_([column(id) for id in ids]))
    query = joined(select(articles.c.id, func.count())).where(*fits).group_by(articles.c.id)
    return dict(map(tuple, connection.execute(query)))


def review(
    connection: Connection, asked: Filter, after: int | None, before: int | None, limit: int
) -> list[MentionRow]:
    """Mentions that nobody has looked at, the engine's least certain first: after one, or before it, nearest first."""
    query = _rows(connection, asked).where(mentions.c.state == "unverified")
    doubt, key = mentions.c.doubt, mentions.c.key
    here = select(doubt).where(key == (after if before is None else before)).scalar_subquery()
    if before is not None:
        query = query.where(or_(doubt > here, and_(doubt == here, key < before))).order_by(doubt, key.desc())
    else:
        query = query.order_by(doubt.desc(), key)
        if after is not None:
            query = query.where(or_(doubt < here, and_(doubt == here, key > after)))
    return [MentionRow(*row) for row in connection.execute(paged(query, limit, 0))]


def choices(connection: Connection) -> dict[str, list[str]]:
    """The outlets, languages and countries that there are to choose from, in alphabetical order."""
    live = articles.c.deleted.is_(None)
    return {
        "outlets": _distinct(connection, select(articles.c.outlet).where(live)),
        "languages": _distinct(connection, select(articles.c.language).where(live)),
        "countries": _distinct(connection, select(places.c.country_code)),
    }


def _rows(connection: Connection, asked: Filter) -> Select[Any]:
    return joined(select(*ROW)).where(*of_mentions(connection, asked))


def _ordered(connection: Connection, asked: Filter, order: Order) -> Select[Any]:
    if order not in ORDERS:
        raise InputError(f"{order!r} is no order of mentions: give one of {', '.join(ORDERS)}")
    return _rows(connection, asked).order_by(*ORDERS[order], mentions.c.key)


def paged(query: Select[Any], limit: int, offset: int) -> Select[Any]:
    """A page of what a query gives. Raises `InputError` where there can be no such page."""
    if not (0 <= limit <= LARGEST_PAGE and 0 <= offset <= LARGEST_OFFSET):
        raise InputError(f"{limit} rows from {offset} on are no page: give 0 to {LARGEST_PAGE} rows")
    return query.limit(limit).offset(offset)


def _grouped(connection: Connection, by: Any, fits: Sequence[Any]) -> list[Row[Any]]:
    query = joined(select(by, func.count())).where(*fits).group_by(by).order_by(func.count().desc(), by)
    return [tuple(row) for row in connection.execute(query)]


def _distinct(connection: Connection, query: Select[Any]) -> list[str]:
    found: Iterable[str | None] = connection.execute(query.distinct()).scalars()
    return sorted(value for value in found if value)


def _excerpts(connection: Connection, query: Select[Any]) -> list[Excerpt]:
    found = connection.execute(query.add_columns(mentions.c.article)).all()
    texts = reading.texts_of(connection, {row[-1] for row in found})
    return [_excerpt(MentionRow(*row[:-1]), texts[row[-1]]) for row in found]


def _excerpt(row: MentionRow, text: str) -> Excerpt:
    before, after = text[row.excerpt_start : row.start], text[row.end : row.excerpt_end]
    return Excerpt(row, before, text[row.start : row.end], after)
