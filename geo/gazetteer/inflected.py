"""Names in the cases of a language: "в Гомеле" is Гомель, "do Warszawy" is Warszawa.

An ending is replaced by those that the dictionary form may have had. That is a guess: it is made only for a name that is not
on file as it stands, or only as an obscure place, and of all the forms tried the best known place is taken. Covered are the
Slavic languages in Cyrillic script, Polish, and the genitive of German; words that change in their middle ("Białymstoku",
"Орла") are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geo.gazetteer.layered import SURE_GRADES, Layered
from geo.gazetteer.store import Gazetteer
from geo.types import Match

MUCH_BETTER_KNOWN = 1.0
"""`Place.importance`, a decimal logarithm: ten times. "Odry" is a town of 7,000, and the genitive of Odra, the Oder."""

LEAST_STEM = 3
"""Letters that must stay: "Риме" is Рим, while what is left of "Оне" may be anything."""

MOST_FORMS = 40
"""Forms tried for one name; only names of several words come near."""

Endings = Mapping[str, tuple[str, ...]]

CYRILLIC: Endings = {
    "ами": ("ы", "и", "а"), "ями": ("и",),
    "ого": ("ий", "ый", "ое", "е"), "его": ("ий", "ее"), "ому": ("ий", "ый", "ое", "е"), "ему": ("ий", "ее"),
    "ові": ("ів",), "еві": ("ів",), "єві": ("їв",),
    "ах": ("ы", "и", "а"), "ях": ("и", "я"), "ам": ("ы", "и"), "ям": ("и",), "ов": ("ы",), "ів": ("и",),
    "ии": ("ия",), "ию": ("ия",), "ії": ("ія",), "ію": ("ія",), "ией": ("ия",), "ією": ("ія",),
    "ой": ("а", "ая"), "ою": ("а",), "ей": ("я", "а"), "ею": ("я", "а"), "ью": ("ь",), "юю": ("яя",), "ую": ("ая",),
    "ом": ("", "о", "ое", "ый", "ий"), "ем": ("", "ь", "е", "ий"), "ём": ("ь",), "єм": ("й",), "им": ("ий",),
    "зі": ("га",), "ці": ("ка",), "сі": ("ха",),
    "а": ("", "о"), "я": ("ь", "й"), "у": ("", "а", "о"), "ю": ("я", "ь", "й"), "ы": ("а", ""), "и": ("ь", "а", "я", "ы"),
    "е": ("", "а", "ь", "я", "о", "й"), "і": ("а", "ь", "", "я", "о"), "ї": ("я", "й"),
}  # fmt: skip
"""Ending → what the dictionary form may have instead; Russian, Ukrainian and Belarusian together, because a short text is
easily taken for the other one."""

POLISH: Endings = {
    "iec": ("cy",), "zech": ("cy",), "ach": ("e", "y", "i"), "iach": ("ie",), "ego": ("y", "e", "i"), "emu": ("y", "e"),
    "ami": ("y", "e"), "iami": ("ie",),
    "dze": ("ga",), "sce": ("ska",), "ce": ("ka",), "rze": ("ra", "r"), "dzie": ("d", "da"), "cie": ("t", "ta"),
    "le": ("ł", "ła", "ło"),
    "niu": ("ń",), "nia": ("ń",), "ni": ("nia", "ń"), "sią": ("ś",), "si": ("ś", "sia"), "dzi": ("dź",),
    "ciu": ("ć",), "cia": ("ć",),
    "ii": ("ia",), "ię": ("ia",), "ią": ("ia",), "ie": ("", "a", "o"), "iu": ("",), "iem": ("",), "em": ("", "o"),
    "ym": ("y", "e"), "im": ("i", "ie"), "ej": ("a",),
    "a": ("", "o"), "y": ("a", ""), "i": ("a", ""), "u": ("", "o", "e"), "ą": ("a",), "ę": ("a",),
}  # fmt: skip

GERMAN: Endings = {"s": ("",)}

ENDINGS: Mapping[str, Endings] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "rue"), CYRILLIC),
    "pl": POLISH,
    "de": GERMAN,
}
"""Code of a language → its endings."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_VOWEL_TURNED = re.compile("([оеєo])(?=[^аеєиіїоуюяыэaeiouyąęó]+$)")
_TURNED = {"о": "і", "е": "і", "є": "ї", "o": "ó"}
"""In a closed syllable о and е are і in Ukrainian ("Харкова", Харків), o is ó in Polish ("Krakowa", Kraków)."""


