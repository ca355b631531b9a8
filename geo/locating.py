"""One name or expression to its location: `geo.locate("30 km north of Kyiv")`."""

from __future__ import annotations

from dataclasses import dataclass

from geo.errors import InputError
from geo.location import place_location, queries
from geo.pipeline import Engine, _shipped, parse
from geo.types import Location, Match, Mention, Place, Resolution

ALONE = 0.7
"""Confidence in the best known place of a name that stands alone. Judged."""


@dataclass(frozen=True, slots=True)
class Located:
    """What a name or expression was found to mean. False where it has no location: `reasons` say why."""

    surface: str
    """The words that tell it; empty where no words do."""
    location: Location | None
    """Geometry, a point inside it, and how far around that point it reaches. None: not located."""
    place: Place | None
    confidence: float
    """Probability that the place is right; 0 where there is none."""
    reasons: tuple[str, ...]
    """Plain words, never empty: every assumption behind an area, or why there is none."""

    def __bool__(self) -> bool:
        return self.location is not None


def locate(text: str, engine: Engine | None = None) -> Located:
    """Read a phrase as an article is read, and give the location of its widest expression or name.

    Widest: the one of most letters, so "30 km north of Kyiv" is no answer about Kyiv. Words too few to be read as an article
    ("Gomel") are looked up as they stand. `InputError`: it is no text.
    """
    if not isinstance(text, str):
        raise InputError(f"a text is wanted, as 30 km north of Kyiv, not {type(text).__name__}")
    engine = engine or _shipped()
    mentions = parse(text, engine).mentions or _asked(text, engine)
    if not mentions:
        return Located("", None, None, 0.0, ("no name of a place was found in the text",))
    widest = max(mentions, key=lambda mention: mention.end - mention.start)
    reasons = widest.resolution.reasons if widest.resolution else ()
    return Located(
        widest.surface, widest.location, widest.place, widest.confidence, reasons or ("nothing more is known",)
    )


def _asked(text: str, engine: Engine) -> list[Mention]:
    """The text as a query to the gazetteer: an expression or a name as a whole."""

    def look_up(name: str) -> Match | None:
        return next((match for match in engine.shown.look_up(name) if match.grade in ("exact", "normalised")), None)

    told = queries.told(text, look_up, engine.shapes, engine.shown)
    if told:
        return [told]
    name = text.strip()
    match = look_up(name)
    if match is None:
        return []
    resolution = Resolution(match.place, ALONE, ("the likeliest place of that name: nothing beside it tells more",))
    return [
        Mention(
            0, len(name), name, resolution=resolution, location=place_location(match.place, engine.shapes, engine.shown)
        )
    ]
