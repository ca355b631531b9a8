"""Decisions laid over what the engine said. Pure: the same mention and decisions give the same result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from geo.project.clean import column, surface_key
from geo.project.decisions import (
    Act,
    Choose,
    Decided,
    Draw,
    Flag,
    Missed,
    NotAPlace,
    Pin,
    SetRole,
    Unflag,
    Verify,
    meant,
)
from geo.types import Candidate, Location, Mention, Place, Resolution, State

MAX_MISSED = 1000
"""Most mentions that one decision on overlooked words adds to an article; nobody reads on behind them."""

REASONS: dict[type[Act], str] = {Missed: "added"}
"""How the act is told; others are "chosen"."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention with its decisions applied."""

    mention: Mention
    gone: bool = False
    """Whether it is no place."""
    verified: bool = False
    flagged: bool = False
    applied: tuple[int, ...] = ()
    """Ids of the decisions that hold for it."""

    @classmethod
    def of(cls, raw: Mention) -> Judged:
        """A mention before decisions; what people said of it in the project that it comes from still holds."""
        return cls(raw, verified=raw.state == "verified", flagged=raw.state == "flagged")

    @property
    def state(self) -> State:
        return "flagged" if self.flagged else "verified" if self.verified else "unverified"


def judge(raw: Mention, decided: Sequence[Decided], article: int) -> Judged:
    """The mention as people left it. `decided`: all that may concern it, sorted by `Decided.order`; `article`: its key."""
    judged = Judged.of(raw)
    for each in decided:
        if concerns(each, raw, article):
            judged = _with(judged, each, raw, seen=article <= each.newest)
    return judged


def concerns(decided: Decided, mention: Mention, article: int) -> bool:
    """Whether a decision reaches a mention, by its words and, where it is on this mention only, by where they stand."""
    if decided.scope == "everywhere":
        return decided.key == surface_key(mention.surface)
    if decided.article != article:
        return False
    if decided.scope == "article":
        return decided.key == surface_key(mention.surface)
    return (decided.start, decided.end, decided.surface) == (mention.start, mention.end, mention.surface)


def added_mention(decided: Decided, start: int, end: int, surface: str) -> Mention:
    """The mention that a decision on overlooked words adds."""
    place, location = meant(decided.act)
    found = Resolution(place, 1.0, (reason(decided),)) if place else Resolution(None, 0.0, (reason(decided), UNTOLD))
    return Mention(start, end, surface, resolution=found, location=location)


UNTOLD = "nobody has said which place it means"


def occurrences(decided: Decided, text: str, article: int) -> Iterator[tuple[int, int]]:
    """Where in an article a decision on overlooked words puts mentions."""
    if decided.scope == "mention":
        if decided.article == article and text[decided.start : decided.end] == decided.surface:
            yield decided.start, decided.end
    elif decided.scope == "everywhere" or decided.article == article:
        words = r"\s+".join(map(re.escape, decided.surface.split()))
        found = re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
        same = (match.span() for match in found if _is_surface(match[0], decided.key))
        yield from islice(same, MAX_MISSED)


def _is_surface(words: str, key: str) -> bool:
    """Whether words that look alike to a pattern are the same to a project: to a pattern "ı" is an "i"."""
    return surface_key(words) == key and column(words) == words


def reason(decided: Decided) -> str:
    """Plain words for readers: who said so, when, and how far it reaches."""
    who = f" by {decided.who}" if decided.who else ""
    told = f"{REASONS.get(type(decided.act), 'chosen')}{who} on {decided.day}"
    if decided.scope == "mention":
        return told
    reach = "in this article" if decided.scope == "article" else "in all articles"
    return f"{told} for “{decided.surface}” {reach} (decision {decided.id})"


def in_text_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """An outer mention before those inside it."""
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


def _with(judged: Judged, decided: Decided, raw: Mention, *, seen: bool) -> Judged:
    """`seen`: the article was there when the decision was made, so a person answers for it."""
    act, applied = decided.act, (*judged.applied, decided.id)
    if isinstance(act, Choose | Pin | Draw | Missed):
        place, location = meant(act)
        if place is None:
            return replace(judged, gone=False, applied=applied)
        mention = _chosen(judged.mention, place, location, decided)
        return replace(judged, mention=mention, gone=False, verified=judged.verified or seen, applied=applied)
    if isinstance(act, NotAPlace):
        return replace(judged, gone=True, applied=applied)
    if isinstance(act, SetRole):
        return replace(judged, mention=replace(judged.mention, role=act.role), applied=applied)
    if isinstance(act, Flag | Unflag):
        return replace(judged, flagged=isinstance(act, Flag), applied=applied)
    return _verified(judged, act, raw, applied, seen=seen)


def _verified(judged: Judged, act: Verify, raw: Mention, applied: tuple[int, ...], *, seen: bool) -> Judged:
    """A verified place stays verified where a wider decision chose another; it is void where the engine says another."""
    for mention in (judged.mention, replace(raw, role=judged.mention.role)):
        if mention.place and mention.place.id == act.place_id:
            verified = judged.verified or seen
            return replace(judged, mention=mention, gone=False, verified=verified, applied=applied)
    return judged


def _chosen(mention: Mention, place: Place, location: Location | None, decided: Decided) -> Mention:
    """The mention with that place; what it was taken for before comes first among the others."""
    old = mention.resolution
    before = (Candidate(old.place, old.confidence),) if old and old.place else ()
    others = before + (old.alternatives if old else ())
    kept = tuple(other for other in others if other.place.id != place.id)
    return replace(mention, resolution=Resolution(place, 1.0, (reason(decided),), kept), location=location)
