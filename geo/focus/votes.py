"""What each mention says of where a story plays: a vote for every place that it may mean, with where and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from geo.metadata.opening import DATED, HEADER, headline_end
from geo.types import Article, Candidate, Mention, Place

Part = Literal["headline", "dateline", "hometown", "text"]
"""Where a mention stands. `hometown`: in the dateline of a small town, where no correspondent sits who writes of elsewhere: it
is read as the beginning of the text. Gold case: a chess club in Ithaca, N.Y., and its landlord from Boston."""

BODY: tuple[Part, ...] = ("hometown", "text")
"""What is read as text."""

SMALL = 300_000
"""People below which the town of a dateline is small."""

LEAD = 150
"""Code points after the dateline that count as the first lines: a sentence or two, where news says what it is about."""

LEAST_BELIEF = 0.05
"""Probability below which what a mention might mean as well is left out."""

BESIDE = 30
"""Code points that may stand between two names spoken of together ("Britain and the other from Germany")."""

_DATELINE = re.compile(
    r"(?:[ \t,./]++(?:[^\W_a-z][\w.’'&-]{0,20}+|(?:and|of|de|la)\b)){0,8}+[,.]?"  # ", Kenya, Sept. 4"
    r"(?:[ \t]*\([^)\n]{2,30}\)[ \t]*[—–-]{0,2}|[ \t]*—|[ \t](?:–|--?)[ \t]|(?P<colon>:)[ \t])"  # "(AP) —", " - ", ": "
    r"(?=\s*[^\w\s]{0,2}[^\W_a-z])"  # a sentence begins
)
"""From the first name of a text to the end of its dateline. Possessive, so that no text takes long."""

_AND = re.compile(r"\b(?:and|or|with|against|versus)\b", re.IGNORECASE)
_PARTED = re.compile(r"[.;:!?—\n]")

_AWAY = re.compile(
    r"\b(?:from|to|towards?|for|as far as|by way of|with|like|via|born in|grew up in)\s+(?:the\s+)?(?:[\w-]+ern\s+)?$",
    re.IGNORECASE,
)
"""Words before a place that something comes from, goes to or is like: hardly where the story plays."""

LONGEST_AWAY = 40
"""Code points that are looked at before a mention."""


class Vote(NamedTuple):
    """One place that a mention may mean."""

    mention: int
    """Its number in text order, among those that vote; below 0 in a headline that stands apart."""
    place: Place
    belief: float
    """Probability that the mention means it."""
    chosen: bool
    """Whether the mention was resolved to it."""
    part: Part
    literal: bool
    lead: bool = False
    """A location in the first lines of the text, and nothing that is away."""
    away: bool = False
    """Something comes from it, goes to it or is like it."""
    beside: int | None = None
    """The next mention, where the two are spoken of together: "Peru and Chile". None: they are not."""


def cast_votes(article: Article, mentions: Sequence[Mention], headline: Sequence[Mention]) -> list[Vote]:
    """The votes of headline and text in that order; `headline` are the mentions of a title that is not part of the text.

    What is told through another place has none: the other stands among the mentions and speaks for itself.
    """
    mentions = [mention for mention in mentions if mention.kind != "relation"]
    head = headline_end(article)
    body = dateline_end(article.text, mentions, head)
    told: list[Vote] = []
    for number, mention in enumerate(headline, start=-len(headline)):
        told += (Vote(number, *meant, "headline", mention.role == "literal") for meant in _meant(mention))
    dateline = _dateline_part(mentions, head, body)
    for number, mention in enumerate(mentions):
        part: Part = "headline" if mention.start < head else dateline if mention.start < body else "text"
        literal, away = mention.role == "literal", part == "text" and _is_away(article.text, mention)
        told += (
            Vote(
                number,
                *meant,
                part,
                literal,
                lead=literal and not away and part in BODY and mention.start < body + LEAD,
                away=literal and away,
                beside=_beside(article.text, mentions, number),
            )
            for meant in _meant(mention)
        )
    return told


def dateline_end(text: str, mentions: Sequence[Mention], head: int) -> int:
    """Where the dateline ends that the text opens with behind its headline; the headline's end where there is none.

    "NAIROBI, Kenya (AP) — " and "Medan (Reuters) - " are datelines; before a colon only capitals are, and what follows a day.
    Lines between headline and dateline (a date, an author) count as part of it.
    """
    for mention in mentions:
        if mention.start >= head + HEADER:
            break
        before = text[head : mention.start].rpartition("\n")[2]
        dated = DATED.fullmatch(before) is not None
        if mention.start >= head and (dated or not before.strip()):
            found = _DATELINE.match(text, mention.end)
            if found and (dated or mention.surface.isupper() or not found["colon"]):
                return found.end()
    return head


def _dateline_part(mentions: Sequence[Mention], head: int, body: int) -> Part:
    first = next((mention.place for mention in mentions if head <= mention.start < body), None)
    small = first and first.feature_class == "P" and first.feature != "P.PPLC" and (first.population or 0) < SMALL
    return "hometown" if small else "dateline"


def _meant(mention: Mention) -> Iterator[tuple[Place, float, bool]]:
    resolution = mention.resolution
    if resolution is None:
        return
    if resolution.place:
        yield resolution.place, resolution.confidence, True
    others: Sequence[Candidate] = resolution.alternatives
    yield from ((other.place, other.confidence, False) for other in others if other.confidence >= LEAST_BELIEF)


def _is_away(text: str, mention: Mention) -> bool:
    return _AWAY.search(text, max(0, mention.start - LONGEST_AWAY), mention.start) is not None


def _beside(text: str, mentions: Sequence[Mention], number: int) -> int | None:
    """The next mention but one at most that stands beside this one; inner mentions of a border are skipped by their offsets."""
    here = mentions[number]
    for other in range(number + 1, min(number + 3, len(mentions))):
        between = text[here.end : mentions[other].start]
        if 0 < len(between) <= BESIDE and _AND.search(between) and not _PARTED.search(between):
            return other
    return None
