"""Web Annotations (W3C, https://www.w3.org/TR/annotation-model/) as JSON-LD: one annotation a mention, in one collection.

A target says where the words stand in two ways, by their place in the text as Dateline read it and by the words themselves
with what is around them, so that a reader of the page finds them too. What the model has no word for has one of `VOCABULARY`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, TextIO

from geo.excerpts import excerpt
from geo.exporting import iris
from geo.exporting.jsonl import dumps, mention_record
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.types import Article, Mention, Story

AROUND = 32
"""Code points before and after a quote, by which the same words elsewhere are told apart; other tools take as many."""

VOCABULARY = "urn:dateline:"
"""What the words are called that the model has none for, such as the confidence."""

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"dl": VOCABULARY, "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "gn": "http://www.geonames.org/ontology#"},
]


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """A collection with one page, an annotation a line, written as the stories come; what is counted stands at its end."""
    page, total = hashlib.sha256(), 0
    software = {"id": iris.made("software", made_by.version), "type": "Software", "name": f"Dateline {made_by.version}"}
    out.write(
        f'{{"@context": {dumps(CONTEXT)}, "type": "AnnotationCollection", "label": "Places in articles", '
        f'"generator": {dumps(software)}, "dl:made_by": {dumps(made_by.record)}, '
        '"first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    )
    for story in stories:
        source = _source(story)
        for mention in story.mentions:
            found = annotation(story, mention, source, software["id"])
            page.update(found["id"].encode())
            out.write(("," if total else "") + "\n" + dumps(found))
            total += 1
    name = page.hexdigest()
    ids = dumps(iris.made("page", name)), dumps(iris.made("collection", name))
    out.write(f'\n], "id": {ids[0]}, "partOf": {ids[1]}}}, "id": {ids[1]}, "total": {total}}}\n')


def annotation(story: Story, mention: Mention, source: dict[str, Any], software: str) -> dict[str, Any]:
    """A mention: the words as target, the place as body. `source`: its article; `software`: the IRI of what found it."""
    article = story.article
    record = mention_record(mention, article, geometry=False)
    said = ("kind", "role", "confidence", "state", "review", "when", "part", "boilerplate")
    return {
        "id": iris.made("annotation", article.id, source["id"], mention.start, mention.end, record["place_id"]),
        "type": "Annotation",
        "motivation": "identifying" if mention.place else "highlighting",
        "creator": software,
        "generator": software,
        "body": _bodies(record, mention),
        "target": {"type": "SpecificResource", "source": source, "selector": _selectors(article, mention)},
        **{f"dl:{name}": record[name] for name in said if record[name] is not None},
        "dl:sentence": excerpt(story, mention),
    }


def _source(story: Story) -> dict[str, Any]:
    article = story.article
    told = {
        "id": iris.of_article(article),
        "type": "Text",
        "language": article.language or (story.languages[0].code if story.languages else None),
        "label": article.title,
        "dcterms:identifier": article.id or None,
        "dcterms:date": article.date,
        "dcterms:publisher": article.outlet,
        "dcterms:creator": article.author,
        "dcterms:source": article.source,
        "dl:view": story.view,
    }
    return {name: value for name, value in told.items() if value is not None}


def _bodies(record: dict[str, Any], mention: Mention) -> list[dict[str, Any]]:
    bodies = []
    if mention.place:
        place = {
            "id": iris.of_place(mention.place),
            "label": mention.place.label,
            "dcterms:identifier": mention.place.id,
            "gn:featureCode": record["feature"],
            "gn:countryCode": record["country_code"],
            "geo:lat": record["lat"],
            "geo:long": record["lon"],
            "dl:radius_km": record["radius_km"],
        }
        known = {name: value for name, value in place.items() if value is not None}
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": known})
    if record["reasons"]:
        reasons = "; ".join(record["reasons"])
        bodies.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": reasons})
    if mention.state != "unverified":
        bodies.append({"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": mention.state})
    return bodies


def _selectors(article: Article, mention: Mention) -> list[dict[str, Any]]:
    text, start, end = article.text, mention.start, mention.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": before, "suffix": after},
    ]
