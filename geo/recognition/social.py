"""Places in hashtags and account names: "#Kyiv", "#StandWithUkraine", "@CityofParis".

A hashtag that is a well-known place's name is that place, and the mention is the tag without its sign. In a longer one the
places' names are associative: "#PrayForParis" tells of Paris, not of a thing that happened there. An account is no place
either, only what its words name is ("@KyivIndependent"); e-mail addresses and web addresses are left alone.

A tag has no sentence around it, so it counts only where its words name a place that most readers know, and hardly anything
else: everyday words ("#nice") never do, and names that people bear ("#JordanPeterson") only alone or after "for", "in" and
the like. What is found here is spelt as it stands in the text; the gazetteer looks "NewYorkCity" and "newyork" up as the
words that they run together (`geo.gazetteer.forms`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.gazetteer import Gazetteer, is_noted, key
from geo.gazetteer.forms import spaced, words
from geo.gazetteer.layered import Layered
from geo.scripts import script
from geo.types import Match, Mention

SCORE = 0.9
"""Given to such a mention in place of the tagger's own probability; a judgement."""

SIZEABLE = 100_000
"""People. Smaller towns share their names with families, firms and words of some language."""

SIZEABLE_IN_WORDS = 50_000
"""People, where the name has several words, which hardly anything else has."""

BIG = 500_000
"""People. From here on a tag that could as well be somebody's name is the place."""

LONGEST_TAG = 60
"""Characters. Longer ones are jokes or attacks."""

LONGEST_NAME = 4
"""Words of the longest name that is looked for within a tag."""

SHORT = 3
"""Letters. Such names count only alone, and in capitals unless they are a country's: "#NYC", "#uk"."""

EVERYDAY = frozenset(
    """acre ajax amazon angora antique apple arctic atlas batman bath beaver beehive bell bend bender billings bonny
    boulder broadway buffalo bush calvados car carrefour centennial central centurion cologne colon commonwealth concord
    condor cork corona cypress delta diana dire eastern edison enterprise equator erode falcon fargo fez free galaxy gap garland
    gem hail hal harrow highland hub hue hull humber independence java jersey jingling kale kobe lander lax leon levant lira
    loop lot male man mango manta mantilla march mare marche mascara mesa mesquite metro midland mobile mon muse nada nancy
    natal nice nordic norman north northeast northern northwest orange oral oriental outback pale pampas para paradise pare
    patagonia peel pentagon perm pest phoenix pita plano plateau playa png poa ponce providence provo reading reunion ruse
    saga sale samba same sandwich shaping shell sierra slough south southeast southern split strip summit superior surprise
    swan swat tabasco tamale tank tenderloin tours toyota triangle turkey tyre union unity us val van vest victor vista wake
    warder waterloo west western wolves""".split()
)
"""Words of English, goods and firms that are also the names of large towns or of sites that the news speaks of, normalised;
chosen by eye among the gazetteer's names. A country among them counts where it has a capital: "#Turkey"."""

BORNE_BY_PEOPLE = frozenset(
    """allen anderson ann austin baldwin barrie bolton bradford bradley brandon brent brittany brooklyn castro chad chandler
    charlotte chelsea chester clifton clovis columbus dallas darwin davenport diana elizabeth eugene florence florida francisco
    garcia george georgia gilbert gladstone guadalupe hamilton hampton hassan henderson holland houston india ireland irving
    israel jackson jordan karen kennedy kenya kent kimberley kingston kirov knox lafayette lincoln livingstone logan lorraine
    madison maia mary milan milton montgomery newton norman orlando paterson preston raleigh richardson rodriguez rosario
    salvador samara santiago santos savannah selma shevchenko sofia sydney trinidad tyler valencia vaughan victoria virginia
    warren washington wayne wellington wilson windsor york""".split()
)
"""Names of places that people bear as first or last names as well, normalised."""

BEFORE_A_PLACE = frozenset("at for from in near of to with".split())
"""Words after which even such a name is the place's: "#PrayForHouston"."""

_HASHTAG = re.compile(r"(?<![\w&#@])#(\w++)")
_ACCOUNT = re.compile(r"(?<![\w.@/+-])@(\w++)(?!@|[.-]\w)")
_ADDRESS = re.compile(
    r"(?<!\w)(?:\w++://|www\.)\S+|(?<![\w.-])[\w-]++(?:\.[\w-]++)++/\S*|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
)


class Tag(NamedTuple):
    """The words of a hashtag or an account's name, without the sign."""

    start: int
    end: int
    is_account: bool


def with_social(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer | Layered) -> tuple[Mention, ...]:
    """The mentions, and the places of hashtags and account names, in text order.

    A mention stays where it is as long as what is found here, or reaches beyond it; an account's becomes associative.
    """
    mentions = _outside_addresses(text, mentions)
    if "#" not in text and "@" not in text:
        return tuple(mentions)
    starts, ends = [mention.start for mention in mentions], [mention.end for mention in mentions]
    told = {(mention.start, mention.end): mention for mention in mentions}
    for tag in _tags(text):
        touching = mentions[bisect_right(ends, tag.start) : bisect_left(starts, tag.end)]
        places = list(_places(text, tag, gazetteer))
        if tag.is_account and not places:
            _forget(told, touching, tag)
        for found in places:
            _tell(
                told, found, [rival for rival in touching if rival.start < found.end and found.start < rival.end], tag
            )
    return tuple(told[span] for span in sorted(told))


