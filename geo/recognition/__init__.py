"""Recognise: a text to its mentions. words → windows → known → tagger → agreement → spans."""

from geo.recognition.agreement import agreed
from geo.recognition.spans import mentions
from geo.recognition.tagger import Tagger
from geo.types import Mention


def recognise(text: str, tagger: Tagger) -> tuple[Mention, ...]:
    """Every toponym of a text, in order, not yet looked up."""
    return mentions(text, agreed(text, tagger.tag(text)))


__all__ = ["Tagger", "recognise"]
