"""`export`: from a project to a file, with what people decided."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from geo.commands import writing
from geo.commands.engine import gazetteer_set
from geo.commands.telling import counted
from geo.errors import OutputError
from geo.exporting.cleaning import one_line
from geo.pipeline import Engine
from geo.project import Filter, Projects
from geo.project.filters import STATES
from geo.project.folder import SUFFIX

if TYPE_CHECKING:
    from geo.project import Project

SEVERAL = {
    "country": ("countries", "CODE", "places in this country (ISO 3166-1); repeatable, as the next five"),
    "kind": ("kinds", "KIND", "name, demonym, border, zone, relation or coordinates"),
    "role": ("roles", "ROLE", "literal or associative"),
    "outlet": ("outlets", "NAME", "articles of this outlet"),
    "language": ("languages", "CODE", "articles in this language"),
    "article": ("articles", "ID", "this article"),
}
"""Options that may be given several times: the field of the filter, what is given, and what it keeps."""


def add(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("project", metavar="PROJECT", help="its token, as in its address, or its file")
    writing.add(parser)
    parser.add_argument("--text", metavar="WORDS", help="articles with these words")
    parser.add_argument("--place", metavar="ID", help="a place and what lies inside it")
    for option, (field, given, told) in SEVERAL.items():
        parser.add_argument(f"--{option}", dest=field, action="append", default=[], metavar=given, help=told)
    parser.add_argument("--state", dest="states", action="append", default=[], choices=STATES, help="repeatable too")
    parser.add_argument("--confidence", type=_range, metavar="FROM..TO", help="such as 0.8..1")
    parser.add_argument(
        "--published", type=_days, metavar="FROM..TO", help="days of the article, YYYY-MM-DD; one may be left out"
    )
    parser.add_argument("--spoken-of", type=_days, metavar="FROM..TO", help="days that the sentence speaks of")
    parser.add_argument("--boilerplate", action="store_true", help="also places that menus, captions or links name")


def _days(word: str) -> tuple[str | None, str | None]:
    first, dots, last = word.partition("..")
    if not dots:
        return first, first
    return first or None, last or None


def _range(word: str) -> tuple[float, float]:
    low, dots, high = word.partition("..")
    try:
        return float(low or 0), float(high or 1) if dots else 1.0
    except ValueError:
        raise argparse.ArgumentTypeError(f"{one_line(word)!r} is no range; give it as 0.8..1") from None


def run(options: argparse.Namespace, load: Callable[..., Engine]) -> int:
    """Read the project and write the file. The engine is loaded for what it says of itself, and reads nothing."""
    writing.check(options)
    several = {
        field: tuple(getattr(options, field)) for field in (*(field for field, *_ in SEVERAL.values()), "states")
    }
    asked = Filter(
        text=options.text, place=options.place, confidence=options.confidence, published=options.published,
        spoken_of=options.spoken_of, boilerplate=options.boilerplate, **several,
    )  # fmt: skip
    with _project(options.project, options.out) as project:
        gazetteer = gazetteer_set()
        about = (load(gazetteer=gazetteer) if gazetteer else load()).about()
        with writing.opened(options) as out:
            shown = counted(project.selected(asked), to_file=options.out is not None)
            writing.write(options, shown, out, about)
    return 0


def _project(named: str, out: Path) -> Project:
    """The project of a token or a file. `OutputError`: the result would overwrite it."""
    path = Path(named)
    if not named.endswith(SUFFIX):
        return Projects().open(named)
    if path.resolve() == out.resolve():
        raise OutputError(f"{one_line(str(out))}: is the project itself; give --out another name")
    return Projects().open_file(path)
