"""JSON Lines: one document a line, the format of record. `docs/formats.md` describes every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from geo.exporting.geometry import shape
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.types import Article, Candidate, Focus, Mention, Story, When

DEGREE_DECIMALS = 6
"""Decimals of a point's degrees: 0.1 m, so that equal places print equally on every machine."""

PROBABILITY_DECIMALS = 4
KM_DECIMALS = 3

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a UTF-16 pair, which a hostile or broken text may hold and UTF-8 cannot carry."""


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """Each story as soon as it comes; a story without mentions is written too."""
    for story in stories:
        out.write(dumps(document(story, made_by)) + "\n")
        out.flush()


def dumps(value: Any) -> str:
    """JSON on one line in readable letters; lone surrogates become escapes, which every JSON reader takes."""
    line = json.dumps(value, ensure_ascii=False)
    return SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def document(story: Story, made_by: Provenance = NOTHING_KNOWN) -> dict[str, Any]:
    """The story as plain values, without its text."""
    article = story.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date,
        "source": article.source,
        "outlet": article.outlet,
        "author": article.author,
        "address": article.address,
        "language": article.language or (story.languages[0].code if story.languages else None),
        "dateline": article.dateline,
        "length": len(article.text),
        "told": _told(story),
        "view": story.view,
        "focus": focus_record(story.focus),
        "boilerplate": [{"start": span.start, "end": span.end, "reason": span.reason} for span in story.boilerplate],
        "made_by": made_by.line,
        "mentions": [mention_record(mention, article) for mention in story.mentions],
    }


def _told(story: Story) -> dict[str, str]:
    """Where facts came from; a language that nobody handed in is that of most of the words."""
    judged = {"language": "its words"} if story.languages and not story.article.language else {}
    return {**judged, **story.article.told}


def focus_record(focus: Focus | None) -> dict[str, Any] | None:
    """What a story is about as plain values; a part is null where there is no one such place. None: not looked for."""
    if focus is None:
        return None
    parts = {level: getattr(focus, level) for level in ("country", "adm1", "place")}
    return {
        **{level: _candidate(part) if part else None for level, part in parts.items()},
        "reasons": list(focus.reasons),
    }


def mention_record(mention: Mention, article: Article, *, geometry: bool = True) -> dict[str, Any]:
    """A mention as plain values, in the order of the documented format; `geometry`: whether its shape is wanted."""
    place, location, resolution = mention.place, mention.location, mention.resolution
    part = article.part(mention.start)
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "kind": mention.kind,
        "role": mention.role,
        "place_id": place.id if place else None,
        "name": place.name if place else None,
        "country_code": place.country_code if place else None,
        "feature": place.feature if place else None,
        "lat": _degrees(location.lat) if location else None,
        "lon": _degrees(location.lon) if location else None,
        "geometry": shape(location) if location and geometry else None,
        "radius_km": _rounded(location.radius_km, KM_DECIMALS) if location else None,
        "confidence": _rounded(mention.confidence, PROBABILITY_DECIMALS),
        "reasons": list(resolution.reasons) if resolution else [],
        "alternatives": [_candidate(other) for other in resolution.alternatives] if resolution else [],
        "review": resolution.review if resolution else None,
        "when": when_record(mention.when),
        "part": part.label if part else None,
        "boilerplate": mention.boilerplate,
        "state": mention.state,
    }


def when_record(when: When | None) -> dict[str, str] | None:
    """The days that a mention's sentence speaks of."""
    return when and {"from": when.first, "to": when.last, "text": when.text, "precision": when.precision}


def _candidate(other: Candidate) -> dict[str, Any]:
    return {
        "place_id": other.place.id,
        "name": other.place.name,
        "country_code": other.place.country_code,
        "lat": _degrees(other.place.lat),
        "lon": _degrees(other.place.lon),
        "confidence": _rounded(other.confidence, PROBABILITY_DECIMALS),
    }


def _degrees(value: float) -> float:
    return round(float(value), DEGREE_DECIMALS) + 0.0  # + 0.0 turns -0.0 into 0.0


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(float(value), decimals) + 0.0
