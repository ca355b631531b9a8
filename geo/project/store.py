"""A project: articles, their places, and what people decided, behind one small interface.

    with Projects().create() as project:
        project.add(geo.parse_many(articles))
        project.tallies(Filter(countries=("UA",)))

Every method is one transaction: it is done as a whole or not at all, and what it returned for is kept, also when the program
is killed right after. Any number of threads may call at once. Databases' errors come as `ProjectError`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, select

from geo.errors import ProjectError
from geo.project import asking, changing, contents, history, reading, rerunning, revision, sqlite, writing
from geo.project.clean import column
from geo.project.decisions import Decision
from geo.project.editing import Given, checked_edit
from geo.project.filters import Filter
from geo.project.records import batches
from geo.project.rows import (
    Added,
    ArticleOrder,
    ArticleRow,
    Change,
    Counts,
    DayCount,
    Excerpt,
    MentionRow,
    Order,
    PlaceTally,
    Rerun,
    Timeline,
    Totals,
)
from geo.project.schema import facts, geometries
from geo.project.upgrading import upgrade
from geo.types import Place, Story

BATCH = 100
"""Stories kept in one transaction: a killed program loses fewer than this many, and others wait well below one second."""

EVERYTHING = Filter()

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Project:
    """One open project. Close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine, *, token: str = "", clock: Clock = utc_now) -> None:
        """`engine`: the database, whose tables are brought up to date. Raises `ProjectError` where it is no project."""
        self.token = token
        """What `Projects.open` takes."""
        self._engine = engine
        self._clock = clock
        self._turn = Lock()
        self._closed = False
        with sqlite.mapped(engine):
            upgrade(engine)

    def close(self) -> None:
        """Let the file go. What is asked of a closed project is a `ProjectError`."""
        self._closed = True
        self._engine.dispose()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # Its name

    @property
    def name(self) -> str:
        """What people call it; empty at first."""
        with self._read() as connection:
            return connection.execute(select(facts.c.value).where(facts.c.name == "name")).scalar() or ""

    def rename(self, name: str) -> None:
        """Give it another name."""
        value = " ".join((column(name) or "").split())
        with self._write() as connection:
            connection.execute(facts.delete().where(facts.c.name == "name"))
            connection.execute(facts.insert().values(name="name", value=value))

    @property
    def revision(self) -> int:
        """Grows with every change, whoever makes it: what was asked at the same revision has the same answer."""
        with self._read() as connection:
            return revision.current(connection)

    # Articles

    def add(self, stories: Iterable[Story]) -> Added:
        """Keep stories, as they come, in batches of `BATCH`; one whose id or text is there already is told and left out.

        Where reading the stories fails, those that came before are kept.
        """
        new, already = [], []
        for batch in batches(stories, BATCH):
            with self._write() as connection:
                added = writing.add(connection, batch, self._now())
            new += added.new
            already += added.already
        return Added(tuple(new), tuple(already))

    def articles(
        self,
        filter: Filter = EVERYTHING,
        *,
        order: ArticleOrder = "added",
        descending: bool = True,
        limit: int = 100,
        offset: int = 0,
    ) -> list[ArticleRow]:
        """A page of the list of articles that fit: with a mention that fits, where the filter asks about mentions."""
        with self._read() as connection:
            return asking.article_rows(connection, filter, order, descending, limit, offset)

    def article_count(self, filter: Filter = EVERYTHING) -> int:
        """How many articles `articles` has in all."""
        with self._read() as connection:
            return asking.article_count(connection, filter)

    def headlines(self, ids: Collection[str]) -> dict[str, str]:
        """The headlines of these articles by their ids, also of deleted ones; one that has none is left out."""
        with self._read() as connection:
            return asking.headlines(connection, ids)

    def mentions_in(self, ids: Collection[str], filter: Filter = EVERYTHING) -> dict[str, int]:
        """How many mentions a filter keeps of each of these articles, a page of them; one with none is left out."""
        with self._read() as connection:
            return asking.mentions_in(connection, filter, ids)

    def story(self, id: str, *, raw: bool = False) -> Story:
        """The story of an article with people's edits and decisions; `raw`: exactly as it was handed in.

        Its focus is the engine's in both.
        """
        with self._read() as connection:
            key = writing.key_of(connection, id)
            return reading.raw_story(connection, key) if raw else reading.story(connection, key)

    def selected(self, filter: Filter = EVERYTHING) -> Iterator[Story]:
        """The stories that `articles` lists, first added first, each with those of its mentions that fit and as `story`.

        They come one by one and all as they were when the first was asked for, whatever is changed meanwhile.
        """
        with self._read() as connection:
            yield from reading.selected(connection, filter)

    def has(self, id: str) -> bool:
        """Whether there is an article of that id, not deleted."""
        with self._read() as connection:
            return writing.known_key(connection, id) is not None

    def text(self, id: str) -> str:
        """The text of an article, exactly as offsets refer to it. Raises `ProjectError` where there is no such article."""
        with self._read() as connection:
            return reading.text_of(connection, writing.key_of(connection, id))

    def edit(self, id: str, who: str = "", **fields: Given) -> int:
        """Set the title, date (`YYYY-MM-DD`), outlet, author, address, language or dateline of an article; None: unknown.

        Returns the id of the change. Raises `InputError` where a value makes no sense.
        """
        checked = checked_edit(fields)
        with self._write() as connection:
            return changing.edit(connection, id, checked, who, self._now())

    def delete(self, ids: Collection[str], who: str = "") -> int:
        """Take articles out; `undo` brings them back until they are purged. Returns the id of the change."""
        with self._write() as connection:
            return changing.delete(connection, ids, who, self._now())

    def purge(self) -> int:
        """Remove for good the articles that were deleted, with what was decided on them alone. Returns how many."""
        with self._write() as connection:
            return writing.purge(connection)

    def rerun(self, id: str, story: Story) -> Rerun:
        """Replace what the engine said of an article by a newer story; edits and decisions are laid over it again."""
        with self._write() as connection:
            return rerunning.rerun(connection, id, story)

    # Places and mentions

    def tallies(self, filter: Filter = EVERYTHING) -> list[PlaceTally]:
        """The places on the map, most mentioned first."""
        with self._read() as connection:
            return asking.tallies(connection, filter)

    def mentions(
        self, filter: Filter = EVERYTHING, *, limit: int = 100, offset: int = 0, order: Order = "text"
    ) -> list[MentionRow]:
        """A page of the table of mentions."""
        with self._read() as connection:
            return asking.mention_rows(connection, filter, limit, offset, order)

    def sentences(
        self, filter: Filter = EVERYTHING, *, limit: int = 100, offset: int = 0, order: Order = "text"
    ) -> list[Excerpt]:
        """The same page with the sentence around each mention."""
        with self._read() as connection:
            return asking.sentences(connection, filter, limit, offset, order)

    def mention_count(self, filter: Filter = EVERYTHING) -> int:
        """How many mentions `mentions` has in all."""
        with self._read() as connection:
            return asking.mention_count(connection, filter)

    def excerpts(
        self, place_id: str, filter: Filter = EVERYTHING, *, limit: int = 100, offset: int = 0
    ) -> list[Excerpt]:
        """The sentences that name a place, those of the newest articles first."""
        with self._read() as connection:
            return asking.excerpts(connection, place_id, filter, limit, offset)

    def totals(self, filter: Filter = EVERYTHING) -> Totals:
        """How many mentions, articles and places a filter keeps."""
        with self._read() as connection:
            return asking.totals(connection, filter)

    def counts(self, filter: Filter = EVERYTHING) -> Counts:
        """What a filter keeps, in figures: by country, by day and month, the places named most."""
        with self._read() as connection:
            return asking.counts(connection, filter)

    def days(self, filter: Filter = EVERYTHING, *, of: Timeline = "published") -> list[DayCount]:
        """How many mentions go with which days: those of their article, or those that their sentence speaks of."""
        with self._read() as connection:
            return asking.days(connection, filter, of)

    def days_of_places(self, place_ids: Sequence[str], filter: Filter = EVERYTHING) -> list[tuple[str, str, int]]:
        """How often places are named in the articles of each day: the place's id, the day, mentions."""
        with self._read() as connection:
            return asking.days_of_places(connection, filter, place_ids)

    def choices(self) -> dict[str, list[str]]:
        """The `outlets`, `languages` and `countries` that a filter can choose from."""
        with self._read() as connection:
            return asking.choices(connection)

    def emptied_by(self, filter: Filter) -> dict[str, int]:
        """Where a filter keeps nothing: its fields that alone, taken away, give mentions again, and how many."""
        with self._read() as connection:
            return asking.emptied_by(connection, filter)

    def place(self, place_id: str) -> Place:
        """A place that a mention means. Raises `ProjectError` where none does."""
        with self._read() as connection:
            found = contents.known_place(connection, place_id)
        if found is None:
            raise ProjectError(f"{place_id[:80]!r} is no place of this project; `Project.tallies` lists them")
        return found

    def geometry(self, shape: str) -> dict[str, Any]:
        """The GeoJSON geometry that `PlaceTally.shape` names."""
        with self._read() as connection:
            said = connection.execute(select(geometries.c.said).where(geometries.c.digest == column(shape))).scalar()
        if said is None:
            raise ProjectError(f"{shape[:80]!r} is no geometry of this project")
        return contents.read_geometry(said)

    # Decisions

    def touches(self, decision: Decision) -> int:
        """How many mentions a decision would reach, those that it adds included. Nothing is changed."""
        with self._read() as connection:
            return changing.touches(connection, decision)

    def decide(self, decision: Decision, who: str = "") -> int:
        """Keep a decision and apply it; see `Scope` for which of several wins. Returns the id of the change.

        Raises `InputError` where it makes no sense, `ProjectError` where there is no such article or mention.
        """
        with self._write() as connection:
            return changing.decide(connection, decision, who, self._now())

    def undo(self, id: int | None = None) -> int:
        """Take a change back, the last one where none is named. Returns its id. `ProjectError`: there is none."""
        with self._write() as connection:
            return changing.undo(connection, id, self._now())

    def redo(self, id: int | None = None) -> int:
        """Do a change again, the one undone last where none is named. Returns its id. `ProjectError`: there is none."""
        with self._write() as connection:
            return changing.redo(connection, id)

    def history(self, *, limit: int = 100, offset: int = 0) -> list[Change]:
        """Decisions, edits and deletions, also undone ones, the newest first."""
        with self._read() as connection:
            return history.history(connection, limit, offset)

    # Review

    def review(self, filter: Filter = EVERYTHING, *, limit: int = 50) -> list[MentionRow]:
        """Mentions that nobody has looked at, the engine's least certain first."""
        with self._read() as connection:
            return asking.review(connection, filter, None, None, limit)

    def review_after(self, key: int, filter: Filter = EVERYTHING) -> MentionRow | None:
        """The next to review behind a mention (`MentionRow.key`), which may be reviewed itself by now. None: the last."""
        with self._read() as connection:
            return next(iter(asking.review(connection, filter, key, None, 1)), None)

    def review_before(self, key: int, filter: Filter = EVERYTHING) -> MentionRow | None:
        """The one before it. None: the first."""
        with self._read() as connection:
            return next(iter(asking.review(connection, filter, None, key, 1)), None)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._connected() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that is done as a whole; threads take turns."""
        with self._turn, self._connected() as plain:
            connection = plain.execution_options(**sqlite.WRITES)
            with connection.begin():
                yield connection
                revision.grow(connection)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        if self._closed:
            raise ProjectError("the project was closed; open it again")
        with sqlite.mapped(self._engine), self._engine.connect() as connection:
            yield connection
