"""A filter as conditions of a query. Whatever people typed is only ever a value in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select
from sqlalchemy.sql import ColumnElement

from geo.project.clean import column
from geo.project.contents import known_place
from geo.project.filters import OF_ARTICLES, Days, Filter
from geo.project.schema import articles, mentions, places
from geo.project.sqlite import has_words
from geo.types import Box, Place

Condition = ColumnElement[bool]

LIVE = articles.c.deleted.is_(None)


def of_mentions(connection: Connection, asked: Filter) -> list[Condition]:
    """For a query that joins mentions, their articles and, from outside, their places."""
    return [*of_articles(asked), *of_single_mentions(connection, asked)]


def of_articles(asked: Filter) -> list[Condition]:
    """The conditions on articles as a whole."""
    found = [LIVE]
    if asked.text and asked.text.strip():
        found.append(articles.c.key.in_(has_words(asked.text)))
    if asked.published:
        found += _within(asked.published, articles.c.date, articles.c.date)
    among = (
        (articles.c.outlet, asked.outlets),
        (articles.c.language, asked.languages),
        (articles.c.id, asked.articles),
    )
    return found + _any_of(among)


def of_listed(connection: Connection, asked: Filter) -> list[Condition]:
    """For a list of articles: those with at least one mention that fits, where mentions are asked about at all."""
    found = of_articles(asked)
    if not set(asked.asked) <= {*OF_ARTICLES, "boilerplate"}:
        having = select(mentions.c.article).outerjoin(places).where(*of_single_mentions(connection, asked))
        found.append(articles.c.key.in_(having))
    return found


def joined(query: Select[Any]) -> Select[Any]:
    """A query of mentions with what the conditions need."""
    return query.select_from(mentions.join(articles).outerjoin(places, places.c.key == mentions.c.place))


def of_single_mentions(connection: Connection, asked: Filter) -> list[Condition]:
    """The conditions on mentions of articles that fit, for a query that joins places from outside."""
    found: list[Condition] = [~mentions.c.gone]
    if not asked.boilerplate:
        found.append(~mentions.c.boilerplate)
    if asked.place is not None:
        place = asked.place if isinstance(asked.place, Place) else known_place(connection, asked.place)
        found.append(_inside(place) if place else places.c.id == column(str(asked.place)))
    if asked.confidence:
        found.append(mentions.c.confidence.between(*asked.confidence))
    if asked.spoken_of:
        found += _within(asked.spoken_of, mentions.c.first, mentions.c.last)
    if asked.countries:
        within = places.c.country_code.in_([column(code) for code in asked.countries])
        found.append(or_(within, *(_borders_of(code) for code in asked.countries)))
    among = (
        (mentions.c.kind, asked.kinds), (mentions.c.role, asked.roles),
        (mentions.c.state, asked.states),
    )  # fmt: skip
    return found + _any_of(among)


def _any_of(among: Any) -> list[Condition]:
    return [where.in_([column(value) for value in values]) for where, values in among if values]


def _within(days: Days, first: Any, last: Any) -> list[Condition]:
    """What begins at `first` and ends at `last` overlaps the days; without a day it does not."""
    begin, end = days
    found = [first.is_not(None)]
    if begin:
        found.append(last >= begin)
    if end:
        found.append(first <= end)
    return found


def _inside(place: Place) -> Condition:
    """A place and what lies in it; of a country or a first-level division its borders too."""
    itself = places.c.id == column(place.id)
    feature = place.feature or ""
    if feature.startswith("A.PCL") and place.country_code:
        return or_(itself, places.c.country_code == place.country_code, _borders_of(place.country_code))
    for level, code, among in (
        ("A.ADM1", place.adm1_code, places.c.adm1_code),
        ("A.ADM2", place.adm2_code, places.c.adm2_code),
    ):
        if feature == level and code:
            return or_(itself, among == column(code), _borders_of(code))
    return or_(itself, _in_box(place.bbox)) if place.bbox else itself


def _borders_of(code: str) -> Condition:
    """The borders of an area, and what is told by them ("near its border"): a border lies in none of its sides and touches
    both. Its id has their codes: `border:SD-TD`, `border:MX-US.TX+GT-MX`, `border:TR:north` (`geo/location/borders.py`)."""
    id, code = places.c.id, column(code)
    codes = func.replace(func.replace(id, "+", "-"), ":", "-").concat("-")
    has = (func.replace(codes, f"-{code}{end}", "") != codes for end in "-.")  # unlike LIKE, it tells KM from km
    return and_(id.contains("border:"), or_(*has))


def _in_box(box: Box) -> Condition:
    west, south, east, north = box
    lon = places.c.lon
    along = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(along, places.c.lat.between(south, north))
