"""The one normalisation of place names, used when the gazetteer is built and when it is asked.

`key` sends every usual way of writing a name to the same string: "St. Louis", "Saint Louis" and "ST LOUIS’" are one
name. It is a chain of small steps, each a function from text to text with one idea. Case is lost on purpose ("US" and
"us" have one key): whether "us" is a country or a pronoun is for the reader of the sentence to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, reduce

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ŧ": "t",
        "ə": "e",
        "ɛ": "e",
        "ɔ": "o",
        "ƴ": "y",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
    }
)
"""Latin letters that Unicode does not take apart into a base and an accent, with their usual plain spelling."""

SHORT_FIRST_WORDS = {"st": "saint", "ste": "sainte", "sta": "santa", "mt": "mount", "ft": "fort", "pt": "point"}
"""Abbreviations that stand for a word when another follows; at the end "St" is a street and "Mt" a mountain's note."""

SHORT_LAST_WORDS = {"mtns": "mountains", "mts": "mountains", "co": "county", "is": "islands"}
"""Abbreviations that stand for a word at the end of a longer name: "Rocky Mts.", "Lamar Co."."""

_APOSTROPHES = re.compile("['’‘ʼʻʹʿʾ`´′ˈ]")
_POSSESSIVE = re.compile(r"(?<=[\w.])['’]s?$")
_SAINT = re.compile(r"^(?:the )?(?:st\.?|saint) ", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:\w\. ?)+\w(?:\.|$)|\b(?:\w\.){2,}")
_NOT_WORD = re.compile(r"[\W_]+")
_JOINERS = "\u200c\u200d\u2060\ufeff"
_OPTIONAL_MARKS = (("\u0300", "\u036f"), ("\u0591", "\u05c7"), ("\u064b", "\u0670"), ("\u0610", "\u061a"))


def fold(text: str) -> str:
    """Compatibility forms and case: full-width letters, ligatures, "STRASSE" and "Straße" become one."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def strip_possessive(text: str) -> str:
    """ "Ukraine's" is Ukraine, but "St. John's" is not Saint John: a saint keeps the s that ends his name."""
    return text if _SAINT.match(text) else _POSSESSIVE.sub("", text)


def strip_accents(text: str) -> str:
    """Accents of the Latin script only: "Córdoba" is Cordoba, while Cyrillic "й" is a letter of its own."""
    if text.isascii():
        return text
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", text.translate(LETTERS_WITHOUT_DECOMPOSITION)):
        if not unicodedata.combining(char):
            latin = char < "\u0250" or "\u1e00" <= char < "\u1f00"
        elif latin:
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def drop_apostrophes(text: str) -> str:
    """ "Xi’an", "Homyel'" and "Sana‘a" are also written without the mark, and no two places differ by it alone."""
    return _APOSTROPHES.sub("", text)


def join_initials(text: str) -> str:
    """ "U.S.", "U. S." and "US" are one; so are "Washington, D.C." and "Washington DC"."""
    return _INITIALS.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text) if "." in text else text


def spell_ampersand(text: str) -> str:
    """ "Trinidad & Tobago" is "Trinidad and Tobago"."""
    return text.replace("&", " and ") if "&" in text else text


def space_punctuation(text: str) -> str:
    """Hyphens, dashes, commas, control characters and lone surrogates part words; runs of them are one space."""
    spaced = _NOT_WORD.sub(" ", text) if text.isascii() else "".join(map(_spaced, text))
    return " ".join(spaced.split())


@lru_cache(maxsize=4096)
def _spaced(char: str) -> str:
    """A space for what is no part of a word. Vowel signs of India's and its neighbours' scripts are part of it; marks that
    most writers leave out are dropped: stress, the vowel points of Arabic and Hebrew, and joiners that only shape letters."""
    if char in _JOINERS or any(first <= char <= last for first, last in _OPTIONAL_MARKS):
        return ""
    return char if char.isalnum() or unicodedata.category(char) in ("Mn", "Mc") else " "


def drop_article(text: str) -> str:
    """ "the Bronx" and "Bronx", "The Hague" and "Hague"."""
    return text[4:] if text.startswith("the ") else text


def spell_short_words(text: str) -> str:
    """ "St Louis", "Mt Everest", "Ft Worth", "Rocky Mts": the abbreviated word in full."""
    words = text.split(" ")
    if len(words) == 1:
        return text
    body = [SHORT_FIRST_WORDS.get(word, word) for word in words[:-1]]
    return " ".join([*body, SHORT_LAST_WORDS.get(words[-1], words[-1])])


STEPS: tuple[Callable[[str], str], ...] = (
    fold,
    strip_possessive,
    strip_accents,
    drop_apostrophes,
    join_initials,
    spell_ampersand,
    space_punctuation,
    drop_article,
    spell_short_words,
)


def key(name: str) -> str:
    """The form of a name under which the gazetteer files it. Empty when the name holds no letter or digit."""
    if name.isascii() and name.isalnum():
        return name.lower()  # one plain word, as every third name is: no step has more to do
    return reduce(lambda text, step: step(text), STEPS, name)


def start(prefix: str) -> str:
    """What the keys of names begin with that begin so. After a space more is to come: "St " begins "Saint Louis"."""
    if not prefix[-1:].isspace():
        return key(prefix)
    return key(f"{prefix}x")[:-1] or key(prefix)
