"""The two sides of a border: which area a mention stands for, and which area a phrase leaves to its context.

A country or division stands for itself, a national capital for its country (governments go by their capital's name), and
between two named sides any other town for its first-level division. A side that the phrase does not name is taken from the
places named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geo.gazetteer import Gazetteer
from geo.location.shapes import Shapes
from geo.types import Candidate, Match, Mention, Place, Resolution

CAPITAL = "P.PPLC"
TOWN = "P"
SORTS: Mapping[str, str | tuple[str, ...]] = {
    "province": "A.ADM", "state": "A.ADM", "region": ("A.ADM", "L.RGN"), "island": "T.ISL", "capital": CAPITAL,
    "city": TOWN, "town": TOWN, "village": TOWN,
}  # fmt: skip
"""How GeoNames' feature codes for what a noun may mean begin; a country stands apart, any place in it leads to it."""
SAME_SENTENCE = 0.9
EARLIER = 0.75
WHOLE_ARTICLE = 0.6
"""What a side taken from the same sentence, from earlier ones, or from the whole article does to the confidence: judged from
the shape of news sentences, not measured."""

READ_ANEW = 0.8
"""What is left of the confidence where only an anchor's second candidate has the other side as a neighbour. Judged."""
HALF_READ = 0.7
"""Confidence in a place that the recogniser joined with another: nobody resolved it in its context. Judged."""
LOOK_BACK = 100
"""Mentions looked at before a phrase; news names a side within the last few."""
LONGEST_SENTENCE = 2000
"""Code points looked back over for the beginning of a sentence."""

