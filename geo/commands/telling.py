"""What a command says on standard error: one line a message, and a count for somebody who watches a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from tqdm import tqdm

from geo.duplicates import Seen
from geo.exporting.cleaning import one_line
from geo.notices import notices
from geo.types import Story


def tell(message: object) -> None:
    """One line, above the count where one is shown."""
    tqdm.write(f"geo: {' '.join(str(message).split())}", file=sys.stderr)
    sys.stderr.flush()


def warned(stories: Iterable[Story]) -> Iterator[Story]:
    """The stories, with a line on standard error for each that is not in English."""
    for story in stories:
        for notice in notices(story):
            tell(f"{one_line(story.article.id)}: {notice}")
        yield story


def told_left_out(story: Story) -> None:
    """A line on standard error where `story.body` has fewer mentions than the story."""
    left_out = len(story.mentions) - len(story.body.mentions)
    if left_out:
        names = "a name" if left_out == 1 else f"{left_out} names"
        tell(f"{one_line(story.article.id)}: {names} in menus, captions or links left out; --boilerplate shows them")


def compared(stories: Iterable[Story]) -> Iterator[Story]:
    """The stories, with a line on standard error for each that tells much the same as an earlier one."""
    seen = Seen()
    for story in stories:
        id, text = story.article.id, story.article.text
        first = seen.first_like(id, text) if text.strip() else id
        if first != id:
            tell(f"{one_line(id)}: tells much the same as {one_line(first)}")
        yield story


def counted(stories: Iterable[Story], *, to_file: bool = False, done: int = 0) -> Iterator[Story]:
    """The stories, with their running number and pace on a terminal, unless the result goes there too.

    `to_file`: the result goes to a file and not to standard output. `done`: how many an earlier run has written.
    """
    hidden = not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file)
    yield from tqdm(stories, desc="geo", unit=" documents", initial=done, disable=hidden, file=sys.stderr)
