"""The options that say which engine reads, for every command that reads, and what may be overwritten."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.errors import OutputError
from geo.exporting.cleaning import one_line
from geo.reading import reads
from geo.types import ROLES, VIEWS

GAZETTEER_SETTING = "DATELINE_GAZETTEER"
"""Environment variable that names the gazetteer to use where no option does; docs/gazetteer.md."""


def gazetteer_set() -> Path | None:
    """The gazetteer that the environment names."""
    named = os.environ.get(GAZETTEER_SETTING)
    return Path(named) if named else None


def add(parser: argparse.ArgumentParser) -> None:
    """`--gazetteer`, `--places`, `--view` and `--roles`."""
    parser.add_argument(
        "--gazetteer",
        type=Path,
        metavar="FILE",
        default=gazetteer_set(),
        help=f"use another gazetteer than data/places.sqlite (default: ${GAZETTEER_SETTING}, if set)",
    )
    parser.add_argument(
        "--places",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="places of your own, which win; repeatable",
    )
    parser.add_argument(
        "--view", choices=VIEWS, default=VIEWS[0], help="whose land disputed areas are shown as (default: %(default)s)"
    )
    parser.add_argument(
        "--roles",
        choices=ROLES,
        default=ROLES[0],
        help="literal leaves out governments, peoples and teams called by a place's name (default: %(default)s)",
    )


def chosen(options: argparse.Namespace) -> dict[str, Any]:
    """What `geo.pipeline.load` is called with; what the options do not say is left to it."""
    said = {
        "gazetteer": options.gazetteer,
        "view": options.view if options.view != VIEWS[0] else None,
        "places": options.places,
    }
    return {name: value for name, value in said.items() if value}


def spare(written: Mapping[str, Path | None], read: Iterable[str | Path | None]) -> None:
    """Raise `OutputError` where a file to be written, by its option, is one to be read."""
    sources = [source for source in read if source]
    for option, path in written.items():
        source = next((source for source in sources if path and reads(source, path)), None)
        if source is not None:
            raise OutputError(
                f"{one_line(str(path))}: would be overwritten but is read as part of {one_line(str(source))}; "
                f"give {option} another name"
            )
