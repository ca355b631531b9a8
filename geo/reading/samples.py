"""The articles that ship with Dateline.

`data/articles/YYYY-MM-DD-words.txt`: the name begins with the day, the first line is the headline and part of the text,
so that the app and `python -m geo parse data/articles` show the same offsets. The facts are the world's, the sentences
ours, and what unnamed people say in them is made up.
"""

from __future__ import annotations

from pathlib import Path

from geo import files
from geo.types import Article

SOURCE = "Dateline sample"


def sample_articles(folder: Path = files.ARTICLES) -> tuple[Article, ...]:
    """The samples, oldest first; their ids are the file names without the suffix."""
    return tuple(_sample(path) for path in sorted(files.shipped(folder).glob("*.txt")))


def _sample(path: Path) -> Article:
    text = path.read_bytes().decode("utf-8")
    return Article(text, id=path.stem, title=text.partition("\n")[0].strip(), date=path.stem[:10], source=SOURCE)
