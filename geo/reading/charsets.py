"""Which encoding a text from before Unicode is in: the one it declares, or the one its bytes look like.

Text in Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese or Korean is told by charset-normalizer. What is written in Latin
letters it confuses often (of six texts in Western languages, it gave four a Central European encoding), so there the
encoding wins in which the accented letters are those of one language.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

SAMPLE_BYTES = 2**15
"""Bytes that are judged: a guess from 32 KB takes up to 0.03 s, and grows with the length."""

FEWEST_HIGH = 16
"""Bytes above ASCII from which another script is guessed: three words of Cyrillic, eight characters of Chinese."""

FEWEST_ACCENTED = 8
"""Accented letters from which an encoding of Latin letters is guessed: about two sentences of Polish."""

CLEARLY = 0.5
"""An encoding wins over the usual one where less than this part as many letters are strange in it."""

OTHER_SCRIPT_SHARE = 0.3
"""Part of the letters that must be above ASCII in another script. In Western languages it is below 0.15, in Cyrillic with
some English above 0.5."""

HIGH = re.compile(rb"[\x80-\xff]")
ASCII_LETTER = re.compile(rb"[A-Za-z]")

LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
"""Encodings of Latin letters that are tried, the usual first: it wins a tie."""

ALPHABETS = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüß",  # German
    "áéíñóúü¿¡",  # Spanish
    "àáâãçéêíóôõúü",  # Portuguese
    "àèéìíîòóù",  # Italian
    "åäöæøé",  # Swedish, Danish, Norwegian, Finnish
    "áéëïóöü",  # Dutch
    "áðéíóúýþæö",  # Icelandic
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäĺľŕô",  # Czech, Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Bosnian, Slovene
    "âçğıîöşüûi̇",  # Turkish
    "āčēģīķļņšūžąčęėįšųūžäõöüšž",  # Latvian, Lithuanian, Estonian
)
"""The letters above ASCII of languages that were written in those encodings, in small letters."""

MARKS = frozenset("‘’‚“”„‹›«»–—…•§°€£©®™´·\u00a0\u00ad")
"""Signs that any language may use."""

DECLARED = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "cp874": "cp874",
    "tis-620": "cp874",
}
"""What pages that declare an encoding are really in: the wider one, as browsers read it (encoding.spec.whatwg.org)."""

TEXT_CODECS = re.compile(
    r"utf-(8|16|16-le|16-be|32)|cp(125\d|866|874|932|949|950|437|85\d|1125)|iso8859-\d+|koi8-[rtu]|big5(hkscs)?|gb18030|"
    r"euc[_-]jp|iso2022_jp(_\w+)?|mac-\w+|johab|hz|cp1361"
)
"""Names of codecs that make text of bytes in one pass. Python has others: punycode, for one, takes quadratic time."""


class Guess(NamedTuple):
    """A text and what it was decoded from."""

    text: str
    encoding: str

    @property
    def called(self) -> str:
        """The encoding as people write it: "Windows-1251", "KOI8-R"."""
        name = self.encoding.upper().replace("_", "-").replace("ISO8859", "ISO-8859")
        return re.sub(r"^CP(125\d)$", r"Windows-\1", name)


def codec(declared: str | None) -> str | None:
    """The Python codec of a declared encoding. None: none, an unknown one, or one that is not for text."""
    try:
        name = codecs.lookup((declared or "").strip(" \t\n\"'")[:40]).name
    except (LookupError, ValueError):
        return None
    name = DECLARED.get(name, name)
    return name if TEXT_CODECS.fullmatch(name) else None


def guessed(data: bytes) -> Guess | None:
    """The text in the encoding that it seems to be in. None: too little tells."""
    sample = _sample(data)
    high = len(HIGH.findall(sample))
    letters = high + len(ASCII_LETTER.findall(sample))
    foreign = high >= FEWEST_HIGH and high / letters >= OTHER_SCRIPT_SHARE
    encoding = (foreign and _other_script(sample)) or (_latin(sample) if high >= FEWEST_ACCENTED else None)
    try:
        return Guess(data.decode(encoding), encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _sample(data: bytes) -> bytes:
    """The lines that hold more than ASCII, so many of them that one ends within the bound; no letter is cut in two."""
    lines = [line for line in data[: SAMPLE_BYTES * 32].splitlines() if HIGH.search(line)]
    sample = b"\n".join(lines)
    if len(sample) <= SAMPLE_BYTES:
        return sample
    end = max(sample.rfind(b"\n", 0, SAMPLE_BYTES), sample.rfind(b" ", 0, SAMPLE_BYTES))
    return sample[: end if end > 0 else SAMPLE_BYTES]


def _other_script(sample: bytes) -> str | None:
    """What charset-normalizer takes it for, where that is no text in Latin letters."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    above = [char for char in str(best) if char > "\x7f" and char.isalpha()]
    foreign = [char for char in above if not unicodedata.name(char, "").startswith("LATIN")]
    return best.encoding if 2 * len(foreign) > len(above) else None


def _latin(sample: bytes) -> str | None:
    """The encoding in which fewest letters are strange to one language. None: the usual one is as good as any."""
    strange = {encoding: _strange(sample, encoding) for encoding in LATIN}
    best = min(LATIN, key=lambda encoding: strange[encoding])
    return best if strange[best] < CLEARLY * strange[LATIN[0]] else None


def _strange(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace").lower()
    above = [char for char in text if char > "\x7f" and char not in MARKS]
    return min(sum(char not in alphabet for char in above) for alphabet in ALPHABETS)
