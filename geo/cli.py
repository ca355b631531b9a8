"""The command line: `python -m geo parse`, `about` and `gazetteer`, a thin skin over the Python functions.

Only the result goes to standard output; a user's mistake is one line on standard error. Exit status 0: everything was
read; 1: some inputs failed, or the reader of the output hung up; 2: it cannot be done in these words (an unknown option,
a gazetteer that is none, a file that cannot be written or that is an input).
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from geo import pipeline
from geo.errors import DatelineError, InputError, OutputError
from geo.exporting import FORMATS
from geo.exporting.atomic import atomic
from geo.exporting.cleaning import one_line
from geo.notices import notices
from geo.pipeline import Engine, explained
from geo.reading import read, reads
from geo.reading.failures import OnError
from geo.resolution.trace import trace
from geo.types import ROLES, VIEWS, Article, Story

EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""

GAZETTEER_SETTING = "DATELINE_GAZETTEER"
"""Environment variable that names the gazetteer to use where no option does; docs/gazetteer.md."""


def main(
    arguments: Sequence[str] | None = None,
    *,
    load: Callable[..., Engine] = pipeline.load,
    parse_many: Callable[..., Iterator[Story]] = pipeline.parse_many,
) -> int:
    """Run one command and return its exit status. The engine comes in as two functions, so a test can bring its own."""
    _set_up_streams()
    options = _parser().parse_args(arguments)
    try:
        if options.command == "gazetteer":
            return _gazetteer(options)
        return _about(options, load) if options.command == "about" else _parse(options, load, parse_many)
    except DatelineError as error:
        return _fail(error, EXIT_USAGE)
    except KeyboardInterrupt:
        return _fail("interrupted", EXIT_INTERRUPTED)
    except OSError as error:
        return _hung_up(error)


class Parser(argparse.ArgumentParser):
    """An argument parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"geo: {message} (see {self.prog} --help)\n")


def _parser() -> Parser:
    parser = Parser(prog="python -m geo", description="Every place in a text, with where it is and why.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="parse|about|gazetteer")
    parse = commands.add_parser("parse", help="find and locate the places of texts")
    parse.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="a text or .jsonl file, a folder, - for standard input"
    )
    parse.add_argument("--format", choices=tuple(FORMATS), default="table", help="default: table")
    parse.add_argument("--out", type=Path, metavar="FILE", help="write the result there, whole or not at all")
    parse.add_argument(
        "--gazetteer",
        type=Path,
        metavar="FILE",
        default=_gazetteer_set(),
        help=f"use another gazetteer than data/places.sqlite (default: ${GAZETTEER_SETTING}, if set)",
    )
    parse.add_argument(
        "--view", choices=VIEWS, default=VIEWS[0], help="whose land disputed areas are shown as (default: %(default)s)"
    )
    parse.add_argument(
        "--roles",
        choices=ROLES,
        default=ROLES[0],
        help="literal leaves out governments, peoples and teams called by a place's name (default: %(default)s)",
    )
    parse.add_argument(
        "--explain", action="store_true", help="tell on standard error what spoke for and against every candidate"
    )
    parse.add_argument(
        "--places",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="places of your own, which win; repeatable",
    )
    about = commands.add_parser("about", help="print the version, the data and the model, with dates and hashes")
    about.add_argument("--json", action="store_true", help="as JSON")
    about.set_defaults(gazetteer=_gazetteer_set())
    _add_gazetteer(commands.add_parser("gazetteer", help="make a gazetteer of all places that GeoNames has"))
    return parser


def _add_gazetteer(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="download|build")
    download = steps.add_parser("download", help="fetch GeoNames' files, some 0.6 GB")
    download.add_argument("--to", type=Path, default=Path("geonames"), metavar="DIR", help="default: geonames")
    build = steps.add_parser("build", help="make a gazetteer of GeoNames' files, or go on where it was cut off")
    build.add_argument("--geonames", type=Path, required=True, metavar="DIR", help="the folder with GeoNames' files")
    build.add_argument("--out", type=Path, metavar="FILE", help="default: places.sqlite in DIR")


def _gazetteer_set() -> Path | None:
    """The gazetteer that the environment names."""
    named = os.environ.get(GAZETTEER_SETTING)
    return Path(named) if named else None


def _gazetteer(options: argparse.Namespace) -> int:
    if options.step == "download":
        from geo.geonames.download import download

        download(options.to)
    else:
        from geo.geonames.build import build

        build(options.geonames, options.out or options.geonames / "places.sqlite")
    return 0


