"""Other shapes of the same annotated text: single sentences, and names that the corpora never mention.

News corpora hold long articles about well-known places. Readers also paste a sentence, and it names Goma or Khabarovsk.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer
from geo.training.corpus import Document, Span

SNIPPETS = 0.5
"""Share of the documents shown as single sentences in an epoch."""
RENAMED = 0.5
"""Share of the documents in which towns and divisions get other names."""
RENAMED_NAMES = 0.6
"""Share of the names in such a document that change."""
LEAST_PEOPLE = 15_000
"""Population from which a town's name is used: names that news may come to mention."""

_SENTENCE_END = re.compile(r"[.!?][”\"')]*\s+(?=[A-Z“\"])|\n+")


def augmented(
    documents: Sequence[Document], names: Sequence[str], gazetteer: Gazetteer, rng: random.Random
) -> Iterator[Document]:
    """One epoch's documents, some cut into sentences, some with other names in them."""
    for document in documents:
        if rng.random() < RENAMED:
            document = renamed(document, names, gazetteer, rng)
        if rng.random() < SNIPPETS:
            yield from sentences(document)
        else:
            yield document


def sentences(document: Document) -> Iterator[Document]:
    """Each sentence as a document of its own; a span that crosses an end keeps its sentences together."""
    start = 0
    for end in (*(m.end() for m in _SENTENCE_END.finditer(document.text)), len(document.text)):
        if any(s.start < end < s.end for s in document.spans) or not document.text[start:end].strip():
            continue
        inside = (s for s in document.spans if start <= s.start and s.end <= end)
        spans = tuple(Span(s.start - start, s.end - start, s.role) for s in inside)
        yield document._replace(text=document.text[start:end], spans=spans)
        start = end


def renamed(document: Document, names: Sequence[str], gazetteer: Gazetteer, rng: random.Random) -> Document:
    """The document with some of its towns and divisions called otherwise, each the same way throughout."""
    new: dict[str, str] = {}
    pieces, spans, at, length = [], [], 0, 0
    for span in document.spans:
        surface = document.text[span.start : span.end]
        if surface not in new:
            other = rng.random() < RENAMED_NAMES and _is_town(surface, gazetteer)
            new[surface] = rng.choice(names) if other else surface
        before = document.text[at : span.start]
        length += len(before)
        pieces += [before, new[surface]]
        spans.append(Span(length, length + len(new[surface]), span.role))
        length += len(new[surface])
        at = span.end
    return document._replace(text="".join((*pieces, document.text[at:])), spans=tuple(spans))


def town_names(gazetteer: Gazetteer) -> list[str]:
    """Names of the world's towns of `LEAST_PEOPLE` and more, each once, in alphabetical order."""
    return sorted({place.name for place in gazetteer.towns(LEAST_PEOPLE)})


def _is_town(surface: str, gazetteer: Gazetteer) -> bool:
    matches = gazetteer.look_up(surface)
    return bool(matches) and (matches[0].place.feature or "").startswith(("P", "A.ADM")) and surface[:1].isupper()
