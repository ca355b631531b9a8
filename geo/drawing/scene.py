"""What a map shows, worked out once and brought to any number of maps."""

from __future__ import annotations

from dataclasses import dataclass

from geo.drawing import marks, points, shapes, view
from geo.drawing.marks import Marks
from geo.drawing.memo import per_story
from geo.drawing.view import Bounds
from geo.types import Story, View


@dataclass(frozen=True)
class Scene:
    """Marks and shapes as scripts for the browser, and which part of the world the map opens on."""

    points: str
    """`[number, lat, lon, tally, bits, kind]` for each mark, and behind a comma their names."""
    shapes: str
    """`[number, kind, bits, coordinates]` for each shape, the large ones first."""
    bounds: Bounds
    whole: Bounds
    """A box around everything."""
    view: View
    """Whose land disputed areas are shown as."""


def of_marks(shown: Marks, borders: View) -> Scene:
    """The scene of some marks."""
    return Scene(points.script(shown), shapes.script(shown), view.bounds(shown), view.whole(shown), borders)


@per_story
def of_story(story: Story) -> Scene:
    """The scene of a story's places; a place's number is its position in `Story.places`."""
    return of_marks(marks.of_story(story), story.view)
