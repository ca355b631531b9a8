"""GeoJSON (RFC 7946): one FeatureCollection a run, one feature a mention, and what each document is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from geo.excerpts import excerpt
from geo.exporting.geometry import point, shape
from geo.exporting.jsonl import dumps, focus_record, mention_record
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.types import Mention, Story


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """The collection, a feature a line, written as the stories come; the foreign members `documents` and `made_by` last."""
    out.write('{"type": "FeatureCollection", "features": [')
    separator = "\n"
    documents = []
    for story in stories:
        documents.append(dumps({"id": story.article.id, "focus": focus_record(story.focus)}))
        for mention in story.mentions:
            out.write(separator + dumps(feature(story, mention)))
            separator = ",\n"
    out.write(f'\n], "documents": [{", ".join(documents)}], "made_by": {dumps(made_by.record)}}}\n')


def feature(story: Story, mention: Mention) -> dict[str, Any]:
    """The mention with its sentence; the geometry is null where it is not located."""
    location, record = mention.location, mention_record(mention, story.article)
    record.pop("geometry")
    article = {"id": story.article.id, "title": story.article.title, "date": story.article.date}
    return {
        "type": "Feature",
        "geometry": (shape(location) or point(lat=record["lat"], lon=record["lon"])) if location else None,
        "properties": {
            **article,
            "outlet": story.article.outlet,
            "source": story.article.source,
            "address": story.article.address,
            "view": story.view,
            **record,
            "excerpt": excerpt(story, mention),
        },
    }
