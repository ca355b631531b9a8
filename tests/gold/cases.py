"""Gold cases: sentences of our own with what a careful reader finds in them, and whether a story has found it.

`cases.jsonl` holds cases through the whole pipeline, `traps.jsonl` cases of recognition, with `trap`, their sort, and
`senses.jsonl` cases of which place is meant, with `sort`. One case a line:

- `text`;
- `expect`: mentions that must be found, each with `surface` and any of `nth` (which of the surface's occurrences in the text,
  from 1), `kind`, `role`, and where it is: `place_id` (null: found and not located), `place_ids` (one of these: a city or its
  province, say), or for a place that the gazetteer lacks `near`, `lat` and `lon` in degrees with the `km` that its place may
  lie off;
- `absent`: words that no other mention may hold;
- `only`: words with the ids that a mention which holds the word may have, unless `expect` names it. It may also be missing or
  not located, and where there are no ids it must be: a person's name is nowhere, found or not;
- `status`: `pass` or `fail`.

What counts as a mention: `docs/mentions.md`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import great_circle

from geo.types import Mention, Place, Story

FILES = tuple(Path(__file__).parent / name for name in ("cases.jsonl", "traps.jsonl", "senses.jsonl"))

Case = dict[str, Any]


def known(case: Case):
    """The marks of a case's test: one that failed when it was last marked has to fail until it is marked anew."""
    reason = "a known failure; if it passes now, change its status"
    return [pytest.mark.xfail(strict=True, reason=reason)] if case["status"] == "fail" else []


def read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.open(encoding="utf8")]


def write(path: Path, cases: list[Case]) -> None:
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), encoding="utf8")


def fault(case: Case, story: Story) -> str | None:
    """The first thing in which the story is not as the case wants it. None: the case is met."""
    rest = list(story.mentions)
    for wanted in case["expect"]:
        met = next((mention for mention in rest if _answers(mention, wanted, case["text"])), None)
        if met is None:
            return _told(f"{wanted} is missing", story)
        rest.remove(met)
    for word in case.get("absent", ()):
        if any(word in mention.surface for mention in rest):
            return _told(f"{word!r} is a mention", story)
    for word, ids in case.get("only", {}).items():
        if any(word in mention.surface and mention.place and mention.place.id not in ids for mention in rest):
            return _told(f"{word!r} may only be {ids or 'nowhere'}", story)
    return None


def _answers(mention: Mention, wanted: dict[str, Any], text: str) -> bool:
    found = {
        "surface": mention.surface,
        "place_id": _id(mention),
        "place_ids": _id(mention),
        "near": mention.place,
        "kind": mention.kind,
        "role": mention.role,
        "nth": text.count(mention.surface, 0, mention.start) + 1,
    }
    return all(_fits(field, found[field], wanted[field]) for field in wanted)


def _id(mention: Mention) -> str | None:
    return mention.place.id if mention.place else None


def _fits(field: str, found: Any, wanted: Any) -> bool:
    if field == "near":
        return found is not None and _within(found, **wanted)
    return found in wanted if field == "place_ids" else found == wanted


def _within(place: Place, *, lat: float, lon: float, km: float) -> bool:
    return great_circle((place.lat, place.lon), (lat, lon)).km <= km


def _told(fault: str, story: Story) -> str:
    return "\n".join((f"{fault} in {story.article.text!r}", *map(_trace, story.mentions)))


def _trace(mention: Mention) -> str:
    """What was decided and why, for the message of a failing case."""
    resolution = mention.resolution
    where = f"{mention.place.id} {mention.place.label}" if mention.place else "not located"
    others = ", ".join(f"{c.place.label} {c.confidence:.2f}" for c in resolution.alternatives)
    what = f"{mention.surface!r} {mention.kind} {mention.role}"
    return f"  {what}: {where} {resolution.confidence:.2f} {resolution.reasons} | {others}"
