"""What the words around names say of what sort of place they name: "the region of Kursk", "Cooke and Love counties".

A name is looked up with the generic word where the gazetteer has the whole as a name: Kursk Region, Cooke County. Names in a
list share the word, before them or behind; so do "North and South Korea", which are North Korea and South Korea. The
development corpora name 37 counties, rivers and provinces in lists with a word behind, and none of the towns called alike.
What flows or is bridged is a river, although a country or a state is called alike: "the Niger burst its banks".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from geo.gazetteer import Gazetteer, key
from geo.recognition.whole import GENERIC, sort_after
from geo.types import Mention

_LAST_LINK = re.compile(r",?[ \u00a0](?:and|or|&)[ \u00a0]")
"""What stands before the last name of a list."""

_LINK = re.compile(rf"{_LAST_LINK.pattern}|,[ \u00a0]")

_KIND = r"(?:[ \u00a0](?:border|frontier|[^\W\d_]+(?:ern|al|ing)))?"
"""One more word about places: "border regions", "northern provinces", "neighbouring states"."""

_WORDS = r"[ \u00a0]((?:people['’]s[ \u00a0])?)([^\W\d_]+)"
"""A generic word, as far as it may be one, and what stands before it in the name of a republic."""

_NEXT_WORDS = re.compile(rf"{_KIND}{_WORDS}\b", re.IGNORECASE)
_LAST_WORDS = re.compile(rf"(.*?){_WORDS}", re.IGNORECASE)

_BEFORE = re.compile(r"\b([^\W\d_]+)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?$")
LOOK_BACK = 40
"""Code points before a name in which the word for its sort may stand."""

_OF = GENERIC - {"airport", "crossing", "heights", "strip", "zone", "ocean", "sea"}
"""Words that stand before a name and "of" and say what it is; an airport of Kyiv is not Kyiv."""

LONGEST = 40
"""Names of a list that are looked at; a bound on the work."""

_SMALL = frozenset("county district department parish canton prefecture".split())
"""What a country or a division of the first level has many of: "Texas and Oklahoma counties" are counties in both."""

_DIRECTIONS = frozenset("north south east west northern southern eastern western upper lower inner outer".split())


_RIVER = "River"
_FLOWS = re.compile(
    r"[ \u00a0](?:(?:has|had|is|was|will)[ \u00a0])?"
    r"(?:burst(?:ing)?|flow(?:s|ed|ing)?|overflow(?:s|ed|ing)?|crest(?:s|ed|ing)?|"
    r"swell(?:s|ed|ing)?|swollen|meanders?|froze|frozen|dr(?:ies|ied)[ \u00a0]up|r[au]ns?[ \u00a0]dry|empties[ \u00a0]into)\b"
)
"""What only water does; "rose" and "flooded" are said of countries and markets too."""

_ON_WATER = re.compile(
    r"\b(?:up|down)stream[ \u00a0](?:on|along)[ \u00a0]the[ \u00a0]$"
    r"|\b(?:banks?|mouth|tributar(?:y|ies)|headwaters|waters|confluence|course)[ \u00a0]of[ \u00a0]the[ \u00a0]$"
    r"|\b(?:bridges?|barges?|boats?|ferr(?:y|ies)|ships?|dams?|capsized|drowned|waded|swam|sailed|rafted|afloat)[ \u00a0]"
    r"(?:on|over|across|in|into|down|up|along)[ \u00a0]the[ \u00a0]$",
    re.IGNORECASE,
)
_NO_NOUN_NEXT = re.compile(
    r"[,.;:!?)”\"\n]|[ \u00a0](?:and|or|at|in|on|to|near|between|below|above|where|which|that|as|by|from|for|with|after|before|"
    r"during|when|while|is|are|was|were|has|have|had|will|who|until)\b|$"
)
"""Behind a river's name; in "a bridge over the Jordan border" it is another name's."""


class Whole(NamedTuple):
    """A name and the generic word that the words around it give it."""

    name: str
    sort: str
    """Empty: the name is whole."""

    def __str__(self) -> str:
        return f"{self.name} {self.sort}" if self.sort else self.name


def whole_names(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[int, Whole]:
    """By its index, the whole name of each mention that the words around it tell more of than its own."""
    order = sorted(range(len(mentions)), key=lambda index: mentions[index].start)
    found: dict[int, Whole] = {}
    for at, index in enumerate(order):
        mention, before = mentions[index], mentions[order[at - 1]] if at else None
        for sort in (sort_after(text, mention.end), _sort_before(text, before, mention, gazetteer)):
            if not sort and _is_water(text, mention):
                found |= _on_file([(index, Whole(mention.surface, _RIVER))], gazetteer)
            elif sort in GENERIC:
                found |= _on_file([(index, Whole(mention.surface, sort))], gazetteer)
            elif one := one_of_several(sort):
                members = list(_linked(text, mentions, order[at : at + LONGEST]))
                listed = [(each, Whole(mentions[each].surface, one)) for each in members]
                found |= _listed(listed, gazetteer) if len(listed) > 1 else {}
        if before and _LAST_LINK.fullmatch(text, before.end, mention.start):
            surface, one = _of_several(text, mention)
            if one:
                others = list(_linked(text, mentions, order[max(0, at + 1 - LONGEST) : at + 1][::-1]))[1:]
                listed = [
                    (index, Whole(surface, one)),
                    *((each, Whole(mentions[each].surface, one)) for each in others),
                ]
                found |= _listed(listed, gazetteer)
            elif whole := _directed(before.surface, mention.surface):
                found |= _on_file([(order[at - 1], Whole(whole, ""))], gazetteer)
    return found


def _is_water(text: str, mention: Mention) -> bool:
    """Whether the words around a name tell of water: "waded into the Jordan", "the Orange dried up"."""
    before = text[max(0, mention.start - LOOK_BACK) : mention.start]
    if not before.endswith(("the ", "The ", "the\u00a0", "The\u00a0")):
        return False
    on_water = _ON_WATER.search(before) and _NO_NOUN_NEXT.match(text, mention.end)
    return bool(on_water or _FLOWS.match(text, mention.end))


def _on_file(members: Iterable[tuple[int, Whole]], gazetteer: Gazetteer) -> dict[int, Whole]:
    """The whole names, from the one beside the word on as long as the gazetteer has them."""
    known = takewhile(lambda member: is_on_file(str(member[1]), gazetteer), members)
    return dict(known)  # what comes then is another list: "in Paris, Lamar and Fannin counties"


def _listed(members: Iterable[tuple[int, Whole]], gazetteer: Gazetteer) -> dict[int, Whole]:
    """As `_on_file`; none where all are larger than the word says."""
    found = _on_file(members, gazetteer)
    are_holders = all(whole.sort.casefold() in _SMALL and _is_large(whole.name, gazetteer) for whole in found.values())
    return {} if are_holders else found


def _is_large(surface: str, gazetteer: Gazetteer) -> bool:
    """Whether a name means a country or a division of the first level before all."""
    first = next(iter(gazetteer.look_up(surface)), None)
    return first is not None and (first.place.feature or "").startswith(("A.PCL", "A.ADM1"))


def _linked(text: str, mentions: Sequence[Mention], order: Sequence[int]) -> Iterator[int]:
    """A list's mentions from its first in `order` on, which goes forwards or backwards through the text."""
    yield order[0]
    for index, following in zip(order, order[1:], strict=False):
        left, right = sorted((mentions[index], mentions[following]), key=lambda mention: mention.start)
        if not _LINK.fullmatch(text, left.end, right.start):
            return
        yield following


