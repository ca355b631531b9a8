"""What a map shows of places, whether they are those of one story or of many articles together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geo.drawing.memo import per_story
from geo.drawing.outline import Outline
from geo.drawing.style import APPROXIMATE, ASSOCIATIVE, LITERAL, SURE, UNSURE, kind
from geo.types import Story, StoryPlace

if TYPE_CHECKING:
    from geo.project import PlaceTally


@dataclass(frozen=True, eq=False)
class Mark:
    """A place on a map. Its number is its position among the marks."""

    name: str
    lat: float
    """WGS 84 degrees, as `lon`."""
    lon: float
    tally: int
    """Mentions."""
    feature: str
    """GeoNames feature class and code; empty: the source does not say."""
    outline: Outline | None
    """None: only the point is known."""
    is_associative: bool
    """Whether every mention of it is of its government, people or team."""
    confidence: float
    """The best of its mentions."""
    radius_km: float | None
    """How far off it may be. None or 0: it is where it is."""

    @cached_property
    def kind(self) -> int:
        """How it is drawn."""
        return kind(self.outline, self.feature, self.radius_km)

    @property
    def bits(self) -> int:
        """What its looks say beside its kind."""
        associative = ASSOCIATIVE if self.is_associative else LITERAL
        unsure = UNSURE if self.confidence < SURE else LITERAL
        approximate = APPROXIMATE if self.radius_km else LITERAL
        return associative | unsure | approximate


Marks = tuple[Mark, ...]


@per_story
def of_story(story: Story) -> Marks:
    """The places of a story, numbered as in `Story.places`."""
    return tuple(_of_place(story, place) for place in story.places)


def of_tallies(tallies: Iterable[PlaceTally], outline: Callable[[str], Outline]) -> Marks:
    """The places of many articles, numbered as they come; `outline` is given `PlaceTally.shape`."""
    return tuple(
        Mark(
            tally.name, tally.lat, tally.lon, tally.mentions, tally.feature or "",
            outline(tally.shape) if tally.shape else None,
            tally.literal == 0, tally.confidence, tally.radius_km,
        )
        for tally in tallies
    )  # fmt: skip


def _of_place(story: Story, told: StoryPlace) -> Mark:
    mentions, where = [story.mentions[index] for index in told.mentions], told.location
    return Mark(
        told.place.name, where.lat, where.lon, len(mentions), told.place.feature or "",
        Outline(where.geometry) if where.geometry else None,
        all(mention.role == "associative" for mention in mentions),
        max(mention.confidence for mention in mentions), where.radius_km,
    )  # fmt: skip
