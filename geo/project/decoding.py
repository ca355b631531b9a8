"""Rows of `changes` back into what people did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row

from geo.errors import ProjectError
from geo.project import contents
from geo.project.codec import DAMAGED, Decoder
from geo.project.decisions import ACTS, Act, Decided, Decision
from geo.project.rows import Change, Deletion, Edit

DECISION, DELETION, EDIT = "decision", "deletion", "edit"
"""Kinds of changes."""

DAY = slice(0, 10)
"""Of an ISO 8601 time."""


def decided_from(connection: Connection, rows: Sequence[Row[Any]]) -> list[Decided]:
    """Decisions, in the order in which they are applied."""
    known = contents.decoder(connection, (row.what for row in rows))
    found = [
        Decided(
            row.id, _act(row, known), row.scope, row.article, row.start, row.stop, row.surface, row.surface_key,
            row.who, row.at[DAY], row.newest,
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda decided: decided.order)


def changes_from(connection: Connection, rows: Sequence[Row[Any]]) -> list[Change]:
    """Lines of the history, as sorted. Each row has its article's id as `article_id`."""
    known = contents.decoder(connection, (row.what for row in rows))
    return [Change(row.id, _what(row, known), row.surface, row.who, row.at, row.undone is not None) for row in rows]


def fields_of(row: Row[Any]) -> dict[str, str | None]:
    """What an edit set."""
    return _plain(row.what, dict)


def deleted_of(row: Row[Any]) -> tuple[str, ...]:
    """Ids of the articles that a deletion took out."""
    return tuple(_plain(row.what, list))


def _what(row: Row[Any], known: Decoder) -> Decision | Deletion | Edit:
    if row.kind == DECISION:
        return Decision(row.article_id or "", row.start, row.stop, _act(row, known), row.scope)
    if row.kind == DELETION:
        return Deletion(deleted_of(row))
    return Edit(row.article_id or "", fields_of(row))


def _act(row: Row[Any], known: Decoder) -> Act:
    if row.act not in ACTS:
        raise ProjectError(DAMAGED)
    return known.read(ACTS[row.act], row.what)


def _plain(text: str, kind: type) -> Any:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as damage:
        raise ProjectError(DAMAGED) from damage
    if not isinstance(found, kind):
        raise ProjectError(DAMAGED)
    return found
