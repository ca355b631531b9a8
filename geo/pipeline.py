"""From an article to its story: read → recognise → look up → resolve → locate → draw.

Reading and drawing stand at the edges (`geo.reading`, `geo.drawing`); what lies between is `parse`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo import files
from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.location import Shapes, locate
from geo.recognition import Tagger, recognise
from geo.recognition.overlooked import with_overlooked
from geo.recognition.whole import whole_names
from geo.resolution import Weights, resolve
from geo.types import Article, Story
from geo.version import VERSION


@dataclass(frozen=True)
class Engine:
    """Everything a parse needs, loaded. It is read-only: one engine serves any number of threads."""

    tagger: Tagger
    gazetteer: Gazetteer
    weights: Weights
    shapes: Shapes

    def about(self) -> dict[str, Any]:
        """What made the results: the version, and each data file with its sources, dates and SHA-256."""
        return {
            "version": VERSION,
            "model": self.tagger.about(),
            "resolver": {"sha256": self.weights.sha256},
            "gazetteer": self.gazetteer.about(),
            "shapes": self.shapes.about(),
        }


def load(*, gazetteer: Path = files.PLACES, model: Path = files.MODEL, threads: int = 0) -> Engine:
    """Load an engine from the shipped files, or from others of the same formats.

    `threads`: cores that one text may use, 0 for all. Raises `DataError` where a file is missing or damaged.
    """
    return Engine(Tagger(model, threads=threads), Gazetteer(gazetteer), Weights.load(), Shapes())


def parse(article: Article | str, engine: Engine | None = None) -> Story:
    """Find every place of an article, decide which is meant, and locate it. `InputError`: it is no article."""
    article = Article(article) if isinstance(article, str) else article
    if not isinstance(article, Article):
        raise InputError(f"an article or its text is wanted, not {type(article).__name__}; geo.read reads files")
    engine = engine or _shipped()
    text = article.text
    mentions = recognise(text, engine.tagger)
    mentions = whole_names(text, mentions, engine.gazetteer)
    mentions = with_overlooked(text, mentions, engine.gazetteer)
    mentions = resolve(text, mentions, engine.gazetteer, engine.weights)
    return Story(article, locate(article, mentions, engine.shapes, engine.gazetteer))


def parse_many(articles: Iterable[Article | str], engine: Engine | None = None) -> Iterator[Story]:
    """Parse articles one after the other as they come: the same stories as one by one, and no more in memory."""
    if isinstance(articles, str | bytes | Article):  # a text would be read letter by letter
        raise InputError(f"several articles or texts are wanted, not one {type(articles).__name__}: parse takes one")
    return _stories(articles, engine)


def _stories(articles: Iterable[Article | str], engine: Engine | None) -> Iterator[Story]:
    engine = engine or _shipped()
    for article in articles:
        yield parse(article, engine)


@lru_cache(maxsize=1)
def _shipped() -> Engine:
    """The engine for callers who do not bring their own; loaded at the first call, read-only ever after."""
    return load()
