"""What is shown of a story, by the reader's switches."""

from __future__ import annotations

from geo.types import ROLES, Story
from geo.ui import session


def number_at(story: Story, start: int, end: int) -> int | None:
    """The number of the mention with these offsets among those of a story. None: it has none there."""
    spans = enumerate(story.mentions)
    return next((number for number, mention in spans if (mention.start, mention.end) == (start, end)), None)


def shown(story: Story) -> Story:
    """The mentions that the reader wants to see of a story."""
    story = story if session.boilerplate() else story.body
    return story if session.roles() == ROLES[0] else story.literal
