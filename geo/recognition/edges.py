"""Where a name begins and ends beside a hyphen or a dot: "R-Westfield", "the Canada-U.S. border", "in Chowchilla, Calif.".

The tagger's words part at such signs, and it sometimes stops one sign too early or too late. Whether a dot is a full stop or
part of the name is told by the gazetteer's abbreviations and by what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.types import Mention

SCORE = 0.9
"""Given to a place behind a party's letter in place of the tagger's own probability; a judgement."""

_PARTY = re.compile(r"[DRI]-(?=[^\W\d_a-z])|[DRI]-$")
_MEMBER = re.compile(r"(?:(?<=, )|(?<=\())[DRI]-(?!Day\b)(?=[^\W\d_a-z])")
"""A member of parliament with party and seat: "Sen. Byron Dorgan, D-N.D.,", "(R-Texas)"."""

_SEAT = re.compile(r"(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*\.?){0,2}")
_SHORTENED = re.compile(r"\w (?:Co|Twp|Mt|Ft)$", re.IGNORECASE)
"""County, Township, Mountain and Fort as American papers end a name with them; their dot is part of it."""

_INITIALS = re.compile(r"(?:^|[ .])[^\W\d_a-z]$")
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_SURNAME = re.compile(r"\.(?: ?[^\W\d_a-z]|$)")
_OTHER = re.compile(r"\.(?:com|org|net|info|gov|edu|io|co\.\w\w)\b")
"""The rest of a web address: "cleveland.com" is a company."""

_TIME = re.compile(r"\d ?[ap]\.?m\.? ?$", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z]{1,3}T")
"""A time zone behind a time: "7 a.m. CT"."""

_CAPITALS = re.compile(r"(?<![\w.])[^\W\d_a-z]{2,3}\.$")
"""Capitals without dots between them: "the US.", "the DRC."; states' abbreviations with a dot have small letters."""


def with_edges(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions without what is no part of them, and the seats of members of parliament, in text order."""
    kept = [edged for mention in mentions if (edged := _edged(text, mention, gazetteer))]
    return tuple(sorted((*kept, *_seats(text, kept, gazetteer)), key=lambda mention: mention.start))


def _edged(text: str, mention: Mention, gazetteer: Gazetteer) -> Mention | None:
    """The mention from its first sign to its last. None: nothing is left, or it is a person's initials."""
    start, end = mention.start, mention.end
    if party := _PARTY.match(text, start, end):
        start = party.end()
    while end > start and text[end - 1] == "-":
        end -= 1
    if end - start > 1 and text[start:end].endswith("..") or _CAPITALS.search(text, start, end):
        end -= 1
    if text[end : end + 1] == "." and _is_abbreviated(text[start:end], gazetteer):
        end += 1
    elif _INITIALS.search(text, start, end) and _SURNAME.match(text, end):
        return None
    if start >= end or _is_something_else(text, start, end):
        return None
    return replace(mention, start=start, end=end, surface=text[start:end])


def _is_something_else(text: str, start: int, end: int) -> bool:
    """Whether what stands beside the words makes them part of a web address, or a time zone; or they are the word "us"."""
    is_zone = _ZONE.fullmatch(text, start, end) and _TIME.search(text, max(0, start - 8), start)
    return bool(is_zone or _OTHER.match(text, end)) or text[start:end] == "us"


def _is_abbreviated(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the dot behind a name belongs to it."""
    if _SHORTENED.search(name):
        return True
    found = [match.name.replace(" ", "") for match in gazetteer.look_up(f"{name}.") if match.kind == "abbreviation"]
    if _LETTERS.fullmatch(name):  # the gazetteer has it with dots or without
        return any(known.replace(".", "") == name.replace(".", "") for known in found)
    return any(known.casefold() == f"{name}.".casefold() for known in found)


def _seats(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    taken = [(mention.start, mention.end) for mention in mentions]
    for party in _MEMBER.finditer(text):
        seat = _SEAT.match(text, party.end())
        for end in _ends(text, seat) if seat else ():
            name = text[party.end() : end]
            if any(start < end and party.end() < stop for start, stop in taken):
                continue
            if _is_seat(name, gazetteer):
                yield Mention(party.end(), end, name, score=SCORE)
                break


def _is_seat(name: str, gazetteer: Gazetteer) -> bool:
    if name.endswith("."):
        return _is_abbreviated(name[:-1], gazetteer)
    return any(match.kind != "demonym" for match in gazetteer.look_up(name))


def _ends(text: str, seat: re.Match[str]) -> Iterator[int]:
    """Where a seat's name may end, farthest first; a dot counts only where it is the abbreviation's."""
    end = seat.end()
    while end > seat.start():
        yield end
        if text[end - 1] == ".":
            yield end - 1
        end = text.rfind(" ", seat.start(), end)
