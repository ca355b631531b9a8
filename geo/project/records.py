"""A story as the rows that hold it. Pure: the keys are given in, nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from geo.excerpts import sentence
from geo.project.applying import Judged
from geo.project.clean import article_id, column, packed, surface_key, text_hash
from geo.project.codec import Encoder, bare_article, bare_story
from geo.types import Article, Mention, Place, Story

LISTED = ("title", "date", "outlet", "author", "address", "language")
"""Fields of an article that its line in the list has."""

EDITABLE = (*LISTED, "dateline")
"""Fields of an article that people may set."""


@dataclass(frozen=True, slots=True)
class Record:
    """A story, made ready to be kept."""

    story: Story
    id: str
    hash: str

    @classmethod
    def of(cls, story: Story) -> Record:
        text = story.article.text
        return cls(story, article_id(story.article.id, text), text_hash(text))

    @property
    def places(self) -> list[Place]:
        """What its mentions mean."""
        return [mention.place for mention in self.story.mentions if mention.place]


def batches(stories: Iterable[Story], size: int) -> Iterator[list[Record]]:
    """Stories made ready, some at a time, as they come; what came before an error in reading them is handed out first."""
    batch: list[Record] = []
    try:
        for story in stories:
            batch.append(Record.of(story))
            if len(batch) == size:
                yield batch
                batch = []
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def article_row(record: Record, added: str) -> dict[str, Any]:
    """The line in the list of articles; its figures are counted afterwards."""
    return {
        "id": record.id,
        "hash": record.hash,
        "added": added,
        "length": len(record.story.article.text),
        **dict.fromkeys(("mentions", "places", "verified", "flagged"), 0),
        **article_columns(record.story.article, record.story),
    }


def article_columns(article: Article, story: Story) -> dict[str, Any]:
    """The columns that an edit may change."""
    columns = {name: column(getattr(article, name)) for name in LISTED}
    columns["language"] = columns["language"] or (column(story.languages[0].code) if story.languages else None)
    return columns


def text_row(record: Record, key: int) -> dict[str, Any]:
    return {"article": key, "text": packed(record.story.article.text)}


def story_row(record: Record, key: int, encoder: Encoder) -> dict[str, Any]:
    story = record.story
    said_article = encoder.json(bare_article(story.article))
    return {"article": key, "said_article": said_article, "said": encoder.json(bare_story(story))}


def words_row(record: Record, key: int) -> dict[str, Any]:
    return {"key": key, "title": record.story.article.title, "body": record.story.article.text}


def mention_rows(record: Record, key: int, encoder: Encoder, places: Mapping[str, int]) -> list[dict[str, Any]]:
    """The mentions as the engine said them."""
    text = record.story.article.text
    return [
        placed_row(mention, number, key, text)
        | judged_columns(Judged.of(mention), encoder, places)
        | {"doubt": doubt(mention)}
        for number, mention in enumerate(record.story.mentions)
    ]


def placed_row(mention: Mention, number: int, article: int, text: str, origin: int | None = None) -> dict[str, Any]:
    """What no decision changes: where the mention stands."""
    first, last = sentence(text, mention.start, mention.end)
    return {
        "article": article,
        "number": number,
        "start": mention.start,
        "stop": mention.end,
        "surface": column(mention.surface),
        "surface_key": surface_key(mention.surface),
        "kind": mention.kind,
        "first": column(mention.when.first) if mention.when else None,
        "last": column(mention.when.last) if mention.when else None,
        "boilerplate": mention.boilerplate,
        "excerpt_start": first,
        "excerpt_stop": last,
        "origin": origin,
    }


def judged_columns(judged: Judged, encoder: Encoder, places: Mapping[str, int]) -> dict[str, Any]:
    """What decisions may change."""
    mention, location = judged.mention, judged.mention.location
    geometry = location.geometry if location else None
    return {
        "role": mention.role,
        "place": places[str(column(mention.place.id))] if mention.place else None,
        "shape": encoder.geometry(geometry) if geometry is not None else None,
        "lat": location.lat if location else None,
        "lon": location.lon if location else None,
        "radius_km": location.radius_km if location else None,
        "confidence": mention.confidence,
        "state": judged.state,
        "gone": judged.gone,
    }


def doubt(mention: Mention) -> float:
    """How unsure the engine is, 0 to 1: of the place, or of there being none. What was not looked up is all doubt."""
    return 1.0 - (mention.resolution.confidence if mention.resolution else 0.0)


def edited(article: Article, edits: Mapping[str, str | None], told: str) -> Article:
    """The article with what people set; `told`: who said so, in plain words."""
    if not edits:
        return article
    return replace(article, **edits, told={**article.told, **dict.fromkeys(edits, told)})
