"""Which aliases are left out. The sources' alias lists hold codes, transliterations of transliterations and whole words
of English; a gazetteer that answers to them finds places where there are none.

Names in other scripts are kept, under rules of their own script. Only aliases are judged: a place's main name stays even
if it is "Of" or "Nice", for whether a word in a sentence is a name is the recogniser's business. Names from our own tables
stay too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from geo.files import TABLES
from geo.gazetteer.normalise import key
from geo.scripts import NO_LETTERS, script

SHORTEST_ALIAS = 4
"""Latin letters. Shorter aliases are codes of airports and stations ("GME" for Gomel)."""

SHORTEST_BY_SCRIPT = {"Hani": 2, "Hira": 2, "Kana": 2, "Hang": 2, "Latn": SHORTEST_ALIAS}
"""A character of these stands for a syllable or a word; one alone is an everyday word or an abbreviation."""

SHORTEST_ELSEWHERE = 3
"""Letters of an alphabet other than the Latin one: "Уфа"; two are abbreviations."""

HOME_OF_SCRIPT = {
    "Cyrl": "RU UA BY BG RS MK ME BA XK MD KZ KG TJ UZ TM MN AM AZ GE",
    "Arab": "SA IQ SY JO LB EG LY TN DZ MA EH MR SD SS TD SO DJ KM ER YE OM AE QA BH KW PS IL IR AF PK IN",
    "Hani": "CN TW HK MO JP KR KP SG MY", "Hira": "JP", "Kana": "JP", "Hang": "KR KP", "Deva": "IN NP", "Beng": "BD IN",
    "Guru": "IN", "Gujr": "IN", "Orya": "IN", "Taml": "IN LK SG MY", "Telu": "IN", "Knda": "IN", "Mlym": "IN",
    "Sinh": "LK", "Thai": "TH", "Laoo": "LA", "Khmr": "KH", "Mymr": "MM", "Tibt": "CN BT IN NP", "Mong": "MN CN",
    "Hebr": "IL PS", "Grek": "GR CY", "Armn": "AM AZ", "Geor": "GE", "Ethi": "ET ER", "Tfng": "MA DZ LY", "Thaa": "MV",
}  # fmt: skip
"""Countries where a script is in everyday use. There every place keeps its names in that script."""

KNOWN_IN_OTHER_SCRIPTS = 100_000
"""People. Towns of that size, countries, first-level divisions, waters and mountains keep names in every script; smaller
towns and lesser divisions abroad do not, for there are 150,000 of them, mostly counties and towns of the United States."""

WRITTEN_TOGETHER = ({"Hani", "Hira", "Kana"}, {"Hani", "Hang"}, {"Hani", "Bopo"})
"""Scripts that one name may mix."""

LONGEST_ALIAS = 60
"""Characters. Longer ones are descriptions: "Autonomous Community of …" in full."""

ONE_NAMED = frozenset({"US", "CA", "AU", "NZ", "CN"})
"""Where a small town has one name in English text: in English-speaking countries its own, in China the pinyin one. An
alias without a word in common with it is a spelling of another language ("Blumingdejl" for Bloomingdale), an older
transcription, or long past. Britain and Ireland are not among them: they have Welsh, Scots and Irish names too."""

KNOWN_ABROAD = 100_000
"""People. Larger towns of those countries keep all aliases: their nicknames and old names are in the news."""

FOREIGN_TYPES = frozenset(
    """agbegbe amphoe bezirk bisanga bolgesi comitatul comitatus comtat comte comuna comunitat condado
    contea daerah distretto distrikto distriktet districte districtul distrito eparchia grafschaft gemeng
    gorad grofija gubernio hrabstwo huyen i idolobha ili intendencia jaras judetul kabupaten kantono katoa khett khoueng
    konderria konteth kotamadya koyu kreis kunta kun lalawigan lungsod maakond maakunta megye mkoa mmasepala muhafazat
    obcina obshhina okres okrug opcina opshtina opstina parohia parrocchia parafia piirikunta powiat prefektura
    prefekturai prepektura prefettura probintzia propinsi provincia provinciya provinco provints provinsi provinsen
    quan raionul rajon rajono rayonu regione regiunea rehgijon rehiyon rejon seutukunta shahrestan srjan suyu tinh
    vald vilayeti vilojati vilojat wilayah xian xiang zhen zila"""
    .split()
)  # fmt: skip
"""What other languages call a division. First or last in an alias, the alias is the place's name in translation
("Condado de Lamar", "Hrabstwo Lamar", "Lungsod ng Ntanya"), which no English text uses."""

_CODE = re.compile(r"[A-Z]{2,6}|\w*\d\w*")
_WORD = re.compile(r"\w+")


def noisy(alias: str) -> bool:
    """True: leave this alias out."""
    return (
        len(alias) > LONGEST_ALIAS
        or letters(alias) < _shortest(alias)
        or alias == alias.lower() != alias.upper()
        or bool(_CODE.fullmatch(alias))
        or "(" in alias
        or _mixed(alias)
        or key(alias) in everyday_words()
    )


def _shortest(alias: str) -> int:
    return SHORTEST_ALIAS if alias.isascii() else SHORTEST_BY_SCRIPT.get(script(alias), SHORTEST_ELSEWHERE)


def _mixed(alias: str) -> bool:
    """Two scripts in one alias are a slip of a keyboard ("Мinsk") or a name with its translation."""
    if alias.isascii():
        return False
    found = scripts(alias)
    return len(found) > 1 and not any(found <= allowed for allowed in WRITTEN_TOGETHER)


def scripts(text: str) -> set[str]:
    """The scripts of its letters."""
    return {_script(char) for char in text if char.isalpha()} - {NO_LETTERS}


_script = lru_cache(maxsize=4096)(script)


def foreign(alias: str, name: str, country: str | None, feature: str | None, population: int | None) -> bool:
    """True: no text is likely to call that place so. `name` is the place's main one."""
    if not latin(alias):
        return not _at_home(alias, country) and _little_known(feature, population)
    words = key(alias).split()
    if {*words[:1], *words[-1:]} & FOREIGN_TYPES:
        return True
    if not (feature or "").startswith("P."):
        return False
    small = (population or 0) < KNOWN_ABROAD
    return not population or (country in ONE_NAMED and small and not alike(words, key(name).split()))


def _at_home(alias: str, country: str | None) -> bool:
    return (country or "none") in HOME_OF_SCRIPT.get(script(alias), "").split()


def _little_known(feature: str | None, population: int | None) -> bool:
    """True of small towns and of divisions below the first level."""
    lesser = (feature or "").startswith(("P.", "A.ADM")) and feature not in ("A.ADM1", "P.PPLC")
    return lesser and (population or 0) < KNOWN_IN_OTHER_SCRIPTS


def alike(words: list[str], others: list[str]) -> bool:
    """True when two names share a word that is long enough to mean something."""
    return any(len(word) >= SHORTEST_ALIAS for word in {*words} & {*others})


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
