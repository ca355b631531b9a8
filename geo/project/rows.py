"""What a project answers: frozen rows of plain values, light enough for a table of thousands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from geo.project.decisions import Decision
from geo.project.filters import State
from geo.types import Kind, Role

Timeline = Literal["published", "spoken of"]
"""Which days are counted: those on which articles appeared, or those that sentences speak of."""

Order = Literal["text", "newest", "oldest", "least certain", "most certain", "place"]
"""How mentions are sorted: as they stand in the articles, by day of the article, by confidence, by name of the place."""

ArticleOrder = Literal["added", "title", "date", "outlet", "language", "length", "mentions", "places", "verified"]


@dataclass(frozen=True, slots=True)
class Already:
    """An article that a project had."""

    given: str
    """The id it was handed in with."""
    id: str
    """The id that the project has it under: the same one, or that of an article with the same text."""


@dataclass(frozen=True, slots=True)
class Added:
    """What `Project.add` did."""

    new: tuple[str, ...] = ()
    """Ids of the articles as the project knows them."""
    already: tuple[Already, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line in the list of articles. Mentions in boilerplate are not counted."""

    id: str
    title: str | None
    date: str | None
    outlet: str | None
    author: str | None
    address: str | None
    language: str | None
    """As its source says, else what most of its words are in."""
    length: int
    """Code points of the text."""
    mentions: int
    places: int
    """Different ones."""
    verified: int
    flagged: int
    added: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A line in the table of mentions."""

    key: int
    """Names the mention for as long as its article is not run again."""
    article: str
    title: str | None
    date: str | None
    outlet: str | None
    start: int
    end: int
    surface: str
    kind: Kind
    role: Role
    place_id: str | None
    """None: not resolved; so are the next two."""
    place: str | None
    country_code: str | None
    lat: float | None
    """None: not located."""
    lon: float | None
    confidence: float
    state: State
    first: str | None
    """First of the days that the sentence speaks of. None: it names none."""
    last: str | None
    boilerplate: bool
    excerpt_start: int
    """First code point of the sentence around it."""
    excerpt_end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentence around a mention, in three pieces that together are the article's own words."""

    mention: MentionRow
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """A place on the map."""

    place_id: str
    name: str
    lat: float
    """Of the representative point of its location."""
    lon: float
    country_code: str | None
    feature: str | None
    geometry: str | None
    """GeoJSON type of its geometry. None: only the point is known."""
    shape: str | None
    """What `Project.geometry` takes. None: only the point is known."""
    mentions: int
    articles: int
    confidence: float
    """The best of its mentions."""
    literal: int
    """Mentions that are a location; the others are its government, people or team."""
    radius_km: float | None
    """How far off the place may be. None: it is where it is."""


class Totals(NamedTuple):
    """How much a filter keeps."""

    mentions: int
    articles: int
    """With at least one of the mentions."""
    places: int
    """Different ones."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a filter keeps, in figures."""

    mentions: int
    articles: int
    """With at least one of the mentions."""
    places: int
    by_country: tuple[tuple[str | None, int], ...]
    """Mentions by the country of their place, most first. None: in no single country, or not resolved."""
    by_day: tuple[tuple[str, int], ...]
    """Mentions by the day their article appeared, oldest first; those of articles without a date are in no day."""
    by_month: tuple[tuple[str, int], ...]
    """The same by `YYYY-MM`."""
    top: tuple[PlaceTally, ...]
    """The places with most mentions."""


class DayCount(NamedTuple):
    """Mentions that go with the same days."""

    first: str
    last: str
    """The first again, where it is one day."""
    mentions: int


@dataclass(frozen=True, slots=True)
class Deletion:
    """Articles were taken out."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What is known about an article was set by hand."""

    article: str
    fields: dict[str, str | None] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history."""

    id: int
    what: Decision | Deletion | Edit
    surface: str | None
    """The words that a decision is about."""
    who: str
    """Empty: not said."""
    at: str
    """ISO 8601, UTC."""
    undone: bool


@dataclass(frozen=True, slots=True)
class Rerun:
    """What became of the decisions on an article that was run again."""

    applied: tuple[int, ...]
    """Those made on this article that hold again."""
    lost: tuple[int, ...]
    """Those whose words are no longer where they were, or, for a verified place, no longer mean that place."""
