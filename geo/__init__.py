"""Dateline: every place in a story, on the map, with the sentence that put it there.

story = geo.parse("Talks are planned in the Gomel Region …")
story.to_frame()
geo.draw(story).save("map.html")
geo.locate("30 km north of Kyiv").location
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import (
    BadRecord,
    DataError,
    DatelineError,
    FetchError,
    InputError,
    NotFound,
    NotText,
    OutputError,
    ProjectError,
)
from geo.locating import Located, locate
from geo.pipeline import Engine, load, parse, parse_many
from geo.reading import read
from geo.types import (
    Article,
    Candidate,
    Focus,
    Location,
    Match,
    Mention,
    Place,
    Resolution,
    Story,
    StoryPlace,
)
from geo.version import VERSION as __version__

if TYPE_CHECKING:
    import folium


def draw(story: Story, **options) -> folium.Map:
    """The story as a Folium map; see `geo.drawing.draw`. Folium is imported only when something is drawn."""
    from geo.drawing import draw as draw_map

    return draw_map(story, **options)


__all__ = [
    "Article",
    "BadRecord",
    "Candidate",
    "DataError",
    "DatelineError",
    "Engine",
    "FetchError",
    "Focus",
    "InputError",
    "Located",
    "Location",
    "Match",
    "Mention",
    "NotFound",
    "NotText",
    "OutputError",
    "Place",
    "ProjectError",
    "Resolution",
    "Story",
    "StoryPlace",
    "__version__",
    "draw",
    "load",
    "locate",
    "parse",
    "parse_many",
    "read",
]
