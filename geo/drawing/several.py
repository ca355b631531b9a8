"""Several articles as one page: a list of them, one map with a mark a place over all, each article to open at a sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from geo.drawing import cards, text, words
from geo.types import Article, Mention, Story

LONGEST_TITLE = 300
"""Characters of a headline in the list."""


def newest_first(stories: Sequence[Story]) -> list[Story]:
    """As the list has them and as a card tells what they say of a place; those without a day come last."""
    return sorted(stories, key=lambda story: story.article.date or "", reverse=True)


def whole(stories: Sequence[Story]) -> Story:
    """All mentions as one story, in that order and without a text: what a map of all shows."""
    mentions: list[Mention] = [mention for story in stories for mention in story.mentions]
    return Story(Article(""), tuple(mentions), stories[0].view if stories else "un")


def page_data(stories: Sequence[Story], everything: Story) -> dict[str, Any]:
    """What static/dateline/several.js needs. `everything`: `whole` of these stories; its numbers are those of the page."""
    numbers = text.place_numbers(everything)
    card, unique = _interned([cards.about(mention) for mention in everything.mentions])
    articles, excerpts, first = [], [], 0
    for story in stories:
        articles.append(_article(story, first, numbers))
        excerpts += [cards.excerpt(story, number) for number in range(len(story.mentions))]
        first += len(story.mentions)
    return {
        "articles": articles,
        "cards": unique,
        "card": card,
        "excerpts": excerpts,
        "most": cards.MOST_EXCERPTS,
        "overview": cards.overview(everything),
    }


def _article(story: Story, first: int, numbers: dict[int, int]) -> dict[str, Any]:
    """What the list and the article's own view show; `first`: the number of its first mention."""
    own = text.article(story)
    rows = [[first + row[0], *row[1:4], numbers.get(first + row[0], -1)] for row in own["mentions"]]
    about = [
        [at, [[name, note, first + to if to >= 0 else -1] for name, note, to in parts], *rest]
        for at, parts, *rest in own["about"]
    ]
    article = story.article
    return own | {
        "name": text.browser_text((article.title or article.id or "Without a title").strip())[:LONGEST_TITLE],
        "by": text.browser_text(" · ".join(filter(None, (article.outlet, words.day(article.date))))),
        "mentions": rows,
        "about": about,
        "notes": {first + number: note for number, note in enumerate(own["notes"])},
    }


def _interned(values: Sequence[dict[str, Any]]) -> tuple[list[int], list[dict[str, Any]]]:
    """Equal values once, and for each value which of them it is: within an article a place is told in the same words."""
    seen: dict[str, int] = {}
    at = [seen.setdefault(json.dumps(value), len(seen)) for value in values]
    return at, [json.loads(told) for told in seen]
