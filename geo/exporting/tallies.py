"""The places of many stories, each once with what all of its mentions amount to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.types import Location, Mention, Place, Story

SAME = 6
"""Decimals of degrees, 0.1 m, to which the points of two shapes of one place agree where the shapes are the same."""


@dataclass(slots=True)
class Tally:
    """A place where it lies. One that lies elsewhere in another story, such as a border seen in two ways, has two."""

    place: Place
    location: Location
    mentions: int = 0
    articles: int = 0
    literal: int = 0
    """Mentions that are a location, not its government, people or team."""
    confidence: float = 0.0
    """The best of its mentions."""
    verified: int = 0
    flagged: int = 0

    def add(self, mention: Mention) -> None:
        """Count one more."""
        self.mentions += 1
        self.literal += mention.role == "literal"
        self.confidence = max(self.confidence, mention.confidence)
        self.verified += mention.state == "verified"
        self.flagged += mention.state == "flagged"


Key = tuple[str, float, float]


class Tallies:
    """Counts stories as they go by. What it keeps grows with the number of places alone."""

    def __init__(self) -> None:
        self._found: dict[Key, Tally] = {}

    def counted(self, stories: Iterable[Story]) -> Iterator[Story]:
        """The stories, each counted before it is handed on."""
        for story in stories:
            self.add(story)
            yield story

    def add(self, story: Story) -> None:
        """Count the located mentions of a story."""
        seen: set[Key] = set()
        for mention in story.mentions:
            place, location = mention.place, mention.location
            if place is None or location is None:
                continue
            key = place.id, round(location.lat, SAME), round(location.lon, SAME)
            tally = self._found.setdefault(key, Tally(place, location))
            tally.add(mention)
            tally.articles += key not in seen
            seen.add(key)

    def __iter__(self) -> Iterator[Tally]:
        """The places, most mentioned first, then by name: the same for the same stories in any order."""
        return iter(sorted(self._found.values(), key=lambda tally: (-tally.mentions, tally.place.name, tally.place.id)))
