"""The texts of `other_languages.txt`: news in nine languages, written for these tests, with the places that a reader finds.

`## fr` opens a language; a paragraph is an article; `[Varsovie|Warsaw]` is a place and its name in the gazetteer, `-` where the
gazetteer has no such place.
"""

import re
from pathlib import Path
from typing import NamedTuple


class Text(NamedTuple):
    code: str
    text: str
    names: dict[tuple[int, int], str]
    """(start, end) → the name of the place meant."""


def texts() -> list[Text]:
    whole = Path(__file__).with_name("other_languages.txt").read_text(encoding="utf-8")
    sections = (section.partition("\n") for section in whole.split("## ")[1:])
    return [_read(code, text) for code, _, body in sections for text in body.strip().split("\n\n")]


def _read(code: str, written: str) -> Text:
    text, names = "", {}
    for piece in re.split(r"(\[[^\]]*\])", written):
        surface, _, name = piece.strip("[]").partition("|") if piece.startswith("[") else (piece, "", "")
        if piece.startswith("["):
            names[len(text), len(text) + len(surface)] = name or surface
        text += surface
    return Text(code, text, names)
