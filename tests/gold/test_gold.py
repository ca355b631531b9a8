"""The quality gate: sentences of our own with what a careful reader finds in them, through the whole pipeline.

`cases.jsonl` holds one case a line: `text`; `expect`, each with `surface`, `place_id` (null: found and not located) and
sometimes `kind` or `role`; `absent`, words that no mention may hold; and `status`. A case that is not met yet stays in the
file with `"status": "fail"`. The floor only rises: a case that passes must go on passing, and a failing case that begins to
pass fails here until its status is changed. To lower a status takes a line in CHANGELOG.md.
"""

import json
from pathlib import Path

import pytest

import geo

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").open(encoding="utf8")]
FLOOR = 63
"""Cases that pass, at least; raise it with them."""


@pytest.fixture(scope="module")
def engine():
    return geo.load(threads=1)


def as_params(cases):
    known_failure = pytest.mark.xfail(strict=True, reason="a known failure; if it passes now, change its status")
    for case in cases:
        yield pytest.param(case, id=case["text"][:60], marks=[known_failure] if case["status"] == "fail" else [])


@pytest.mark.parametrize("case", list(as_params(CASES)))
def test_case(case, engine):
    story = geo.parse(case["text"], engine)
    rest = list(story.mentions)
    for wanted in case["expect"]:
        met = next((m for m in rest if answers(m, wanted)), None)
        assert met, f"{wanted} is not among\n" + "\n".join(map(trace, story.mentions))
        rest.remove(met)
    for word in case.get("absent", ()):
        assert not any(word in m.surface for m in story.mentions), "\n".join(map(trace, story.mentions))


def test_no_case_was_dropped_to_pass():
    assert sum(case["status"] == "pass" for case in CASES) >= FLOOR


def answers(mention, wanted):
    found = {
        "surface": mention.surface,
        "place_id": mention.place.id if mention.place else None,
        "kind": mention.kind,
        "role": mention.role,
    }
    return all(found[field] == wanted[field] for field in wanted)


def trace(mention):
    """What was decided and why, for the message of a failing case."""
    resolution = mention.resolution
    where = f"{mention.place.id} {mention.place.label}" if mention.place else "not located"
    others = ", ".join(f"{c.place.label} {c.confidence:.2f}" for c in resolution.alternatives)
    what = f"{mention.surface!r} {mention.kind} {mention.role}"
    return f"  {what}: {where} {resolution.confidence:.2f} {resolution.reasons} | {others}"
