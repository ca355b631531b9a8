"""What people change, and take back: decisions, edits and deletions in one history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from geo.errors import InputError, ProjectError
from geo.project import contents, judging, reading
from geo.project.clean import column, surface_key, unpacked
from geo.project.codec import Encoder, dump
from geo.project.conditions import LIVE
from geo.project.decisions import (
    MAX_WORDS,
    SCOPES,
    Act,
    Choose,
    Decided,
    Decision,
    Draw,
    Missed,
    Pin,
    Verify,
    checked,
)
from geo.project.decoding import DAY, DECISION, DELETION, EDIT, deleted_of
from geo.project.records import article_columns
from geo.project.schema import articles, changes, mentions, places, texts
from geo.project.sqlite import rename_words
from geo.project.writing import key_of

MAX_WHO = 100
"""Longest name of a person, in code points."""


def decide(connection: Connection, decision: Decision, who: str, now: str) -> int:
    """Keep a decision and apply it. Returns the id of the change."""
    decided = made(connection, decision, who, now)
    encoder = Encoder()
    what = encoder.json(decided.act)
    contents.keep(connection, encoder)
    row = {
        "kind": DECISION, "act": type(decided.act).__name__, "what": what, "article": decided.article,
        "scope": decided.scope, "start": decided.start, "stop": decided.end, "surface": decided.surface,
        "surface_key": decided.key, "newest": decided.newest,
    }  # fmt: skip
    id = _record(connection, row, who, now)
    _apply(connection, decided.key)
    return id


def made(connection: Connection, decision: Decision, who: str = "", now: str = "") -> Decided:
    """The decision as it would be kept. `InputError`: it makes no sense; `ProjectError`: no such words or mention."""
    act = checked(decision.act)
    if decision.scope not in SCOPES:
        raise InputError(f"{decision.scope!r} is no scope of a decision: give one of {', '.join(SCOPES)}")
    key = key_of(connection, decision.article)
    surface = _surface(connection, key, decision)
    row = _mention_at(connection, key, decision)
    if row is None and not isinstance(act, Missed):
        raise ProjectError(f"no mention stands at {decision.start} to {decision.end} of {decision.article[:80]!r}")
    newest = connection.execute(select(func.max(articles.c.key))).scalar()
    return Decided(
        0, _filled(connection, act, row), decision.scope, key, decision.start, decision.end, surface,
        surface_key(surface), who, now[DAY], newest,
    )  # fmt: skip


def touches(connection: Connection, decision: Decision) -> int:
    """How many mentions a decision would reach, those that it would add included."""
    decided = made(connection, decision)
    reached = [mentions.c.surface_key == decided.key, LIVE]
    if decided.scope != "everywhere":
        reached.append(mentions.c.article == decided.article)
    if decided.scope == "mention":
        reached += [mentions.c.start == decided.start, mentions.c.stop == decided.end]
    if isinstance(decided.act, Verify):
        reached.append(places.c.id == column(decided.act.place_id))
    standing = select(func.count()).select_from(mentions).join(articles).outerjoin(places).where(*reached)
    if not isinstance(decided.act, PLACING):
        standing = standing.where(~mentions.c.gone)
    live = set(connection.execute(select(articles.c.key).where(LIVE)).scalars()) if _is_missed(decided.act) else set()
    added = sum(len(rows) for key, rows in judging.planned(connection, [decided]) if key in live)
    return connection.execute(standing).scalar_one() + added


def edit(connection: Connection, id: str, fields: Mapping[str, str | None], who: str, now: str) -> int:
    """Set what is known of an article. Returns the id of the change."""
    key = key_of(connection, id)
    change = _record(connection, {"kind": EDIT, "what": dump(dict(fields)), "article": key}, who, now)
    show(connection, key)
    return change


def delete(connection: Connection, ids: Collection[str], who: str, now: str) -> int:
    """Take articles out, until they are purged. Returns the id of the change."""
    keys = [key_of(connection, id) for id in dict.fromkeys(ids)]
    if not keys:
        raise InputError("no article is named to delete")
    change = _record(connection, {"kind": DELETION, "what": dump(list(dict.fromkeys(ids)))}, who, now)
    for begin in range(0, len(keys), contents.CHUNK):
        part = keys[begin : begin + contents.CHUNK]
        connection.execute(update(articles).where(articles.c.key.in_(part)).values(deleted=change))
    return change


def undo(connection: Connection, id: int | None, now: str) -> int:
    """Take a change back, the last one where none is named. Returns its id."""
    row = _change(connection, id, changes.c.undone.is_(None), [changes.c.id.desc()], "be undone")
    connection.execute(update(changes).where(changes.c.id == row.id).values(undone=now))
    if row.kind == DELETION:
        _restore(connection, row.id)
    elif row.kind == EDIT:
        show(connection, row.article)
    else:
        touched = judging.uproot(connection, row.id)
        _apply(connection, row.surface_key, touched)
    return row.id


def redo(connection: Connection, id: int | None) -> int:
    """Do again what was undone, the one undone last where none is named. Returns its id."""
    undone_last = (changes.c.undone.desc(), changes.c.id)
    row = _change(connection, id, changes.c.undone.is_not(None), undone_last, "be done again")
    connection.execute(update(changes).where(changes.c.id == row.id).values(undone=None))
    if row.kind == DELETION:
        _delete_again(connection, row)
    elif row.kind == EDIT:
        show(connection, row.article)
    else:
        _apply(connection, row.surface_key)
    return row.id


def show(connection: Connection, key: int) -> None:
    """Bring what is shown of an article up to date with its edits."""
    article, story = reading.said_of(connection, key)
    columns = article_columns(reading.edited_article(connection, key, article), story)
    connection.execute(update(articles).where(articles.c.key == key).values(columns))
    rename_words(connection, key, columns["title"])


def _apply(connection: Connection, key: str, touched: Collection[int] = ()) -> None:
    """Work out anew what decisions on words make of them."""
    standing = judging.decisions(connection, changes.c.surface_key == key)
    grown = judging.plant(connection, standing)
    judging.count(connection, {*touched, *grown, *judging.refresh(connection, [key])})


def _record(connection: Connection, row: dict[str, Any], who: str, now: str) -> int:
    columns = {"who": " ".join((column(who) or "").split())[:MAX_WHO], "at": now, **row}
    return connection.execute(insert(changes).values(columns).returning(changes.c.id)).scalar_one()


def _surface(connection: Connection, key: int, decision: Decision) -> str:
    data = connection.execute(select(texts.c.text).where(texts.c.article == key)).scalar_one()
    surface = unpacked(data)[max(0, decision.start) : max(0, decision.end)]
    if decision.start < 0 or len(surface) != decision.end - decision.start or not surface.strip():
        raise InputError(f"{decision.start} to {decision.end} are no words of {decision.article[:80]!r}")
    if len(surface) > MAX_WORDS or column(surface) != surface:
        raise InputError(f"a decision is about 1 to {MAX_WORDS} letters that can be read, not {len(surface)}")
    return surface


def _mention_at(connection: Connection, key: int, decision: Decision) -> Row[Any] | None:
    query = select(mentions.c.key, places.c.id).outerjoin(places)
    at = (mentions.c.article == key, mentions.c.start == decision.start, mentions.c.stop == decision.end)
    return connection.execute(query.where(*at)).first()


def _filled(connection: Connection, act: Act, row: Row[Any] | None) -> Act:
    """The act with what the project knows: where the place lies, which place was verified."""
    if isinstance(act, Choose | Missed) and act.place and not act.location:
        return replace(act, location=reading.known_location(connection, act.place))
    if isinstance(act, Verify) and act.place_id is None:
        if row is None or row.id is None:
            raise InputError("there is no place to verify: choose one first")
        return Verify(row.id)
    return act


def _is_missed(act: Act) -> bool:
    return isinstance(act, Missed)


def _change(connection: Connection, id: int | None, fits: Any, first: Sequence[Any], what: str) -> Row[Any]:
    query = select(changes).where(fits).order_by(*first).limit(1)
    row = connection.execute(query if id is None else query.where(changes.c.id == id)).first()
    if row is None:
        named = "there is no change" if id is None else f"there is no change {id}"
        raise ProjectError(f"{named} that can {what}; `Project.history` lists them")
    return row


def _restore(connection: Connection, change: int) -> None:
    back = select(articles.c.id).where(articles.c.deleted == change)
    again = connection.execute(select(articles.c.id).where(LIVE, articles.c.id.in_(back))).scalar()
    if again is not None:
        raise ProjectError(f"{again[:80]!r} was added again since it was deleted; delete that one first")
    connection.execute(update(articles).where(articles.c.deleted == change).values(deleted=None))


def _delete_again(connection: Connection, row: Row[Any]) -> None:
    for id in deleted_of(row):
        connection.execute(update(articles).where(articles.c.id == id, LIVE).values(deleted=row.id))


PLACING = (Choose, Pin, Draw, Missed)
"""Acts that give a mention a place, also one that was said to be none."""