_JOINT = re.compile(r"(?<=\w)[ \u00a0]?[–—/‐‑-][ \u00a0]?(?=\w)")
_COMPASS_WORDS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
_TITLES = "".join(rf"(?<!\b{title})" for title in "Mr Dr Ms Mrs Gen Col Lt St Gov Sen Rep Prof No".split())
_SENTENCE_END = re.compile(rf"(?<![.!?…]){_TITLES}[.!?…]++[\"'”’)\]]*\s+(?=[^\sa-z])|\n[ \t]*\n")
_CLAUSE_WORDS = (
    "as while that when where because although though but if since whether whereas until unless so said says told"
)
_CLAUSE_START = re.compile(rf"(?:[,;:–—“\"(]|\b(?:{'|'.join(_CLAUSE_WORDS.split())}))\s*(?:the\s+)?$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"\W*(?:the\s+)?$", re.IGNORECASE)
LONGEST_OPENING = 40
"""Code points before a mention that may hold the beginning of its clause."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a border."""

    place: Place
    """A country or division that has an outline."""
    confidence: float
    why: str | None = None
    """Plain words, where the side is not simply the place named."""


class Parties:
    """Reads the sides of borders in one article."""

    def __init__(self, text: str, mentions: Sequence[Mention], shapes: Shapes, gazetteer: Gazetteer) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._ends = [mention.end for mention in self._mentions]
        self._shapes = shapes
        self._gazetteer = gazetteer
        self._countries: dict[str, Place | None] = {}

    def named(self, mention: Mention, *, towns: bool = False) -> list[Party]:
        """The areas that a mention may stand for, likeliest first; other readings of an ambiguous name come last.

        `towns`: a town may stand for its division.
        """
        if mention.resolution is None or mention.place is None:
            return []
        others = [
            Party(other.place, READ_ANEW, f"“{mention.surface}” must mean {other.place.label} beside its neighbour")
            for other in mention.resolution.alternatives
            if self._shapes.area(other.place) is not None
        ]
        return [*self._stand_ins(mention, mention.place, towns), *others]

    def area(self, mention: Mention) -> Party | None:
        """The country or division that a mention names itself. None: it names a town, or something else."""
        place = mention.place
        return Party(place, mention.confidence) if place and self._shapes.area(place) is not None else None

    def halves(self, mention: Mention) -> list[Mention]:
        """The two places of a mention that holds both, "Arizona-New Mexico"; empty where it does not."""
        words = _JOINT.split(mention.surface)
        found = [self._gazetteer.look_up(word) for word in words] if mention.place is None and len(words) == 2 else []
        if not all(found):
            return []
        starts = (mention.start, mention.end - len(words[-1]))
        return [
            Mention(start, start + len(word), word, resolution=_first_of(matches))
            for start, word, matches in zip(starts, words, found, strict=False)
        ]

    def beside(self, other: Party, before: int, *, subject: bool = False) -> Party | None:
        """The nearest place before an offset that shares a boundary with the other side; failing that, the commonest at all.

        `subject`: the phrase says "its", so the subject of the sentence comes before what stands nearest.
        """
        beginning = self._sentence(before)
        earlier = self._earlier(before)
        here = [mention for mention in earlier if mention.start >= beginning]
        if subject:
            here.sort(key=lambda mention: not self._is_subject(mention, beginning))
        for candidates, trust in ((here, SAME_SENTENCE), (earlier, EARLIER)):
            for mention in candidates:
                for party in self._neighbours(mention, other):
                    why = (
                        f"the other side is {party.place.name}, the nearest neighbour named before: “{mention.surface}”"
                    )
                    return Party(party.place, party.confidence * trust, why)
        return self._commonest(other)

    def third(self, parties: Sequence[Party], before: int) -> Party | None:
        """The nearest place before an offset that shares a boundary with every one of the parties and is none of them."""
        for mention in self._earlier(before):
            for party in self._neighbours(mention, parties[0]):
                if all(self.share(party, other) for other in parties):
                    why = f"the side they have in common is {party.place.name}: “{mention.surface}” stands before it"
                    return Party(party.place, party.confidence * EARLIER, why)
        return None

    def spoken_of(self, noun: str, before: int) -> Party | None:
        """What "the country", "the province", "the city" means before an offset: the nearest of that sort named before it."""
        beginning = self._sentence(before)
        for mention in self._earlier(before):
            place = self._of_sort(noun, mention.place) if mention.place else None
            if place:
                trust = SAME_SENTENCE if mention.start >= beginning else EARLIER
                why = f"“the {noun}” is {place.name}, the nearest named before: “{mention.surface}”"
                return Party(place, mention.confidence * trust, why)
        return None

    def _of_sort(self, noun: str, place: Place) -> Place | None:
        if noun == "country":
            return self._country(place)
        if noun == "island" and is_country(place):
            return place if self._shapes.area(place) is not None and self._shapes.boundary(place) is None else None
        return place if (place.feature or "").startswith(SORTS[noun]) else None

    def share(self, a: Party, b: Party) -> bool:
        """Do the two share a land boundary?"""
        return self._shapes.touch(a.place, b.place)

    def _earlier(self, before: int) -> list[Mention]:
        """Mentions that end before an offset, nearest first."""
        count = bisect_right(self._ends, before)
        return self._mentions[max(0, count - LOOK_BACK) : count][::-1]

    def _stand_ins(self, mention: Mention, place: Place, towns: bool) -> list[Party]:
        if self._shapes.area(place) is not None:
            return [Party(place, mention.confidence)]
        capital, town = place.feature == CAPITAL, place.feature_class == TOWN
        division = self._division(place) if town else None
        namesake = division is not None and division.name.startswith(f"{place.name} ")
        ranked = [self._country(place) if capital else None, division if towns or namesake else None]
        why = f"“{mention.surface}” stands for "
        return [Party(area, mention.confidence, why + area.name) for area in ranked if area]

    def _neighbours(self, mention: Mention, other: Party) -> Iterator[Party]:
        """The areas that a place is or lies in, of the other side's rank first, if they share a boundary with it."""
        place = mention.place
        if place is None:
            return
        country = self._country(place)
        ranked = [country] if is_country(other.place) else [place, self._division(place), country]
        for area in ranked:
            if area and self._shapes.touch(area, other.place):
                yield Party(area, mention.confidence)

    def _commonest(self, other: Party) -> Party | None:
        """Of all mentions, later ones too, the neighbour named most."""
        sides = [party for mention in self._distinct for party in self._neighbours(mention, other)]
        if not sides:
            return None
        named = {party.place.id: sum(self._counts[at] for at in self._inside(party.place)) for party in sides}
        best = max(sides, key=lambda party: named[party.place.id])
        why = f"the other side is {best.place.name}: of the neighbours of {other.place.name} the article names it most"
        return Party(best.place, best.confidence * WHOLE_ARTICLE, why)

    def _inside(self, area: Place) -> Iterator[str]:
        """Ids of the article's places that lie in the area or are it."""
        for mention in self._distinct:
            place = mention.place
            if area.id in (place.id, *(side.id for side in (self._country(place), self._division(place)) if side)):
                yield place.id

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(mention.place.id for mention in self._mentions if mention.place)

    @cached_property
    def _distinct(self) -> list[Mention]:
        """One mention a place."""
        return list({mention.place.id: mention for mention in reversed(self._mentions) if mention.place}.values())[
            ::-1
        ][:LOOK_BACK]

    def _country(self, place: Place) -> Place | None:
        if is_country(place):
            return place
        return self._shapes.remember(
            ("country", place.country_code), lambda: self._gazetteer.country(place.country_code or "")
        )

    def _division(self, place: Place) -> Place | None:
        """The first-level division a place is or lies in, where its outline is known."""
        if place.feature == "A.ADM1":
            return place
        if is_country(place) or not place.adm1_code:
            return None
        id = self._shapes.id_of(place.adm1_code)
        division = self._gazetteer.get(id) if id else None
        return division if division and self._shapes.area(division) is not None else None

    def completed(self, one: Mention, other: Mention) -> Mention:
        """ "North" of "North and South Korea", told in full; any other mention as it is."""
        _, _, rest = other.surface.partition(" ")
        if not rest or not {one.surface.lower(), other.surface.split(" ")[0].lower()} <= _COMPASS_WORDS:
            return one
        matches = self._gazetteer.look_up(f"{one.surface} {rest}")
        return replace(one, resolution=_first_of(matches)) if matches else one

    def _sentence(self, offset: int) -> int:
        """Where the sentence of an offset begins; full stops inside mentions do not count."""
        start = max(0, offset - LONGEST_SENTENCE)
        for end in _SENTENCE_END.finditer(self._text, start, offset):
            at = bisect_right(self._ends, end.start())
            if at == len(self._mentions) or not self._mentions[at].start <= end.start():
                start = end.end()
        return start

    def _is_subject(self, mention: Mention, beginning: int) -> bool:
        """Does a sentence or clause begin with it?"""
        if _SENTENCE_START.match(self._text, beginning, mention.start):
            return True
        return bool(_CLAUSE_START.search(self._text, max(beginning, mention.start - LONGEST_OPENING), mention.start))


def _first_of(matches: Sequence[Match]) -> Resolution:
    """The most important place of a name, for want of anything that decides between them."""
    others = tuple(Candidate(match.place, HALF_READ / 2) for match in matches[1:])
    return Resolution(matches[0].place, HALF_READ, (), others)


def is_country(place: Place) -> bool:
    """Countries and dependencies; GeoNames' codes for them start with PCL."""
    return (place.feature or "").startswith("A.PCL")
