"""An article whose mentions are told beforehand: what resolving makes of them, whatever recognising would have missed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from geo.location import locate
from geo.pipeline import Engine
from geo.recognition.spans import ASSOCIATIVE_AT
from geo.recognition.tagger import Tagger
from geo.resolution import resolve
from geo.types import Article, Mention, Story


def parse_given(article: Article, spans: Sequence[tuple[int, int]], engine: Engine) -> Story:
    """The article's story with exactly the mentions of these (start, end) spans, each surely a mention (score 1).

    They are resolved and located as in `geo.pipeline.parse`. Roles are the tagger's opinion of each span's first word, as
    there; demonyms are told by the gazetteer, as there. No mention is left out, none added: a border stays two countries.
    """
    given = tuple(_mentions(article.text, sorted(spans), engine.tagger))
    home = engine.outlets.home_of(article, engine.gazetteer)
    resolved = resolve(article.text, given, engine.gazetteer, engine.weights, home)
    located = locate(article, resolved, engine.shapes, engine.shown)
    return Story(article, tuple(mention for mention in located if mention.kind != "border"), engine.view)


def _mentions(text: str, spans: Sequence[tuple[int, int]], tagger: Tagger) -> Iterator[Mention]:
    tagged = tagger.tag(text)
    starts = [word.start for word in tagged.words]
    for start, end in spans:
        first = max(bisect_right(starts, start) - 1, 0)
        associative = bool(starts) and tagged.associative[first] >= ASSOCIATIVE_AT
        yield Mention(start, end, text[start:end], role="associative" if associative else "literal")
