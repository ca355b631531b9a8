"""Which language a text is in, and which of its lines are in another.

The library (CLD2) sees only words that begin with a small letter, or with a letter of a script without capitals: names look
like Swahili to such a library, function words never do. A text that has too few of them is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from geo.types import Language

ENGLISH = "en"

LEAST_LETTERS = 30
"""Letters in small words that it takes to say anything: about six words. With 25, one sentence in 130 in nine languages was
given to a neighbour of its language (Italian to Rhaeto-Romance); with 30 none."""

LEAST_SHARE = 0.6
"""Part of the words that must be in the language, by the library's count."""

_NO_PROSE = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+|[@#]\w+")
"""Addresses, handles and hashtags tell nothing of the language around them."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BY_LETTERS = (("ў", Language("be", "Belarusian", 1.0)), ("іїєґ", Language("uk", "Ukrainian", 1.0)))
_RUSSIAN = Language("ru", "Russian", 1.0)
"""What a line in Cyrillic letters too short for the library is taken for: by letters of its own, or the most written."""

_CODES = {"iw": "he", "jw": "jv"}
"""Codes of the library that ISO 639-1 has replaced."""
_NAMES = {"ChineseT": "Chinese", "LAOTHIAN": "Lao", "RHAETO_ROMANCE": "Romansh", "SCOTS_GAELIC": "Scottish Gaelic"}
"""Names of the library that are not what readers know the language as."""
_NEVER = frozenset({"un", "tlh", "zzp", "ia", "ie", "vo", "sco"})
"""Unknown, jokes, constructed languages, and Scots: met less often than other languages are mistaken for them."""


class Passage(NamedTuple):
    """A line of a text, and what it is written in."""

    start: int
    end: int
    language: Language | None
    """None: too short to say, and so is the rest of the text."""


def language_of(text: str) -> Language | None:
    """The language that most of a text is in. None: too short to say, or no language that the library knows."""
    return _detected(_small_words(text))


def passages(text: str) -> tuple[Passage, ...]:
    """The lines of a text with their languages; a line too short to say is in the language of the whole text.

    Where that is too short as well, Cyrillic letters speak for Russian, or for the language that has some of its own.

    A text is in one language, or English and others meet in it: other mixtures are mostly the library's doubt between
    neighbours, so a line of a Russian text is Russian or English, never Bulgarian.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    words = [_small_words(text[start:end]) for start, end in lines]
    main = _detected(" ".join(words))
    found = (_among(main, _detected(own)) for own in words)
    return tuple(Passage(a, b, own or _by_letters(text[a:b])) for (a, b), own in zip(lines, found, strict=True))


def languages(found: Sequence[Passage]) -> tuple[Language, ...]:
    """The languages of a text with the part of its letters that is in each, the largest first. Empty: too short to say."""
    sizes: dict[str, int] = {}
    known = {passage.language.code: passage.language for passage in found if passage.language}
    for passage in found:
        if passage.language:
            sizes[passage.language.code] = sizes.get(passage.language.code, 0) + passage.end - passage.start
    total = sum(sizes.values())
    order = sorted(sizes, key=lambda code: (-sizes[code], code))
    return tuple(replace(known[code], share=round(sizes[code] / total, 3)) for code in order)


def name_of(code: str) -> str:
    """What a language is called whose code an article names: "Ukrainian"; the code where the library has none of that name."""
    short = code.partition("-")[0].lower()
    found = _names().get(short)
    return code if found is None else found if short == code else f"{found} ({code})"


@cache
def _names() -> dict[str, str]:
    import pycld2  # here, because most callers of the package never come this far

    return {_CODES.get(code, code): _called(name) for name, code in pycld2.LANGUAGES if code not in _NEVER}


def _called(name: str) -> str:
    return _NAMES.get(name, name.replace("_", " ").title())


def _by_letters(line: str) -> Language | None:
    """What a line is in that is too short to say, where its letters are Cyrillic: English it is not."""
    letters, cyrillic = sum(map(str.isalpha, line)), len(_CYRILLIC.findall(line))
    if not cyrillic or cyrillic < LEAST_SHARE * letters:
        return None
    small = line.lower()
    return next((language for own, language in _BY_LETTERS if any(letter in small for letter in own)), _RUSSIAN)


def _among(main: Language | None, own: Language | None) -> Language | None:
    if main is None or own is None:
        return own or main
    return own if ENGLISH in (main.code, own.code) else main


def _small_words(text: str) -> str:
    """The words that are no names. Of a text all in capitals every word, in small letters."""
    found = _WORD.findall(_NO_PROSE.sub(" ", text))
    if text.isupper():
        return " ".join(found).lower()
    return " ".join([word for word in found if not word[0].isupper()])


@lru_cache(maxsize=64)
def _detected(words: str) -> Language | None:
    if len(words) < LEAST_LETTERS:
        return None
    import pycld2  # here, because most callers of the package never come this far

    try:
        sure, _, (best, *_) = pycld2.detect(words, isPlainText=True)
    except pycld2.error:  # letters that Unicode has given out after the library was made
        return None
    name, code, percent, _ = best
    code = _CODES.get(code, code.partition("-")[0])
    if not sure or percent < 100 * LEAST_SHARE or code in _NEVER or code == "xx":
        return None
    return Language(code, _called(name), percent / 100)
