"""Annotated documents as the recogniser learns from them.

A corpus is a JSONL file of documents with `id`, `text` and `mentions` (`start`, `end`, optional `type`). Corpora disagree on
what a place is. Three yes/no habits say what the annotators of a document marked: demonyms ("Russian"), nested names
(the Oslo of Oslo University) and facilities. They are an input of the model, so sets that disagree can be learnt together.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NO, YES, UNKNOWN = 0, 1, 2

HABITS = {
    "lgl": (YES, YES, NO),
    "trnews": (YES, YES, YES),
    "geovirus": (NO, NO, NO),
    "geowebnews": (YES, YES, YES),
}
"""(demonyms, nested, facilities) of corpora whose documents do not say it themselves, by their annotation guidelines."""

NOT_A_NAME = {"Non_Toponym", "Literal_Expression", "Non_Lit_Expression"}
"""GeoWebNews' types that its own authors leave out of the toponyms."""

ROLE_OF_TYPE = {
    **dict.fromkeys(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"), 0),
    **dict.fromkeys(("Metonymic", "Non_Literal_Modifier", "Demonym", "Language", "Homonym", "Embedded_Non_Lit"), 1),
}
"""GeoWebNews' types as roles: 0 literal, 1 associative (Gritta et al. 2019, table 1)."""


LEFT_OUT = Path("-")
"""On a command line, stands for the model of a fold that is not used."""


class Span(NamedTuple):
    start: int
    end: int
    role: int | None
    """0 literal, 1 associative, None where the corpus does not say."""


class Document(NamedTuple):
    id: str
    text: str
    spans: tuple[Span, ...]
    habits: tuple[int, int, int]


def read(path: Path) -> Iterator[Document]:
    """The documents of one JSONL file."""
    name = path.name.split(".")[0]
    with path.open(encoding="utf8") as lines:
        for record in map(json.loads, lines):
            yield Document(record["id"], record["text"], _spans(record["mentions"]), _habits(name, record))


def fold(document_id: str, folds: int) -> int:
    """Which part of a corpus a document belongs to: a hash of its id, so that no part knows its neighbours."""
    return int(hashlib.sha256(document_id.encode()).hexdigest(), 16) % folds


def _habits(name: str, record: dict) -> tuple[int, int, int]:
    if "habits" in record:
        h = record["habits"]
        return int(h["demonyms"]), int(h["nested"]), int(h["facilities"])
    return HABITS.get(name, (UNKNOWN, UNKNOWN, UNKNOWN))


def _spans(mentions: list[dict]) -> tuple[Span, ...]:
    """The marked names in text order; of two that overlap the longer stays, since a word has one label."""
    named = [m for m in mentions if m.get("type") not in NOT_A_NAME]
    kept: list[Span] = []
    for m in sorted(named, key=lambda m: (m["start"] - m["end"], m["start"])):
        if all(m["end"] <= k.start or m["start"] >= k.end for k in kept):
            kept.append(Span(m["start"], m["end"], ROLE_OF_TYPE.get(m.get("type"))))
    return tuple(sorted(kept))
