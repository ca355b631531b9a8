"""Names in other scripts, written in Latin letters."""

from __future__ import annotations

from anyascii import anyascii


def in_latin(name: str) -> str | None:
    """The name letter for letter in Latin script ("Гомель" → "Gomel"). None: it is in Latin script already.

    Letters are replaced one by one (anyascii), as no language is known: a name in Chinese characters or without its vowels
    comes out as few would write it, and finds nothing.
    """
    return None if name.isascii() or not any(char.isalpha() and char > "\u024f" for char in name) else anyascii(name)
