"""Whether places are shown that only menus, captions, links to other stories and the like name."""

from __future__ import annotations

from geo.types import Story
from geo.ui import session
from geo.ui.switch import switch_view

KEY = "boilerplate"

LABEL = "Menus, captions and links"

MEANING = (
    "Places named where the text is not the article itself: navigation, captions, links to other stories, notices. "
    "Such text is set in small grey letters."
)


def boilerplate_view(story: Story) -> None:
    """The switch for the whole story."""
    switch_view(
        LABEL,
        of=story,
        left_out=len(story.mentions) - len(story.body.mentions),
        on=session.boilerplate(),
        key=KEY,
        meaning=MEANING,
        choose=session.choose_boilerplate,
    )
