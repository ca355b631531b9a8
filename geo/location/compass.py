"""Compass words and their bearings: "north", "south-western", "NNE"."""

from __future__ import annotations

import re

_WINDS = "n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw".split()
_STEP = 22.5
_NAMES = {"n": "north", "e": "east", "s": "south", "w": "west"}
FULL, FINE = 22.5, 11.25
"""Half-angles, degrees: half of what lies between two of eight winds, and of sixteen."""


def wind(words: str) -> str:
    """The short form of a compass word: "sw" for "south-western"."""
    return re.sub(r"(north|south|east|west)(?:ern)?|[ \n-]", lambda word: word[0][:1].strip(" -\n"), words.lower())


def is_corner(words: str) -> bool:
    """Do the words tell a direction between two of the four: "north-west"?"""
    return len(wind(words)) > 1


def bearing(wind: str) -> float:
    """Degrees clockwise from north."""
    return _STEP * _WINDS.index(wind)


def half_angle(wind: str) -> float:
    """How far off the bearing a direction may be: sixteen winds are told more exactly than eight."""
    return FINE if len(wind) == len("nne") else FULL


def noun(wind: str) -> str:
    """ "south-west" for "sw"."""
    return "-".join(_NAMES[letter] for letter in wind)


def adjective(wind: str) -> str:
    """ "south-western" for "sw"."""
    return noun(wind) + "ern"