def _outside_addresses(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions but those that touch an e-mail or web address."""
    starts, ends = [mention.start for mention in mentions], [mention.end for mention in mentions]
    within: set[int] = set()
    for address in _ADDRESS.finditer(text) if mentions else ():
        within.update(range(bisect_right(ends, address.start()), bisect_left(starts, address.end())))
    return [mention for index, mention in enumerate(mentions) if index not in within]


def _forget(told: dict[tuple[int, int], Mention], touching: Sequence[Mention], tag: Tag) -> None:
    """Leave out what was found within an account's name that names no place."""
    for mention in touching:
        if tag.start <= mention.start and mention.end <= tag.end:
            told.pop((mention.start, mention.end), None)


def _tags(text: str) -> Iterator[Tag]:
    plain = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
    for pattern, is_account in ((_HASHTAG, False), (_ACCOUNT, True)):
        for match in pattern.finditer(plain):
            if len(match[1]) <= LONGEST_TAG:
                yield Tag(*match.span(1), is_account)


def _tell(told: dict[tuple[int, int], Mention], found: Mention, rivals: Sequence[Mention], tag: Tag) -> None:
    """Enter what was found, unless mentions in the same stretch of the text keep their place."""
    if all(_is_shorter(rival, found) for rival in rivals) and not (rivals and tag.is_account):
        for rival in rivals:
            del told[rival.start, rival.end]
        told[found.start, found.end] = found
    elif tag.is_account:
        within = (rival for rival in rivals if tag.start <= rival.start and rival.end <= tag.end)
        told.update({(rival.start, rival.end): replace(rival, role="associative") for rival in within})


def _is_shorter(inner: Mention, outer: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and len(inner.surface) < len(outer.surface)


def _places(text: str, tag: Tag, gazetteer: Gazetteer | Layered) -> Iterator[Mention]:
    """The places of one tag: the whole, or else its longest parts."""
    parts = [(tag.start + start, tag.start + end) for start, end in words(text[tag.start : tag.end])]
    if parts and _is_place(text[parts[0][0] : parts[-1][1]], gazetteer, alone=not tag.is_account, within=False):
        yield _mention(text, parts[0][0], parts[-1][1], associative=tag.is_account)
        return
    taken: list[range] = []
    for first, last in _stretches(len(parts)):
        start, end = parts[first][0], parts[last][1]
        before = text[slice(*parts[first - 1])].lower() if first else ""
        free = all(end <= other.start or other.stop <= start for other in taken)
        if free and _is_place(text[start:end], gazetteer, alone=before in BEFORE_A_PLACE, within=True):
            taken.append(range(start, end))
            yield _mention(text, start, end, associative=True)


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    """First and last of each run of words that is not all of them, the longest first."""
    for length in range(min(LONGEST_NAME, count - 1), 0, -1):
        for first in range(count - length + 1):
            yield first, first + length - 1


def _mention(text: str, start: int, end: int, *, associative: bool) -> Mention:
    return Mention(start, end, text[start:end], role="associative" if associative else "literal", score=SCORE)


def _is_place(name: str, gazetteer: Gazetteer | Layered, *, alone: bool, within: bool) -> bool:
    """Whether the words name a place that readers know. `alone`: no name of a person could go on after them."""
    if within and (len(name) <= SHORT or not name[0].isupper()):
        return False
    matches = gazetteer.look_up(name)
    if within:
        matches = tuple(match for match in matches if _joined(match.name) == _joined(spaced(name)))
    elif len(name) <= SHORT and not name.isupper():
        matches = tuple(match for match in matches if _is_country(match))
    return any(_is_well_known(match, name, alone) for match in matches)


def _joined(name: str) -> str:
    return key(name).replace(" ", "")


def _is_well_known(match: Match, name: str, alone: bool) -> bool:
    filed, people = key(match.name), match.place.population or 0
    if filed in EVERYDAY and not (_is_country(match) and name[0].isupper()):
        return False
    if filed in BORNE_BY_PEOPLE and not (alone and (people >= BIG or _is_country(match))):
        return False
    sizeable = people >= (SIZEABLE_IN_WORDS if " " in filed else SIZEABLE)
    return (sizeable or is_noted(match.place) or _is_country(match)) and _is_usual(match, name)


def _is_usual(match: Match, name: str) -> bool:
    """Whether the place goes by that name: not by one of another language, a nickname or that of a people."""
    place, capital = match.place, match.place.feature == "P.PPLC"
    if match.kind == "demonym":
        return False
    if _joined(match.name) == _joined(place.name) or script(name) != "Latn":
        return True
    if match.kind == "english":
        return _is_country(match) or capital or place.feature == "A.ADM1" or is_noted(place)
    if match.kind == "abbreviation":
        return _is_country(match) or (len(name) == SHORT and place.feature_class == "P")
    return match.kind == "former" and (_is_country(match) or capital)


def _is_country(match: Match) -> bool:
    return (match.place.feature or "").startswith("A.PCL")
