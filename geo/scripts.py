"""Which script a name is written in, by the Unicode names of its letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

CODES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "ARMENIAN": "Armn",
    "GEORGIAN": "Geor", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana", "KATAKANA-HIRAGANA": "Kana",
    "HANGUL": "Hang", "BOPOMOFO": "Bopo", "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru",
    "GUJARATI": "Gujr", "ORIYA": "Orya", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "KHMER": "Khmr",
    "ETHIOPIC": "Ethi", "MONGOLIAN": "Mong", "THAANA": "Thaa", "SYRIAC": "Syrc", "TIFINAGH": "Tfng", "NKO": "Nkoo",
    "YI": "Yiii", "CHEROKEE": "Cher", "CANADIAN": "Cans", "JAVANESE": "Java", "BALINESE": "Bali", "OL": "Olck",
    "GOTHIC": "Goth", "COPTIC": "Copt", "MEETEI": "Mtei", "FULLWIDTH": "Latn", "VAI": "Vaii", "LIMBU": "Limb",
}  # fmt: skip
"""First word of a letter's Unicode name → ISO 15924 code of its script."""

NO_LETTERS = "Zyyy"
UNKNOWN = "Zzzz"


def script(text: str) -> str:
    """ISO 15924 code of the script that the first letter is in; `Zyyy`: there is no letter, `Zzzz`: one that is not listed."""
    return next((_script(char) for char in text if char.isalpha() and not _mark(char)), NO_LETTERS)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if char.isascii():
        return "Latn"
    return CODES.get(unicodedata.name(char, "").split(" ")[0], UNKNOWN)


def _mark(char: str) -> bool:
    """Letters that modify others, as the ʻokina of "ʻEwa", belong to no script of their own."""
    return unicodedata.category(char) == "Lm" and unicodedata.name(char, "").startswith("MODIFIER")
