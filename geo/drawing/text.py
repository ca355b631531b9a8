"""An article as the browser's article view wants it: the text and rows of numbers."""

from __future__ import annotations

from typing import Any

from geo.drawing import words
from geo.drawing.memo import per_story
from geo.drawing.style import ASSOCIATIVE, SURE, UNSURE
from geo.focus.words import NOWHERE, told
from geo.types import Focus, Mention, Story

UNKNOWN = 8
"""Bit of a mention that leads to no place; the other bits are those of a mark on the map."""


@per_story
def article(story: Story) -> dict[str, Any]:
    """`{title, text, head, about, asides, mentions, notes}`; static/dateline/article.js says what they mean."""
    head = headline_length(story)
    return {
        "title": "" if head else browser_text((story.article.title or "").strip()),
        "text": browser_text(story.article.text),
        "head": head,
        "about": [about(story, story.focus)] if story.focus and story.mentions else [],
        "asides": [[span.start, span.end, f"Left out: {span.reason}"] for span in story.boilerplate],
        "mentions": rows(story),
        "notes": [words.note(mention) for mention in story.mentions],
    }


def about(story: Story, focus: Focus, at: int = 0) -> list[Any]:
    """`[at, parts, sureness, reasons]`: the line that stands before code point `at`.

    A part is `[name, note, mention]`; its mention is the first of that place in the story, -1: it is not on the map.
    """
    first = {place.place.id: place.mentions[0] for place in reversed(story.places)}
    parts = [
        [browser_text(part.place.name), words.certainty(part.confidence), first.get(part.place.id, -1)]
        for part in told(focus)
    ]
    sure = words.sureness(focus.finest.confidence).lower() if focus.finest else ""
    return [at, parts or [[NOWHERE, "", -1]], sure, [browser_text(reason) for reason in focus.reasons]]


def browser_text(text: str) -> str:
    """The text with the same offsets, without what no browser can be sent: lone surrogates become U+FFFD."""
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)


def headline_length(story: Story) -> int:
    """Code points at the text's beginning that are its headline; 0 where the headline stands apart or is unknown."""
    title = (story.article.title or "").strip()
    return len(title) if title and story.article.text.startswith(title + "\n") else 0


def rows(story: Story) -> list[list[int]]:
    """`[number, start, end, bits, place]` for each mention; place is a number of `Story.places`, -1: none."""
    numbers = place_numbers(story)
    return [
        [number, mention.start, mention.end, bits(mention), numbers.get(number, -1)]
        for number, mention in enumerate(story.mentions)
    ]


@per_story
def place_numbers(story: Story) -> dict[int, int]:
    """The place of each located mention: number of the mention → number of the place in `Story.places`."""
    return {mention: number for number, place in enumerate(story.places) for mention in place.mentions}


def bits(mention: Mention) -> int:
    """A mention's own bits."""
    if mention.place is None or mention.location is None:
        return UNKNOWN
    return (ASSOCIATIVE if mention.role == "associative" else 0) | (UNSURE if mention.confidence < SURE else 0)
