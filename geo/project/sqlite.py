"""All that is SQLite's alone: opening its files safely, telling a project from other files, and searching texts.

Another database needs an `engine` and the five functions of words, the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Select,
    column,
    create_engine,
    delete,
    event,
    false,
    insert,
    select,
    table,
)
from sqlalchemy.exc import SQLAlchemyError

from geo.errors import ProjectError
from geo.project.clean import UNFIT

APPLICATION_ID = 0x44544C4E
"""Marks a SQLite file as a project of Dateline: "DTLN", in the four bytes that SQLite leaves to applications."""

HEADER_BYTES = 100
"""Length of the header of a SQLite file, https://www.sqlite.org/fileformat.html."""

MAGIC = b"SQLite format 3\0"
APPLICATION_AT = slice(68, 72)

BUSY_MS = 10_000
"""How long a call waits in milliseconds while another program writes; a batch of articles takes well below one second."""

CACHE_KIB = 16_384
"""Pages kept in memory by one connection: the narrow tables of 50,000 mentions fit."""

PRAGMAS = (
    f"busy_timeout={BUSY_MS}",
    "foreign_keys=ON",
    "synchronous=NORMAL",
    "trusted_schema=OFF",
    "secure_delete=ON",
    f"cache_size=-{CACHE_KIB}",
    "temp_store=MEMORY",
)
"""`NORMAL` with a write-ahead log loses nothing when the program is killed, and at worst the last moments when the power is
cut. `trusted_schema` keeps a file from others from running functions. What is purged is overwritten."""

WRITES = {"dateline_writes": True}
"""Execution option of a transaction that will write: it waits for its turn at once, not when two have read and both want
to write."""

SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Letters of scripts that put no space between words (Thai, Lao, Burmese, Khmer, Kana, Han): each is found by itself."""

QUOTED = re.compile(r'"([^"]*)"|([^\s"]+)')

MAX_TERMS = 32
"""Most words of one search; each costs a look into the index."""

words = table("words", column("rowid"), column("title"), column("body"))
words_column = table("words", column("words"))
"""The hidden column of the same name, through which FTS5 takes commands."""


def identify(path: Path) -> None:
    """Nothing where a file is a project. Raises `ProjectError` where it is not; the file is only read."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError as error:
        raise ProjectError(f"{path} cannot be opened: {error.strerror}; look at its permissions") from error
    if header[: len(MAGIC)] != MAGIC or int.from_bytes(header[APPLICATION_AT], "big") != APPLICATION_ID:
        raise ProjectError(f"{path} is no project of Dateline; it was left as it is")


def engine(path: Path) -> Engine:
    """A pool of connections to one file."""
    made = create_engine(URL.create("sqlite+pysqlite", database=str(path)))
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def create(made: Engine) -> None:
    """Mark an empty file as a project that writes ahead."""
    with mapped(made), made.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.close()


@contextmanager
def mapped(made: Engine) -> Iterator[None]:
    """The database's errors as a `ProjectError`."""
    try:
        yield
    except (SQLAlchemyError, made.dialect.loaded_dbapi.Error, OverflowError, UnicodeEncodeError) as error:
        said = str(getattr(error, "orig", None) or error).splitlines() or [type(error).__name__]
        raise ProjectError(
            f"the project's database failed: {said[0][:200]}; close other programs that use it, look at the space on "
            "the disk, or restore the file from a copy"
        ) from error


def create_words(connection: Connection) -> None:
    """The index of words. `remove_diacritics 2`: "Sao Paulo" finds "São Paulo"."""
    tokens = "unicode61 remove_diacritics 2"
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize='{tokens}')")


def put_words(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Index articles: `key`, `title`, `body`."""
    made = [{"rowid": row["key"], "title": _spaced(row["title"] or ""), "body": _spaced(row["body"])} for row in rows]
    if made:
        connection.execute(insert(words), made)


def drop_words(connection: Connection, keys: Iterable[int]) -> None:
    """Forget articles."""
    connection.execute(delete(words).where(words.c.rowid.in_(list(keys))))


def tidy_words(connection: Connection) -> None:
    """Drop from the index what is left of forgotten articles; it takes about a second for 10,000 that are still there."""
    connection.execute(words_column.insert().values(words="optimize"))


def rename_words(connection: Connection, key: int, title: str | None) -> None:
    """Index another title of an article."""
    connection.execute(words.update().where(words.c.rowid == key).values(title=_spaced(title or "")))


def has_words(asked: str) -> Select[Any]:
    """The keys of the articles that have the words: all of them, those in double quotes beside each other."""
    query = _query(asked)
    found = column("words").op("MATCH")(query) if query else false()
    return select(words.c.rowid).where(found)


def _query(asked: str) -> str:
    """Each word as a quoted string, so that nothing in it is an operator. Empty: there is no word."""
    terms = [quoted or bare for quoted, bare in QUOTED.findall(UNFIT.sub(" ", asked))]
    kept = [term for term in terms if any(map(str.isalnum, term))][:MAX_TERMS]
    return " ".join(f'"{_spaced(term)}"' for term in kept)


def _spaced(text: str) -> str:
    """The text with its spaceless letters apart. In a quoted string they stand beside each other, as in the text."""
    return SPACELESS.sub(lambda match: f" {match[0]} ", UNFIT.sub(" ", text))


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # `_begin` begins transactions, so that creating tables is undone with the rest
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dateline_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
