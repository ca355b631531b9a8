"""The best places whose names begin with some letters: prepared for prefixes that many names share, else sorted when asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from geo.gazetteer import schema
from geo.types import NameKind

LIVE = 1500
"""Names. The best places of a prefix that more names share are found at build time; fewer are sorted when asked, in 3 ms."""

BEST = 24
"""Places kept for such a prefix: more than a search box shows."""

LONGEST = 12
"""Letters. No longer prefix is shared by so many names."""

_COMMON = "SELECT substr(key, 1, ?) AS prefix FROM names GROUP BY prefix HAVING count(*) > ? ORDER BY prefix"
PENALTY: dict[NameKind, float] = {**schema.KIND_PENALTY, "demonym": 2.0, "alternate": 4.0}
"""Taken from a place's weight under a name of that kind. Other names of a country in small languages would crowd out the
cities that one begins to type: "Parahi" is Paraguay."""

WHOLE = 1.0
"""What a name gains by being complete: as much as ten times the people."""

_PENALTIES = " ".join(
    f"WHEN {schema.KINDS.index(kind)} THEN {round(penalty * schema.STEPS_OF_WEIGHT)}"
    for kind, penalty in PENALTY.items()
)
BEST_UNDER_PREFIX = f"""
    SELECT names.place, max(places.weight - CASE names.kind {_PENALTIES} END
        + iif(names.key = :low, {round(WHOLE * schema.STEPS_OF_WEIGHT)}, 0)) AS score
    FROM names CROSS JOIN places ON places.id = names.place
    WHERE names.key >= :low AND names.key < :high GROUP BY names.place ORDER BY score DESC, names.place LIMIT :limit
"""
"""The best places whose names begin with `:low`. `:high` is `after(:low)`."""


def after(prefix: str) -> str:
    """The first text that sorts behind all that begin with the prefix."""
    return prefix + "\U0010ffff"


def prepare(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Every prefix that many names share, with its best places as `schema.pack_numbers` stores them."""
    for length in range(1, LONGEST + 1):
        for (prefix,) in connection.execute(_COMMON, (length, LIVE)).fetchall():
            span = {"low": prefix, "high": after(prefix), "limit": BEST}
            yield prefix, schema.pack_numbers(place for place, _ in connection.execute(BEST_UNDER_PREFIX, span))
