"""Whether what is called by a place's name without being one is shown: governments, peoples, teams."""

from __future__ import annotations

from geo.types import ROLES, Story
from geo.ui import session
from geo.ui.switch import switch_view

KEY = "roles"

LABEL = "Governments, peoples and teams"

MEANING = (
    "Places named for somebody rather than for where something is: “Kyiv said”, “Russian troops”. They are hollow on the "
    "map, and without a background in the text."
)


def roles_view(story: Story) -> None:
    """The switch for the whole story; mentions in boilerplate are not counted while they are left out."""
    counted = story if session.boilerplate() else story.body
    switch_view(
        LABEL,
        of=story,
        left_out=len(counted.mentions) - len(counted.literal.mentions),
        on=session.roles() == ROLES[0],
        key=KEY,
        meaning=MEANING,
        choose=lambda on, number: session.choose_roles(ROLES[0] if on else "literal", number),
    )