def _sort_before(text: str, before: Mention | None, mention: Mention, gazetteer: Gazetteer) -> str:
    """The word of `_OF` before "of" and a name; empty where it is another name's, as in "the Tigray region of Ethiopia"."""
    found = _BEFORE.search(text, max(0, mention.start - LOOK_BACK), mention.start)
    sort = found[1].lower() if found else ""
    one = sort if sort in _OF else one_of_several(sort) or ""
    if not found or one not in _OF:
        return ""
    beside = before is not None and before.end >= found.start() - 1
    return "" if beside and (before.end > found.start() or is_on_file(f"{before.surface} {one}", gazetteer)) else sort


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


def _of_several(text: str, last: Mention) -> tuple[str, str]:
    """The last name of a list without the word that all share, and that word for one of them; empty: they share none."""
    name, sort = _split(last.surface)
    return (name, sort) if sort else (last.surface, several_after(text, last.end)[0])


def _split(surface: str) -> tuple[str, str]:
    """A name without its generic words for several places, and those for one: "Fannin Counties" are "Fannin" and "County"."""
    found = _LAST_WORDS.fullmatch(surface)
    one = one_of_several(found[3]) if found else None
    return (found[1], found[2] + one) if one else (surface, "")


def _directed(first: str, last: str) -> str | None:
    """ "North" and "South Korea": North Korea. None: they are no such pair."""
    direction, _, rest = last.partition(" ")
    both = {first.casefold(), direction.casefold()} <= _DIRECTIONS and first != direction
    return f"{first} {rest}" if both and rest else None
