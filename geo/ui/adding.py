"""Articles on their way into a project: read, parsed, kept one by one, so that a stop loses nothing that was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from geo.duplicates import Seen
from geo.errors import InputError
from geo.project import Project
from geo.types import Article, Story


@dataclass
class Outcome:
    """What became of what was handed in, filled as it happens."""

    added: list[str] = field(default_factory=list)
    """Ids of new articles, as the project has them."""
    already: list[str] = field(default_factory=list)
    """Ids of articles whose text the project had."""
    headlines: dict[str, str] = field(default_factory=dict)
    """Those of the articles in `already` by id; one that has none is left out."""
    failed: list[str] = field(default_factory=list)
    """Why something could not be read, a line each."""
    alike: list[tuple[str, str]] = field(default_factory=list)
    """New articles that tell much the same as another one before them."""
    stopped: bool = False
    """Whether the reader broke it off."""


def with_text(articles: Iterable[Article], outcome: Outcome) -> Iterator[Article]:
    """The articles that have words to read; an empty file or record counts as one that could not be read."""
    for article in articles:
        if article.text.strip():
            yield article
        else:
            outcome.failed.append(f"{article.id or 'article'}: has no text")


def add(
    articles: Iterable[Article], project: Project, parse: Callable[[Article], Story], outcome: Outcome
) -> Iterator[str]:
    """Parse and keep each article; yields the name of each before, so that the caller can pause or stop there.

    `outcome` grows as they come. Two that have one id and different texts, as two files of one name, are told apart by a
    number.
    """
    seen = Seen()
    for article in articles:
        yield article.title or article.id
        try:
            id = kept(article, project, parse, outcome)
        except InputError as error:
            outcome.failed.append(f"{article.id or 'article'}: {error}")
            continue
        if id and (first := seen.first_like(id, article.text)) != id:
            outcome.alike.append((id, first))


def kept(article: Article, project: Project, parse: Callable[[Article], Story], outcome: Outcome) -> str | None:
    """The id under which an article is new in the project; None: its text was there."""
    id = _free(article, project)
    if project.has(id):
        _was_there([id], project, outcome)
        return None
    added = project.add([parse(replace(article, id=id))])
    outcome.added += added.new
    _was_there([already.id for already in added.already], project, outcome)
    return added.new[0] if added.new else None


def _was_there(ids: list[str], project: Project, outcome: Outcome) -> None:
    outcome.already += ids
    outcome.headlines |= project.headlines(ids) if ids else {}


def _free(article: Article, project: Project) -> str:
    """The article's id where no other text has it, else that with a number; the project has it only for this text."""
    name = article.id or "article"
    id, number = name, 1
    while project.has(id) and project.text(id) != article.text:
        number += 1
        id = f"{name} ({number})"
    return id
