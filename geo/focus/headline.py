"""The places that a headline names which stands apart from the text: often the only words that say where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.metadata.opening import headline_end
from geo.recognition import Tagger, recognise
from geo.recognition.whole import whole_names
from geo.resolution import Weights, resolve
from geo.resolution.outlet import Home
from geo.types import Article, Kind, Mention

LONGEST_HEADLINE = 300
"""Code points that are read of it."""

CONTEXT = 3000
"""Code points of the text whose names help to tell those of the headline apart: what fits a long article's first page."""

LOOKED_UP: tuple[Kind, ...] = ("name", "demonym", "zone")
"""Kinds of mentions that are looked up by their words."""

_BREAK = "\n\n"


def headline_mentions(
    article: Article,
    mentions: Sequence[Mention],
    tagger: Tagger,
    gazetteer: Gazetteer | Layered,
    weights: Weights,
    home: Home | None = None,
) -> tuple[Mention, ...]:
    """The headline's mentions, resolved among those of the text; offsets are into the title. Empty: it is part of the text.

    `home`: where the outlet's readers live, as for the text.
    """
    title = (article.title or "").strip()[:LONGEST_HEADLINE]
    if not title or headline_end(article) > 0:
        return ()
    found = whole_names(title, recognise(title, tagger), gazetteer)
    if not found:
        return ()
    text, shift = article.text[:CONTEXT], len(title) + len(_BREAK)
    around = [
        replace(mention, start=mention.start + shift, end=mention.end + shift, resolution=None, location=None)
        for mention in mentions
        if mention.kind in LOOKED_UP and mention.end <= len(text)
    ]
    return resolve(f"{title}{_BREAK}{text}", [*found, *around], gazetteer, weights, home)[: len(found)]
