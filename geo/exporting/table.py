"""The mentions as rows: the columns that the data frame, the CSV file and the terminal share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geo.excerpts import excerpt
from geo.exporting.jsonl import mention_record
from geo.types import Mention, Story

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "id",
    "start",
    "end",
    "surface",
    "kind",
    "role",
    "place_id",
    "name",
    "country_code",
    "feature",
    "lat",
    "lon",
    "radius_km",
    "confidence",
    "reasons",
    "when_from",
    "when_to",
    "when",
    "part",
    "boilerplate",
    "state",
    "excerpt",
    "title",
    "date",
    "outlet",
    "source",
    "address",
)
"""The fields of the JSONL format that fit a cell, with the article's id before, and after it the mention's sentence and what
is known of the article. `when` is the words that say so."""


def rows(story: Story) -> Iterator[dict[str, Any]]:
    """One row a mention, in text order. Shapes and alternatives do not fit a cell and are left out."""
    for mention in story.mentions:
        yield _row(story, mention)


def to_frame(story: Story) -> pd.DataFrame:
    """A DataFrame with `COLUMNS`, one row a mention; a story without mentions gives the columns and no row."""
    import pandas as pd  # takes a third of a second to load, and only this function needs it

    return pd.DataFrame(list(rows(story)), columns=list(COLUMNS))


def _row(story: Story, mention: Mention) -> dict[str, Any]:
    article = story.article
    record = mention_record(mention, article, geometry=False)
    when = record["when"] or {}
    record |= {
        "id": article.id,
        "when_from": when.get("from"),
        "when_to": when.get("to"),
        "when": when.get("text"),
        "reasons": "; ".join(record["reasons"]),
        "excerpt": excerpt(story, mention),
        **{name: getattr(article, name) for name in ("title", "date", "outlet", "source", "address")},
    }
    return {column: record[column] for column in COLUMNS}