@dataclass(frozen=True)
class Inflected:
    """A gazetteer that also knows names by their forms in some languages. Read-only; safe for many threads."""

    base: Gazetteer | Layered
    codes: frozenset[str]
    """ISO 639-1 codes of the languages of the text; those without endings have no forms."""
    names: frozenset[str] | None = None
    """The only names that are in these languages; the others are asked as ever. None: all are."""

    def look_up(self, name: str) -> tuple[Match, ...]:
        """Every place of that name, the best known first; where there is none of note, those that it may be a form of.

        The gazetteer does not say which language a name is in, and lists what is not English behind what is. Here any of them
        may be the usual one, so none is called an alternate.
        """
        if self.names is not None and name not in self.names:
            return self.base.look_up(name)
        return tuple(sorted(map(_as_usual, self._answer(name)), key=_weight, reverse=True))

    def _answer(self, name: str) -> tuple[Match, ...]:
        as_written = self.base.look_up(name)
        sure = bool(as_written) and as_written[0].grade in SURE_GRADES
        known = max((_importance(match) for match in as_written), default=0.0) + MUCH_BETTER_KNOWN if sure else 0.0
        best = max(self._forms(name), key=lambda found: _importance(found[0]), default=())
        if not best or _importance(best[0]) <= known:
            return as_written
        return tuple(match._replace(grade="form") for match in best)

    def _forms(self, name: str) -> Iterator[tuple[Match, ...]]:
        """The answers to each form; those found only letter by letter in another script where no form is on file."""
        found = [matches for form in dictionary_forms(name, self.codes) if (matches := self.base.look_up(form))]
        sure = [matches for matches in found if matches[0].grade in SURE_GRADES]
        yield from sure or [matches for matches in found if matches[0].grade == "transliteration"]


def dictionary_forms(name: str, codes: Iterable[str]) -> tuple[str, ...]:
    """What a name may be in a dictionary if it is inflected in one of these languages, at most `MOST_FORMS`."""
    tables = {id(table): table for code in sorted(codes) if (table := ENDINGS.get(code)) and _fits(table, name)}
    forms: dict[str, None] = {}
    for table in tables.values():
        forms |= dict.fromkeys(_of_words(name.split(" "), table))
    forms.pop(name, None)
    return tuple(forms)[:MOST_FORMS]


def _of_words(words: list[str], table: Endings) -> list[str]:
    """The last word in another form, and the words before it too or as they are."""
    last = _of_word(words[-1], table)
    if len(words) == 1:
        return last
    before = " ".join(words[:-1])
    changed = _of_words(words[:-1], table) if len(words) == 2 else []
    return [f"{first} {word}" for first in [before, *changed] for word in [*last, words[-1]]]


def _of_word(word: str, table: Endings) -> list[str]:
    forms: dict[str, None] = {}
    for size in (4, 3, 2, 1):
        stem = word[:-size]
        for other in table.get(word[-size:], ()) if len(stem) >= LEAST_STEM else ():
            form = stem + other
            forms |= dict.fromkeys((form, _VOWEL_TURNED.sub(lambda vowel: _TURNED[vowel[1]], form)))
    return list(forms)


def _fits(table: Endings, name: str) -> bool:
    return (table is CYRILLIC) == bool(_CYRILLIC.search(name))


def _importance(match: Match) -> float:
    return match.place.importance or 0.0


def _weight(match: Match) -> float:
    """A division's importance counts its whole people; the town that it is called after is meant at least as often."""
    division = (match.place.feature or "").startswith("A.ADM")
    return _importance(match) - (MUCH_BETTER_KNOWN if division else 0.0)


def _as_usual(match: Match) -> Match:
    return match._replace(kind="english") if match.kind == "alternate" else match
