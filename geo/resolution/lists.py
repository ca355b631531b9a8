"""Names in a list that share a word: "Donetsk and Luhansk regions", "Cooke and Love counties", "North and South Korea".

Each is looked up with that word where the gazetteer has the whole as a name: Donetsk Region, Cooke County, North Korea. The
development corpora name 37 counties, rivers and provinces in such lists, and none of the towns that are called alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer, key
from geo.recognition.whole import GENERIC
from geo.types import Mention

_LAST_LINK = re.compile(r",?[ \u00a0](?:and|or|&)[ \u00a0]")
"""What stands before the last name of a list."""

_LINK = re.compile(rf"{_LAST_LINK.pattern}|,[ \u00a0]")

_WORDS = r"[ \u00a0]((?:people['’]s[ \u00a0])?)([^\W\d_]+)"
"""A generic word, as far as it may be one, and what stands before it in the name of a republic."""

_NEXT_WORDS = re.compile(rf"{_WORDS}\b", re.IGNORECASE)
_LAST_WORDS = re.compile(rf"(.*?){_WORDS}", re.IGNORECASE)

_DIRECTIONS = frozenset("north south east west northern southern eastern western upper lower inner outer".split())


def one_of_several(word: str) -> str | None:
    """The generic word for one place: "Oblasts" are several. None: it is none for several."""
    endings = (("ies", "y"), ("es", ""), ("s", ""))
    ones = (word.removesuffix(several) + one for several, one in endings if word.endswith(several))
    return next((one for one in ones if one.casefold() in GENERIC), None)


def singular(surface: str) -> str | None:
    """A name with its generic word for one place: "Luhansk Oblasts" is "Luhansk Oblast". None: it has none for several."""
    name, sort = _split(surface)
    return f"{name} {sort}" if sort else None


def several_after(text: str, end: int) -> tuple[str, int]:
    """The generic words for one of several places that follow a name, and where they end: " counties" gives "county"."""
    found = _NEXT_WORDS.match(text, end)
    one = one_of_several(found[2]) if found else None
    return (found[1] + one, found.end()) if one else ("", end)


def is_on_file(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has exactly this name."""
    return any(key(match.name) == key(name) for match in gazetteer.look_up(name))


def whole_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[int, str]:
    """The whole name of each mention that shares a word with the next one in a list, or with the one before it."""
    order = sorted(range(len(mentions)), key=lambda index: mentions[index].start)
    found: dict[int, str] = {}
    for at in range(1, len(order)):
        before, last = mentions[order[at - 1]], mentions[order[at]]
        if not _LAST_LINK.fullmatch(text, before.end, last.start):
            continue
        surface, sort = _of_several(text, last)
        if sort:
            for index in _backwards(text, mentions, order[: at + 1]):
                whole = f"{surface if index == order[at] else mentions[index].surface} {sort}"
                if not is_on_file(whole, gazetteer):
                    break  # from here on it is another list: "in Paris, Lamar and Fannin counties"
                found[index] = whole
        elif whole := _directed(before.surface, last.surface):
            found |= {order[at - 1]: whole} if is_on_file(whole, gazetteer) else {}
    return found


def _of_several(text: str, last: Mention) -> tuple[str, str]:
    """The last name of a list without the word that all share, and that word for one of them; empty: they share none."""
    name, sort = _split(last.surface)
    return (name, sort) if sort else (last.surface, several_after(text, last.end)[0])


def _split(surface: str) -> tuple[str, str]:
    """A name without its generic words for several places, and those for one: "Fannin Counties" are "Fannin" and "County"."""
    found = _LAST_WORDS.fullmatch(surface)
    one = one_of_several(found[3]) if found else None
    return (found[1], found[2] + one) if one else (surface, "")


def _backwards(text: str, mentions: Sequence[Mention], order: Sequence[int]) -> Iterator[int]:
    """A list's mentions from its last to its first."""
    yield order[-1]
    for index, following in zip(reversed(order[:-1]), reversed(order), strict=False):
        if not _LINK.fullmatch(text, mentions[index].end, mentions[following].start):
            return
        yield index


def _directed(first: str, last: str) -> str | None:
    """ "North" and "South Korea": North Korea. None: they are no such pair."""
    direction, _, rest = last.partition(" ")
    both = {first.casefold(), direction.casefold()} <= _DIRECTIONS and first != direction
    return f"{first} {rest}" if both and rest else None
