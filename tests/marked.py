"""Sentences with their mentions in square brackets, as tests write them."""

import re

from geo.types import Mention


def marked(sentence: str) -> tuple[str, tuple[Mention, ...]]:
    """The sentence without brackets, and a mention for each bracketed stretch. "[~Moscow]" is associative."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^\]]*\])", sentence):
        if piece.startswith("["):
            surface = piece[1:-1].removeprefix("~")
            role = "associative" if piece.startswith("[~") else "literal"
            mentions.append(Mention(len(text), len(text) + len(surface), surface, role=role))
            text += surface
        else:
            text += piece
    return text, tuple(mentions)
