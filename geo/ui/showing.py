"""What is shown of a story, by the reader's switches."""

from __future__ import annotations

from geo.types import ROLES, Story
from geo.ui import session


def shown(story: Story) -> Story:
    """The mentions that the reader wants to see of a story."""
    story = story if session.boilerplate() else story.body
    return story if session.roles() == ROLES[0] else story.literal
