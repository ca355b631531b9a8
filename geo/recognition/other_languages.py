"""Names in lines that are not English, by the gazetteer's evidence: "в Гомеле", "à Liège", "Ankara'dan".

The tagger has learnt English. In another language a capitalised word is taken for a place when the gazetteer has one of that
name, or of its dictionary form, that is known well enough for where the word stands: after a preposition of place or in a row
with another place a town will do; elsewhere it takes a country or a great city, and at the beginning of a sentence more
still. A word beside another capitalised one is mostly a person's ("Carmen Romero"). The tagger's own finds in such lines are
kept where the gazetteer knows them too, for it takes words that it never met for names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from geo.gazetteer import Gazetteer, is_noted, key
from geo.gazetteer.inflected import Inflected
from geo.gazetteer.layered import Layered
from geo.recognition.language import ENGLISH, Passage
from geo.recognition.little_words import (
    ARTICLES,
    CONJUNCTIONS,
    EVERYDAY,
    INSIDE_NAMES,
    OF_PLACE,
    OTHER,
    SUFFIXES_OF_PLACE,
)
from geo.types import Match, Mention, Place

SCORE = 0.95
"""Given to such a mention in place of the tagger's own probability; a judgement, below the share that is right in the texts of
`tests/recognition/other_languages.txt`, because real ones are harder."""

TAGGER_SURE = 0.9
"""The tagger's score from which its word alone is enough for a place of any size."""

LONGEST = 5
"""Words of the longest name that is looked for."""

# How well known a place must be (`Place.importance`, about the decimal logarithm of its population) by where the word stands.
AFTER_PREPOSITION = 4.0
"""A town of 10,000."""
AFTER_NOUN_PREPOSITION = 4.7
"""The same in German, where any noun has a capital: "in Regen". Towns of 50,000 share their names with few nouns."""
AFTER_OTHER = 4.7
"""A town of 50,000, after a preposition that persons have too: "von Essen"."""
WITHIN = 6.0
"""A city of a million, or most countries, anywhere within a sentence."""
BESIDE_CAPITAL = 6.5
"""The same beside a word with a capital that need not be a name: a title, a German noun."""
AT_START = 7.0
"""Countries and capitals, where every word has a capital: "Ordu" is the army, "Marche" a march."""
SEVERAL_WORDS = 4.0
"""A name of two capitalised words and more is hardly ever anything else."""
ABBREVIATED = 9.0
"""Countries: "USA" is one, "SPD" is none."""
NEVER = 99.0
"""More than any place has."""
ANOTHER_SCRIPT = 0.5
"""Added where the name is not on file in its own script, and was found letter by letter in Latin."""

NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
LONGEST_ABBREVIATION = 4
"""Letters; longer words in capitals are names."""
SHORTEST_WITHIN = 3
"""Letters of a name that no preposition stands before."""

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_GAP_IN_NAME = re.compile(r"[ \u00a0-]|['’]|[ \u00a0]-[ \u00a0]")
SPACE = frozenset((" ", "\u00a0"))
APOSTROPHE = frozenset(("'", "’"))
NONE: frozenset[str] = frozenset()
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…“”„\"«»(\[—–-])\s*$")
_ROW = re.compile(r",?\s(?:(\w+)\s)?(?:(\w+)(?:\s|['’]))?")


class Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def foreign(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The lines that are in another language than English."""
    return tuple(passage for passage in passages if passage.language and passage.language.code != ENGLISH)


def with_other_languages(
    text: str, mentions: Sequence[Mention], passages: Sequence[Passage], gazetteer: Gazetteer | Layered
) -> tuple[tuple[Mention, ...], Gazetteer | Layered | Inflected]:
    """The mentions, with those of each line that is not English decided by the gazetteer, and the gazetteer to resolve them.

    Two rounds: a place that one line speaks of clearly may be named in another where little else tells that it is one.
    """
    abroad = foreign(passages)
    if not abroad:
        return tuple(mentions), gazetteer
    known = Inflected(gazetteer, frozenset(passage.language.code for passage in abroad if passage.language))
    lines = [_Line(text, passage, _between(mentions, passage), known) for passage in abroad]
    clear = frozenset(line.place(mention).id for line in lines for mention in line.found())
    found = [mention for line in lines for mention in replace(line, clear=clear).names()]
    read = {mention for line in lines for mention in line.tagged}
    every = sorted((*(m for m in mentions if m not in read), *found), key=lambda mention: mention.start)
    return tuple(every), replace(known, names=frozenset(mention.surface for mention in found))


def _between(mentions: Sequence[Mention], passage: Passage) -> tuple[Mention, ...]:
    first = bisect_left(mentions, passage.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, passage.end, key=lambda mention: mention.start)
    return tuple(mentions[first:last])


def _touches(mention: Mention, following: Sequence[Mention]) -> bool:
    """Whether a mention overlaps the first of those that end behind its start."""
    return any(found.start < mention.end for found in following)


@dataclass(frozen=True)
class _Line:
    """One line and what is known of it."""

    text: str
    passage: Passage
    tagged: tuple[Mention, ...]
    gazetteer: Inflected
    clear: frozenset[str] = frozenset()
    """Ids of the places that the text speaks of clearly."""

    @cached_property
    def code(self) -> str:
        return self.passage.language.code if self.passage.language else ENGLISH

    @cached_property
    def prepositions(self) -> frozenset[str]:
        return OF_PLACE.get(self.code, NONE) | OTHER.get(self.code, NONE)

    @cached_property
    def words(self) -> list[Word]:
        line = self.text[self.passage.start : self.passage.end]
        return [Word(self.passage.start + m.start(), self.passage.start + m.end(), m[0]) for m in _WORD.finditer(line)]

    @cached_property
    def _tagged_at(self) -> dict[tuple[int, int], Mention]:
        return {(mention.start, mention.end): mention for mention in self.tagged}

    @property
    def nouns_have_capitals(self) -> bool:
        return self.code in NOUNS_HAVE_CAPITALS

    def names(self) -> list[Mention]:
        """The mentions of the line: those found, and what the tagger is sure of and the gazetteer knows."""
        if self.text[self.passage.start : self.passage.end].isupper():
            return list(self.tagged)  # capitals tell nothing here
        found = list(self.found())
        ends = [mention.end for mention in found]
        apart = [m for m in self.tagged if not _touches(m, found[(at := bisect_right(ends, m.start)) : at + 1])]
        return sorted([*found, *filter(self._is_sure, apart)], key=lambda mention: mention.start)

    def place(self, mention: Mention) -> Place:
        """The best known place of a name that was found."""
        return self._match(mention.surface).place

    def found(self) -> Iterator[Mention]:
        """Names from left to right, the longest that begins at each word."""
        first, before = 0, None
        while first < len(self.words):
            size = self._longest(first, before)
            if size:
                before = self._mention(self.words[first].start, self.words[first + size - 1].end)
                yield before
            first += size or 1

    def _longest(self, first: int, before: Mention | None) -> int:
        """Words of the longest name that begins there; 0: none does."""
        if not self.words[first].capital:
            return 0
        ends = range(min(first + LONGEST, len(self.words)), first, -1)
        return next((last - first for last in ends if self._is_name(first, last, before)), 0)

    def _is_name(self, first: int, last: int, before: Mention | None) -> bool:
        if not self.words[last - 1].capital or not self._is_run(self.words[first:last]):
            return False
        name = self._name(first, last)
        match = None if name.lower() in self.prepositions | CONJUNCTIONS else self._match(name)
        return match is not None and self._known(match) >= self._wanted(first, last, before, match)

    def _name(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def _match(self, name: str) -> Match | None:
        """The best known place of that name; abbreviations only as they are spelt on file."""
        found = (m for m in self.gazetteer.look_up(name) if m.kind != "demonym")
        spelt = (m for m in found if m.kind != "abbreviation" or m.name.replace(".", "") == name)
        return max(spelt, key=lambda match: match.place.importance or 0.0, default=None)

    def _is_run(self, words: Sequence[Word]) -> bool:
        """Whether the words may be one name: joined by spaces, capitalised but for the small words inside names."""
        gaps = (self.text[a.end : b.start] for a, b in zip(words, words[1:], strict=False))
        small = (word for word in words if not word.capital)
        return all(map(_GAP_IN_NAME.fullmatch, gaps)) and all(word.text in INSIDE_NAMES for word in small)

    def _known(self, match: Match) -> float:
        known = max(match.place.importance or 0.0, SEVERAL_WORDS if is_noted(match.place) else 0.0)
        return known - ANOTHER_SCRIPT if match.grade == "transliteration" else known

    def _wanted(self, first: int, last: int, before: Mention | None, match: Match) -> float:
        """How well known a place must be to be meant here."""
        name = self._name(first, last)
        if name.isupper() and len(name) <= LONGEST_ABBREVIATION:
            return ABBREVIATED if match.kind == "abbreviation" else NEVER
        if sum(word.capital for word in self.words[first:last]) > 1:
            return SEVERAL_WORDS
        wanted = self._standing(first, last, before, match)
        everyday = name in EVERYDAY.get(self.code, NONE) or len(name) < SHORTEST_WITHIN
        return NEVER if everyday and wanted > AFTER_NOUN_PREPOSITION else wanted

    def _standing(self, first: int, last: int, before: Mention | None, match: Match) -> float:
        """What it takes for one word, by what is around it."""
        after = self._after_preposition(first)
        if before and self._in_row(before.end, self.words[first].start) or self._has_suffix(last):
            return AFTER_PREPOSITION
        agreed = self._is_tagged(first, last)
        if self._beside_capital(first, last):
            return self._beside(first, match, after, agreed)
        if match.place.id in self.clear and self._name(first, first + 1) not in EVERYDAY.get(self.code, NONE):
            return AFTER_PREPOSITION
        if after or agreed:
            return min(after or AFTER_OTHER, AFTER_OTHER) if agreed else after
        return self._alone(first, match)

    def _beside(self, first: int, match: Match, after: float, agreed: bool) -> float:
        """What it takes beside another capital: a title ("Президент Казахстана"), or in German a noun; else it is a person."""
        if self.nouns_have_capitals:
            return after or (AFTER_OTHER if agreed else BESIDE_CAPITAL if _is_usual(match) else NEVER)
        inflected = first > 0 and self._starts(first - 1) and match.grade == "form"
        return BESIDE_CAPITAL if inflected or agreed or after == AFTER_PREPOSITION else NEVER

    def _alone(self, first: int, match: Match) -> float:
        """What it takes where nothing speaks for a place: its own spelling at least."""
        start = self._starts(first)
        if (start or self.nouns_have_capitals) and not _is_usual(match) and match.grade != "exact":
            return NEVER
        return AT_START if start else WITHIN

    def _starts(self, index: int) -> bool:
        start = self.words[index].start
        return bool(_SENTENCE_START.search(self.text[max(self.passage.start, start - 4) : start]))

    def _is_tagged(self, first: int, last: int) -> bool:
        return (self.words[first].start, self.words[last - 1].end) in self._tagged_at

    def _after_preposition(self, first: int) -> float:
        """What it takes after the preposition that stands before the word; 0: none does."""
        if not first or not self._adjacent(first - 1, SPACE | APOSTROPHE):
            return 0.0
        word, article = self.words[first - 1].text.lower(), False
        if (
            first > 1
            and word in ARTICLES.get(self.code, NONE)
            and self.words[first - 2].text.lower() in self.prepositions
        ):
            word, article = self.words[first - 2].text.lower(), True
        if word not in self.prepositions:
            return 0.0
        if self.nouns_have_capitals:
            return WITHIN if article or word in OTHER[self.code] else AFTER_NOUN_PREPOSITION
        return AFTER_OTHER if word in OTHER[self.code] else AFTER_PREPOSITION

    def _in_row(self, end: int, start: int) -> bool:
        """Whether a comma or a conjunction stands between a name that was found and the next word, and nothing else."""
        between = _ROW.fullmatch(self.text[end:start])
        if not between:
            return False
        words = [word.lower() for word in between.groups() if word]
        joined = "," in between[0] or bool(words) and words[0] in CONJUNCTIONS
        return joined and self._small.issuperset(words)

    @cached_property
    def _small(self) -> frozenset[str]:
        return CONJUNCTIONS | self.prepositions | ARTICLES.get(self.code, NONE)

    def _has_suffix(self, last: int) -> bool:
        """Turkish sets off the case ending of a name."""
        joined = self.code in ("tr", "az") and last < len(self.words) and self._adjacent(last - 1, APOSTROPHE)
        return joined and self.words[last].text in SUFFIXES_OF_PLACE

    def _beside_capital(self, first: int, last: int) -> bool:
        before = first > 0 and self.words[first - 1].capital and self._adjacent(first - 1, SPACE)
        after = last < len(self.words) and self.words[last].capital and self._adjacent(last - 1, SPACE)
        return after or before and self.words[first - 1].text.lower() not in self._small

    def _adjacent(self, index: int, by: frozenset[str]) -> bool:
        """Whether one of those signs is all that stands between a word and the next."""
        return self.text[self.words[index].end : self.words[index + 1].start] in by

    def _mention(self, start: int, end: int) -> Mention:
        """The tagger's own where it has the same stretch, with its role, but not its doubts of a language it never learnt."""
        tagged = self._tagged_at.get((start, end)) or Mention(start, end, self.text[start:end], score=SCORE)
        return replace(tagged, score=max(SCORE, tagged.score))

    def _is_sure(self, mention: Mention) -> bool:
        named = mention.surface[:1].isupper() and mention.score >= TAGGER_SURE
        everyday = mention.surface in EVERYDAY.get(self.code, NONE) or mention.surface.lower() in self._small
        found = self._match(mention.surface) if named and not everyday else None
        return found is not None and found.grade != "transliteration"


def _is_usual(match: Match) -> bool:
    """Whether it is the place's main or English name, not one of the many in languages that the gazetteer does not tell."""
    return match.kind == "official" or key(match.name) == key(match.place.name)