def _parse(options: argparse.Namespace, load: Callable[..., Engine], parse_many: Callable[..., Iterator[Story]]) -> int:
    _spare_what_is_read(options)
    failures: list[InputError] = []

    def failed(error: InputError) -> None:
        failures.append(error)
        _tell(error)

    articles = chain.from_iterable(read(source, on_error=failed) for source in options.inputs)
    first = next(articles, None)
    if first is None and failures:
        return EXIT_SOME_FAILED  # there is nothing to write, and an older --out file is left alone
    with atomic(options.out) if options.out else nullcontext(sys.stdout) as out:
        engine = _engine(options, load, failed)
        every = chain([first] if first else [], articles)
        stories = _explained(every, engine) if options.explain else parse_many(every, engine=engine)
        if options.roles == "literal":
            stories = (story.literal for story in stories)
        FORMATS[options.format](_counted(_warned(stories)), out)
        out.flush()
    return EXIT_SOME_FAILED if failures else 0


def _explained(articles: Iterable[Article], engine: Engine) -> Iterator[Story]:
    """The stories, each with the trace of its decisions on standard error."""
    for article in articles:
        story, decisions = explained(article, engine)
        for line in (f"{article.id}: why", *trace(decisions, engine.weights)):
            indent = " " * (len(line) - len(line.lstrip(" ")))
            print(indent + one_line(line), file=sys.stderr, flush=True)
        yield story


def _engine(options: argparse.Namespace, load: Callable[..., Engine], failed: OnError) -> Engine:
    """Loaded with what the options say; what they do not say is left to `load`."""
    chosen = {
        "gazetteer": options.gazetteer,
        "view": options.view if options.view != VIEWS[0] else None,
        "places": options.places,
        "on_error": failed if options.places else None,
    }
    return load(**{name: value for name, value in chosen.items() if value})


def _spare_what_is_read(options: argparse.Namespace) -> None:
    sources = [*options.inputs, *filter(None, [options.gazetteer]), *options.places]
    source = next((source for source in sources if options.out and reads(source, options.out)), None)
    if source is not None:
        raise OutputError(
            f"{one_line(str(options.out))}: would be overwritten but is read as part of {one_line(str(source))}; "
            "give --out another name"
        )


def _warned(stories: Iterable[Story]) -> Iterator[Story]:
    """The stories, with a line on standard error for each that is not in English."""
    for story in stories:
        for notice in notices(story):
            _tell(f"{one_line(story.article.id)}: {notice}")
        yield story


def _counted(stories: Iterable[Story]) -> Iterator[Story]:
    """The stories, with a running count for somebody who watches a terminal while the output goes elsewhere."""
    visible = sys.stderr.isatty() and not sys.stdout.isatty()
    for count, story in enumerate(stories, start=1):
        yield story
        if visible:
            print(f"\rgeo: {count} documents ", end="", file=sys.stderr, flush=True)
    if visible:
        print(file=sys.stderr)


def _about(options: argparse.Namespace, load: Callable[..., Engine]) -> int:
    about = (load(gazetteer=options.gazetteer) if options.gazetteer else load()).about()
    print(json.dumps(about, ensure_ascii=False, indent=2) if options.json else "\n".join(_outline(about)), flush=True)
    return 0


def _outline(value: Any, indent: str = "") -> Iterator[str]:
    """Nested values as indented `name: value` lines; each entry of a list begins with a dash."""
    if isinstance(value, dict):
        for key, inner in value.items():
            nested = isinstance(inner, dict | list | tuple)
            yield f"{indent}{key}:" if nested else f"{indent}{key}: {'–' if inner is None else inner}"
            if nested:
                yield from _outline(inner, indent + "  ")
    elif isinstance(value, list | tuple):
        for inner in value:
            lines = list(_outline(inner, indent + "  "))
            yield from [f"{indent}- {line.lstrip()}" if i == 0 else line for i, line in enumerate(lines)]
    else:
        yield f"{indent}{value}"


class _OneLine(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _tell(f"{record.levelname.lower()}: {record.getMessage()}")


def _set_up_streams() -> None:
    """UTF-8 whatever the locale; what UTF-8 cannot carry is escaped; the engine's warnings go to standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    logging.getLogger("geo").handlers = [_OneLine()]


def _tell(message: object) -> None:
    print(f"geo: {' '.join(str(message).split())}", file=sys.stderr, flush=True)


def _fail(message: object, status: int) -> int:
    _tell(message)
    return status


def _hung_up(error: OSError) -> int:
    """Standard output does not take any more. Python would complain once more on exit, so it goes nowhere from here."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return EXIT_SOME_FAILED  # `| head` has seen enough: no message
    return _fail(f"the result cannot be written ({error.strerror or error})", EXIT_USAGE)
