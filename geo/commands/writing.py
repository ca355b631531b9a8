"""The options that say how and where a result is written, for every command that writes one."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from geo.errors import OutputError
from geo.exporting import FORMATS, Provenance
from geo.exporting.atomic import atomic
from geo.exporting.cleaning import one_line
from geo.types import Story

SIZE = re.compile(r"(\d{3,4})[x×](\d{3,4})")


def add(parser: argparse.ArgumentParser, *, default: str | None = None) -> None:
    """`--format`, `--out` and what belongs to a picture; without a default, format and file have to be named."""
    told = f"default: {default}" if default else "see docs/formats.md"
    named = default is None
    parser.add_argument("--format", choices=tuple(FORMATS), default=default, required=named, help=told)
    parser.add_argument(
        "--out", type=Path, metavar="FILE", required=named, help="write the result there, whole or not at all"
    )
    parser.add_argument("--title", metavar="TEXT", help="with --format png: what stands above the map")
    parser.add_argument("--size", type=_size, metavar="WxH", help="with --format png: pixels, such as 1600x900")
    parser.add_argument("--dark", action="store_true", help="with --format png: light on dark")


def _size(word: str) -> tuple[int, int]:
    found = SIZE.fullmatch(word)
    if not found:
        raise argparse.ArgumentTypeError(f"{one_line(word)!r} is no size; give width and height, such as 1600x900")
    return int(found[1]), int(found[2])


def check(options: argparse.Namespace) -> None:
    """Words that each are right and together are not: `OutputError`."""
    chosen = FORMATS[options.format]
    if chosen.binary and not options.out:
        raise OutputError(f"--format {options.format} is no text: give --out FILE too")
    if options.format != "png" and (options.title or options.size or options.dark):
        raise OutputError("--title, --size and --dark are of a picture: give --format png too")


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[TextIO | BinaryIO]:
    """Where the result goes: a file that takes its name when the block ends well, else standard output."""
    if not options.out:
        yield sys.stdout
        return
    with atomic(options.out, binary=FORMATS[options.format].binary) as out:
        yield out


def write(options: argparse.Namespace, stories: Iterable[Story], out: TextIO | BinaryIO, about: dict[str, Any]) -> None:
    """The stories as the options say. `about`: what `Engine.about()` says."""
    more: dict[str, Any] = {}
    if options.format == "png":
        more = {"title": options.title or "", "dark": options.dark}
        if options.size:
            more |= {"width": options.size[0], "height": options.size[1]}
    FORMATS[options.format].write(stories, out, Provenance.of(about), **more)
    out.flush()
