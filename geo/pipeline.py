"""From an article to its story: read → know its head → recognise → look up → resolve → locate → date → draw.

Reading and drawing stand at the edges (`geo.reading`, `geo.drawing`); what lies between is `parse`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from geo import files, metadata
from geo.boilerplate import boilerplate, marked
from geo.dating import dated
from geo.errors import InputError
from geo.focus import find_focus
from geo.focus.headline import headline_mentions
from geo.gazetteer import Gazetteer, own
from geo.gazetteer.layered import Layered
from geo.gazetteer.own.rows import OnError
from geo.location import Shapes, locate
from geo.recognition import Tagger, recognise
from geo.recognition.coordinated import with_coordinated
from geo.recognition.coordinates import with_coordinates
from geo.recognition.datelined import with_dateline
from geo.recognition.language import languages, passages
from geo.recognition.other_languages import with_other_languages
from geo.recognition.overlooked import with_overlooked
from geo.recognition.own_names import with_own_names
from geo.recognition.social import with_social
from geo.recognition.whole import whole_names
from geo.resolution import Decision, Outlets, Weights, resolve_all
from geo.types import VIEWS, Article, Mention, Place, Resolution, Story, View
from geo.version import VERSION


@dataclass(frozen=True)
class Engine:
    """Everything a parse needs, loaded. It is read-only: one engine serves any number of threads."""

    tagger: Tagger
    gazetteer: Gazetteer | Layered
    """Decides, in the United Nations' view whatever is shown: a view changes borders, not which place is meant."""
    weights: Weights
    shapes: Shapes
    outlets: Outlets = Outlets.of(())
    """Where outlets' readers live. Empty: only their addresses and names tell."""

    @property
    def view(self) -> View:
        """Whose land disputed areas are shown as."""
        return self.shapes.view

    @cached_property
    def shown(self) -> Gazetteer | Layered:
        """The gazetteer in the engine's view."""
        return self.gazetteer.seen(self.view)

    def seen(self, view: View) -> Engine:
        """The same engine in a view. Everything but the two views' differences is shared."""
        return self if view == self.view else replace(self, shapes=self.shapes.seen(view))

    def about(self) -> dict[str, Any]:
        """What made the results: the version, and each data file with its sources, dates and SHA-256."""
        return {
            "version": VERSION,
            "view": self.view,
            "model": self.tagger.about(),
            "resolver": {"sha256": self.weights.sha256, "outlets": self.outlets.sha256},
            "gazetteer": self.shown.about(),
            "shapes": self.shapes.about(),
        }


def load(
    *,
    gazetteer: Path = files.PLACES,
    model: Path = files.MODEL,
    view: View = "un",
    threads: int = 0,
    places: Iterable[str | Path] = (),
    on_error: OnError = own.warn,
) -> Engine:
    """Load an engine from the shipped files, or from others of the same formats.

    `view`: whose land disputed areas are shown as, the United Nations' view or who administers them (`de-facto`).
    `threads`: cores that one text may use, 0 for all. `places`: files of the user's own places, which win over the
    gazetteer; `on_error` is told of each of their rows that cannot be read. Raises `DataError` where a file of the engine
    is missing or damaged, and `InputError` where one of `places` cannot be read at all or there is no such view.
    """
    if view not in VIEWS:
        raise InputError(f"{view!r} is no view of disputed areas: give {' or '.join(VIEWS)}")
    base = Gazetteer(gazetteer)
    known = own.over(base, places, on_error) if (places := tuple(places)) else base
    tagger = Tagger(model, ask=base.bearer if Path(gazetteer) == files.PLACES else None, threads=threads)
    return Engine(tagger, known, Weights.load(), Shapes(view=view), Outlets.load())


def parse(article: Article | str, engine: Engine | None = None) -> Story:
    """Find every place of an article, decide which is meant, and locate it. `InputError`: it is no article."""
    return explained(article, engine)[0]


def explained(article: Article | str, engine: Engine | None = None) -> tuple[Story, tuple[Decision, ...]]:
    """The same story with the decisions behind it, every candidate with its evidence; `geo.resolution.trace` words them."""
    article = Article(article) if isinstance(article, str) else article
    if not isinstance(article, Article):
        raise InputError(f"an article or its text is wanted, not {type(article).__name__}; geo.read reads files")
    engine = engine or _shipped()
    article = metadata.known(article, engine.outlets, lambda name: bool(engine.gazetteer.look_up(name)))
    text = article.text
    mentions = recognise(text, engine.tagger)
    mentions = whole_names(text, mentions, engine.gazetteer)
    mentions = with_overlooked(text, mentions, engine.gazetteer)
    mentions = with_coordinated(text, mentions, engine.gazetteer)
    mentions = with_dateline(text, mentions, article.dateline, engine.gazetteer)
    mentions = with_social(text, mentions, engine.gazetteer)
    lines = passages(text)
    mentions, known = with_other_languages(text, mentions, lines, engine.gazetteer)
    mentions = with_own_names(text, mentions, engine.gazetteer)
    home = engine.outlets.home_of(article, engine.gazetteer)
    mentions, decisions = resolve_all(text, mentions, known, engine.weights, home)
    mentions = with_coordinates(text, mentions)
    if engine.view != engine.gazetteer.view:
        mentions = _seen(mentions, engine.shown)
    return replace(_located(article, mentions, engine), languages=languages(lines)), decisions


def seen(story: Story, engine: Engine) -> Story:
    """A story in the engine's view: its places stay, their countries, outlines and borders are that view's.

    Nothing but a headline that stands apart is read or decided again, so this takes a small part of the time that `parse` does.
    """
    if story.view == engine.view:
        return story
    decided = [mention for mention in story.mentions if mention.kind not in ("border", "relation")]
    return replace(_located(story.article, _seen(decided, engine.shown), engine), languages=story.languages)


def _located(article: Article, mentions: Sequence[Mention], engine: Engine) -> Story:
    located = locate(article, mentions, engine.shapes, engine.shown)
    spans = boilerplate(article.text)
    located = marked(dated(article, located), spans)
    body = [mention for mention in located if not mention.boilerplate]
    focus = find_focus(article, body, headline(article, body, engine), engine.shown)
    return Story(article, located, engine.view, focus=focus, boilerplate=spans)


def headline(article: Article, mentions: Sequence[Mention], engine: Engine) -> tuple[Mention, ...]:
    """The mentions of a headline that stands apart from the text, resolved among the text's and not located."""
    home = engine.outlets.home_of(article, engine.gazetteer)
    found = headline_mentions(article, mentions, engine.tagger, engine.gazetteer, engine.weights, home)
    return found if engine.view == engine.gazetteer.view else _seen(found, engine.shown)


def _seen(mentions: Iterable[Mention], gazetteer: Gazetteer | Layered) -> tuple[Mention, ...]:
    """The mentions with each place as that gazetteer shows it, not located."""

    def place(known: Place) -> Place:
        return gazetteer.get(known.id) or known

    def resolved(found: Resolution) -> Resolution:
        others = tuple(replace(other, place=place(other.place)) for other in found.alternatives)
        return replace(found, place=place(found.place) if found.place else None, alternatives=others)

    return tuple(
        replace(mention, resolution=mention.resolution and resolved(mention.resolution), location=None)
        for mention in mentions
    )


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
