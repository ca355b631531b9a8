"""What the resolver learns from: articles with the mentions a tagger finds in them, and which place each means."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from geo.gazetteer import Gazetteer
from geo.recognition import Tagger, recognise
from geo.recognition.whole import whole_names
from geo.resolution.decision import Decision
from geo.resolution.evidence import distances_km
from geo.resolution.names import unit_vectors
from geo.resolution.outlet import Home, Outlets
from geo.training.corpus import NOT_A_NAME, fold
from geo.types import Mention, Place

RIGHT_KM = 161.0
"""A candidate this close to the gold point is right: 100 miles, the usual threshold of the literature."""
COUNTRY_KM = 1100.0
"""The same for a country: the points that sources give for one country lie up to 1,031 km apart."""
UNMARKED_IS_SILENCE = {"geovirus"}
"""Corpora that leave adjectives and nested names unmarked: a mention there without gold says nothing."""

SHORTEST_SNIPPET = 80
"""Characters; shorter sentences stay with the next one."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n+")


class Gold(NamedTuple):
    """The right place of a mention."""

    lat: float
    lon: float
    geonames: str | None
    """GeoNames number. None: the corpus gives only the point."""


class Lesson(NamedTuple):
    """An article with its mentions and, for each, what is right."""

    text: str
    mentions: tuple[Mention, ...]
    gold: tuple[Gold | Literal["unknown"] | None, ...]
    """One a mention. None: it names no place; "unknown": the corpus does not say."""
    home: Home | None = None
    """Where the outlet's readers live. None: not known."""


def read_lessons(
    corpora: Sequence[Path], number: int, folds: int, tagger: Tagger, gazetteer: Gazetteer
) -> Iterator[Lesson]:
    """The documents of one fold with the mentions that a tagger which never saw them finds."""
    outlets = Outlets.load()
    for path in corpora:
        with path.open(encoding="utf8") as lines:
            for record in map(json.loads, lines):
                if fold(record["id"], folds) == number:
                    mentions = whole_names(record["text"], recognise(record["text"], tagger), gazetteer)
                    silent = path.name.split(".")[0] in UNMARKED_IS_SILENCE
                    gold = tuple(_gold(m, record["mentions"], silent or _is_adjective(m, gazetteer)) for m in mentions)
                    yield Lesson(record["text"], mentions, gold, outlets.home(record.get("source"), gazetteer))


def snippets(lesson: Lesson) -> Iterator[Lesson]:
    """The sentences of an article as articles of their own: people paste those too, and no corpus holds any."""
    start = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(lesson.text)), len(lesson.text)):
        if end - start < SHORTEST_SNIPPET and end < len(lesson.text):
            continue
        inside = [i for i, m in enumerate(lesson.mentions) if start <= m.start and m.end <= end]
        if inside:
            moved = (replace(m, start=m.start - start, end=m.end - start) for m in (lesson.mentions[i] for i in inside))
            yield Lesson(lesson.text[start:end], tuple(moved), tuple(lesson.gold[i] for i in inside))
        start = end


def right_answers(decision: Decision, gold: Gold | None) -> np.ndarray:
    """(candidates + 1,) True where the answer is right; the last is "none of these".

    The candidate with the gold's own id is right, and only where none has it are those that reach the gold's point: a town and
    the province of its name lie close together, and which of them is meant can be learnt from the id alone.
    """
    right = np.zeros(len(decision.name.matches) + 1, dtype=bool)
    if gold is not None:
        right[:-1] = [m.place.id == f"geonames:{gold.geonames}" for m in decision.name.matches]
        if not right.any():
            point = unit_vectors([(gold.lat, gold.lon)])[0]
            reach = [_reach_km(m.place) for m in decision.name.matches]
            right[:-1] = distances_km(decision.name.vectors, point) <= reach
            right[:-1] |= [_covers(m.place, gold) for m in decision.name.matches]
    right[-1] = not right[:-1].any()
    return right


def _reach_km(place: Place) -> float:
    """How far from a place's point a gold point may lie and still be it: seas and regions are wide."""
    if (place.feature or "").startswith("A.PCL"):
        return COUNTRY_KM
    return max(RIGHT_KM, place.radius_km or 0.0)


def _covers(place: Place, gold: Gold) -> bool:
    """Whether a region, sea or zone holds the gold point: any point of it is right, and a source may give any."""
    return (place.feature or "").startswith(("L", "H", "A.ZN", "T")) and place.covers(lat=gold.lat, lon=gold.lon)


def _is_adjective(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Adjectives and peoples are marked here and left out there in one and the same corpus: silence says nothing of them."""
    matches = gazetteer.look_up(mention.surface)
    return bool(matches) and matches[0].kind == "demonym"


def _gold(mention: Mention, golds: list[dict], silent: bool) -> Gold | Literal["unknown"] | None:
    touching = [
        g for g in golds if g["start"] < mention.end and g["end"] > mention.start and g.get("type") not in NOT_A_NAME
    ]
    if not touching:
        return "unknown" if silent else None
    best = max(touching, key=lambda g: min(g["end"], mention.end) - max(g["start"], mention.start))
    if best.get("lat") is None:
        return "unknown" if best.get("type") else None
    return Gold(best["lat"], best["lon"], best.get("geonameid"))
