"""Which aliases are left out. The sources' alias lists hold codes, transliterations of transliterations and whole words
of English; a gazetteer that answers to them finds places where there are none.

Only aliases are judged. A place's main name stays even if it is "Of" or "Nice": whether a word in a sentence is a name
is the recogniser's business. Names from our own tables stay too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from geo.files import TABLES
from geo.gazetteer.normalise import key

SHORTEST_ALIAS = 4
"""Letters. Shorter aliases are codes of airports and stations ("GME" for Gomel)."""

LONGEST_ALIAS = 60
"""Characters. Longer ones are descriptions: "Autonomous Community of …" in full."""

_CODE = re.compile(r"[A-Z]{2,6}|\w*\d\w*")
_WORD = re.compile(r"\w+")


def noisy(alias: str) -> bool:
    """True: leave this alias out."""
    return (
        not latin(alias)
        or len(alias) > LONGEST_ALIAS
        or letters(alias) < SHORTEST_ALIAS
        or alias == alias.lower()
        or bool(_CODE.fullmatch(alias))
        or "(" in alias
        or key(alias) in everyday_words()
    )


def letters(name: str) -> int:
    """How many letters and digits the name has."""
    return sum(len(word) for word in _WORD.findall(name))


def latin(name: str) -> bool:
    """True when every letter is of the Latin script."""
    return name.isascii() or all(
        "LATIN" in unicodedata.name(char, "") for char in name if char.isalpha() and not char.isascii()
    )


@cache
def everyday_words() -> frozenset[str]:
    """Words of everyday English that are also somebody's alias of a place; one a line in our table."""
    lines = (TABLES / "everyday_words.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
