"""`about`: the version, the data and the model, with dates and hashes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from typing import Any

from geo.commands.engine import gazetteer_set
from geo.pipeline import Engine


def add(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(gazetteer=gazetteer_set())


def run(options: argparse.Namespace, load: Callable[..., Engine]) -> int:
    """Print it."""
    told = (load(gazetteer=options.gazetteer) if options.gazetteer else load()).about()
    print(json.dumps(told, ensure_ascii=False, indent=2) if options.json else "\n".join(outline(told)), flush=True)
    return 0


def outline(value: Any, indent: str = "") -> Iterator[str]:
    """Nested values as indented `name: value` lines; each entry of a list begins with a dash."""
    if isinstance(value, dict):
        for key, inner in value.items():
            nested = isinstance(inner, dict | list | tuple)
            yield f"{indent}{key}:" if nested else f"{indent}{key}: {'–' if inner is None else inner}"
            if nested:
                yield from outline(inner, indent + "  ")
    elif isinstance(value, list | tuple):
        for inner in value:
            lines = list(outline(inner, indent + "  "))
            yield from [f"{indent}- {line.lstrip()}" if i == 0 else line for i, line in enumerate(lines)]
    else:
        yield f"{indent}{value}"
